/**
 * The limits of saving and importing: the same rows written into the same encrypted tables and indexes by the plainest program there is.
 * Rows are read from a real store and put into a file that the store's own migrations made, ready in memory before the clock starts.
 */
import { randomBytes } from 'node:crypto'
import { cpSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type Database from 'better-sqlite3'
import type { Lookup } from '../shared/facts'
import { declarationOf } from '../shared/records'
import type { Desk } from '../electron/handlers/desk'
import { connect } from '../electron/store/connection'
import { databasePath } from '../electron/store/files-of-store'
import { initialPairs } from '../electron/store/initials'
import { unlockKeyfile } from '../electron/store/keyfile'
import { migrate } from '../electron/store/migrations'
import { searchedTextOf } from '../electron/store/search-index'
import { kindToken, spaced } from '../electron/store/search-text'
import { tableOf } from '../electron/store/typed-schema'
import { folder, password } from './office'
import { timed } from './measure'

type Values = readonly (string | number | Buffer | null)[]
type Row = Readonly<Record<string, string | number | Buffer | null>>

/** Everything that one record has in the tables. */
interface Whole {
  readonly version: Row
  readonly head: Row
  readonly typed: Row
  readonly type: string
  readonly links: readonly Row[]
  /** Rowid, kind, title, body, initials of its search document. */
  readonly document: Values
}

/** Another connection to the store of a desk, for reading its rows. */
export function openRaw(dir: string, readonly = true): Database.Database {
  const key = unlockKeyfile(dir, password)
  if (!key.ok) throw new Error('the bench cannot open its own store')
  return connect(databasePath(dir), key.value, { readonly })
}

function documentOf(desk: Desk, uid: string, n: number, lookup: Lookup): Values {
  const rec = desk.store.get(uid)
  const declaration = rec ? declarationOf(rec.type) : null
  if (!rec || !declaration) return [n, '', '', '', '']
  const { title, body } = searchedTextOf(declaration, rec, lookup)
  const asRow = (declaration.parents ?? []).some((parent) => parent.onDelete === 'cascade')
  const [asTitle, asBody] = asRow ? ['', `${title}\n${body}`] : [title, body]
  return [n, kindToken(rec.type), spaced(asTitle), spaced(asBody), initialPairs(asTitle)]
}

/** The rows of records of a store, in the order of their versions. */
export function rowsOf(desk: Desk, uids: ReadonlySet<string> | null): readonly Whole[] {
  const raw = openRaw(desk.dir)
  const lookup = desk.store.lookup()
  const all = (text: string): Row[] => raw.prepare(text).all() as Row[]
  const versions = new Map(all('SELECT * FROM version WHERE head = 1 ORDER BY v').map((row) => [row['v'], row]))
  const links = new Map<unknown, Row[]>()
  for (const link of all('SELECT * FROM link')) links.set(link['n'], [...(links.get(link['n']) ?? []), link])
  const heads = all('SELECT * FROM head ORDER BY v').filter((head) => uids === null || uids.has(String(head['uid'])))
  const types = new Map([...new Set(heads.map((head) => String(head['type'])))].map((type) => [type, new Map(all(`SELECT * FROM ${tableOf(type)}`).map((row) => [row['n'], row]))]))
  const found = heads.flatMap((head): Whole[] => {
    const type = String(head['type'])
    const version = versions.get(head['v'] ?? null)
    const typed = types.get(type)?.get(head['n'] ?? null)
    return version && typed ? [{ version, head, typed, type, links: links.get(head['n']) ?? [], document: documentOf(desk, String(head['uid']), Number(head['n']), lookup) }] : []
  })
  raw.close()
  return found
}

function inserter(raw: Database.Database): (record: Whole) => void {
  const kept = new Map<string, Database.Statement>()
  const insert = (table: string, row: Row): void => {
    const known = kept.get(table)
    const columns = Object.keys(row)
    const statement = known ?? raw.prepare(`INSERT INTO ${table} (${columns.map((key) => `"${key}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    kept.set(table, statement)
    statement.run(...Object.values(row))
  }
  const search = raw.prepare('INSERT INTO search (rowid, kind, title, body, initials) VALUES (?, ?, ?, ?, ?)')
  return (record) => {
    insert('version', record.version)
    insert('head', record.head)
    insert(tableOf(record.type), record.typed)
    for (const link of record.links) insert('link', link)
    search.run(...record.document)
  }
}

const uidAlphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const anyUid = (): string => [...randomBytes(26)].map((byte) => uidAlphabet[byte % 32]).join('')

/** A writer of saves like `record`, into a copy of the store at `dir` (closed at the time): one full commit each, with its counters. */
export function rawSaves(dir: string, record: Whole): { readonly save: () => number; readonly close: () => void } {
  const copy = path.join(folder(), 'data')
  cpSync(dir, copy, { recursive: true })
  const raw = openRaw(copy, false)
  const insert = inserter(raw)
  const count = raw.prepare('INSERT INTO town (org, changes) VALUES (?, 1) ON CONFLICT (org) DO UPDATE SET changes = changes + 1')
  const clock = raw.prepare(`UPDATE setting SET value = value WHERE key = 'clock'`)
  const next = (column: string, table: string): number => Number(raw.prepare(`SELECT max(${column}) FROM ${table}`).pluck().get())
  let v = next('v', 'version') + 1000
  let n = next('n', 'head') + 1000
  const save = (): number => {
    v += 1
    n += 1
    const [uid, id] = [anyUid(), randomBytes(16)]
    const one: Whole = {
      ...record, version: { ...record.version, v, id, uid }, head: { ...record.head, n, v, uid, version_id: id }, typed: { ...record.typed, n, uid, version: id },
      links: record.links.map((link) => ({ ...link, n })), document: [n, ...record.document.slice(1)],
    }
    return timed(() => {
      raw.transaction(() => {
        insert(one)
        for (const org of ['', String(record.version['org'])]) count.run(org)
        clock.run()
      }).immediate()
    })
  }
  return { save, close: () => { raw.close() } }
}

/** Milliseconds to parse the lines and insert the rows of their records into a fresh file, in one transaction. */
export function rawImport(lines: readonly string[], records: readonly Whole[]): number {
  const raw = connect(path.join(folder(), 'raw.db'), randomBytes(32), { mustExist: false })
  migrate(raw)
  const insert = inserter(raw)
  const ms = timed(() => {
    raw.transaction(() => {
      let parsed = 0
      for (const line of lines) parsed += (JSON.parse(line) as { readonly hlc: number }).hlc > 0 ? 1 : 0
      if (parsed !== lines.length) throw new Error('a line without its clock')
      records.forEach(insert)
    }).immediate()
  })
  raw.close()
  return ms
}

/** Milliseconds to read every living value of the file once: what any statistics must at least do. Opened anew, so that no page is decrypted yet. */
export function rawScan(dir: string): number {
  const raw = openRaw(dir)
  let bytes = 0
  const ms = timed(() => {
    for (const row of raw.prepare('SELECT data FROM version WHERE head = 1 ORDER BY v').raw().iterate() as IterableIterator<[string | null]>) bytes += row[0]?.length ?? 0
  })
  raw.close()
  if (bytes === 0) throw new Error('nothing was read')
  return ms
}

/** An echo in a thread: a question and its answer, as they cross to the store's process. */
export async function roundTrips(times: number, question: unknown): Promise<readonly number[]> {
  const worker = new Worker(`const { parentPort } = require('node:worker_threads'); parentPort.on('message', (m) => parentPort.postMessage(m))`, { eval: true })
  const taken: number[] = []
  for (let at = 0; at < times; at++) {
    const from = performance.now()
    await new Promise((next) => {
      worker.once('message', next)
      worker.postMessage(question)
    })
    taken.push(performance.now() - from)
  }
  await worker.terminate()
  return taken
}
