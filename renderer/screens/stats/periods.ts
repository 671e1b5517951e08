/** The periods that a table may speak of: calendar year, half, quarter, from congress to congress, the whole term, or any two days. */
import type { Period } from '../../../shared/indicators/indicator'
import { sayDate, sayShortDate } from '../../ui/say-date'

export type PeriodKind = 'year' | 'half' | 'quarter' | 'session' | 'term' | 'custom'

export interface PeriodChoice extends Period {
  readonly key: string
  readonly label: string
  /** Heads of the columns. */
  readonly now: string
  readonly before: string
}

export interface Calendar {
  readonly today: string
  /** First day of the term, null where nobody entered it. */
  readonly termStart: string | null
  /** First days of the yearly congresses, in order. */
  readonly sessions: readonly string[]
}

const yearsOffered = 6
const pad = (n: number): string => String(n).padStart(2, '0')

/** Last day of a month. */
const lastOf = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** 2025年1月1日—11月24日; the year once where both have it. */
export const sayPeriod = ({ from, to }: Period): string => `${sayDate(from)}—${sayShortDate(to, from)}`

function months(key: string, words: string, year: number, first: number, last: number, today: string, heads: { readonly now: string; readonly before: string }): PeriodChoice | null {
  const from = `${String(year)}-${pad(first)}-01`
  if (from > today) return null
  const end = lastOf(year, last)
  const open = end > today
  return { key, label: open ? `${words}（到${sayShortDate(today, today)}）` : words, from, to: open ? today : end, ...heads }
}

/** Calendar pieces of `size` months, newest first. */
function pieces(size: 12 | 6 | 3, today: string): readonly PeriodChoice[] {
  const thisYear = Number(today.slice(0, 4))
  const found: PeriodChoice[] = []
  for (let year = thisYear; year > thisYear - yearsOffered; year -= 1) {
    for (let first = 13 - size; first >= 1; first -= size) {
      const n = (first - 1) / size
      const words = `${String(year)}年${size === 12 ? '' : size === 6 ? (n === 0 ? '上半年' : '下半年') : `第${['一', '二', '三', '四'][n] ?? ''}季度`}`
      const heads = size === 12
        ? { now: year === thisYear ? '今年' : `${String(year)}年`, before: year === thisYear ? '去年同期' : `${String(year - 1)}年` }
        : { now: '本期', before: '上年同期' }
      const piece = months(`${String(year)}-${String(n)}`, words, year, first, first + size - 1, today, heads)
      if (piece) found.push(piece)
    }
  }
  return found
}

/** From one yearly congress to the day before the next: what a report to the congress speaks of. */
function betweenSessions({ today, sessions }: Calendar): readonly PeriodChoice[] {
  const held = sessions.filter((day) => day <= today)
  return held.map((from, index): PeriodChoice => {
    const next = held[index + 1]
    const to = next === undefined ? today : dayBefore(next)
    return { key: from, label: sayPeriod({ from, to }), from, to, now: '本期', before: '上年同期' }
  }).reverse()
}

export const kindWords: Readonly<Record<PeriodKind, string>> = { year: '自然年', half: '半年', quarter: '季度', session: '会期年', term: '本届累计', custom: '任意' }

/** Kinds that this office can use. */
export function kindsOf(calendar: Calendar): readonly PeriodKind[] {
  return [
    'year', 'half', 'quarter', ...(calendar.sessions.some((day) => day <= calendar.today) ? (['session'] as const) : []),
    ...(calendar.termStart !== null && calendar.termStart <= calendar.today ? (['term'] as const) : []), 'custom',
  ]
}

/** The choices of a kind, newest first; none for `custom`. */
export function choicesOf(kind: PeriodKind, calendar: Calendar): readonly PeriodChoice[] {
  switch (kind) {
    case 'year': return pieces(12, calendar.today)
    case 'half': return pieces(6, calendar.today)
    case 'quarter': return pieces(3, calendar.today)
    case 'session': return betweenSessions(calendar)
    case 'term': {
      const from = calendar.termStart
      return from === null ? [] : [{ key: 'term', label: sayPeriod({ from, to: calendar.today }), from, to: calendar.today, now: '本届累计', before: '' }]
    }
    case 'custom': return []
  }
}

/** The first day of the first congress of each year, of dates in any order. */
export function yearlySessions(days: readonly string[]): readonly string[] {
  const byYear = new Map<string, string>()
  for (const day of [...days].sort()) if (!byYear.has(day.slice(0, 4))) byYear.set(day.slice(0, 4), day)
  return [...byYear.values()]
}
