/**
 * A page of one type in at most a frame's time, whatever the number of records: the total is counted first (and kept until a record
 * changes); few matches are picked by index and sorted, many are met soon when walking along the index of the order. Pages go on from
 * the last row's value and number, empty values last in either direction.
 */
import { createHash } from 'node:crypto'
import { compareKeys, orderKey } from '../../shared/parse/natural-order'
import type { Declaration } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import { isOwnKey } from '../../shared/records/own-fields'
import { assertNever, fail, ok, type Result } from '../../shared/result'
import type { Core } from './core'
import { conditionsOf, type Condition, type Sql } from './list-where'
import { readRow } from './read-record'
import type { ListQuery, Page } from './store'
import { canSort, defaultSort, quoted, tableOf } from './typed-schema'

/** Matches that are sorted rather than walked to. */
const few = 2000

interface Cursor {
  /** Fingerprint of the query that made it. */
  readonly q: string
  /** Value of the sort column in the last row, null = among the empty ones. */
  readonly v: string | number | null
  /** Row number of the last row: a cursor is of this file alone. */
  readonly n: number
}

interface Order {
  readonly key: string
  readonly descending: boolean
}

interface Found {
  readonly n: number
  readonly value: string | number | null
}

/** A list in the order of people: numbers in names counted, names by their sound (shared/parse/natural-order). Made once, paged often. */
interface Ordered {
  readonly fingerprint: string
  readonly rows: readonly Found[]
}

export interface Lists {
  list(type: string, query: ListQuery): Result<Page>
  /** Totals are counted anew after a change. */
  forget(): void
}

const encode = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url')

function decode(text: string, fingerprint: string): Cursor | null {
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    // Whatever is no cursor of ours gets the same answer.
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { q, v, n } = value as Partial<Cursor>
  const isValue = v === null || typeof v === 'string' || typeof v === 'number'
  return q === fingerprint && isValue && Number.isSafeInteger(n) ? { q, v, n: n as number } : null
}

function orderOf(declaration: Declaration, query: ListQuery): Result<Order> {
  const usual = defaultSort(declaration)
  const key = query.sort ?? usual.key
  if (!canSort(declaration, key) && !isOwnKey(key)) return fail('unknown-field', { field: key })
  return ok({ key, descending: query.descending ?? (query.sort === undefined ? usual.descending : false) })
}

const joined = (parts: readonly Sql[]): Sql => ({ text: parts.length === 0 ? '1' : parts.map((part) => part.text).join(' AND '), values: parts.flatMap((part) => part.values) })

function countOf(core: Core, table: string, conditions: readonly Condition[]): number {
  const [first, second, ...others] = conditions
  const alone = first?.pick.text === 't.deleted = 0' && others.length === 0 ? second?.count : undefined
  if (alone) return core.db.value<number>(alone.text, ...alone.values) ?? 0
  const where = joined(conditions.map((condition) => condition.pick))
  return core.db.value<number>(`SELECT count(*) FROM ${table} t WHERE ${where.text}`, ...where.values) ?? 0
}

/** The order of a list in stretches, each of which an index serves: the rest of the last row's value, what lies beyond it, the empty ones. */
type Stretch = 'rest' | 'beyond' | 'all' | 'empty' | 'rest-empty'

function stretchesFrom(cursor: Cursor | null): readonly Stretch[] {
  if (!cursor) return ['all', 'empty']
  return cursor.v === null ? ['rest-empty'] : ['rest', 'beyond', 'empty']
}

function stretchSql(stretch: Stretch, column: string, row: string, order: Order, cursor: Cursor | null): Sql {
  const after = order.descending ? '<' : '>'
  switch (stretch) {
    case 'rest': return { text: `${column} = ? AND ${row} ${after} ?`, values: [cursor?.v ?? null, cursor?.n ?? null] }
    case 'beyond': return { text: `${column} ${after} ?`, values: [cursor?.v ?? null] }
    case 'all': return { text: `${column} IS NOT NULL`, values: [] }
    case 'empty': return { text: `${column} IS NULL`, values: [] }
    case 'rest-empty': return { text: `${column} IS NULL AND ${row} ${after} ?`, values: [cursor?.n ?? null] }
    default: return assertNever(stretch)
  }
}

