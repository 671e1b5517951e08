/**
 * How long a visitor's name is kept (个人信息保护法第19条: no longer than the purpose needs): so many years after the matter that they came
 * with was over. Somebody whom a deputy stays in touch with is kept while the tie lasts.
 */
import { textOf } from '../facts'
import type { Rec } from '../record'

/** Types whose records are about one private person and can be erased for ever. */
export const privateTypes: readonly string[] = ['person_private', 'visitor']

/** The day from which the years count, by the type of the record that the visitor belongs to: its end, else its beginning. */
const lastDays: Readonly<Record<string, readonly string[]>> = {
  voter_matter: ['closed_on', 'received_on'], letter: ['closed_on', 'received_on'], visit: ['date'], debrief: ['date'], pairing: ['to_on'],
}

/** The last day of what a visitor came with; null while it goes on, and where nobody knows. */
export function lastDayOf(about: Rec | null): string | null {
  if (!about) return null
  const days = lastDays[about.type] ?? []
  return days.map((key) => textOf(about.fields, key)).find((day) => day !== '') ?? null
}

/** The same day `years` earlier; the last of February for a leap day. */
export function yearsBefore(day: string, years: number): string {
  const earlier = `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`
  return new Date(`${earlier}T00:00:00Z`).toISOString().startsWith(earlier) ? earlier : `${earlier.slice(0, 4)}-02-28`
}

/** Whether a name that belongs to something that was over on `last` may be kept no longer. */
export const isOver = (last: string | null, today: string, years: number): boolean => last !== null && last < yearsBefore(today, years)
