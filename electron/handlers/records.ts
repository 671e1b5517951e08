/** One record: add, change, delete, restore, undo, get, history, merge. */
import { fail, ok, type Result, type Warning } from '../../shared/result'
import type { Rec } from '../../shared/record'
import type { Data } from '../../shared/fields'
import { proposals } from '../../shared/records/defaults'
import { declarationOf } from '../../shared/records'
import { lineError, type LineError } from '../../shared/contract/line-error'
import type { Handlers } from '../ipc/route'
import type { Change } from '../store/change'
import type { Desk } from './desk'
import { differentPeople } from './merge-preview'
import { prepareChange, prepareNew, type Prepared } from './prepare'
import { printRecord, printVersion, shownTitle } from './print-record'
import { quickEntry } from './quick-entry'
import { commit } from './save'

/** Lines of one transaction: few enough to keep memory flat, enough that the disk is synced seldom. */
const batch = 400

const putNew = (prepared: Prepared, uid?: string): Change => ({ op: 'put', type: prepared.declaration.type, data: prepared.data, ...(uid === undefined ? {} : { uid }) })

/** Each line is read, saved or refused for itself, and sees the lines before it. */
function addLines(desk: Desk, type: string, records: readonly Readonly<Record<string, unknown>>[]) {
  const errors: LineError[] = []
  const warnings: (Warning & { line: number })[] = []
  const ids: string[] = []
  const add = (raw: Readonly<Record<string, unknown>>, line: number): void => {
    const prepared = prepareNew(desk, type, raw)
    const done = prepared.ok ? desk.store.commit(desk.actor, [putNew(prepared.value)]) : prepared
    if (!prepared.ok || !done.ok) {
      if (!done.ok) errors.push(lineError(line, done))
      return
    }
    warnings.push(...prepared.value.warnings.map((warning) => ({ ...warning, line })))
    ids.push(done.value.recs[0]?.id ?? '')
  }
  desk.aside.ofMany(records.length, () => {
    for (let start = 0; start < records.length; start += batch) {
      desk.store.together(() => { records.slice(start, start + batch).forEach((raw, index) => { add(raw, start + index + 1) }) })
    }
  })
  return { added: ids.length, ids, errors, warnings }
}

function living(desk: Desk, id: string): Result<Rec> {
  const rec = desk.store.get(desk.store.resolve(id))
  return rec ? ok(rec) : fail('not-found', { detail: { id } })
}

/** The whole entry that `version` stands for goes back; records changed again since are left and named. */
function undo(desk: Desk, id: string, version: string | undefined): Result<{ readonly records: readonly string[] }> {
  const current = desk.store.versionOf(id)
  if (current === null) return fail('not-found', { detail: { id } })
  const at = version ?? current
  const written = desk.commitOf(at)
  if (at !== current) return fail('changed-elsewhere', { detail: { id } })
  const before = desk.store.history(id).find((entry) => entry.id !== at)
  const back = written ?? [{ uid: id, type: '', id: at, op: 'put' as const, before: before?.id ?? null }]
  const untouched = back.filter((one) => desk.store.versionOf(one.uid) === one.id)
  const done = commit(desk, [...untouched].reverse().map((one): Change => ({ op: 'revert', uid: one.uid, to: one.before })))
  return done.ok ? ok({ records: untouched.map((one) => one.uid) }) : done
}

const mostNamed = 3

/** The records that point at one, as a person finds them: 选区“第1选区”, three by name and how many in all. */
function whoUses(desk: Desk, id: string): string {
  const users = [...new Map(desk.store.referrers(id).map((one) => [one.id, one])).values()]
  const named = users.slice(0, mostNamed).map((one) => `${declarationOf(one.type)?.label ?? ''}“${shownTitle(desk, one.id, one.type)}”`).join('、')
  return users.length > mostNamed ? `${named}等 ${String(users.length)} 条` : named
}

