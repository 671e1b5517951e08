/** One commit at work: writes versions by who and when, and throws what it refuses, so that the transaction rolls back as a whole. */
import { tick } from '../../shared/exchange/clock'
import { keyedUid } from '../../shared/exchange/ids'
import { limits } from '../../shared/exchange/limits'
import { erased, seenByNext } from '../../shared/exchange/merge'
import { buildVersion, type Op } from '../../shared/exchange/version'
import type { Data } from '../../shared/fields'
import type { Declaration, Rec } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import { schemaOf } from '../../shared/records/schema'
import { keyParts } from '../../shared/records/key'
import { fail, type ErrorCode, type Failure } from '../../shared/result'
import type { Actor, WrittenVersion } from './change'
import { opKeys } from './content'
import { resolve, type Core, type Pending } from './core'
import { Refused } from './failure'
import { readHead } from './projection'
import { headsOf, takeVersion } from './take-version'
import { idOf, sha256, type HeldHead } from './version-codec'

export interface Door {
  readonly core: Core
  readonly pending: Pending
  readonly actor: Actor
  readonly written: WrittenVersion[]
  readonly met: { readonly id: string; readonly into: string }[]
}

export interface Subject {
  readonly uid: string
  readonly type: string
  readonly org: string
}

/** Ends the commit: nothing of it stays. */
export function refuse(code: ErrorCode, more: { readonly field?: string; readonly detail?: Readonly<Record<string, unknown>> } = {}): never {
  throw new Refused(fail(code, more))
}

/** The kinds of text that have no canonical form, by the code a person understands. */
function named(failure: Failure): Failure {
  const reason = failure.detail?.['reason']
  if (reason === 'not-an-integer') return { ...failure, code: 'bad-number' }
  if (reason === 'text-too-long' || reason === 'array-too-long') return { ...failure, code: 'too-long' }
  return failure.code === 'too-big' ? { ...failure, code: 'too-long' } : failure
}

/** Everything that the record's authors had, within the limit: its heads, the newest of the history that is held, then what came only by name. */
function seenNow(core: Core, uid: string, heads: readonly HeldHead[]): readonly string[] {
  const all = seenByNext(heads)
  if (all.length <= limits.seen) return all
  const newest = core.db.column<Buffer>('SELECT id FROM version WHERE uid = ? ORDER BY head DESC, hlc DESC LIMIT ?', uid, limits.seen)
  return [...new Set([...newest.map(idOf), ...all])].slice(0, limits.seen)
}

const newestSchema = (core: Core, uid: string): number => core.db.value<number>('SELECT max(sv) FROM version WHERE uid = ? AND head = 1', uid) ?? 0

/** Writes a version of a record; whatever was there before has been seen by it. */
export function writeVersion(door: Door, subject: Subject, op: Op, data: Data, words: { readonly reason?: string; readonly into?: string } = {}): void {
  const { core, actor } = door
  const heads = headsOf(core, subject.uid)
  if (op !== 'erase' && erased(heads)) refuse('already-deleted', { detail: { id: subject.uid, erased: true } })
  if (op !== 'erase' && heads.length > 0 && newestSchema(core, subject.uid) > schemaOf(subject.type)) refuse('needs-upgrade', { detail: { id: subject.uid, type: subject.type } })
  const head = readHead(core.db, subject.uid)
  const before = heads.find((one) => one.v === head?.v)
  core.clock = tick(core.clock, core.now().getTime())
  const built = buildVersion({
    ...subject, id: core.newId(), op, seen: seenNow(core, subject.uid, heads), hlc: core.clock, sv: schemaOf(subject.type), by: actor.by.slice(0, limits.by), at: actor.at,
    data: { ...data, ...(words.reason ? { [opKeys.reason]: words.reason } : {}), ...(words.into === undefined ? {} : { [opKeys.into]: words.into }) },
  }, sha256)
  if (!built.ok) throw new Refused({ ...named(built), detail: { ...built.detail, id: subject.uid, type: subject.type } })
  const { data: _data, ...meta } = built.value.version
  takeVersion(core, door.pending, { meta, text: built.value.text }, null, head)
  door.written.push({ uid: subject.uid, type: subject.type, id: meta.id, op, before: before?.id ?? null })
}

/** The record as it stands; `not-found`, and `changed-elsewhere` where it is not the version that the edit was made from. */
export function current(door: Door, uid: string, base?: string): Rec {
  const rec = door.core.read(uid)
  if (!rec) return refuse('not-found', { detail: { id: uid } })
  if (base !== undefined && base !== rec.version) return refuse('changed-elsewhere', { detail: { id: uid, current: rec } })
  return rec
}

export function declared(type: string): Declaration {
  return declarationOf(type) ?? refuse('unknown-type', { detail: { type } })
}

/** The uid that a record of this content has by its key, duplicates resolved; null for types without key. */
export function uidByKey(core: Core, declaration: Declaration, data: Data, org: string): string | null {
  const parts = keyParts(declaration, resolvedKey(core, declaration, data))
  if (parts === null) return null
  const uid = keyedUid(sha256, org, declaration.type, parts)
  if (!uid.ok) throw new Refused(named(uid))
  return uid.value
}

/** The content with the references of its key following merges, so that rows of a duplicate meet the rows of the one that stayed. */
function resolvedKey(core: Core, declaration: Declaration, data: Data): Data {
  if (core.redirects.size === 0) return data
  const changed: Record<string, Data[string]> = { ...data }
  for (const key of declaration.key ?? []) {
    const value = data[key]
    if (declaration.fields[key]?.kind === 'ref' && typeof value === 'string') changed[key] = resolve(core, value)
  }
  return changed
}

/** Content without what is computed at read: printed records carry it, versions never do. */
export function withoutDerived(declaration: Declaration, data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([key]) => key === 'status' || declaration.fields[key]?.kind !== 'derived'))
}
