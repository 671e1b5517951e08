/**
 * The quick entries: a record, its children and its steps in one commit, so that half an entry can never stay behind. Children are ready
 * before the steps run: a meeting that is opened sees who was there.
 */
import type { Handlers } from '../ipc/route'
import { fail, ok, type Result, type Warning } from '../../shared/result'
import type { Data } from '../../shared/fields'
import type { Rec } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import type { Change } from '../store/change'
import type { Desk } from './desk'
import { prepareChange, prepareNew } from './prepare'
import { printRecord } from './print-record'
import { applyStep, commit, putOf, seeing } from './save'

type Quick = Parameters<Handlers<Desk>['record.quick']>[0]
type Side = NonNullable<Quick['side']>[number]

interface Started {
  readonly rec: Rec
  readonly warnings: readonly Warning[]
}

/** A record that is written beside the main one, as it will stand. */
interface Beside {
  readonly rec: Rec
  readonly change: Change
}

const asRec = (desk: Desk, id: string, type: string, data: Data): Rec => {
  const { status, ...fields } = data
  return { id, type, org: desk.store.office.code, version: '', fields, deleted: false, ...(typeof status === 'string' ? { status } : {}) }
}

function startNew(desk: Desk, input: Quick): Result<Started> {
  const prepared = prepareNew(desk, input.type, input.fields)
  if (!prepared.ok) return prepared
  const keyed = desk.store.uidOf(input.type, prepared.value.data)
  // A line with this key is there already: it is opened and changed, never written over.
  if (keyed !== null && desk.store.get(keyed)?.deleted === false) return fail('already-exists', { detail: { id: keyed } })
  return ok({ rec: asRec(desk, keyed ?? desk.newId(), input.type, prepared.value.data), warnings: prepared.value.warnings })
}

function startFrom(desk: Desk, id: string, input: Quick): Result<Started> {
  const rec = desk.store.get(desk.store.resolve(id))
  if (!rec) return fail('not-found', { detail: { id } })
  const prepared = prepareChange(desk, rec, input.fields)
  if (!prepared.ok) return prepared
  const { status: _status, ...fields } = prepared.value.data
  return ok({ rec: { ...rec, fields }, warnings: prepared.value.warnings })
}

/** A new child, or the standing one of the same key with what was given: attendance that is ticked again. */
function childOf(desk: Desk, side: Side, parent: Rec): Result<Beside> {
  if (side.id !== undefined) return standingChild(desk, side, side.id, parent)
  const prepared = prepareNew(desk, side.type, { ...side.fields, [side.parent]: parent.id }, new Set([parent.id]))
  if (!prepared.ok) return prepared
  const keyed = desk.store.uidOf(side.type, prepared.value.data)
  const standing = keyed === null ? null : desk.store.get(keyed)
  if (standing && !standing.deleted) {
    const changed = prepareChange(desk, standing, side.fields)
    if (!changed.ok) return changed
    const { status: _status, ...fields } = changed.value.data
    return ok({ rec: { ...standing, fields }, change: { op: 'put', type: side.type, uid: standing.id, data: changed.value.data } })
  }
  const id = keyed ?? desk.newId()
  return ok({ rec: asRec(desk, id, side.type, prepared.value.data), change: { op: 'put', type: side.type, uid: id, data: prepared.value.data } })
}

/** A child that is there already, named by its id: an agenda put in another order, an item of the agenda given its vote. */
function standingChild(desk: Desk, side: Side, id: string, parent: Rec): Result<Beside> {
  const standing = desk.store.get(desk.store.resolve(id))
  if (!standing || standing.type !== side.type) return fail('not-found', { detail: { id } })
  if (standing.deleted) return fail('already-deleted', { detail: { id } })
  const changed = prepareChange(desk, standing, { ...side.fields, [side.parent]: parent.id }, new Set([parent.id]))
  if (!changed.ok) return changed
  const { status: _status, ...fields } = changed.value.data
  return ok({ rec: { ...standing, fields }, change: { op: 'put', type: side.type, uid: standing.id, data: changed.value.data } })
}

/** What a step makes or changes beside its record, as the next step is to see it; a keyed new one gets the uid of its key already. */
function besideOf(desk: Desk, change: Change): Beside {
  if (change.op !== 'put') {
    const uid = change.op === 'merge' ? change.from : change.uid
    const standing = desk.store.get(uid)
    return { change, rec: standing ? { ...standing, deleted: change.op === 'del' } : { ...asRec(desk, uid, '', {}), deleted: true } }
  }
  const uid = change.uid ?? desk.store.uidOf(change.type, change.data, change.org) ?? desk.newId()
  return { change: { ...change, uid }, rec: asRec(desk, uid, change.type, change.data) }
}

const dropReason = '从名单中去掉'

/** Rows that no longer belong to the record; one that is gone already is no matter. */
function dropped(desk: Desk, ids: readonly string[], parent: string): Result<readonly Beside[]> {
  const out: Beside[] = []
  for (const id of ids) {
    const standing = desk.store.get(desk.store.resolve(id))
    if (!standing) return fail('not-found', { detail: { id } })
    const belongs = (declarationOf(standing.type)?.parents ?? []).some(({ field }) => standing.fields[field] === parent)
    if (!belongs) return fail('bad-ref', { field: 'drop', detail: { id } })
    if (!standing.deleted) out.push({ rec: { ...standing, deleted: true }, change: { op: 'del', uid: standing.id, reason: dropReason } })
  }
  return ok(out)
}

/** Saves a new or existing record with its side records and runs steps on it; each step sees what the ones before it made. */
export function quickEntry(desk: Desk, input: Quick): ReturnType<Handlers<Desk>['record.quick']> {
  const started = input.id === undefined ? startNew(desk, input) : startFrom(desk, input.id, input)
  if (!started.ok) return started
  const warnings = [...started.value.warnings]
  // By uid: a record that one step makes and the next one changes is written once.
  const beside = new Map<string, Beside>()
  for (const side of input.side ?? []) {
    const child = childOf(desk, side, started.value.rec)
    if (!child.ok) return child
    beside.set(child.value.rec.id, child.value)
  }
  const drops = dropped(desk, input.drop ?? [], started.value.rec.id)
  if (!drops.ok) return drops
  for (const one of drops.value) beside.set(one.rec.id, one)
  let { rec } = started.value
  for (const one of input.steps ?? []) {
    const ran = applyStep(desk, rec, one.step, one.fields, seeing(desk.store.lookup(), rec, ...[...beside.values()].map((one) => one.rec)))
    if (!ran.ok) return ran
    rec = ran.value.rec
    for (const change of ran.value.changes) {
      const one = besideOf(desk, change)
      beside.set(one.rec.id, one)
    }
    warnings.push(...ran.value.warnings)
  }
  const done = commit(desk, [putOf(rec, input.base), ...[...beside.values()].map((one) => one.change)])
  if (!done.ok) return done
  if (input.draft !== undefined) desk.store.drafts.drop(input.draft)
  const saved = done.value.recs[0]
  return saved ? ok({ record: printRecord(desk, saved), ids: done.value.versions.map((one) => one.uid), warnings }) : fail('internal')
}
