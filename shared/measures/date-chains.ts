/** B10.08: dates of one record that cannot be in this order. The steps refuse them; 补录 and merges can still make them. */
import { textOf, type Facts } from '../facts'
import type { Rec } from '../record'
import { chains } from '../records/date-order'

/** Places in a chain where a filled date is earlier than the filled one before it. */
function breaks(rec: Rec, chain: readonly string[]): number {
  const dates = chain.map((key) => textOf(rec.fields, key)).filter((day) => day !== '')
  return dates.filter((day, i) => {
    const before = dates[i - 1]
    return before !== undefined && day < before
  }).length
}

/** Ids of records with such dates, once per place. */
export const wrongDateOrder = (facts: Facts): readonly string[] => facts.once('wrong date order', () => findBreaks(facts))

function findBreaks(facts: Facts): readonly string[] {
  const found: string[] = []
  for (const [type, rows] of Object.entries(chains)) {
    for (const rec of facts.all(type)) {
      for (const chain of rows) for (let i = breaks(rec, chain); i > 0; i--) found.push(rec.id)
    }
  }
  for (const reply of facts.all('reply')) {
    const assigned = textOf(facts.get(textOf(reply.fields, 'suggestion'))?.fields ?? {}, 'assigned_on')
    const replied = textOf(reply.fields, 'reply_on')
    if (assigned !== '' && replied !== '' && replied < assigned) found.push(reply.id)
  }
  return found
}
