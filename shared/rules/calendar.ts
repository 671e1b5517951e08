/**
 * Calendar arithmetic on `YYYY-MM-DD` strings. Days are numbered from 1970-01-01 by the civil calendar itself, so that no computer's
 * time zone and no daylight saving can move a day. Comparing two days is comparing two strings.
 */

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

const joinDay = (year: number, month: number, day: number): string => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const partsOf = (day: string): Parts =>
  ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) })

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Days of a month, 1 = January. */
export const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : monthLengths[month - 1] ?? 0

/** True for a real day of the calendar written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const { year, month, day } = partsOf(text)
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)
}

/** Number of the day, 0 = 1970-01-01 (days_from_civil of H. Hinnant). */
export function dayNumber(day: string): number {
  const { year, month, day: date } = partsOf(day)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The day of a number, the inverse of `dayNumber`. */
export function dayOfNumber(number: number): string {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted + (shifted < 10 ? 3 : -9)
  return joinDay(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1)
}

/** The day `count` days later (earlier where negative); the day itself is day 0. */
export const addDays = (day: string, count: number): string => dayOfNumber(dayNumber(day) + count)

/** Days from `from` to `to`: 0 for the same day, negative where `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** The same date `count` months later or earlier, clipped to the month's end: 30 Nov + 3 = 28 Feb. */
export function addMonths(day: string, count: number): string {
  const { year, month, day: date } = partsOf(day)
  const months = year * 12 + month - 1 + count
  const newYear = Math.floor(months / 12)
  const newMonth = months - newYear * 12 + 1
  return joinDay(newYear, newMonth, Math.min(date, monthLength(newYear, newMonth)))
}

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (day: string): number => (((dayNumber(day) + 4) % 7) + 7) % 7

/** Year of a day or month. */
export const yearOf = (day: string): number => Number(day.slice(0, 4))

/** Last day of a year; a period on "at least one a year" ends there. */
export const yearEnd = (year: number): string => `${pad(year, 4)}-12-31`

/** First day of a year. */
export const yearStart = (year: number): string => `${pad(year, 4)}-01-01`

/** First day of a `YYYY-MM` month; a day stays itself. */
export const firstDayOf = (dayOrMonth: string): string => (dayOrMonth.length === 7 ? `${dayOrMonth}-01` : dayOrMonth)

/** Last day of a `YYYY-MM` month (a due month means its last day); a day stays itself. */
export function lastDayOf(dayOrMonth: string): string {
  if (dayOrMonth.length !== 7) return dayOrMonth
  return `${dayOrMonth}-${pad(monthLength(Number(dayOrMonth.slice(0, 4)), Number(dayOrMonth.slice(5, 7))), 2)}`
}

/** Completed years on `day` of somebody born in the month `birth`, counted from its first day (domain.md B2.03). */
export function ageOn(birth: string, day: string): number {
  const born = firstDayOf(birth)
  return yearOf(day) - yearOf(born) - (day.slice(5) < born.slice(5) ? 1 : 0)
}

const shanghaiOffset = 8 * 60 * 60 * 1000

/** Today in Asia/Shanghai, whatever the computer's zone says (no daylight saving since 1991). */
export const shanghaiToday = (now: Date): string => new Date(now.getTime() + shanghaiOffset).toISOString().slice(0, 10)

/** A moment in the office's wall clock, `2026-08-11T15:20:01+08:00`: what versions carry as `at` and status logs as `entered_at`. */
export const shanghaiNow = (now: Date): string => `${new Date(now.getTime() + shanghaiOffset).toISOString().slice(0, 19)}+08:00`
