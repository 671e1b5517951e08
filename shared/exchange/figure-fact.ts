/**
 * What travels above the county: one figure of one town in one period. Such a record is never typed in and has no form, no list and no table
 * of its own; it is kept, merged and sent as any other. Its uid follows from what it is about, so that the figure counted again is the
 * next version of the same record.
 */
import type { Data } from '../fields'
import type { Measure } from '../measures/indicator'
import type { Result } from '../result'
import { keyedUid, type Sha256 } from './ids'

export const figureType = 'indicator_fact'

export interface FigureKey {
  /** Code of the town; of the county for what is no sum of its towns. */
  readonly town: string
  readonly indicator: string
  /** '' = the indicator itself. */
  readonly part: string
  readonly from: string
  readonly to: string
}

export interface FigureFact extends FigureKey {
  readonly town_name: string
  readonly name: string
  readonly unit: string
}

/** The uid of a figure of this county. */
export const figureUid = (sha256: Sha256, county: string, key: FigureKey): Result<string> =>
  keyedUid(sha256, county, figureType, [key.town, key.indicator, key.part, key.from, key.to])

/** Values of a figure. Numerators and denominators go along, so that the level above adds up and never averages; `fixed` = the denominator is a unit and adds up to itself. */
export function figureData(fact: FigureFact, { value, quotient, rate }: Measure): Data {
  const { town, town_name, indicator, part, from, to, name, unit } = fact
  return {
    town, town_name, indicator, ...(part === '' ? {} : { part }), from, to, name, unit,
    ...(quotient ? { num: quotient.num, den: quotient.den, ...(quotient.fixed ? { fixed: true } : {}) } : value === undefined || value === null ? {} : { value }),
    ...(rate ? { rate_num: rate.num, rate_den: rate.den } : {}),
  }
}
