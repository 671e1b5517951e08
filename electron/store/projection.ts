/**
 * Writes what is made from the winning version of a record: its head row, its typed row and its links. Everything here is a function
 * of the record's heads and of the redirects, so that a rebuild gives the same rows in any order.
 */
import type { WireData } from '../../shared/exchange/canon'
import { view } from '../../shared/exchange/merge'
import type { Op } from '../../shared/exchange/version'
import type { Declaration } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import { contentOf, leavesRecord, linksOf, makeRec, type Link } from './content'
import type { Core, Pending } from './core'
import type { Bind, Db } from './db'
import { sqlLookup } from './lookup'
import { columnsOf, quoted, tableOf } from './typed-schema'
import { readValues, type HeldHead } from './version-codec'

/** A record's row in the head table. */
export interface HeadRow {
  readonly n: number
  readonly type: string
  readonly org: string
  readonly v: number
  readonly op: Op
  readonly conflict: number
  readonly deleted: number
}

export const readHead = (db: Db, uid: string): HeadRow | null =>
  (db.sql('SELECT n, type, org, v, op, conflict, deleted FROM head WHERE uid = ?').get(uid) as HeadRow | undefined) ?? null

/** What a record looked like before and after; null = there was none. */
export interface Projected {
  readonly before: 'living' | 'gone' | null
  readonly after: 'living' | 'gone'
  readonly conflict: boolean
  readonly conflictBefore: boolean
  /** The record looks different from before: other values, or another flag. */
  readonly changed: boolean
}

const insertTexts = new WeakMap<Declaration, { readonly fresh: string; readonly again: string }>()

