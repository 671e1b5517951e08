/** Points for deputies, where an office has switched them on. */
import { bag, command, integer, nonEmpty, object, optional } from '../input'
import type { CountedItem } from '../points/count-points'
import type { PointTable } from '../points/point-rules'

export interface PointRow {
  readonly mandate: string
  readonly name: string
  /** Id of the kept score of the year; null until one is kept. */
  readonly score: string | null
  readonly items: readonly CountedItem[]
  /** Tenths; by the records of now. */
  readonly total: number
  /** Tenths as kept; null until kept. Differs from `total` where something was recorded since. */
  readonly kept: number | null
  /** Code of `grade`; null where the table grades nobody. */
  readonly grade: string | null
  readonly confirmed_on: string | null
  readonly published: boolean
}

export interface PointsTold {
  readonly on: boolean
  readonly table: PointTable
  /** The table is the sample. */
  readonly sample: boolean
  readonly rows: readonly PointRow[]
}

const year = integer(1990, 2100)

export const pointCommands = {
  'points.get': command<PointsTold>()(object({ year })),
  /** Without `table` the sample again. */
  'points.rules': command<{ readonly table: PointTable; readonly sample: boolean }>()(object({ table: optional(bag) })),
  /** Keeps the score of every deputy in office in the year, in one commit; what people added stays. `id` undoes it. */
  'points.keep': command<{ readonly kept: number; readonly id: string | null }>()(object({ year })),
  /** What people add to or take off one item of one deputy, with the reason. */
  'points.adjust': command<{ readonly id: string }>()(object({ year, mandate: nonEmpty(60), item: nonEmpty(60), tenths: optional(integer(-100_000, 100_000)), reason: nonEmpty(500) })),
} as const
