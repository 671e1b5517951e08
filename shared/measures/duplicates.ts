/** B10.03 and B10.04: people who may be one person, and numbers that were given twice. */
import { idsOf, intOf, textOf, type Facts } from '../facts'
import { normaliseName } from '../parse/name'
import type { Rec } from '../record'

/** Records by a key; '' is no key. */
function grouped(recs: readonly Rec[], key: (rec: Rec) => string): readonly (readonly Rec[])[] {
  const groups = new Map<string, Rec[]>()
  for (const rec of recs) {
    const at = key(rec)
    if (at === '') continue
    const same = groups.get(at)
    if (same) same.push(rec)
    else groups.set(at, [rec])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

export interface Pair {
  readonly one: string
  readonly other: string
}

/**
 * Pairs of people with the same ID number, or the same name and month of birth where their ID numbers do not differ; people marked as
 * 不是同一人 are no pair. At a county ID numbers are not known.
 */
export const duplicatePeople = (facts: Facts): readonly Pair[] => facts.once('duplicate people', () => findPairs(facts))

function findPairs(facts: Facts): readonly Pair[] {
  const people = facts.all('person')
  const idNo = new Map(facts.all('person_private').map((rec) => [facts.resolve(textOf(rec.fields, 'person')), textOf(rec.fields, 'id_no')]))
  const numberOf = (rec: Rec): string => idNo.get(rec.id) ?? ''
  const nameAndBirth = (rec: Rec): string => {
    const birth = textOf(rec.fields, 'birth')
    return birth === '' ? '' : `${normaliseName(textOf(rec.fields, 'name'))}|${birth}`
  }
  const kept = (a: Rec, b: Rec): boolean => [[a, b], [b, a]].some(([x, y]) => x && y && idsOf(x.fields, 'distinct_from').includes(y.id))
  const pairs = new Map<string, Pair>()
  const take = (groups: readonly (readonly Rec[])[], same: (a: Rec, b: Rec) => boolean): void => {
    for (const group of groups) {
      group.forEach((a, i) => {
        for (const b of group.slice(i + 1)) if (same(a, b) && !kept(a, b)) pairs.set(`${a.id} ${b.id}`, { one: a.id, other: b.id })
      })
    }
  }
  take(grouped(people, numberOf), () => true)
  take(grouped(people, nameAndBirth), (a, b) => numberOf(a) === '' || numberOf(b) === '' || numberOf(a) === numberOf(b))
  return [...pairs.values()]
}

const join = (...parts: readonly string[]): string => (parts.includes('') ? '' : parts.join('|'))

/** What must be given once, by type. */
const numbers: Readonly<Record<string, (data: Rec['fields']) => string>> = {
  suggestion: (data) => textOf(data, 'no'),
  activity: (data) => textOf(data, 'no'),
  bill: (data) => join(textOf(data, 'session'), textOf(data, 'no')),
  voter_matter: (data) => textOf(data, 'no'),
  document: (data) => textOf(data, 'doc_no'),
  session: (data) => join(textOf(data, 'term'), String(intOf(data, 'no') ?? '')),
  mandate: (data) => join(textOf(data, 'level'), textOf(data, 'term'), textOf(data, 'cert_no')),
}

/** Ids of records whose number another record has already. */
export const repeatedNumbers = (facts: Facts): readonly string[] => facts.once('repeated numbers', () => Object.entries(numbers).flatMap(([type, numberOf]) =>
  grouped(facts.all(type), (rec) => numberOf(rec.fields)).flatMap((group) => group.slice(1).map((rec) => rec.id))))
