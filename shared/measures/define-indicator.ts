/** Constructors of indicators and of the measures they return, so that the tables of B.1–B.10 read like tables. */
import type { Rec } from '../record'
import type { Indicator, Measure, PartMeasure, Question } from './indicator'

/** What `compute` of an indicator returns. */
export type Computed = Measure & { readonly parts?: readonly PartMeasure[] }

export type Compute = (question: Question) => Computed

/** A row of a table of domain.md B. */
export const indicator = (
  kind: Indicator['kind'], id: string, name: string, unit: string, words: string, compute: Compute, county?: Indicator['county'],
): Indicator => ({ id, name, unit, kind, words, compute, ...(county === undefined ? {} : { county }) })

type Countable = readonly Rec[] | readonly string[]

/** Ids of records, or ids as they are. */
export const idsOfAll = (counted: Countable): readonly string[] => counted.map((one) => (typeof one === 'string' ? one : one.id))

/** A plain count. */
export const count = (counted: Countable): Measure => ({ ids: idsOfAll(counted) })

/** A count with its share of `den`. */
export const share = (counted: Countable, den: number): Measure => ({ ids: idsOfAll(counted), rate: { num: counted.length, den } })

/** A count with a rate over other numbers. */
export const rated = (counted: Countable, num: number, den: number): Measure => ({ ids: idsOfAll(counted), rate: { num, den } })

/** An integer sum; the records it was added from can be looked at but are no count. */
export const amount = (value: number | null, from: Countable = []): Measure => ({ value, ids: idsOfAll(from) })

/** A value with one decimal. */
export const average = (num: number, den: number, from: Countable = []): Measure => ({ quotient: { num, den }, ids: idsOfAll(from) })

/** Days made of half days. */
export const halfDays = (halves: number, from: Countable = []): Measure => ({ quotient: { num: halves, den: 2, fixed: true }, ids: idsOfAll(from) })

export const part = (key: string, name: string, measure: Measure): PartMeasure => ({ key, name, ...measure })

/** Sum of a number over records; empty fields add nothing. */
export function sumOf(recs: readonly Rec[], number: (rec: Rec) => number | null): number {
  let sum = 0
  for (const rec of recs) sum += number(rec) ?? 0
  return sum
}

/** Distinct records by a key, the first of each; '' is no key. */
export function distinctBy(recs: Iterable<Rec>, key: (rec: Rec) => string): readonly Rec[] {
  const seen = new Map<string, Rec>()
  for (const rec of recs) {
    const at = key(rec)
    if (at !== '' && !seen.has(at)) seen.set(at, rec)
  }
  return [...seen.values()]
}
