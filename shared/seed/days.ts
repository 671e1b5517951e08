/** Days of a sample year. Nothing happens in the future, and what a step needs time for has not happened yet. */
import { addDays, dayNumber, daysBetween } from '../rules/calendar'
import type { Random } from './random'

export interface YearDays {
  readonly year: number
  readonly first: string
  readonly last: string
  readonly today: string
  /** A day between these shares of the year, a working day where there is room. */
  pick(random: Random, from: number, to: number): string
  /** `count` days spread over the year, in order. */
  spread(random: Random, count: number): readonly string[]
  /** The day `days` later, null while it has not come. */
  after(day: string, days: number): string | null
}

const saturday = 6
/** 1970-01-01, day number 0, was a Thursday. */
const weekdayOf = (day: string): number => (dayNumber(day) + 4) % 7

/** Saturdays and Sundays become the Friday before, unless that lies before `first`. */
function workday(day: string, first: string): string {
  const weekday = weekdayOf(day)
  const back = weekday === saturday ? 1 : weekday === 0 ? 2 : 0
  const friday = addDays(day, -back)
  return friday < first ? day : friday
}

/** `begin`: first day on which the office works in this year (a new term may begin in its middle). */
export function yearDays(year: number, today: string, begin: string): YearDays {
  const start = [`${String(year)}-01-05`, begin].sort().at(-1) ?? begin
  // In the first days of January the running year has only what there is of it.
  const first = start <= today ? start : `${String(year)}-01-01`
  const end = `${String(year)}-12-18`
  const last = [end < today ? end : today, first].sort().at(-1) ?? first
  const span = daysBetween(first, last)
  const at = (share: number): string => workday(addDays(first, Math.min(span, Math.floor(span * share))), first)
  return {
    year, first, last, today,
    pick: (random, from, to) => at(from + (to - from) * random.next()),
    spread: (random, count) => Array.from({ length: count }, (_, n) => at((n + random.next()) / count)),
    after: (day, days) => {
      const later = addDays(day, days)
      return later > today ? null : later
    },
  }
}
