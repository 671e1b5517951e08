/** Makes everything that follows from the versions again: which are heads, head rows, typed rows, links, redirects, search. */
import { heads } from '../../shared/exchange/merge'
import type { Op } from '../../shared/exchange/version'
import { declarations, recordTypes } from '../../shared/records'
import { write, type Core } from './core'
import { project, readData } from './projection'
import { tableOf } from './typed-schema'
import { heldColumns, heldHead, type HeldRow } from './version-codec'

interface Row extends HeldRow {
  readonly uid: string
  readonly type: string
  readonly org: string
  readonly op: Op
}

/** Row numbers are given anew, in the order of the records' first versions. */
export function rebuild(core: Core): void {
  write(core, (pending) => {
    const { db } = core
    for (const text of ['DELETE FROM head', 'DELETE FROM link', 'DELETE FROM redirect', `INSERT INTO search (search) VALUES ('delete-all')`]) db.sql(text).run()
    for (const type of recordTypes) db.raw.exec(`DELETE FROM ${tableOf(declarations[type].type)}`)
    // Copies of what was read under other schemas, and what was counted from them.
    db.sql('DELETE FROM figure').run()
    core.redirects = new Map()
    pending.redirects = true
    core.clock = db.value<number | null>('SELECT max(hlc) FROM version') ?? 0
    const uids = db.column<string>('SELECT uid FROM version GROUP BY uid ORDER BY min(v)')
    for (const uid of uids) rebuildOne(core, uid, (row, all) => project(core, pending, row, null, all, (v) => readData(db, v)))
  })
}

function rebuildOne(core: Core, uid: string, then: (row: Row, all: readonly [ReturnType<typeof heldHead>, ...ReturnType<typeof heldHead>[]]) => void): void {
  const { db } = core
  const rows = db.sql(`SELECT uid, type, org, ${heldColumns} FROM version WHERE uid = ? ORDER BY hlc, id`).all(uid) as Row[]
  const [first, ...others] = heads(rows.map(heldHead))
  const row = rows[0]
  if (!first || !row) return
  const isHead = new Set([first, ...others].map((head) => head.id))
  for (const one of rows) {
    const is = isHead.has(heldHead(one).id) ? 1 : 0
    db.sql('UPDATE version SET head = ? WHERE v = ? AND head <> ?').run(is, one.v, is)
  }
  if (rows.some((one) => one.op === 'erase')) db.sql(`UPDATE version SET data = NULL WHERE uid = ? AND op <> 'erase'`).run(uid)
  then(row, [first, ...others])
}
