/** The term (届) of a day. */
import { intOf, textOf, type Facts } from '../facts'
import type { Rec } from '../record'

/**
 * The term whose first meeting is the last one not after `day`. A term without that date counts only where no dated one fits, the highest
 * number first. Null before the first term.
 */
export function termAt(facts: Facts, day: string): Rec | null {
  return facts.once(`term ${day}`, () => {
    const start = (rec: Rec) => textOf(rec.fields, 'first_meeting_on')
    const begun = facts.all('term').filter((rec) => start(rec) !== '' && start(rec) <= day)
    if (begun.length > 0) return begun.reduce((last, rec) => (start(rec) >= start(last) ? rec : last))
    const undated = facts.all('term').filter((rec) => start(rec) === '')
    const no = (rec: Rec) => intOf(rec.fields, 'no') ?? 0
    return undated.length === 0 ? null : undated.reduce((last, rec) => (no(rec) >= no(last) ? rec : last))
  })
}

/** First day of the term of `day`, '' where nobody entered it. */
export const termStart = (facts: Facts, day: string): string => textOf(termAt(facts, day)?.fields ?? {}, 'first_meeting_on')
