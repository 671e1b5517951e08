/** What records are called, by id: filled by every answer that brings titles, so that a chosen record shows its name at once. */
import { useEffect } from 'react'
import { create } from 'zustand'
import type { Titles } from '../../shared/contract/records'
import type { Rec } from '../../shared/record'
import { titleOf } from '../../shared/records'
import { call } from '../api'

type Known = Readonly<Record<string, string>>

const useTitleStore = create<{ readonly known: Known }>(() => ({ known: {} }))

/**
 * What a row of a list is called: its own title where the answer brings it, else made by its declaration from the names of what it
 * refers to.
 */
export function titleOfRow(rec: Rec, titles: Titles): string {
  const own = titles[rec.id]?.title
  if (own !== undefined) return own
  const get = (id: string | null | undefined): Rec | null => {
    const known = id ? titles[id] : undefined
    return id && known ? { id, type: known.type, org: rec.org, version: '', deleted: false, fields: { name: known.title, title: known.title } } : null
  }
  return titleOf(rec, { get, where: () => [], all: () => [], beginning: () => [] })
}

/** Remembers titles of an answer (`titles` of a list or a page), or single ones. */
export function rememberTitles(titles: Titles | Known): void {
  const fresh = Object.entries<string | Titles[string]>(titles).map(([id, title]) => [id, typeof title === 'string' ? title : title.title] as const)
  const { known } = useTitleStore.getState()
  if (fresh.some(([id, title]) => known[id] !== title)) useTitleStore.setState({ known: { ...known, ...Object.fromEntries(fresh) } })
}

export function forgetTitles(): void {
  useTitleStore.setState({ known: {} })
}

const asking = new Set<string>()

/** Titles of these records; unknown ones are asked for and shown as … until they come. */
export function useTitles(ids: readonly string[]): Known {
  const known = useTitleStore((state) => state.known)
  const missing = ids.filter((id) => id !== '' && known[id] === undefined).join(' ')
  useEffect(() => {
    for (const id of missing.split(' ')) {
      if (id === '' || asking.has(id)) continue
      asking.add(id)
      void call('record.page', { id }).then((page) => {
        asking.delete(id)
        rememberTitles({ [id]: page.ok ? page.value.title : '（找不到的记录）' })
      })
    }
  }, [missing])
  return known
}
