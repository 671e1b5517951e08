/** Takes a version back that is only here and that nothing was written upon: as if it had never been. What people typed is never taken back. */
import { write, type Core } from './core'
import { project, readData, readHead } from './projection'
import { headsOf } from './take-version'
import { heldColumns, heldHead, idToBytes, type HeldRow } from './version-codec'

/** Answers whether it was taken back: one that is no head, or the record's only one, or that another version has seen, stays. */
export function takeBack(core: Core, id: string): boolean {
  return write(core, (pending) => {
    const { db } = core
    const found = db.sql('SELECT v, uid FROM version WHERE id = ? AND head = 1').get(idToBytes(id)) as { readonly v: number; readonly uid: string } | undefined
    const head = found ? readHead(db, found.uid) : null
    if (!found || !head) return false
    const { uid } = found
    const [first, ...others] = headsOf(core, uid).filter((one) => one.id !== id)
    const written = (db.sql(`SELECT ${heldColumns} FROM version WHERE uid = ?`).all(uid) as HeldRow[]).map(heldHead)
    if (first === undefined || written.some(({ seen }) => seen.includes(id))) return false
    project(core, pending, { uid, type: head.type, org: head.org }, head, [first, ...others], (v) => readData(db, v))
    db.sql('DELETE FROM version WHERE v = ?').run(found.v)
    // What is sent and what is complete changes, even where the record looks the same.
    pending.touched.set(uid, { type: head.type, org: head.org })
    return true
  })
}
