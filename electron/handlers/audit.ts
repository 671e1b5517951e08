/** The list of what was done on this computer. It can be read and printed, never changed. */
import type { AuditGroup, AuditRow } from '../../shared/contract/audit'
import { fail, ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { AuditEntry, AuditPlace } from '../store/audit'
import type { Desk } from './desk'
import { aboutExchange } from './exchange-about'
import { shownTitle } from './print-record'

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
} satisfies Partial<Handlers<Desk>>
