/** Which deputies are shown: everything is decided in the window, because an office has a few hundred at most. Pure. */
import type { DeputyRow } from '../../../shared/contract/records'
import { compareKeys, orderKey } from '../../../shared/parse/natural-order'
import { seatStatuses } from '../../../shared/records/mandate'

export type Shown = 'town' | 'upper' | 'left' | 'all' | 'doubt'

/** Town deputies sit by this level. */
const townLevel = '5'
const sits = (row: DeputyRow): boolean => seatStatuses.includes(row.status)

const fits: Readonly<Record<Shown, (row: DeputyRow) => boolean>> = {
  town: (row) => row.level === townLevel && sits(row),
  upper: (row) => row.level !== townLevel && sits(row),
  left: (row) => !sits(row),
  all: () => true,
  doubt: (row) => row.doubts > 0,
}

export const shownWords: Readonly<Record<Shown, string>> = { town: '在任', upper: '上级代表', left: '未在任', all: '全部', doubt: '待核' }

export const isShown = (word: string): word is Shown => Object.hasOwn(fits, word)

export const countShown = (rows: readonly DeputyRow[], shown: Shown): number => rows.filter(fits[shown]).length

/** Names of the groups that the rows belong to, in their order. */
export const groupsIn = (rows: readonly DeputyRow[]): readonly string[] => [...new Set(rows.map((row) => row.group).filter((name) => name !== null))]

export interface DeputyFilter {
  readonly shown: Shown
  /** '' = all, '-' = without a group. */
  readonly group: string
  readonly text: string
}

const roles = ['主席', '副主席']
/** The chair first, then the deputy chairs; everybody else as the store orders them. */
const rank = (row: DeputyRow): number => (row.presidium_role !== null && roles.includes(row.presidium_role) ? roles.indexOf(row.presidium_role) : roles.length)

/** Words find by name, pinyin initials, group, constituency and post; several words must all be found. */
export function filterDeputies(rows: readonly DeputyRow[], { shown, group, text }: DeputyFilter): readonly DeputyRow[] {
  const words = text.toLowerCase().split(/\s+/u).filter((word) => word !== '')
  return rows.filter((row) => {
    if (!fits[shown](row)) return false
    if (group !== '' && (row.group ?? '-') !== group) return false
    const cells = [row.name, row.initials, row.group ?? '', row.constituency ?? '', row.post ?? '', row.presidium_role ?? ''].map((cell) => cell.toLowerCase())
    return words.every((word) => cells.some((cell) => cell.includes(word)))
  }).sort((a, b) => rank(a) - rank(b))
}

/** What each column of the roster is put in order by; '' stands last in either direction. */
const sortedBy: Readonly<Record<string, (row: DeputyRow) => string | number>> = {
  name: (row) => row.name, sex: (row) => row.sex ?? '', birth: (row) => row.birth ?? '', party: (row) => row.party ?? '', post: (row) => row.post ?? '',
  constituency: (row) => row.constituency ?? '', group: (row) => row.group ?? '', events: (row) => row.events, status: (row) => (row.doubts > 0 ? `0${row.status}` : row.status),
}

/** The rows in the order of a column; without one, or for one that has no order, as they are. */
export function sortDeputies(rows: readonly DeputyRow[], sort: { readonly key: string; readonly descending: boolean } | null): readonly DeputyRow[] {
  const by = sort === null ? undefined : sortedBy[sort.key]
  if (sort === null || by === undefined) return rows
  const keyed = rows.map((row) => { const value = by(row); return { row, key: typeof value === 'string' ? orderKey(value) : value } })
  return keyed.sort((a, b) => {
    if (a.key === '' || b.key === '') return a.key === b.key ? 0 : a.key === '' ? 1 : -1
    return (sort.descending ? -1 : 1) * (typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : compareKeys(String(a.key), String(b.key)))
  }).map(({ row }) => row)
}
