/**
 * How each list was left: its words, filters, order and place, so that coming back to it finds it so. What a person chose (filters, order,
 * town) is kept in the store and found again tomorrow; words, place and what a link narrowed are forgotten with the lock.
 */
import { create } from 'zustand'
import { call } from '../api'
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
  narrowView(type, change)
  if ('where' in change || 'sort' in change || 'town' in change) keepChoice(type)
}

/** The same for what a link asks for: it holds until the lock and is not kept. */
export function narrowView(type: string, change: Partial<ListView>): void {
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

type Choices = Pick<ListView, 'where' | 'sort' | 'town'>

const isChosen = ({ where, sort, town }: Choices): boolean => Object.values(where).some((value) => value !== '') || sort !== null || town !== ''

/** As the store has them: what a link narrowed is not among them. */
let kept: Readonly<Record<string, Choices>> = {}

function keepChoice(type: string): void {
  const { where, sort, town } = useViews.getState().views[type] ?? freshView
  const others = Object.entries(kept).filter(([one]) => one !== type)
  kept = Object.fromEntries([...others, ...(isChosen({ where, sort, town }) ? [[type, { where, sort, town }] as const] : [])])
  if (useSession.getState().phase === 'open') void call('settings.set', { ui: { lists: JSON.stringify(kept) } })
}

const isWords = (value: unknown): value is Readonly<Record<string, string>> => typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string')

/** What the store kept, as far as it can be read: a newer version may have kept more. */
export function choicesIn(kept: string): Readonly<Record<string, Choices>> {
  let value: unknown
  try {
    value = JSON.parse(kept)
  } catch {
    // Whatever is no list of choices is none.
    return {}
  }
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([type, one]) => {
    if (typeof one !== 'object' || one === null) return []
    const { where, sort, town } = one as Readonly<Record<string, unknown>>
    const order = typeof sort === 'object' && sort !== null ? (sort as Readonly<Record<string, unknown>>) : {}
    return [[type, {
      where: isWords(where) ? where : {}, town: typeof town === 'string' ? town : '',
      sort: typeof order['key'] === 'string' ? { key: order['key'], descending: order['descending'] === true } : null,
    }]]
  }))
}

useSession.subscribe((session, before) => {
  if (session.phase === 'locked') forgetViews()
  if (session.lists === before.lists) return
  kept = choicesIn(session.lists)
  useViews.setState({ views: Object.fromEntries(Object.entries(kept).map(([type, choices]) => [type, { ...freshView, ...choices }])) })
})
