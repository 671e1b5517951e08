/**
 * Takes one version into the raw layer, whoever wrote it: the merge rule decides whether it is a head or history, and the record's rows
 * follow. The only place that inserts versions. Order and repetition make no difference.
 */
import { applyVersion, type HeadLike } from '../../shared/exchange/merge'
import { follow } from '../../shared/exchange/clock'
import type { Core, Pending } from './core'
import type { StoredVersion } from './exchange-store'
import { dropKept } from './kept-facts'
import { project, readData, type HeadRow, type Projected } from './projection'
import { heldColumns, heldHead, idToBytes, readValues, rowValues, sameRow, versionColumns, type HeldHead, type HeldRow } from './version-codec'

/** What taking a version did: null = a version of this id was held already. */
export type Taken = Projected | null

export function headsOf(core: Core, uid: string): readonly HeldHead[] {
  return (core.db.sql(`SELECT ${heldColumns} FROM version WHERE uid = ? AND head = 1`).all(uid) as HeldRow[]).map(heldHead)
}

// An id stands for one version for ever: a line that bears the id of another record's version is not taken.
const insertText = `INSERT INTO version (${versionColumns}, received_in, head) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`

/** `head` is the record's head row as it stands: a record without one is new, and nothing of it needs to be looked up. */
export function takeVersion(core: Core, pending: Pending, { meta, text, row }: StoredVersion, receivedIn: string | null, head: HeadRow | null): Taken {
  const { db } = core
  const bytes = row?.id ?? idToBytes(meta.id)
  if (head && db.value('SELECT 1 FROM version WHERE id = ?', bytes) !== undefined) return null
  const held = head ? headsOf(core, meta.uid) : []
  const isHead = applyVersion<HeadLike>(held, meta).kind === 'head'
  const wasErased = held.some((one) => one.op === 'erase')
  const kept = wasErased && meta.op !== 'erase' ? null : text
  const inserted = db.sql(insertText).run(...(row ? sameRow(row, kept) : rowValues(meta, kept)), receivedIn, isHead ? 1 : 0)
  if (inserted.changes === 0) return null
  const v = Number(inserted.lastInsertRowid)
  core.clock = follow(core.clock, meta.hlc)

  const applied = applyVersion<HeldHead>(held, { v, bytes, id: meta.id, op: meta.op, seen: meta.seen, hlc: meta.hlc, dh: meta.dh })
  const all: readonly HeldHead[] = applied.kind === 'head' ? applied.heads : held
  if (applied.kind === 'head') for (const one of applied.replaced) db.sql('UPDATE version SET head = 0 WHERE v = ?').run(one.v)
  const [first, ...others] = all
  if (!first) throw new Error('a record without heads')
  const data = readValues(meta.type, meta.sv, kept)
  const projected = project(core, pending, meta, head, [first, ...others], (at) => (at === v ? data : readData(db, at)))
  // Last, because the links of the old content had to be read before it is gone.
  if (meta.op === 'erase') {
    db.sql(`UPDATE version SET data = NULL WHERE uid = ? AND op <> 'erase'`).run(meta.uid)
    dropKept(core)
  }
  // What arrived changes what is sent and what is complete, even where the record looks the same.
  if (!pending.touched.has(meta.uid)) pending.touched.set(meta.uid, { type: meta.type, org: meta.org })
  return projected
}
