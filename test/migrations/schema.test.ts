import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { latest, migrate, migrations, schemaOf } from '../../electron/store/migrations'
import { baseColumns, columnsOf, tableOf, tableStatements } from '../../electron/store/typed-schema'
import { declarations, recordTypes } from '../../shared/records'

interface Entry {
  readonly name: string
  readonly type: string
  readonly sql: string
}

const typed = (raw: Database.Database): readonly Entry[] =>
  (raw.prepare(`SELECT name, type, sql FROM sqlite_master WHERE tbl_name LIKE 't\\_%' ESCAPE '\\' AND sql IS NOT NULL ORDER BY type, name`).all() as Entry[])

/** Tables by their columns in any order, because a field that came later stands at the end; indexes by their text. */
const shapeOf = (raw: Database.Database): Readonly<Record<string, unknown>> => Object.fromEntries(typed(raw).map(({ name, type, sql }) => [name, type === 'table'
  ? (raw.prepare(`SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY name`).all(name)) : sql]))

test('the tables that the migrations make are the ones that the declarations imply', () => {
  const made = new Database(':memory:')
  migrate(made)
  const implied = new Database(':memory:')
  for (const type of recordTypes) for (const statement of tableStatements(declarations[type])) implied.exec(statement)
  // A new field or type needs a migration: see scripts/draft-types-migration.mjs.
  expect(shapeOf(made)).toEqual(shapeOf(implied))
})

test('a field that an ALTER TABLE brings is the one that the declaration implies, wherever it stands in the form', () => {
  const [implied, made] = [new Database(':memory:'), new Database(':memory:')]
  const shorter = { ...declarations.task, fields: Object.fromEntries(Object.entries(declarations.task.fields).filter(([key]) => key !== 'title')) }
  for (const statement of tableStatements(declarations.task)) implied.exec(statement)
  for (const statement of tableStatements(shorter).filter((text) => !text.includes('"title"'))) made.exec(statement)
  expect(shapeOf(made)).not.toEqual(shapeOf(implied))
  made.exec('ALTER TABLE t_task ADD COLUMN "title" TEXT')
  for (const statement of tableStatements(declarations.task).filter((text) => text.includes('INDEX') && text.includes('"title"'))) made.exec(statement)
  expect(shapeOf(made)).toEqual(shapeOf(implied))
})

test('migrations are numbered without gaps and leave their number in the file', () => {
  expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1))
  const raw = new Database(':memory:')
  migrate(raw)
  expect(schemaOf(raw)).toBe(latest)
  expect(migrate(raw)).toEqual({ rebuild: false })
})

test('a migration that fails leaves the file as it was', () => {
  const raw = new Database(':memory:')
  raw.exec('CREATE TABLE blob (x)')
  expect(() => migrate(raw)).toThrow('already exists')
  expect(schemaOf(raw)).toBe(0)
  expect(raw.prepare('SELECT name FROM sqlite_master').all()).toEqual([{ name: 'blob' }])
})

test('no field is called like a column that every table has', () => {
  const taken: readonly string[] = baseColumns
  for (const type of recordTypes) expect(columnsOf(declarations[type]).map((column) => column.key).filter((key) => taken.includes(key)), tableOf(type)).toEqual([])
})

test('content is never constrained: no unique, check or foreign key', () => {
  const raw = new Database(':memory:')
  migrate(raw)
  for (const entry of typed(raw)) {
    expect(entry.sql, entry.name).not.toMatch(/UNIQUE|CHECK|REFERENCES|FOREIGN/i)
  }
})
