/** What records are called, by id: filled by every answer that brings titles, so that a chosen record shows its name at once. */
import { useEffect } from 'react'
import { create } from 'zustand'
import type { Titles } from '../../shared/contract/records'
import { call } from '../api'

type Known = Readonly<Record<string, string>>

const useTitleStore = create<{ readonly known: Known }>(() => ({ known: {} }))

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