export const recordHandlers = {
  // What is typed so far is not parsed: only references and numbers are looked at, and what is no value proposes nothing.
  'record.propose': ({ type, fields }, desk) => {
    const declaration = declarationOf(type)
    return declaration ? ok({ fields: proposals(declaration, fields as Data, desk.store.lookup(), desk.today) }) : fail('unknown-type', { detail: { type } })
  },
  'record.add': ({ type, records }, desk) => (declarationOf(type) ? ok(addLines(desk, type, records)) : fail('unknown-type', { detail: { type } })),
  'record.set': ({ id, fields, base, draft }, desk) => {
    const rec = living(desk, id)
    if (!rec.ok) return rec
    if (rec.value.deleted) return fail('already-deleted', { detail: { id } })
    const prepared = prepareChange(desk, rec.value, fields)
    if (!prepared.ok) return prepared
    const done = commit(desk, [{ op: 'put', type: rec.value.type, uid: rec.value.id, data: prepared.value.data, ...(base === undefined ? {} : { base }) }])
    if (!done.ok) return done
    if (draft !== undefined) desk.store.drafts.drop(draft)
    const saved = done.value.recs[0]
    return saved ? ok({ record: printRecord(desk, saved), warnings: prepared.value.warnings }) : fail('internal')
  },
  'record.quick': (input, desk) => quickEntry(desk, input),
  'record.delete': ({ id, reason, base }, desk) => {
    if (reason.trim() === '') return fail('reason-needed', { field: 'reason' })
    const rec = desk.store.get(id)
    // A merged duplicate is gone already: its name stands for the one that was kept, which nobody asked to delete.
    if (rec?.deleted && desk.store.resolve(id) !== id) return fail('already-deleted', { detail: { id } })
    if (rec?.type === 'office' && rec.org === desk.store.office.code) return fail('not-now', { detail: { why: '单位档案是本单位自己的，不能删除' } })
    const done = commit(desk, [{ op: 'del', uid: desk.store.resolve(id), reason: reason.trim(), ...(base === undefined ? {} : { base }) }])
    if (done.ok) return ok({ deleted: done.value.versions.map((one) => one.uid) })
    return done.code === 'has-children' ? { ...done, detail: { ...done.detail, type: rec?.type, who: whoUses(desk, desk.store.resolve(id)) } } : done
  },
  'record.restore': ({ id }, desk) => {
    const there = desk.store.get(id)
    if (there && !there.deleted) return ok({ record: printRecord(desk, there) })
    const last = desk.store.history(id).find((entry) => entry.op === 'put')
    if (!last) return fail('not-found', { detail: { id } })
    const done = commit(desk, [{ op: 'revert', uid: id, to: last.id }])
    if (!done.ok) return done
    const rec = done.value.recs[0]
    return rec ? ok({ record: printRecord(desk, rec) }) : fail('internal')
  },
  'record.undo': ({ id, version }, desk) => undo(desk, id, version),
  'record.get': ({ id }, desk) => {
    // A deleted record is printed too, and says so.
    const rec = desk.store.get(id) ?? desk.store.get(desk.store.resolve(id))
    return rec ? ok(printRecord(desk, rec)) : fail('not-found', { detail: { id } })
  },
  'record.history': ({ id }, desk) => {
    const entries = desk.store.history(id)
    if (entries.length === 0) return fail('not-found', { detail: { id } })
    const type = desk.store.get(id)?.type ?? ''
    return ok({
      versions: entries.map((entry) => printVersion(desk, type, entry)),
    })
  },
  'record.merge': ({ from, into, reason, force }, desk) => merge(desk, from, into, reason, force === true),
  'record.reveal': ({ id, key }, desk) => {
    const rec = living(desk, id)
    if (!rec.ok) return rec
    desk.store.events.note({ kind: 'view', by: desk.by, about: id, detail: { key } })
    const value = rec.value.fields[key]
    return ok({ value: typeof value === 'string' ? value : null })
  },
} satisfies Partial<Handlers<Desk>>

function merge(desk: Desk, from: string, into: string, reason: string, force: boolean): Result<Rec> {
  if (reason.trim() === '') return fail('reason-needed', { field: 'reason' })
  const [one, other] = desk.store.getMany([from, into])
  if (!force && one && other && differentPeople(desk, one, other)) return fail('different-person', { detail: { from, into } })
  const done = commit(desk, [{ op: 'merge', from, into, reason: reason.trim() }])
  if (!done.ok) return done
  // 撤销 is asked of the duplicate: of all that was written, its own version is the one that says merged.
  const own = done.value.versions.find((one) => one.uid === desk.store.get(from)?.id && one.op === 'merge')
  if (own) desk.remember(own.id, done.value.versions)
  const rec = desk.store.get(into)
  return rec ? ok(printRecord(desk, rec)) : fail('not-found', { detail: { id: into } })
}
