/**
 * The State Council's yearly notice (关于某年部分节假日安排的通知) as working days: the text of the notice pasted as it stands, or one day a
 * line (`2027-01-01 休`, `2027-01-03,班`). Everything is checked against the calendar, so that a wrong text never moves a due day.
 */
import { fail, ok, type Result } from '../result'
import { addDays, isDay, weekday, yearOf } from './calendar'
import type { HolidayTable } from './workdays'

/** Why a text is no table of holidays; the sentence is in shared/text. */
export type HolidayFault = 'no-year' | 'no-days' | 'no-festival' | 'worked-on-weekday' | 'both' | 'bad-day' | 'count-differs'

const refuse = (why: HolidayFault, more: Readonly<Record<string, unknown>> = {}) => fail('not-holidays', { field: 'text', detail: { fault: why, ...more } })

const digits = (text: string): string => text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

/** Without what stands in brackets (weekday, lunar day) and without spaces inside dates. */
const plain = (text: string): string => digits(text).replace(/[（(][^（）()]*[）)]/gu, '').replace(/[ \t\u3000]+/gu, '')

const pad = (value: number): string => String(value).padStart(2, '0')

interface Found {
  readonly off: Set<string>
  readonly worked: Set<string>
}

/** From `first` to `last`, both included; null where that is no stretch of a holiday. */
function stretch(first: string, last: string): readonly string[] | null {
  if (last < first) return null
  const days: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    days.push(day)
    if (days.length > 31) return null
  }
  return days
}

const token = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日|([至到~～—–-]+)|(放假|休息)|(上班)|共(\d{1,2})天|([。；;\n])/gu

/** Reads the prose of the notice from left to right: days, then the word that says what they are. */
function fromProse(text: string, year: number, found: Found): ReturnType<typeof refuse> | null {
  let month = 0
  let pending: string[] = []
  let open = false
  let counted: readonly string[] = []
  for (const match of plain(text).matchAll(token)) {
    const [, itsYear, itsMonth, itsDay, dash, off, worked, count, end] = match
    if (itsDay !== undefined) {
      if (itsMonth !== undefined) month = Number(itsMonth)
      const day = `${itsYear ?? String(year)}-${pad(month)}-${pad(Number(itsDay))}`
      if (!isDay(day)) return refuse('bad-day', { day: match[0] })
      const first = open ? pending.at(-1) : undefined
      const days = first === undefined ? [day] : stretch(addDays(first, 1), day)
      if (days === null) return refuse('bad-day', { day: match[0] })
      pending.push(...days)
      open = false
    } else if (dash !== undefined) open = pending.length > 0
    else if (off !== undefined) {
      for (const day of pending) found.off.add(day)
      counted = pending
      pending = []
    } else if (worked !== undefined) {
      for (const day of pending) found.worked.add(day)
      pending = []
    } else if (count !== undefined) {
      if (counted.length > 0 && counted.length !== Number(count)) return refuse('count-differs', { from: counted[0], said: Number(count), found: counted.length })
    } else if (end !== undefined) {
      pending = []
      open = false
    }
  }
  return null
}

const line = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[,，\s]*(休|放假|节假日|法定节假日|班|上班|调休上班)$/u

/** One day a line; null where the text is not of this form. */
function fromLines(text: string): Found | null {
  const lines = digits(text).split(/\r?\n/u).map((one) => one.trim()).filter((one) => one !== '')
  const rows = lines.map((one) => line.exec(one))
  if (rows.filter((row) => row !== null).length < Math.max(5, lines.length - 2)) return null
  const found: Found = { off: new Set(), worked: new Set() }
  for (const row of rows) {
    if (row === null) continue
    const day = `${row[1] ?? ''}-${pad(Number(row[2]))}-${pad(Number(row[3]))}`
    if (/班$/u.test(row[4] ?? '')) found.worked.add(day)
    else found.off.add(day)
  }
  return found
}

function yearIn(text: string, given: number | undefined): number | null {
  if (given !== undefined) return given
  const whole = digits(text).replace(/\s+/gu, '')
  const named = /(\d{4})年[^。]{0,12}节假日/u.exec(whole) ?? /(\d{4})年放假/u.exec(whole)
  if (named) return Number(named[1])
  const years = new Set([...digits(text).matchAll(/(\d{4})[-/.年]\d{1,2}[-/.月]\d{1,2}/gu)].map((match) => match[1]))
  return years.size === 1 ? Number([...years][0]) : null
}

const byDay = (days: ReadonlySet<string>, year: number): readonly string[] => [...days].filter((day) => yearOf(day) === year).sort()

/**
 * Reads a notice. `year` where the text does not name one; `today` is the day on which it became known. Fails with `not-holidays` and why.
 * Days of the years before and after (a New Year that begins in December) belong to their own notices and are left out.
 */
export function readHolidays(text: string, today: string, given?: number): Result<HolidayTable> {
  const year = yearIn(text, given)
  if (year === null) return refuse('no-year')
  if (year < 2000 || year > 2100) return fail('out-of-range', { field: 'year', detail: { label: '年份', min: 2000, max: 2100 } })
  const listed = fromLines(text)
  const found: Found = listed ?? { off: new Set(), worked: new Set() }
  const wrong = listed === null ? fromProse(text, year, found) : null
  if (wrong) return wrong
  const off = byDay(found.off, year)
  const worked = byDay(found.worked, year)
  const strange = [...off, ...worked].find((day) => !isDay(day))
  if (strange !== undefined) return refuse('bad-day', { day: strange })
  if (off.length === 0) return refuse('no-days')
  // 元旦 and 国庆节 are days off of every year (全国年节及纪念日放假办法第2条)
  const festival = [`${year}-01-01`, `${year}-10-01`].find((day) => !off.includes(day))
  if (festival !== undefined) return refuse('no-festival', { day: festival })
  const both = worked.find((day) => found.off.has(day))
  if (both !== undefined) return refuse('both', { day: both })
  const plainDay = worked.find((day) => ![0, 6].includes(weekday(day)))
  if (plainDay !== undefined) return refuse('worked-on-weekday', { day: plainDay })
  const number = /国办发明电[〔[［]\d{4}[〕\]］]\d+号/u.exec(digits(text))
  return ok({ year, off, worked, source: number?.[0] ?? '本单位录入', known_on: today })
}