function insertText(declaration: Declaration): { readonly fresh: string; readonly again: string } {
  const known = insertTexts.get(declaration)
  if (known !== undefined) return known
  const names = ['n', 'uid', 'org', 'version', 'status', 'deleted', 'conflict', ...columnsOf(declaration).map((column) => quoted(column.key))]
  const rest = `INTO ${tableOf(declaration.type)} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
  // Where a row may be replaced, SQLite keeps the pages of every statement for taking it back: a new row is only put in.
  const texts = { fresh: `INSERT OR IGNORE ${rest}`, again: `INSERT OR REPLACE ${rest}` }
  insertTexts.set(declaration, texts)
  return texts
}

/** A value as its column holds it: flags as 0 and 1, lists as JSON. Content of an unexpected kind is kept as JSON text, never refused. */
export function columnValue(value: unknown): Bind {
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  return JSON.stringify(value)
}

export function writeTyped(db: Db, declaration: Declaration, row: { readonly n: number; readonly uid: string; readonly org: string; readonly version: Buffer; readonly living: boolean; readonly conflict: boolean; readonly fresh: boolean }, data: WireData): void {
  const status = data['status']
  const values = columnsOf(declaration).map((column) => columnValue(data[column.key]))
  const { fresh, again } = insertText(declaration)
  const all: readonly Bind[] = [row.n, row.uid, row.org, row.version, typeof status === 'string' ? status : null, row.living ? 0 : 1, row.conflict ? 1 : 0, ...values]
  // In a damaged file the number of a new record may stand in its table already, with a row of nobody.
  if (!row.fresh || db.sql(fresh).run(...all).changes === 0) db.sql(again).run(...all)
}

function writeLinks(db: Db, type: string, n: number, before: readonly Link[], after: readonly Link[]): void {
  const insert = (link: Link): void => { db.sql('INSERT OR IGNORE INTO link (to_uid, type, field, n) VALUES (?, ?, ?, ?)').run(link.to, type, link.field, n) }
  if (before.length === 0) {
    after.forEach(insert)
    return
  }
  const key = (link: Link): string => `${link.field} ${link.to}`
  const kept = new Set(after.map(key))
  const had = new Set(before.map(key))
  for (const link of before) if (!kept.has(key(link))) db.sql('DELETE FROM link WHERE to_uid = ? AND type = ? AND field = ? AND n = ?').run(link.to, type, link.field, n)
  for (const link of after) if (!had.has(key(link))) insert(link)
}

export interface Subject {
  readonly uid: string
  readonly type: string
  readonly org: string
}

/**
 * Makes head row, typed row and links of a record from its heads. `dataOf` gives the content of a version by its row number (the one just
 * written is at hand; others are read). `old` is the head row as it stands.
 */
export function project(core: Core, pending: Pending, subject: Subject, old: HeadRow | null, all: readonly [HeldHead, ...HeldHead[]], dataOf: (v: number) => WireData): Projected {
  const { db } = core
  const { uid, type, org } = subject
  const { winner, conflict, deleted } = view(all)
  const redirected = core.redirects.has(uid)
  const living = leavesRecord(winner.op) && !redirected
  const wasLiving = old !== null && leavesRecord(old.op) && !redirected
  const same = old !== null && old.v === winner.v && old.conflict === Number(conflict) && old.deleted === Number(deleted)
  if (same) return { before: wasLiving ? 'living' : 'gone', after: living ? 'living' : 'gone', conflict, conflictBefore: conflict, changed: false }

  if (winner.op === 'merge' || old?.op === 'merge') pending.redirects = true
  const n = old ? old.n : Number(db.sql('INSERT INTO head (uid, type, org, version_id, v, op, conflict, deleted, hlc) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(uid, type, org, winner.bytes, winner.v, winner.op, Number(conflict), Number(deleted), winner.hlc).lastInsertRowid)
  if (old) db.sql('UPDATE head SET org = ?, version_id = ?, v = ?, op = ?, conflict = ?, deleted = ?, hlc = ? WHERE n = ?').run(org, winner.bytes, winner.v, winner.op, Number(conflict), Number(deleted), winner.hlc, n)

  const declaration = declarationOf(type)
  if (declaration) {
    const data = dataOf(winner.v)
    const before = old ? dataOf(old.v) : {}
    writeTyped(db, declaration, { n, uid, org, version: winner.bytes, living, conflict, fresh: old === null }, data)
    writeLinks(db, type, n, wasLiving ? linksOf(declaration, before) : [], living ? linksOf(declaration, data) : [])
    const atHand = living && pending.unindexed.size < mostAtHand
    pending.unindexed.set(uid, { n, fresh: old === null, rec: atHand ? makeRec({ uid, type, org, version: winner.id, data, living, conflict }) : null })
    if (living !== wasLiving || shownElsewhere(core, declaration, before) !== shownElsewhere(core, declaration, data)) pending.retitled.add(uid)
  }
  pending.touched.set(uid, { type, org })
  const changed = old === null || old.conflict !== Number(conflict) || old.op !== winner.op || contentHash(db, old.v) !== winner.dh
  return { before: old ? (wasLiving ? 'living' : 'gone') : null, after: living ? 'living' : 'gone', conflict, conflictBefore: old?.conflict === 1, changed }
}

/** Two computers that entered the same have two versions of one content. */
const contentHash = (db: Db, v: number): string => db.value<Buffer>('SELECT dh FROM version WHERE v = ?', v)?.toString('hex') ?? ''

/** Records kept for the search index within one transaction; a larger import reads the rest again. */
const mostAtHand = 20_000

/** Fields by which others call a record (shared/records/names). */
const nameFields = ['title', 'name', 'topic', 'subject', 'item', 'problem', 'content', 'no', 'person', 'mandate', 'term', 'session', 'event'] as const

/** What others show of a record. An edit that leaves it alone concerns the record's own search document only. */
function shownElsewhere(core: Core, declaration: Declaration, data: WireData): string {
  const content = contentOf(data)
  return JSON.stringify([declaration.title(content, sqlLookup(core)), ...nameFields.map((key) => content[key] ?? null)])
}

/** Makes the typed row and the links again after a redirect of this record came or went. `living` as it is now. */
export function setLiving(core: Core, pending: Pending, uid: string, living: boolean): void {
  const { db } = core
  const row = db.sql('SELECT h.n, h.type, h.org, h.version_id, h.conflict, v.sv, v.data FROM head h JOIN version v ON v.v = h.v WHERE h.uid = ?').get(uid) as
    { readonly n: number; readonly type: string; readonly org: string; readonly version_id: Buffer; readonly conflict: number; readonly sv: number; readonly data: string | null } | undefined
  const declaration = row ? declarationOf(row.type) : null
  if (!row || !declaration) return
  const data = readValues(row.type, row.sv, row.data)
  const was = db.value<number>(`SELECT deleted FROM ${tableOf(row.type)} WHERE n = ?`, row.n) === 0
  writeTyped(db, declaration, { n: row.n, uid, org: row.org, version: row.version_id, living, conflict: row.conflict === 1, fresh: false }, data)
  writeLinks(db, row.type, row.n, was ? linksOf(declaration, data) : [], living ? linksOf(declaration, data) : [])
  pending.unindexed.set(uid, { n: row.n, fresh: false, rec: null })
  pending.retitled.add(uid)
  pending.touched.set(uid, { type: row.type, org: row.org })
}

/** The content of a version by its row number. */
export function readData(db: Db, v: number): WireData {
  const row = db.sql('SELECT type, sv, data FROM version WHERE v = ?').get(v) as { readonly type: string; readonly sv: number; readonly data: string | null } | undefined
  return row ? readValues(row.type, row.sv, row.data) : {}
}

