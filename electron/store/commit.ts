/** The one door: every change of records passes here, all of a commit or nothing, in one transaction. */
import { assertNever, ok, type Result } from '../../shared/result'
import type { Actor, Change, CommitDone } from './change'
import { deleteChange } from './commit-delete'
import { mergeRecords } from './commit-merge'
import { putRecord, revertRecord } from './commit-put'
import { write, type Core, type Pending } from './core'
import { current, writeVersion, type Door } from './door'
import { Refused, storeFailure } from './failure'
import { goesOn, oneOfSeveral } from './together'

/** Erases: the new version says so, and every version held of the record loses its values. Drafts of it go too. */
function eraseRecord(door: Door, change: Extract<Change, { op: 'erase' }>): string {
  const rec = current(door, change.uid)
  writeVersion(door, { uid: rec.id, type: rec.type, org: rec.org }, 'erase', {}, change.reason === undefined ? {} : { reason: change.reason })
  door.core.db.sql('DELETE FROM draft WHERE record = ?').run(rec.id)
  return rec.id
}

/** Makes one change and returns the id of the record that it leaves. */
function apply(door: Door, change: Change): string {
  switch (change.op) {
    case 'put': return putRecord(door, change)
    case 'del': return deleteChange(door, change)
    case 'merge': return mergeRecords(door, change)
    case 'erase': return eraseRecord(door, change)
    case 'revert': return revertRecord(door, change)
    default: return assertNever(change)
  }
}

function applyAll(door: Door, changes: readonly Change[]): readonly string[] {
  return changes.map((change, index) => {
    try {
      return apply(door, change)
    } catch (error) {
      // Which one was refused; the throw goes on and rolls everything back.
      if (error instanceof Refused) throw new Refused({ ...error.failure, detail: { ...error.failure.detail, index } })
      throw error
    }
  })
}

/** See `Store.commit`. Faults of disk and database come back as failures too; the caller's data is as it was. */
export function commit(core: Core, actor: Actor, changes: readonly Change[]): Result<CommitDone> {
  try {
    const work = (pending: Pending) => {
      const door: Door = { core, pending, actor, written: [], met: [] }
      return { door, ids: applyAll(door, changes) }
    }
    const done = core.near && core.pending ? oneOfSeveral(core, core.pending, core.near, work) : write(core, work)
    const recs = done.ids.map((id) => core.read(id)).filter((rec) => rec !== null)
    return ok({ versions: done.door.written, recs, met: done.door.met })
  } catch (error) {
    const failure = storeFailure(error)
    if (failure.code === 'internal' || (core.pending && !(core.near && goesOn(core, error)))) throw error
    return failure
  }
}
