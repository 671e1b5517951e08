/** Settings of this office on this computer: JSON values by key, outside versions and exchange. */
import type { Db } from './db'

export interface Settings {
  /** The value as stored, or `fallback`. The caller that writes a key is the one that knows its type. */
  get<T>(key: string, fallback: T): T
  set(key: string, value: unknown): void
  remove(key: string): void
  /** All keys that begin so, in order. */
  all(prefix?: string): Readonly<Record<string, unknown>>
}

export function settingsOf(db: Db): Settings {
  return {
    get: <T>(key: string, fallback: T): T => {
      const text = db.value<string>('SELECT value FROM setting WHERE key = ?', key)
      return text === undefined ? fallback : (JSON.parse(text) as T)
    },
    set: (key, value) => {
      db.sql('INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, JSON.stringify(value))
    },
    remove: (key) => {
      db.sql('DELETE FROM setting WHERE key = ?').run(key)
    },
    all: (prefix = '') => {
      const rows = db.sql('SELECT key, value FROM setting WHERE substr(key, 1, length(?)) = ? ORDER BY key').all(prefix, prefix) as { key: string; value: string }[]
      return Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown]))
    },
  }
}
