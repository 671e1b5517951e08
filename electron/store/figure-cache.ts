/** Figures that were computed once, kept until a record of their town changes: three hundred towns answer from here. */
import type { Db } from './db'
import { keptKey } from './kept-facts'

export interface FigureCache {
  /** The value kept under this key, if the town has not changed since; else null. */
  get<T>(org: string, key: string): T | null
  /** Keeps a value computed while the town stood at `stamp` (`store.changes(org)` read before computing). */
  put(org: string, key: string, stamp: number, value: unknown): void
  clear(): void
}

export function figureCacheOf(db: Db, changes: (org: string) => number): FigureCache {
  return {
    get: <T>(org: string, key: string): T | null => {
      const row = db.sql('SELECT stamp, value FROM figure WHERE org = ? AND key = ?').get(org, key) as { stamp: number; value: string } | undefined
      return row && row.stamp === changes(org) ? (JSON.parse(row.value) as T) : null
    },
    put: (org, key, stamp, value) => {
      // Whoever only reads computes it for himself.
      if (db.raw.readonly) return
      // What was kept of an earlier state is never read again. Losing all of it in a power cut loses nothing.
      db.passing(() => {
        db.sql('DELETE FROM figure WHERE org = ? AND stamp < ? AND key <> ?').run(org, stamp, keptKey)
        db.sql('INSERT INTO figure (org, key, stamp, value) VALUES (?, ?, ?, ?) ON CONFLICT (org, key) DO UPDATE SET stamp = excluded.stamp, value = excluded.value')
          .run(org, key, stamp, JSON.stringify(value))
      })
    },
    clear: () => {
      db.sql('DELETE FROM figure WHERE key <> ?').run(keptKey)
    },
  }
}
