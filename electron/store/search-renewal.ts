/**
 * Search documents of an office that another version of the program wrote: titles and searched fields may follow from other rules since, so
 * each document is made anew, some hundreds at a time while nobody waits. Cut off, it goes on where it was; what is saved meanwhile is new anyway.
 */
import { version as program } from '../../shared/version'
import type { Core } from './core'
import { sqlLookup } from './lookup'
import { indexOne } from './search-index'
import type { Settings } from './settings'

interface Renewal {
  readonly program: string
  /** The document that was made last; null = all are. */
  readonly after: number | null
}

const key = 'search'

/** All documents are of this program: the office is new, or they were just made. */
export function noteRenewed(settings: Settings): void {
  settings.set(key, { program, after: null } satisfies Renewal)
}

/** Makes the next `limit` documents anew; false = there is none left. */
export function renewSearch(core: Core, settings: Settings, limit: number): boolean {
  const noted = settings.get<Renewal>(key, { program: '', after: null })
  if (noted.program === program && noted.after === null) return false
  const rows = core.db.column<number>('SELECT rowid FROM search WHERE rowid > ? ORDER BY rowid LIMIT ?', noted.program === program ? noted.after ?? 0 : 0, limit)
  const lookup = sqlLookup(core)
  core.db.passing(() => {
    for (const n of rows) indexOne(core, { n, fresh: false, rec: null }, lookup)
    settings.set(key, { program, after: rows.length < limit ? null : rows.at(-1) ?? null } satisfies Renewal)
  })
  return rows.length === limit
}
