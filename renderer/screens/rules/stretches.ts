/** Days in a row as first and last. Pure. */
import { addDays } from '../../../shared/rules/calendar'

/** `days` in order, `YYYY-MM-DD`. */
export function stretches(days: readonly string[]): readonly (readonly [first: string, last: string])[] {
  const found: [string, string][] = []
  for (const day of days) {
    const last = found.at(-1)
    if (last && addDays(last[1], 1) === day) last[1] = day
    else found.push([day, day])
  }
  return found
}
