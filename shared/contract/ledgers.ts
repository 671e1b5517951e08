/** Stations and funds as a whole: what no single record shows. */
import { command, day, integer, nonEmpty, object, optional, string } from '../input'
import type { Allowance } from '../funds/allowance'
import type { Balance } from '../records/balance'
import type { OnDuty, SiteFigure } from '../sites/site-work'
import type { DrillRow } from './figures'

export interface SiteRow {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly master: string
  readonly open_time: string
  readonly closed_on: string
  readonly deputies: number
  readonly figures: readonly Omit<SiteFigure, 'ids'>[]
}

export interface FundLine extends Balance {
  readonly id: string
  readonly kind: string
  readonly standard_fen: number | null
}

const period = { from: day, to: day, town: optional(string(12)) }

export const ledgerCommands = {
  /** All stations with their figures of the period. */
  'site.board': command<{ readonly rows: readonly SiteRow[] }>()(object(period)),
  /** One station: its figures with their records, who is on duty, what is planned. */
  'site.work': command<{
    readonly figures: readonly SiteFigure[]
    readonly duty: readonly OnDuty[]
    readonly upcoming: readonly DrillRow[]
    /** The records behind the figures, newest first. */
    readonly rows: readonly DrillRow[]
  }>()(object({ id: nonEmpty(60), from: day, to: day })),
  /** The budget of a year, line by line, and the years that have one. */
  'fund.board': command<{ readonly lines: readonly FundLine[]; readonly years: readonly number[] }>()(object({ year: integer(1990, 2100), town: optional(string(12)) })),
  /** Attendance of a year against the allowances that are written down. */
  'fund.allowance': command<Allowance>()(object({ from: day, to: day })),
} as const
