/** How each list was left: its words, filters, order and place, so that coming back to it finds it so. Forgotten with the lock. */
import { create } from 'zustand'
import { useSession } from '../state/session'

export interface ListView {
  readonly text: string
  readonly where: Readonly<Record<string, string>>
  readonly sort: { readonly key: string; readonly descending: boolean } | null
  readonly bin: boolean
  /** Town code, at the county. */
  readonly town: string
  /** How many rows were shown. */
  readonly count: number
  /** Rows that are ticked to be changed together; null = nobody is ticking. */
  readonly ticked: readonly string[] | null
  /** The row that was opened last. */
  readonly opened: string | null
}

export const pageSize = 50

export const freshView: ListView = { text: '', where: {}, sort: null, bin: false, town: '', count: pageSize, opened: null, ticked: null }

const useViews = create<{ readonly views: Readonly<Record<string, ListView>> }>(() => ({ views: {} }))

export const useListView = (type: string): ListView => useViews((state) => state.views[type] ?? freshView)

/** Changes a list's view; new words, filters or another order start from the first page. */
export function changeView(type: string, change: Partial<ListView>): void {
  useViews.setState(({ views }) => {
    const before = views[type] ?? freshView
    const asks = 'text' in change || 'where' in change || 'sort' in change || 'bin' in change || 'town' in change
    return { views: { ...views, [type]: { ...before, ...(asks ? { count: pageSize, opened: null, ticked: before.ticked === null ? null : [] } : {}), ...change } } }
  })
}

/** What the store is asked for this view. */
export function askedOf(type: string, view: ListView) {
  const where = Object.fromEntries(Object.entries(view.where).filter(([, value]) => value !== ''))
  return {
    type,
    ...(Object.keys(where).length > 0 ? { where } : {}),
    ...(view.text.trim() === '' ? {} : { text: view.text.trim() }),
    ...(view.sort === null ? {} : { sort: view.sort.key, descending: view.sort.descending }),
    ...(view.bin ? { bin: true } : {}),
    ...(view.town === '' ? {} : { town: view.town }),
  }
}

export function forgetViews(): void {
  useViews.setState({ views: {} })
}

useSession.subscribe((session) => {
  if (session.phase === 'locked') forgetViews()
})
