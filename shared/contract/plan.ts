/** The plan of a year beside what was done. */
import { command, integer, object } from '../input'
import type { PlanYear } from '../plan/plan-year'

export const planCommands = {
  'plan.year': command<PlanYear>()(object({ year: integer(1900, 2100) })),
} as const
