/** Dates as people type them into a form: 2025.3.8, 20250308, 2025年3月8日, and 3.8 for this year. */
import { dayText } from '../../shared/parse/calendar'
import { parseDateCell } from '../../shared/parse/date-cell'
import { compactText } from '../../shared/parse/text'

export type DatePrecision = 'day' | 'month' | 'either'

// 25 means 2025 and 78 means 1978: nobody born before 1930 is entered today.
const notBefore = 1930

/** `YYYY-MM-DD` or `YYYY-MM` as wanted; null where the text is no such date (yet). `today` gives the year that was left out. */
export function readDate(text: string, want: DatePrecision, today: string): string | null {
  const bare = compactText(text)
  if (bare === '') return null
  if (want !== 'month') {
    const short = /^(\d{1,2})[-/.月](\d{1,2})日?$/u.exec(bare)
    const thisYear = short ? dayText(Number(today.slice(0, 4)), Number(short[1]), Number(short[2])) : null
    if (thisYear !== null) return thisYear
  }
  const read = parseDateCell(text, { notBefore })
  if (!read.ok || read.value.length < 7) return null
  return want === 'either' || want === read.precision ? read.value : null
}
