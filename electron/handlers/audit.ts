/** The list of what was done on this computer. It can be read and printed, never changed. */
import type { AuditChange, AuditGroup, AuditRow } from '../../shared/contract/audit'
import type { Titles } from '../../shared/contract/records'
import type { Rec } from '../../shared/record'
import { fail, ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { AuditEntry, AuditPlace } from '../store/audit'
import type { HistoryEntry } from '../store/store'
import type { Desk } from './desk'
import { aboutExchange } from './exchange-about'
import { printVersion, shownTitle } from './print-record'
import { titlesFor } from './titles'

const kindsOf: Readonly<Record<Exclude<AuditGroup, 'change' | 'office'>, readonly string[]>> = {
  view: ['view'], out: ['print', 'export', 'scope'], in: ['import', 'restore', 'recover', 'archive'],
}
const groupOf = (kind: string): AuditGroup => (Object.entries(kindsOf).find(([, kinds]) => kinds.includes(kind))?.[0] as AuditGroup | undefined) ?? 'office'

function placeOf(after: string | undefined): AuditPlace | null | undefined {
  if (after === undefined) return null
  const found = /^(\d{1,16})-(\d{1,16})$/u.exec(after)
  return found ? { v: Number(found[1]), n: Number(found[2]) } : undefined
}

function rowOf(desk: Desk, entry: AuditEntry): AuditRow {
  if ('change' in entry) {
    const { at, by, op, uid, id, type, first } = entry.change
    const changed = op === 'put' && !first ? desk.store.history(uid).find((version) => version.id === id)?.changed ?? [] : []
    return { at, by, group: 'change', what: op === 'put' && first ? 'new' : op, record: { id: uid, type, title: shownTitle(desk, uid, type) }, ...(changed.length === 0 ? {} : { changed, version: id }), detail: {} }
  }
  const { at, by, kind, about, detail } = entry.event
  const rec = about === null ? null : desk.store.get(about)
  return {
    at, by, group: groupOf(kind), what: kind, detail,
    ...(rec ? { record: { id: rec.id, type: rec.type, title: shownTitle(desk, rec.id, rec.type) } } : about === null ? {} : { about: aboutExchange(desk, about) ?? about }),
  }
}

/** Kinds of the office are all that are in no other group. */
function kindsAsked(group: AuditGroup | undefined, all: readonly string[]): readonly string[] | undefined {
  if (group === undefined || group === 'change') return undefined
  return group === 'office' ? all.filter((kind) => groupOf(kind) === 'office') : kindsOf[group]
}

/** The version with the one before it and, where that one's content is gone, the newest that still has one. */
function withBefore(history: readonly HistoryEntry[], id: string): readonly HistoryEntry[] {
  const at = history.findIndex((entry) => entry.id === id)
  if (at < 0) return []
  const older = history.slice(at + 1)
  const told = older.findIndex((entry) => entry.data !== null)
  return [...history.slice(at, at + 1), ...older.slice(0, Math.max(1, told + 1))]
}

function changesOf(desk: Desk, asked: readonly { readonly record: string; readonly version: string }[]): { readonly changes: readonly AuditChange[]; readonly titles: Titles } {
  const histories = new Map([...new Set(asked.map(({ record }) => record))].map((id) => [id, desk.store.history(id)] as const))
  const changes: AuditChange[] = []
  const pointing: Rec[] = []
  for (const { record, version } of asked) {
    const rec = desk.store.get(record)
    const versions = withBefore(histories.get(record) ?? [], version)
    if (!rec || versions.length === 0) continue
    changes.push({ type: rec.type, versions: versions.map((entry) => printVersion(desk, rec.type, entry)) })
    for (const { data } of versions) if (data !== null) pointing.push({ ...rec, fields: data })
  }
  return { changes, titles: titlesFor(desk, pointing) }
}

export const auditHandlers = {
  'audit.list': ({ group, by, from, to, after, limit }, desk) => {
    const before = placeOf(after)
    if (before === undefined) return fail('bad-input', { field: 'after' })
    const { audit } = desk.store
    const kinds = kindsAsked(group, audit.kinds())
    const page = audit.page({
      ...(kinds === undefined ? {} : { kinds }), ...(by === undefined || by === '' ? {} : { by }), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), before, limit: limit ?? 100,
      changes: group === undefined || group === 'change', events: group !== 'change',
    })
    return ok({ rows: page.entries.map((entry) => rowOf(desk, entry)), next: page.next === null ? null : `${page.next.v}-${page.next.n}`, people: audit.people() })
  },
  'audit.changes': ({ changes }, desk) => ok(changesOf(desk, changes)),
} satisfies Partial<Handlers<Desk>>
