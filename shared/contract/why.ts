/** 这个数怎么来的: the formula, the rule, the records and who entered them, behind a figure, a day or a number of people. */
import { command, day, integer, nonEmpty, object, optional, string } from '../input'
import type { RuleTold } from '../why/why'
import type { ToFill } from '../why/why-missing'

/** What the county has of a record: its present version, an older one, nothing; `own` = it never leaves the town. */
export type AtCounty = 'has' | 'older' | 'lacks' | 'own'

export interface WhyRow {
  readonly id: string
  readonly type: string
  readonly title: string
  /** 代表建议 · 已答复. */
  readonly note: string
  readonly date: string
  /** How often the figure counts it. */
  readonly times: number
  /** Who entered it, and when (ISO 8601). */
  readonly by: string
  readonly at: string
  /** Who changed it last, where it was changed since. */
  readonly changed_by?: string
  readonly changed_at?: string
  /** Null at the county and while no county is paired. */
  readonly county: AtCounty | null
}

export interface Why {
  /** 按期答复. */
  readonly title: string
  /** As printed, with its unit: 45 件（95.7%）, 2025年6月5日. */
  readonly value: string
  /** The formula in words. */
  readonly formula: string
  /** The same in digits, line by line. */
  readonly working: readonly string[]
  readonly rules: readonly RuleTold[]
  readonly rows: readonly WhyRow[]
  /** Records in all; `rows` stops at the limit. */
  readonly total: number
  /** Of how many rows the county has the present version; null at the county and while no county is paired. */
  readonly at_county: { readonly has: number; readonly lacks: number } | null
  /** What the figure leaves out because it was never filled in; absent where nothing is. */
  readonly missing?: readonly { readonly say: string; readonly rows: readonly { readonly id: string; readonly title: string; readonly date: string; readonly fill: ToFill }[] }[]
}

export const whyCommands = {
  /** Of a figure: `B5.10`, or a part of it: `B5.03/会议`. */
  'stats.why': command<Why>()(object({ from: day, to: day, town: optional(string(12)), as_at: optional(day), indicator: nonEmpty(60), limit: optional(integer(1, 2000)) })),
  /** Of a to-do's day (`todo`), of a record's `due_on`, `quorum_ok` or `result`, or of a mandate's `duty_days` (from–to, or since it began). */
  'record.why': command<Why>()(object({ id: optional(nonEmpty(60)), key: optional(nonEmpty(40)), todo: optional(nonEmpty(120)), from: optional(day), to: optional(day) })),
} as const
