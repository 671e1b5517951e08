/**
 * Whether the computer's date can be believed. An old computer with an empty battery starts in 2036 or in 2001: every deadline would be
 * wrong without a word, and what is erased by its age would be gone too early. A date far from the last day of work is said on the first
 * page and believed only when work has gone on under it for some days.
 */
import { daysBetween } from '../../shared/rules/calendar'
import type { Desk } from './desk'

/** A longer pause than half a year is rather a wrong clock than a holiday. */
const longestPause = 200
/** Days of work after which a strange date is the date. */
const daysUntilBelieved = 5

const key = 'clock_doubt'

interface Doubt {
  /** The last day that was believed. */
  readonly last: string
  /** Strange days of work since. */
  readonly days: readonly string[]
}

/** To be called when somebody begins to work. */
export function noteDay(desk: Desk): void {
  const { settings } = desk.store
  const { today } = desk
  const last = settings.get<string | null>('last_day', null)
  const away = last === null ? 0 : daysBetween(last, today)
  const days = [...new Set([...(settings.get<Doubt | null>(key, null)?.days ?? []), today])]
  if (last !== null && (away > longestPause || away < 0) && days.length < daysUntilBelieved) {
    settings.set(key, { last, days } satisfies Doubt)
    return
  }
  settings.remove(key)
  settings.set('last_day', today)
}

/** The last day of work before, where today is far from it; null where the date is plausible. */
export const clockDoubt = (desk: Desk): string | null => desk.store.settings.get<Doubt | null>(key, null)?.last ?? null
