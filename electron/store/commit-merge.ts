/**
 * Two records of one person or unit become one (A.35): the one that stays keeps its values and takes those it lacks, references are
 * read under it, and rows that are named by the other (attendance, participation, score …) meet its own rows by their key.
 */
import type { Data } from '../../shared/fields'
import type { Declaration, Rec } from '../../shared/record'
import { systemKeys } from '../../shared/record'
import type { Change } from './change'
import { dataOf } from './change'
import { referrersOf } from './commit-delete'
import { current, declared, refuse, uidByKey, writeVersion, type Door } from './door'

const isEmpty = (value: Data[string]): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Values of `into`, with what it lacks from `from`; never its key, its status or its history. */
function filled(declaration: Declaration, into: Data, from: Data): Data {
  const own: readonly string[] = [...systemKeys, ...(declaration.key ?? [])]
  const taken = Object.entries(from).filter(([key, value]) => !own.includes(key) && !isEmpty(value) && isEmpty(into[key]))
  return taken.length === 0 ? into : { ...into, ...Object.fromEntries(taken) }
}

function fold(door: Door, from: Rec, into: Rec, reason: string): void {
  const declaration = declared(from.type)
  const before = dataOf(into)
  const after = filled(declaration, before, dataOf(from))
  if (after !== before) writeVersion(door, { uid: into.id, type: into.type, org: into.org }, 'put', after)
  // Rows first: they are found by their references to `from`.
  foldRows(door, from, into, reason)
  writeVersion(door, { uid: from.id, type: from.type, org: from.org }, 'merge', dataOf(from), { reason, into: into.id })
}

/** Rows whose key names `from` move to the key that names `into`; where that row is there, it wins and the other is listed. */
function foldRows(door: Door, from: Rec, into: Rec, reason: string): void {
  for (const referrer of referrersOf(door.core, from.id)) {
    const declaration = declared(referrer.type)
    const row = door.core.read(referrer.id)
    if (!row || row.deleted || declaration.key?.includes(referrer.field) !== true || row.fields[referrer.field] === into.id) continue
    const moved = { ...dataOf(row), [referrer.field]: into.id }
    const uid = uidByKey(door.core, declaration, moved, row.org)
    if (uid === null || uid === row.id) continue
    const there = door.core.read(uid)
    if (there && !there.deleted) door.met.push({ id: row.id, into: uid })
    else writeVersion(door, { uid, type: row.type, org: row.org }, 'put', moved)
    const target = door.core.read(uid)
    if (target) fold(door, row, target, reason)
  }
}

/** Merges and returns the id of the record that stays. */
export function mergeRecords(door: Door, change: Extract<Change, { op: 'merge' }>): string {
  if (change.from === change.into) return refuse('same-record', { detail: { id: change.from } })
  const from = current(door, change.from)
  const into = current(door, change.into)
  if (from.type !== into.type) return refuse('bad-input', { field: 'into', detail: { from: from.type, into: into.type } })
  for (const rec of [from, into]) if (rec.deleted) return refuse('already-deleted', { detail: { id: rec.id } })
  if (from.org !== into.org) return refuse('wrong-town', { detail: { from: from.org, into: into.org } })
  if (change.reason.trim() === '') return refuse('reason-needed', { field: 'reason' })
  fold(door, from, into, change.reason.trim())
  return into.id
}
