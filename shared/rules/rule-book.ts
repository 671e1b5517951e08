/**
 * A rule preset is a list of dated entries (domain.md 1.2). A due date keeps the entry it used, so that a later change of the rule
 * never rewrites history. "Today" and every due date are Asia/Shanghai days, given as `YYYY-MM-DD`.
 */
import { defaultAgeBands } from './age-bands'
import type { Workdays } from './workdays'

export type RuleUnit = 'day' | 'workday' | 'month' | 'count' | 'share'

export interface RuleEntry {
  /** Key of domain.md 1.2, e.g. `suggest.reply.normal`. */
  readonly key: string
  /** null = the rule is off. A share is `n`/`of`, e.g. 2/3. */
  readonly n: number | null
  readonly of?: number
  /** Upper end of a range whose lower end is `n` (presidium.size 7–13). */
  readonly max?: number
  /** Another number for a congress of few deputies: a share of them where there are at most `upTo` (inquiry.min of 北京: ≤ 40 → 1/5). */
  readonly few?: { readonly upTo: number; readonly n: number; readonly of: number }
  readonly unit: RuleUnit
  /** The event that starts it, e.g. `suggestion.assigned_on`; `before` events count backwards. */
  readonly from: string
  readonly before?: true
  /** In words with the article, e.g. 代表法第51条. */
  readonly source: string
  /** Who wants it: printed in a frame before the rule. */
  readonly who: '法律' | '省里' | '县里' | '镇里'
  readonly checked_on: string
  readonly verified: boolean
  /** e.g. 未按2025年代表法核对. */
  readonly note?: string
}

/** A due date with the entry that made it. */
export interface Due {
  readonly due_on: string
  readonly rule: RuleEntry
  /** 按周末推算 where the year has no official holiday table. */
  readonly note?: string
}

export interface RuleBook {
  /** Name of the province whose preset is used; null = national default. */
  readonly province: string | null
  /** Set where the office's province has no preset: 采用全国默认值. */
  readonly note?: string
  /** The entry in force; every key of the national default exists. */
  entry(key: string): RuleEntry
  all(): readonly RuleEntry[]
  /** Working days by the notices known. */
  readonly workdays: Workdays
  /** Whether due days leave days on which nobody works. */
  readonly shift: boolean
  /** The day `entry` falls on when it starts at `from`; null where the rule is off or is no period of time. */
  due(key: string, from: string): Due | null
}

/** Choices of an office that change how the law is read; each is shown with the figure that used it. */
export interface Settings {
  /** Suspended deputies count in 全体代表 (not settled by the law; default true). */
  readonly count_suspended: boolean
  /** Deputies reported as moved away or dead but not yet announced count (default false), other pending ends count (default true). */
  readonly count_pending_moved: boolean
  readonly count_pending_other: boolean
  /** 05 村(社区)干部 counts as 基层代表 (default false). */
  readonly grassroots_with_village_cadres: boolean
  /** Bands of ages in the table of structure: the last year of each, `35,45,55,60` (age-bands.ts). */
  readonly age_bands: string
  /** Years after which visitors' names are purged. */
  readonly visitor_years: number
  readonly points_on: boolean
  /** A due day on which nobody works moves to the next working day (default false: the law does not say so of these periods). */
  readonly shift_to_workday: boolean
}

export const defaultSettings: Settings = {
  count_suspended: true, count_pending_moved: false, count_pending_other: true, grassroots_with_village_cadres: false, age_bands: defaultAgeBands, visitor_years: 5, points_on: false,
  shift_to_workday: false,
}
