/** Charts of a period, with the numbers that they draw. */
import { command, day, object, optional, string } from '../input'
import type { Chart } from '../indicators/charts'

export const chartCommands = {
  'stats.charts': command<{ readonly charts: readonly Chart[] }>()(object({ from: day, to: day, town: optional(string(12)), as_at: optional(day) })),
} as const
