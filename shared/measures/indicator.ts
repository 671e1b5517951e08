/**
 * An indicator of domain.md B is data plus one pure function over Facts. Every figure drills down to the records it counted, and every
 * rate keeps its numerator and denominator, so that a county figure is computed again from sums and never averaged.
 */
import type { Facts } from '../facts'
import type { RuleBook, Settings } from '../rules/rule-book'

/** Both days included, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string
  readonly to: string
}

export interface Question {
  readonly facts: Facts
  readonly period: Period
  /** Report day of cohorts and deadlines (default today). */
  readonly asAt: string
  readonly rules: RuleBook
  readonly settings: Settings
  /** What a figure may need from outside the records: unsent heads, packages with receipt. */
  readonly node?: {
    readonly unsent: number
    readonly packagesSent: number
    readonly packagesConfirmed: number
    /** The records behind `unsent`, which are looked for only when somebody asks for them. */
    readonly unsentIds?: () => readonly string[]
  }
  /** The records behind a figure are asked for, not only the figure. */
  readonly listing?: true
}

/** A figure as computed for one office. */
export interface Measure {
  /**
   * The records counted: their number is the value unless `value` is given. A record counted twice (人次 of rows) stands once per count
   * under its own row's id.
   */
  readonly ids?: readonly string[]
  /** Integer value where it is no count of `ids`; null = not known. */
  readonly value?: number | null
  /** Value printed with one decimal = num / den (人均, 平均天数, 半天÷2); null where den is 0. `fixed`: den is a unit and adds up to itself. */
  readonly quotient?: { readonly num: number; readonly den: number; readonly fixed?: true }
  /** `rate` in percent with one decimal = num / den; null where den is 0. */
  readonly rate?: { readonly num: number; readonly den: number } | null
}

export interface PartMeasure extends Measure {
  readonly key: string
  readonly name: string
}

export interface Indicator {
  /** `B5.02`. */
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly kind: 'point' | 'flow' | 'cohort' | 'quality'
  /** The formula in words, as the drill-down shows it. */
  readonly words: string
  /** How a county adds up its towns: `sum` of values (ids joined), `max`, `all` (yes only if all yes), `distinct` people (B1.08). Default sum. */
  readonly county?: 'sum' | 'max' | 'all' | 'distinct'
  readonly compute: (question: Question) => Measure & { readonly parts?: readonly PartMeasure[] }
}

/** A figure as printed: domain.md B.0 and design.md 5. */
export interface Figure {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly value: number | null
  readonly rate: number | null
  readonly parts: readonly { readonly key: string; readonly name: string; readonly value: number | null; readonly rate: number | null }[]
}

/** One identity of domain.md B.11. */
export interface Check {
  readonly id: string
  readonly ok: boolean
  readonly detail: string
  /** Records that break it. */
  readonly ids?: readonly string[]
}

/** num / den in tenths, half-up, null over nothing: 20/23 → 87.0. Integer arithmetic, no float error at the half. */
export function tenths(num: number, den: number): number | null {
  if (den === 0) return null
  const sign = num < 0 !== den < 0 ? -1 : 1
  const n = Math.abs(num)
  const d = Math.abs(den)
  return (sign * Math.floor((2 * 10 * n + d) / (2 * d))) / 10
}

/** Percent with one decimal, half-up; null over nothing. */
export const percent = (num: number, den: number): number | null => tenths(num * 100, den)
