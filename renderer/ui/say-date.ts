/** Dates and amounts as people here write them. Pure: texts in, texts out. */
import { formatMoney } from '../../shared/parse/money'

const weekdays = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const

/** `2025-03-08` → 2025年3月8日, `2025-03` → 2025年3月; anything else comes back as it is. */
export function sayDate(date: string | null | undefined): string {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?/u.exec(date ?? '')
  if (!parts) return date ?? ''
  const month = `${parts[1]}年${Number(parts[2])}月`
  return parts[3] === undefined ? month : `${month}${Number(parts[3])}日`
}

/** 3月8日 in the year of `today`, else with its year. */
export function sayShortDate(date: string | null | undefined, today: string): string {
  const full = sayDate(date)
  return date !== null && date !== undefined && date.length >= 10 && date.slice(0, 4) === today.slice(0, 4) ? full.slice(5) : full
}

/** 星期一. */
export function sayWeekday(date: string): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay()
  return weekdays[day] ?? ''
}

/** A moment (ISO with offset) as 今天 8:12, 3月8日 14:05 or 2024年3月8日; Shanghai time whatever the computer is set to. */
export function sayMoment(iso: string | null | undefined, today: string): string {
  const moment = localMoment(iso)
  if (moment === null) return ''
  const { day, time } = moment
  if (day === today) return `今天 ${time}`
  return day.slice(0, 4) === today.slice(0, 4) ? `${sayShortDate(day, today)} ${time}` : sayDate(day)
}

/** 2025年3月8日 9:05, for paper that is read later. */
export function sayFullMoment(iso: string): string {
  const moment = localMoment(iso)
  return moment === null ? '' : `${sayDate(moment.day)} ${moment.time}`
}

/** The day of a moment in the calendar of China; '' where there is none. Cutting the text would give that of Greenwich: until eight in the morning the day before. */
export const dayOfMoment = (iso: string | null | undefined): string => localMoment(iso)?.day ?? ''

function localMoment(iso: string | null | undefined): { readonly day: string; readonly time: string } | null {
  if (iso === null || iso === undefined || Number.isNaN(Date.parse(iso))) return null
  const local = new Date(Date.parse(iso) + 8 * 3_600_000).toISOString()
  return { day: local.slice(0, 10), time: `${Number(local.slice(11, 13))}:${local.slice(14, 16)}` }
}

/** Only the time of a moment: 9:41. */
export function sayTime(iso: string): string {
  const local = new Date(Date.parse(iso) + 8 * 3_600_000).toISOString()
  return `${Number(local.slice(11, 13))}:${local.slice(14, 16)}`
}

/** 已过 12 天, 还剩 4 天, 今天到期. */
export function sayDaysLeft(days: number): string {
  if (days < 0) return `已过 ${-days} 天`
  return days === 0 ? '今天到期' : `还剩 ${days} 天`
}

/** The same of a to-do: what was due before the program was used may be filled in, and is not late. */
export const sayTodoDays = ({ days, state }: { readonly days: number; readonly state: string }): string => (state === 'past' ? '可补录' : sayDaysLeft(days))

/** 1,234,567; a decimal is kept as it is. */
export function sayNumber(value: number): string {
  const [whole = '', decimals] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/gu, ',')
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}

/** 分 → 1,200.50 元. */
export function sayMoney(fen: number): string {
  const [whole = '', decimals = ''] = formatMoney(fen, '元').split('.')
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/gu, ',')}.${decimals} 元`
}

/** 12.4 GB, 18 MB, 3 KB. */
export function sayBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'] as const
  let size = bytes
  let unit = 0
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024
    unit += 1
  }
  return `${size >= 100 || unit < 2 ? Math.round(size) : Number(size.toFixed(1))} ${units[unit] ?? 'GB'}`
}
