/**
 * Registry of migrations: ordered, contiguous, on `user_version`, each in one transaction with its number. Frozen once released: a change
 * of the schema is a new file and a line here. A file of a newer app is refused, never touched.
 */
import type Database from 'better-sqlite3'
import { rawTables } from './0001-raw'
import { typedTables } from './0001-types'
import { headsByTown } from './0002-heads-by-town'

export interface Migration {
  /** Contiguous from 1. */
  readonly version: number
  readonly statements: readonly string[]
  /** Typed tables changed: their rows are made anew from the versions afterwards. */
  readonly rebuild: boolean
}

export const migrations: readonly Migration[] = [
  { version: 1, statements: [...rawTables, ...typedTables], rebuild: false },
  { version: 2, statements: headsByTown, rebuild: false },
]

/** The schema that this app writes. */
export const latest = migrations.length

export const schemaOf = (raw: Database.Database): number => Number(raw.pragma('user_version', { simple: true }))

/** Brings the schema up to `to` (default: the newest); answers whether rows must be rebuilt. Within a transaction of the caller it is all or nothing. */
export function migrate(raw: Database.Database, to = latest, list: readonly Migration[] = migrations): { readonly rebuild: boolean } {
  let rebuild = false
  for (const migration of list) {
    if (migration.version <= schemaOf(raw) || migration.version > to) continue
    if (migration.version !== schemaOf(raw) + 1) throw new Error(`migration ${migration.version} does not follow ${schemaOf(raw)}`)
    raw.transaction(() => {
      for (const statement of migration.statements) raw.exec(statement)
      raw.pragma(`user_version = ${migration.version}`)
    }).immediate()
    rebuild ||= migration.rebuild
  }
  return { rebuild }
}
