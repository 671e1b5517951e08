/**
 * Whether the computer's date can be believed. An old computer with an empty battery starts in 2036 or in 2001: every deadline would be
 * wrong without a word. The last day of work is kept, and a date far from it is said on the first page.
 */
import { daysBetween } from '../../shared/rules/calendar'
import type { Desk } from './desk'

/** A longer pause than half a year is rather a wrong clock than a holiday. */
const longestPause = 200

/** To be called when somebody begins to work. */
export function noteDay(desk: Desk): void {
  const { settings } = desk.store
  const last = settings.get<string | null>('last_day', null)
  const away = last === null ? 0 : daysBetween(last, desk.today)
  if (last !== null && (away > longestPause || away < 0)) settings.set('clock_doubt', last)
  else settings.remove('clock_doubt')
  settings.set('last_day', desk.today)
}

/** The last day of work before, where today is far from it; null where the date is plausible. */
export const clockDoubt = (desk: Desk): string | null => desk.store.settings.get<string | null>('clock_doubt', null)