function rowsOf(core: Core, table: string, conditions: readonly Condition[], order: Order, total: number, stretch: Stretch, cursor: Cursor | null, limit: number): readonly Found[] {
  // Where few are picked, the order must not lead the planner to its index.
  const picks = total <= few
  const plus = picks ? '+' : ''
  const column = `${plus}t.${quoted(order.key)}`
  const row = `${plus}t.n`
  const direction = order.descending ? 'DESC' : 'ASC'
  const where = joined([...conditions.map((condition) => (picks ? condition.pick : condition.walk)), stretchSql(stretch, column, row, order, cursor)])
  return core.db.sql(`SELECT t.n AS n, t.${quoted(order.key)} AS value FROM ${table} t WHERE ${where.text} ORDER BY ${column} ${direction}, ${row} ${direction} LIMIT ?`)
    .all(...where.values, limit) as Found[]
}

/** Texts of a list that is not long stand as people count them; a field of the office's own has no column, so its values are read. */
const isReadOrder = (declaration: Declaration, key: string, total: number, values: ListQuery['values']): boolean =>
  isOwnKey(key) || (total <= few && values !== undefined) || (total <= few && ['text', 'longText'].includes(declaration.fields[key]?.kind ?? ''))

interface Keyed extends Found {
  /** What it is put in order by; '' = empty. */
  readonly key: string | number
}

const keyed = ({ n, value }: Found): Keyed => ({ n, value, key: typeof value === 'string' ? orderKey(value) : (value ?? '') })

/** Empty values last in either direction. */
function compareRows(a: Keyed, b: Keyed, descending: boolean): number {
  const turn = descending ? -1 : 1
  if (a.key === '' || b.key === '') return a.key === b.key ? turn * (a.n - b.n) : a.key === '' ? 1 : -1
  const values = typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : compareKeys(String(a.key), String(b.key))
  return turn * (values || a.n - b.n)
}

/** Every match with its value, in order. */
function orderedRows(core: Core, table: string, conditions: readonly Condition[], order: Order, values: ListQuery['values']): readonly Found[] {
  const where = joined(conditions.map((condition) => condition.pick))
  const own = isOwnKey(order.key)
  const value = own ? `json_extract(v.data, '$.${order.key}')` : `t.${quoted(order.key)}`
  const from = own ? `${table} t JOIN head h ON h.n = t.n JOIN version v ON v.v = h.v` : `${table} t`
  const rows = core.db.sql(`SELECT t.n AS n, t.uid AS uid, ${value} AS value FROM ${from} WHERE ${where.text}`).all(...where.values) as (Found & { readonly uid: string })[]
  const found = values === undefined ? rows : rows.map(({ n, uid }) => ({ n, value: values.get(uid) ?? null }))
  return found.map(keyed).sort((a, b) => compareRows(a, b, order.descending))
}

interface Numbered {
  readonly n: number
  readonly day: string | null
  readonly parent: string | null
  readonly no: number | null
}

