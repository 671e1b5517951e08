/** Deleting: a tombstone with a reason. What refers to the record is refused, deleted with it or kept, as its declaration says. */
import type { Rec } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import type { Change } from './change'
import { dataOf } from './change'
import { namesOf, type Core } from './core'
import { current, declared, refuse, writeVersion, type Door } from './door'

export interface Referrer {
  readonly id: string
  readonly type: string
  readonly field: string
}

/** Living records that refer to this one or to a duplicate merged into it. */
export function referrersOf(core: Core, uid: string): readonly Referrer[] {
  const names = namesOf(core, uid)
  const rows = core.db.sql(`SELECT DISTINCT h.uid AS id, l.type AS type, l.field AS field FROM link l JOIN head h ON h.n = l.n WHERE l.to_uid IN (${names.map(() => '?').join(', ')}) ORDER BY l.type, l.field, h.uid`).all(...names) as Referrer[]
  return rows.filter((row) => !names.includes(row.id))
}

type Fate = 'refuse' | 'cascade' | 'keep'

/** What becomes of a referrer: its own declaration says so for a parent; any other reference blocks types that must not lose one. */
function fateOf(target: Rec, referrer: Referrer): Fate {
  const parent = declarationOf(referrer.type)?.parents?.find((one) => one.field === referrer.field)
  if (parent) return parent.onDelete
  return declared(target.type).refuseWhileReferenced ? 'refuse' : 'keep'
}

/** The record and all that goes with it, children before parents; whoever blocks it is counted by type. */
function plan(door: Door, rec: Rec): { readonly doomed: readonly Rec[]; readonly blockers: Readonly<Record<string, number>> } {
  const doomed = new Map<string, Rec>([[rec.id, rec]])
  const blocking = new Map<string, string>()
  for (const one of doomed.values()) {
    for (const referrer of referrersOf(door.core, one.id)) {
      const fate = fateOf(one, referrer)
      if (fate === 'refuse') blocking.set(referrer.id, referrer.type)
      if (fate !== 'cascade' || doomed.has(referrer.id)) continue
      const child = door.core.read(referrer.id)
      // The loop goes on into what it adds.
      if (child && !child.deleted) doomed.set(child.id, child)
    }
  }
  const blockers: Record<string, number> = {}
  for (const [id, type] of blocking) if (!doomed.has(id)) blockers[type] = (blockers[type] ?? 0) + 1
  return { doomed: [...doomed.values()].reverse(), blockers }
}

/** Writes the tombstones of a living record and its cascading children; `has-children` where another record blocks it. */
export function deleteRecord(door: Door, rec: Rec, reason: string): void {
  const { doomed, blockers } = plan(door, rec)
  if (Object.keys(blockers).length > 0) refuse('has-children', { detail: { id: rec.id, children: blockers } })
  for (const one of doomed) writeVersion(door, { uid: one.id, type: one.type, org: one.org }, 'del', dataOf(one), { reason })
}

export function deleteChange(door: Door, change: Extract<Change, { op: 'del' }>): string {
  const rec = current(door, change.uid, change.base)
  if (rec.deleted && !rec.conflict) return refuse('already-deleted', { detail: { id: rec.id } })
  if (change.reason.trim() === '') return refuse('reason-needed', { field: 'reason' })
  deleteRecord(door, rec, change.reason.trim())
  return rec.id
}
