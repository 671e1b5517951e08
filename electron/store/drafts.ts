/** Drafts: what was typed and not yet saved. A table of its own outside versions and exchange; it survives a power cut. */
import type { Db } from './db'

export interface Draft {
  readonly id: string
  readonly type: string
  /** The record being edited, null for a new one. */
  readonly record: string | null
  /** Raw values of the form, not yet parsed. */
  readonly data: Readonly<Record<string, unknown>>
  readonly updated_at: string
}

export interface Drafts {
  /** Writes over the draft of the same id; answers when it was saved. */
  put(draft: { readonly id: string; readonly type: string; readonly record?: string | null; readonly data: Readonly<Record<string, unknown>> }): string
  get(id: string): Draft | null
  /** Newest first. */
  list(type?: string): readonly Draft[]
  /** False when there was none. */
  drop(id: string): boolean
}

interface Row {
  readonly id: string
  readonly type: string
  readonly record: string | null
  readonly data: string
  readonly updated_at: string
}

const draftOf = (row: Row): Draft => ({ ...row, data: JSON.parse(row.data) as Readonly<Record<string, unknown>> })

export function draftsOf(db: Db, now: () => Date): Drafts {
  return {
    put: ({ id, type, record = null, data }) => {
      const at = now().toISOString()
      db.sql(
        `INSERT INTO draft (id, type, record, data, updated_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET type = excluded.type, record = excluded.record, data = excluded.data, updated_at = excluded.updated_at`,
      ).run(id, type, record, JSON.stringify(data), at)
      return at
    },
    get: (id) => {
      const row = db.sql('SELECT id, type, record, data, updated_at FROM draft WHERE id = ?').get(id) as Row | undefined
      return row ? draftOf(row) : null
    },
    list: (type) => {
      const rows = db.sql('SELECT id, type, record, data, updated_at FROM draft WHERE ? IS NULL OR type = ? ORDER BY updated_at DESC, id').all(type ?? null, type ?? null)
      return (rows as Row[]).map(draftOf)
    },
    drop: (id) => db.sql('DELETE FROM draft WHERE id = ?').run(id).changes > 0,
  }
}