/** What is numbered within its parent stands by it, the newest first, and in it by its number, else as it was put in; the value is the place. */
function numberedRows(core: Core, declaration: Declaration, parentKey: string, conditions: readonly Condition[]): readonly Found[] {
  const table = tableOf(declaration.type)
  const where = joined(conditions.map((condition) => condition.pick))
  const parents = (declaration.fields[parentKey]?.to ?? []).flatMap((type) => {
    const day = declarationOf(type)?.dateField
    return day === undefined ? [] : [`(SELECT p.${quoted(day)} FROM ${tableOf(type)} p WHERE p.n = (SELECT h.n FROM head h WHERE h.uid = t.${quoted(parentKey)}))`]
  })
  const day = parents.length === 0 ? 'NULL' : `coalesce(${[...parents, 'NULL'].join(', ')})`
  const rows = core.db.sql(`SELECT t.n AS n, t.${quoted(parentKey)} AS parent, ${declaration.fields['no'] === undefined ? 'NULL' : 't."no"'} AS no, ${day} AS day FROM ${table} t WHERE ${where.text}`).all(...where.values) as Numbered[]
  const order = (a: Numbered, b: Numbered): number =>
    compareText(b.day ?? '', a.day ?? '') || compareText(a.parent ?? '', b.parent ?? '') || (a.no ?? Number.MAX_SAFE_INTEGER) - (b.no ?? Number.MAX_SAFE_INTEGER) || a.n - b.n
  return rows.sort(order).map(({ n }, place) => ({ n, value: place }))
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Where the page begins: after the row of the cursor, or after its place where that row is gone. */
function placeAfter(rows: readonly Found[], { n, v }: Cursor, descending: boolean): number {
  const at = rows.findIndex((row) => row.n === n)
  const last = keyed({ n, value: v })
  return 1 + (at >= 0 ? at : rows.findLastIndex((row) => compareRows(keyed(row), last, descending) <= 0))
}

export function listsOf(core: Core): Lists {
  const totals = new Map<string, number>()
  let ordered: Ordered | null = null

  const inOrder = (fingerprint: string, cursor: Cursor | null, descending: boolean, read: () => readonly Found[]): readonly Found[] => {
    if (ordered?.fingerprint !== fingerprint) ordered = { fingerprint, rows: read() }
    const { rows } = ordered
    return cursor === null ? rows : rows.slice(placeAfter(rows, cursor, descending))
  }

  const page = (declaration: Declaration, query: ListQuery, order: Order, fingerprint: string): Result<Page> => {
    const cursor = query.after === undefined ? null : decode(query.after, fingerprint)
    if (query.after !== undefined && !cursor) return fail('bad-input', { field: 'after' })
    const asked = conditionsOf(core, declaration, query)
    if (!asked.ok) return asked
    if (asked.value.nothing) return ok({ rows: [], next: null, total: 0 })
    const table = tableOf(declaration.type)
    const { conditions } = asked.value
    const total = totals.get(fingerprint) ?? countOf(core, table, conditions)
    if (totals.size > 500) totals.clear()
    totals.set(fingerprint, total)
    const limit = Math.max(1, Math.min(query.limit ?? 50, 1000))
    const found: Found[] = []
    const parentKey = query.sort === undefined && total <= few ? declaration.numberedWithin : undefined
    if (total > 0 && parentKey !== undefined) found.push(...inOrder(fingerprint, cursor, false, () => numberedRows(core, declaration, parentKey, conditions)).slice(0, limit + 1))
    else if (total > 0 && isReadOrder(declaration, order.key, total, query.values)) found.push(...inOrder(fingerprint, cursor, order.descending, () => orderedRows(core, table, conditions, order, query.values)).slice(0, limit + 1))
    else if (total > 0) for (const stretch of stretchesFrom(cursor)) if (found.length <= limit) found.push(...rowsOf(core, table, conditions, order, total, stretch, cursor, limit + 1 - found.length))
    const last = found[limit - 1]
    const more = found.length > limit && last !== undefined
    const rows = found.slice(0, limit).map((one) => readRow(core, one.n)).filter((rec) => rec !== null)
    return ok({ rows, next: more ? encode({ q: fingerprint, v: last.value, n: last.n }) : null, total })
  }

  return {
    list: (type, query) => {
      const declaration = declarationOf(type)
      if (!declaration) return fail('unknown-type', { detail: { type } })
      const order = orderOf(declaration, query)
      if (!order.ok) return order
      const { after: _after, limit: _limit, values, ...rest } = query
      const fingerprint = createHash('sha256').update(JSON.stringify([type, order.value, rest, ...(values ?? [])])).digest('base64url').slice(0, 16)
      return page(declaration, query, order.value, fingerprint)
    },
    forget: () => {
      totals.clear()
      ordered = null
    },
  }
}
