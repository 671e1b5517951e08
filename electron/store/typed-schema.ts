/**
 * The table that a declaration implies: one column per stored field, indexes for what its list sorts by. Migrations hold frozen text;
 * a test compares what they make with this. Content is never constrained: two computers may well make two equal numbers.
 */
import type { Field, FieldKind } from '../../shared/fields'
import type { Declaration } from '../../shared/record'

export interface Column {
  readonly key: string
  readonly sql: 'TEXT' | 'INTEGER'
  readonly kind: FieldKind
}

const affinity: Readonly<Record<FieldKind, Column['sql'] | null>> = {
  text: 'TEXT', longText: 'TEXT', date: 'TEXT', month: 'TEXT', ym: 'TEXT', int: 'INTEGER', money: 'INTEGER', flag: 'INTEGER', choice: 'TEXT', ref: 'TEXT',
  // Lists as JSON text; what they point at stands in the table `link`.
  refs: 'TEXT', list: 'TEXT', file: 'TEXT', files: 'TEXT',
  // Computed at read.
  derived: null,
}

/** Kinds that a list can be sorted by. */
const sortable: ReadonlySet<FieldKind> = new Set(['text', 'date', 'month', 'ym', 'int', 'money', 'flag', 'choice', 'ref'])

/** Columns of every typed table. `n` is the row number shared with `head`, `link` and `search`; it differs between computers. */
export const baseColumns = ['n', 'uid', 'org', 'version', 'status', 'deleted', 'conflict'] as const

export const tableOf = (type: string): string => `t_${type}`

/** A quoted name: field keys may be words of SQL. */
export const quoted = (name: string): string => `"${name}"`

const knownColumns = new WeakMap<Declaration, readonly Column[]>()

/** The stored fields of a type, in the order of their declaration. */
export function columnsOf(declaration: Declaration): readonly Column[] {
  const known = knownColumns.get(declaration)
  if (known) return known
  const columns = Object.entries(declaration.fields).flatMap(([key, field]: [string, Field]) => {
    const sql = affinity[field.kind]
    return sql === null ? [] : [{ key, sql, kind: field.kind }]
  })
  knownColumns.set(declaration, columns)
  return columns
}

/** Whether a list of the type can be sorted by this key; where it cannot, the key is unknown, derived or a list. */
export function canSort(declaration: Declaration, key: string): boolean {
  if (key === 'status' || key === 'org') return true
  const field = Object.hasOwn(declaration.fields, key) ? declaration.fields[key] : undefined
  return field !== undefined && sortable.has(field.kind)
}

/** What a list is sorted by when nobody says: the type's date, else its first column that can be sorted by; the newest year first. */
export function defaultSort(declaration: Declaration): { readonly key: string; readonly descending: boolean } {
  if (declaration.dateField !== undefined && canSort(declaration, declaration.dateField)) return { key: declaration.dateField, descending: true }
  const key = declaration.columns.find((one) => canSort(declaration, one)) ?? 'org'
  return { key, descending: key === 'year' }
}

/** The statements that make the table of a type and its indexes. */
export function tableStatements(declaration: Declaration): readonly string[] {
  const table = tableOf(declaration.type)
  const base = 'n INTEGER PRIMARY KEY, uid TEXT NOT NULL, org TEXT NOT NULL, version BLOB NOT NULL, status TEXT, deleted INTEGER NOT NULL, conflict INTEGER NOT NULL'
  const fields = columnsOf(declaration).map((column) => `${quoted(column.key)} ${column.sql}`)
  return [`CREATE TABLE ${table} (${[base, ...fields].join(', ')})`, ...indexStatements(declaration)]
}

/** Every index ends with the row number by itself, so that pages go on where the last one ended; deleted records are listed rarely and without an index. */
function indexStatements(declaration: Declaration): readonly string[] {
  const table = tableOf(declaration.type)
  const main = defaultSort(declaration).key
  const index = (name: string, keys: readonly string[]): string =>
    `CREATE INDEX ${table}__${name} ON ${table} (${keys.map(quoted).join(', ')}) WHERE deleted = 0`
  const others = declaration.columns.filter((key) => key !== main && key !== 'status' && key !== 'org' && canSort(declaration, key))
  return [
    index('main', [main]),
    ...(main === 'org' ? [] : [index('org', ['org', main])]),
    ...(declaration.firstStatus === undefined ? [] : [index('status', ['status', main])]),
    ...others.map((key) => index(`by_${key}`, [key])),
  ]
}
