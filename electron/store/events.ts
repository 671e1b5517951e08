/**
 * What is not a change but must be known afterwards: views of masked data, exports, imports, unlocks, prints, backups. Changes need no
 * row here, because the versions are their audit.
 */
import type { Db } from './db'

export interface NewEvent {
  /** `view`, `print`, `export`, `import`, `unlock`, `backup`, `restore`, `password`, `scope` … */
  readonly kind: string
  readonly by: string
  /** Record, package or file that it is about. */
  readonly about?: string
  readonly detail?: Readonly<Record<string, unknown>>
}

export interface StoreEvent {
  readonly n: number
  readonly at: string
  readonly kind: string
  readonly by: string
  readonly about: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

export interface Events {
  note(event: NewEvent): void
  /** Newest first; `before` = `n` of the last one of the page before. */
  list(query?: { readonly kind?: string; readonly about?: string; readonly before?: number; readonly limit?: number }): readonly StoreEvent[]
  /** How many of these kinds since a moment (ISO, UTC). */
  count(kinds: readonly string[], since: string): number
  /** A number of the details, added up over all events of a kind. */
  sum(kind: string, key: string): number
}

interface Row {
  readonly n: number
  readonly at: string
  readonly kind: string
  readonly by_user: string
  readonly about: string | null
  readonly detail: string
}

export function eventsOf(db: Db, now: () => Date): Events {
  return {
    note: ({ kind, by, about, detail = {} }) => {
      db.sql('INSERT INTO event (at, kind, by_user, about, detail) VALUES (?, ?, ?, ?, ?)').run(now().toISOString(), kind, by, about ?? null, JSON.stringify(detail))
    },
    count: (kinds, since) => db.value<number>('SELECT count(*) FROM event WHERE kind IN (SELECT value FROM json_each(?)) AND at >= ?', JSON.stringify(kinds), since) ?? 0,
    sum: (kind, key) => db.value<number | null>(`SELECT sum(json_extract(detail, '$.' || ?)) FROM event WHERE kind = ?`, key, kind) ?? 0,
    list: ({ kind, about, before, limit = 100 } = {}) => {
      const rows = db.sql(
        `SELECT n, at, kind, by_user, about, detail FROM event
         WHERE kind = ifnull(?, kind) AND ifnull(about, '') = ifnull(?, ifnull(about, '')) AND n < ifnull(?, n + 1) ORDER BY n DESC LIMIT ?`,
      ).all(kind ?? null, about ?? null, before ?? null, limit) as Row[]
      return rows.map(({ by_user, detail, ...row }) => ({ ...row, by: by_user, detail: JSON.parse(detail) as StoreEvent['detail'] }))
    },
  }
}
