/** Saving: new records, edits, and the state of an earlier version written again. */
import { isId, isUid } from '../../shared/exchange/ids'
import type { Data } from '../../shared/fields'
import type { Declaration, Rec } from '../../shared/record'
import { fixedKeys } from '../../shared/records/key'
import type { Change } from './change'
import { dataOf } from './change'
import { deleteRecord } from './commit-delete'
import { contentOf, intoOf, reasonOf } from './content'
import { resolve } from './core'
import { current, declared, refuse, uidByKey, withoutDerived, writeVersion, type Door } from './door'
import { idToBytes, readValues } from './version-codec'

type Put = Extract<Change, { op: 'put' }>
type Revert = Extract<Change, { op: 'revert' }>

const sameValue = (door: Door, a: Data[string], b: Data[string]): boolean => {
  const plain = (value: Data[string]): string => JSON.stringify(value === undefined || value === '' ? null : typeof value === 'string' ? resolve(door.core, value) : value)
  return plain(a) === plain(b)
}

function checkKey(door: Door, declaration: Declaration, rec: Rec, data: Data): void {
  for (const key of fixedKeys(declaration, rec.fields)) {
    if (!sameValue(door, rec.fields[key], data[key])) refuse('key-fixed', { field: key, detail: { id: rec.id, label: declaration.fields[key]?.label ?? key } })
  }
}

const sorted = (data: Data): string => JSON.stringify(Object.entries(data).filter(([, value]) => value !== undefined && value !== null).sort(([a], [b]) => (a < b ? -1 : 1)))

function edit(door: Door, declaration: Declaration, rec: Rec, data: Data): void {
  checkKey(door, declaration, rec, data)
  // Saving without a change is no change; in a conflict it is the decision.
  if (!rec.conflict && !rec.deleted && sorted(dataOf(rec)) === sorted(data)) return
  writeVersion(door, { uid: rec.id, type: rec.type, org: rec.org }, 'put', data)
}

/** Saves a record and returns its id. */
export function putRecord(door: Door, change: Put): string {
  const declaration = declared(change.type)
  const data = withoutDerived(declaration, change.data)
  if (change.uid !== undefined && door.core.read(change.uid)) return putKnown(door, declaration, change.uid, data, change)
  if (change.base !== undefined && change.uid !== undefined) return refuse('not-found', { detail: { id: change.uid } })

  const org = change.org ?? door.core.org
  const keyed = uidByKey(door.core, declaration, data, org)
  if (keyed === null) {
    const uid = change.uid ?? door.core.newId()
    if (!isUid(uid)) return refuse('bad-input', { field: 'id', detail: { id: uid } })
    writeVersion(door, { uid, type: change.type, org }, 'put', data)
    return uid
  }
  if (change.uid !== undefined && change.uid !== keyed) return refuse('bad-input', { field: 'id', detail: { id: change.uid, want: keyed } })
  const there = door.core.read(keyed)
  if (there && !there.deleted && change.base === undefined) return refuse('already-exists', { detail: { id: keyed } })
  if (!there) writeVersion(door, { uid: keyed, type: change.type, org }, 'put', data)
  else edit(door, declaration, change.base === undefined ? there : current(door, keyed, change.base), data)
  return keyed
}

function putKnown(door: Door, declaration: Declaration, uid: string, data: Data, change: Put): string {
  const rec = current(door, uid, change.base)
  if (rec.type !== change.type) return refuse('bad-input', { field: 'type', detail: { id: uid, type: rec.type } })
  // A keyed record is its key: filling the line again takes it up again. Another one comes back from the bin only.
  const comesBack = rec.deleted && uidByKey(door.core, declaration, data, rec.org) === uid && resolve(door.core, uid) === uid
  if (rec.deleted && !comesBack) return refuse('already-deleted', { detail: { id: uid } })
  edit(door, declaration, rec, data)
  return uid
}

/** Writes the state of an earlier version again and returns the id. */
export function revertRecord(door: Door, change: Revert): string {
  const rec = current(door, change.uid, change.base)
  if (change.to === null) {
    if (!rec.deleted) deleteRecord(door, rec, change.reason ?? '')
    return rec.id
  }
  const row = door.core.db.sql('SELECT op, sv, data FROM version WHERE id = ? AND uid = ?').get(versionBytes(change.to), change.uid) as
    { readonly op: 'put' | 'del' | 'merge' | 'erase'; readonly sv: number; readonly data: string | null } | undefined
  if (!row) return refuse('not-found', { detail: { id: change.uid, version: change.to } })
  if (row.data === null || row.op === 'erase') return refuse('already-deleted', { detail: { id: change.uid, erased: true } })
  const data = readValues(rec.type, row.sv, row.data)
  writeVersion(door, { uid: rec.id, type: rec.type, org: rec.org }, row.op, contentOf(data), { reason: reasonOf(data), ...(row.op === 'merge' ? { into: intoOf(data) } : {}) })
  return rec.id
}

function versionBytes(id: string): Buffer {
  return isId(id) ? idToBytes(id) : refuse('not-found', { detail: { version: id } })
}
