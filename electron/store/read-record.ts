/** Reads records and their histories. A record is the content of its winning version with the flags of its heads. */
import type { Op } from '../../shared/exchange/version'
import { winner } from '../../shared/exchange/merge'
import type { Rec } from '../../shared/record'
import { contentOf, intoOf, leavesRecord, makeRec, reasonOf } from './content'
import type { Core } from './core'
import type { Bind } from './db'
import type { HistoryEntry } from './store'
import { tableOf } from './typed-schema'
import { heldHead, idOf, parseData, readValues, unpackIds, type HeldRow } from './version-codec'

interface WinnerRow {
  readonly uid: string
  readonly type: string
  readonly org: string
  readonly id: Buffer
  readonly op: Op
  readonly sv: number
  readonly data: string | null
  readonly conflict: number
}

const winnerColumns = 'h.uid, h.type, h.org, h.version_id AS id, h.op, h.conflict, v.sv, v.data'

export function recOf(core: Pick<Core, 'redirects'>, row: WinnerRow): Rec {
  const living = leavesRecord(row.op) && !core.redirects.has(row.uid)
  return makeRec({ uid: row.uid, type: row.type, org: row.org, version: idOf(row.id), data: readValues(row.type, row.sv, row.data), living, conflict: row.conflict === 1 })
}

/** The record itself, deleted or not; null when no version of it is held. */
export function readRecord(core: Pick<Core, 'db' | 'redirects'>, uid: string): Rec | null {
  const row = core.db.sql(`SELECT ${winnerColumns} FROM head h JOIN version v ON v.v = h.v WHERE h.uid = ?`).get(uid) as WinnerRow | undefined
  return row ? recOf(core, row) : null
}

/** The record by its row number. */
export function readRow(core: Pick<Core, 'db' | 'redirects'>, n: number): Rec | null {
  const row = core.db.sql(`SELECT ${winnerColumns} FROM head h JOIN version v ON v.v = h.v WHERE h.n = ?`).get(n) as WinnerRow | undefined
  return row ? recOf(core, row) : null
}

/** Living records of one type that fit a condition on its table `t`, by id. */
export function readWhere(core: Core, type: string, condition: string, values: readonly Bind[]): readonly Rec[] {
  const rows = core.db.sql(
    `SELECT ${winnerColumns} FROM ${tableOf(type)} t JOIN head h ON h.n = t.n JOIN version v ON v.v = h.v
     WHERE t.deleted = 0 AND (${condition}) ORDER BY +t.uid`,
  ).all(...values) as WinnerRow[]
  return rows.map((row) => recOf(core, row))
}

interface HistoryRow extends HeldRow {
  readonly type: string
  readonly sv: number
  readonly data: string | null
  readonly by_user: string
  readonly at_local: string
  readonly received_in: string | null
  readonly head: number
}

const historyText = 'SELECT v, id, op, seen, hlc, dh, type, sv, data, by_user, at_local, received_in, head FROM version WHERE uid = ?'

/** Keys whose values differ. */
function changedKeys(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): readonly string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].filter((key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null)).sort()
}

function entries(rows: readonly HistoryRow[]): readonly HistoryEntry[] {
  const sorted = [...rows].sort((a, b) => b.hlc - a.hlc || Buffer.compare(b.id, a.id))
  const contents = new Map(sorted.map((row) => [idOf(row.id), contentOf(readValues(row.type, row.sv, row.data))]))
  return sorted.map((row) => {
    const seen = new Set(unpackIds(row.seen))
    const earlier = sorted.find((other) => seen.has(idOf(other.id)))
    const id = idOf(row.id)
    const data = parseData(row.data)
    const reason = reasonOf(data)
    const into = intoOf(data)
    const content = contents.get(id) ?? {}
    return {
      id, op: row.op, by: row.by_user, at: row.at_local, data: row.data === null ? null : content,
      ...(reason === '' ? {} : { reason }), ...(into === '' ? {} : { into }),
      // A blanked version differs from nothing: what it held is not known any more.
      changed: row.data === null || (earlier && earlier.data === null) ? [] : changedKeys(earlier ? (contents.get(idOf(earlier.id)) ?? {}) : {}, content),
      head: row.head === 1, hlc: row.hlc, received_in: row.received_in,
    }
  })
}

/** All versions held, newest first. */
export const readHistory = (core: Pick<Core, 'db'>, uid: string): readonly HistoryEntry[] => entries(core.db.sql(historyText).all(uid) as HistoryRow[])

/** All heads, the winner first. */
export function readHeads(core: Pick<Core, 'db'>, uid: string): readonly HistoryEntry[] {
  const rows = core.db.sql(historyText).all(uid) as HistoryRow[]
  const [first, ...others] = rows.filter((row) => row.head === 1).map(heldHead)
  if (!first) return []
  const best = winner([first, ...others]).id
  return entries(rows).filter((entry) => entry.head).sort((a, b) => Number(b.id === best) - Number(a.id === best))
}
