/** The conditions of a list as SQL. Values are always bound; names come from declarations only. */
import type { Declaration } from '../../shared/record'
import { fail, ok, type Result } from '../../shared/result'
import { namesOf, resolve, type Core } from './core'
import type { Bind } from './db'
import { searchQuery } from './search-text'
import type { ListQuery } from './store'
import { quoted } from './typed-schema'

export interface Sql {
  readonly text: string
  readonly values: readonly Bind[]
}

/**
 * One condition in two forms: `pick` finds its records by an index, `walk` only tests the row at hand (the unary plus keeps the planner
 * from using an index), while the list walks along the index of its order. `count`: where the condition alone can be counted faster.
 */
export interface Condition {
  readonly pick: Sql
  readonly walk: Sql
  readonly count?: Sql
}

const condition = (text: (guard: '+' | '') => string, values: readonly Bind[] = []): Condition =>
  ({ pick: { text: text(''), values }, walk: { text: text('+'), values } })

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/** Column equal to a text, a number or a flag; '' = empty. */
function plainEquals(key: string, kind: string, value: string): Result<Condition> {
  const column = `t.${quoted(key)}`
  if (value === '') return ok(condition((guard) => `(${guard}${column} IS NULL OR ${guard}${column} = '' OR ${guard}${column} = '[]')`))
  if (kind === 'flag') return ok(condition((guard) => (value === 'true' ? `${guard}${column} = 1` : `(${guard}${column} IS NULL OR ${guard}${column} = 0)`)))
  if (kind === 'int' || kind === 'money') {
    const number = Number(value)
    return Number.isSafeInteger(number) ? ok(condition((guard) => `${guard}${column} = ?`, [number])) : fail('bad-number', { field: key })
  }
  return ok(condition((guard) => `${guard}${column} = ?`, [value]))
}

const dated: ReadonlySet<string> = new Set(['date', 'month', 'ym'])

/** `start_on.year` = 2025: the days of one year, as a range that an index serves. */
function yearEquals(key: string, value: string): Result<Condition> {
  if (!/^\d{4}$/u.test(value)) return fail('bad-number', { field: key })
  const column = `t.${quoted(key)}`
  return ok(condition((guard) => `(${guard}${column} >= ? AND ${guard}${column} < ?)`, [value, String(Number(value) + 1)]))
}

/** A reference, by the table of links: it knows lists, rows and duplicates. Deleted records have no links and are compared by column. */
function refers(core: Core, declaration: Declaration, key: string, value: string, living: boolean): Condition {
  const names = namesOf(core, resolve(core, value))
  const column = `t.${quoted(key.split('.')[0] ?? key)}`
  const kind = declaration.fields[key]?.kind
  const byColumn: Sql = kind === 'ref' || kind === 'file'
    ? { text: `+${column} IN (${marks(names)})`, values: names }
    : { text: `(${names.map(() => `instr(${column}, ?) > 0`).join(' OR ')})`, values: names }
  if (!living) return { pick: byColumn, walk: byColumn }
  const links = `FROM link WHERE to_uid IN (${marks(names)}) AND type = ? AND field = ?`
  const values = [...names, declaration.type, key]
  return { pick: { text: `t.n IN (SELECT n ${links})`, values }, walk: byColumn, count: { text: `SELECT count(DISTINCT n) ${links}`, values } }
}

function whereCondition(core: Core, declaration: Declaration, key: string, value: string, living: boolean): Result<Condition> {
  if (key === 'status' || key === 'org') return ok(condition((guard) => `${guard}t.${key} = ?`, [value]))
  const [outer = '', inner] = key.split('.')
  const field = Object.hasOwn(declaration.fields, outer) ? declaration.fields[outer] : undefined
  if (!field || field.kind === 'derived') return fail('unknown-field', { field: key })
  if (inner === 'year' && dated.has(field.kind)) return yearEquals(outer, value)
  if (inner !== undefined) {
    const kind = field.kind === 'list' ? field.items?.[inner]?.kind : undefined
    return kind === 'ref' || kind === 'file' ? ok(refers(core, declaration, key, value, living)) : fail('unknown-field', { field: key })
  }
  const isReference = ['ref', 'refs', 'file', 'files'].includes(field.kind)
  return isReference && value !== '' ? ok(refers(core, declaration, key, value, living)) : plainEquals(outer, field.kind, value)
}

/** All conditions of a query; `unknown-field`, `bad-number`. `nothing` = the words cannot be found in any record. */
export function conditionsOf(core: Core, declaration: Declaration, query: ListQuery): Result<{ readonly conditions: readonly Condition[]; readonly nothing: boolean }> {
  const deleted = query.deleted ?? 'without'
  const conditions: Condition[] = []
  // Literal, because the indexes are made for it.
  if (deleted !== 'with') conditions.push(condition(() => `t.deleted = ${deleted === 'only' ? 1 : 0}`))
  if (query.org !== undefined) conditions.push(condition((guard) => `${guard}t.org = ?`, [query.org]))
  if (query.only) conditions.push(condition((guard) => `${guard}t.uid IN (SELECT value FROM json_each(?))`, [JSON.stringify(query.only)]))
  if (query.status) conditions.push(condition((guard) => `${guard}t.status IN (${marks(query.status ?? [])})`, query.status))
  for (const [key, value] of Object.entries(query.where ?? {})) {
    const found = whereCondition(core, declaration, key, value, deleted === 'without')
    if (!found.ok) return found
    conditions.push(found.value)
  }
  const text = query.text?.trim() ?? ''
  if (text !== '') {
    const words = searchQuery(text, { kind: declaration.type })
    if (words === null) return ok({ conditions, nothing: true })
    const matches = 'FROM search WHERE search MATCH ?'
    const found = condition((guard) => `${guard}t.n IN (SELECT rowid ${matches})`, [words])
    // The index holds living records only.
    conditions.push(deleted === 'without' ? { ...found, count: { text: `SELECT count(*) ${matches}`, values: [words] } } : found)
  }
  return ok({ conditions, nothing: false })
}
