/** The periods that a table may speak of: calendar year, half, quarter, from congress to congress, the whole term, or any two days. */
import type { Period } from '../../../shared/measures/indicator'
import { sayDate, sayShortDate } from '../../ui/say-date'

export type PeriodKind = 'year' | 'half' | 'quarter' | 'session' | 'term' | 'custom'

export interface PeriodChoice extends Period {
  readonly key: string
  readonly label: string
  /** Heads of the columns. */
  readonly now: string
  readonly before: string
  /** The period just before this one, where that is another than the same days a year ago. */
  readonly last?: Period & { readonly word: string }
}

/** What stands beside the figures: the same days a year ago, the period before, nothing. */
export type Beside = 'year' | 'last' | 'none'

export interface Calendar {
  readonly today: string
  /** First day of the term, null where nobody entered it. */
  readonly termStart: string | null
  /** First days of the yearly congresses, in order. */
  readonly sessions: readonly string[]
  /** First days of earlier terms, in order. */
  readonly terms?: readonly string[]
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
      // A half and a year of one beginning stand in one list at the county's form.
      const piece = months(`${String(year)}-${size === 12 ? '' : `${String(size)}-`}${String(n)}`, words, year, first, first + size - 1, today, heads)
      if (piece) found.push(size === 12 ? piece : { ...piece, last: piecesBefore(year, first, size) })
    }
  }
  return found
}

/** The half or quarter before the one that begins with this month; whole, also where this one is still running. */
function piecesBefore(year: number, first: number, size: 6 | 3): NonNullable<PeriodChoice['last']> {
  const [y, m] = first === 1 ? [year - 1, 13 - size] : [year, first - size]
  return { from: `${String(y)}-${pad(m)}-01`, to: lastOf(y, m + size - 1), word: size === 6 ? '上一个半年' : '上季度' }
}

/** From one yearly congress to the day before the next: what a report to the congress speaks of. */
function betweenSessions({ today, sessions }: Calendar): readonly PeriodChoice[] {
  const held = sessions.filter((day) => day <= today)
  return held.map((from, index): PeriodChoice => {
    const next = held[index + 1]
    const to = next === undefined ? today : dayBefore(next)
    const earlier = held[index - 1]
    return {
      key: from, label: sayPeriod({ from, to }), from, to, now: '本期', before: '上年同期', ...(earlier === undefined ? {} : { last: { from: earlier, to: dayBefore(from), word: '上一会期年' } }),
    }
  }).reverse()
}

export const kindWords: Readonly<Record<PeriodKind, string>> = { year: '自然年', half: '半年', quarter: '季度', session: '会期年', term: '本届累计', custom: '任意' }

/** This term to date, beside the whole one before it; earlier terms after it. */
function terms({ today, terms: earlier = [] }: Calendar, start: string): readonly PeriodChoice[] {
  const starts = [...earlier.filter((day) => day < start), start]
  return starts.map((from, index): PeriodChoice => {
    const next = starts[index + 1]
    const to = next === undefined ? today : dayBefore(next)
    const past = starts[index - 1]
    return {
      key: next === undefined ? 'term' : from, label: sayPeriod({ from, to }), from, to, now: next === undefined ? '本届累计' : '该届', before: '',
      ...(past === undefined ? {} : { last: { from: past, to: dayBefore(from), word: '上届' } }),
    }
  }).reverse()
}

/** The period that stands beside this one as chosen; null where none does. */
export function besideOf(period: PeriodChoice, beside: Beside): { readonly word: string; readonly days: Period | null } | null {
  if (beside === 'last' && period.last) return { word: period.last.word, days: { from: period.last.from, to: period.last.to } }
  if (beside === 'none' || period.before === '') return null
  return { word: period.before, days: null }
}

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
      return from === null ? [] : terms(calendar, from)
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
