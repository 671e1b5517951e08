/**
 * Dates as people type them into rosters: 1978-03-15, 1978/3/15, 1978.3, 1978年3月, 197803, 19780315, 78.03 and Excel serials.
 * The trap: a cell that holds the number 1978.1 was typed as 1978.1 or as 1978.10, and nobody can tell which.
 */
import { dateOfSerial, dayText, monthText } from './calendar'
import { cleanText, compactText } from './text'

export interface ReadDate {
  readonly ok: true
  /** `YYYY-MM-DD` or `YYYY-MM`, as `precision` says. */
  readonly value: string
  readonly precision: 'day' | 'month'
  /** The other month that a numeric 1978.1 may mean (its October); `value` is the January. */
  readonly otherwise?: string
}

export type DateProblem = 'date-unreadable' | 'date-year-only'

export type DateCell = ReadDate | { readonly ok: false; readonly problem: DateProblem }

export interface DateCellOptions {
  /** A two-digit year is 19yy unless that lies before this year, then 20yy. Default: always 19yy. */
  readonly notBefore?: number
  /** The text comes from a file that lost the difference between text and number (.csv): 1978.1 may be October. */
  readonly untyped?: boolean
}

const unreadable: DateCell = { ok: false, problem: 'date-unreadable' }
const yearOnly: DateCell = { ok: false, problem: 'date-year-only' }

const asDay = (value: string | null): DateCell => (value === null ? unreadable : { ok: true, value, precision: 'day' })
const asMonth = (value: string | null): DateCell => (value === null ? unreadable : { ok: true, value, precision: 'month' })

function fullYear(digits: string, options: DateCellOptions): number {
  const year = Number(digits)
  if (digits.length === 4) return year
  return 1900 + year < (options.notBefore ?? 1900) ? 2000 + year : 1900 + year
}

/** Year and the digits behind the point of a number: '1' is January or October, '03' March, '12' December, '0315' a day. */
function yearPoint(year: number, decimals: string, numeric: boolean): DateCell {
  if (decimals.length === 4) return asDay(dayText(year, Number(decimals.slice(0, 2)), Number(decimals.slice(2))))
  const month = asMonth(monthText(year, Number(decimals)))
  if (!month.ok || !numeric || decimals !== '1') return month
  return { ...month, otherwise: `${year}-10` }
}

/** Eight digits are a day, six a month (197803) or else a short day (780315). */
function fromDigits(digits: string, options: DateCellOptions): DateCell {
  if (digits.length === 8) {
    return asDay(dayText(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))))
  }
  const year = Number(digits.slice(0, 4))
  const month = year >= 1900 && year < 2100 ? monthText(year, Number(digits.slice(4))) : null
  if (month !== null) return asMonth(month)
  return asDay(dayText(fullYear(digits.slice(0, 2), options), Number(digits.slice(2, 4)), Number(digits.slice(4))))
}

/** Digits behind the point without their lost zeros. Four is as fine as a date gets; the rest is noise of binary fractions. */
function decimalsOf(value: number): string {
  const digits = (value.toFixed(4).split('.')[1] ?? '').replace(/0+$/u, '')
  return digits.length === 3 ? `${digits}0` : digits
}

function fromNumber(value: number, options: DateCellOptions): DateCell {
  if (!Number.isFinite(value) || value < 1) return unreadable
  const whole = Math.floor(value)
  const decimals = decimalsOf(value)
  const year = whole < 100 ? fullYear(String(whole).padStart(2, '0'), options) : whole
  if (whole < 100 || (whole >= 1900 && whole < 2100)) return decimals === '' ? yearOnly : yearPoint(year, decimals, true)
  if (decimals === '' && whole >= 190_001 && whole < 210_000) return fromDigits(String(whole), options)
  if (decimals === '' && whole >= 19_000_101 && whole < 21_000_000) return fromDigits(String(whole), options)
  return whole < 73_051 ? asDay(dateOfSerial(whole)) : unreadable
}

/** Mar-78 is what Chinese Excel shows, and writes into a .csv, for a typed 1978-3. */
const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function fromEnglishMonth(text: string, options: DateCellOptions): DateCell | null {
  const parts = /^([a-z]{3})-(\d{4}|\d{2})$/iu.exec(text)
  return parts ? asMonth(monthText(fullYear(parts[2] ?? '', options), englishMonths.indexOf((parts[1] ?? '').toLowerCase()) + 1)) : null
}

function fromText(text: string, options: DateCellOptions): DateCell {
  // A time of day goes while a space or T still tells it from the day.
  const bare = compactText(cleanText(text).replace(/[T\s]\d{1,2}[:：]\d{2}([:：]\d{2}(\.\d+)?)?Z?$/u, '')).replace(/(出生|生)$/u, '')
  if (/^\d{8}$|^\d{6}$/u.test(bare)) return fromDigits(bare, options)
  if (/^\d{5}$/u.test(bare)) return asDay(dateOfSerial(Number(bare)))
  if (/^(\d{4}|\d{2})年?$/u.test(bare)) return yearOnly
  const parts = /^(\d{4}|\d{2})[-/.年、。](\d{1,2})(?:[-/.月、。](\d{1,2})?)?[日号.。]?$/u.exec(bare)
  if (!parts) {
    const english = fromEnglishMonth(bare, options)
    if (english) return english
    const point = /^(\d{4})\.(\d{4})$/u.exec(bare)
    return point ? yearPoint(Number(point[1]), point[2] ?? '', false) : unreadable
  }
  const year = fullYear(parts[1] ?? '', options)
  if (parts[3] !== undefined) return asDay(dayText(year, Number(parts[2]), Number(parts[3])))
  const pointed = /^\d+\.1$/u.test(bare)
  return yearPoint(year, parts[2] ?? '', pointed && options.untyped === true)
}

/**
 * Reads a date cell: a number is what a numeric cell holds, a text what a text cell (or a cell shown as a date, as ISO text) holds.
 * Years only and anything else unreadable come back as problems; nothing is invented.
 */
export function parseDateCell(value: string | number, options: DateCellOptions = {}): DateCell {
  return typeof value === 'number' ? fromNumber(value, options) : fromText(value, options)
}
