/** Carries out a roster's plan: people, their private data, mandates confirmed, constituencies, groups and stations, all in one commit. */
import type { RosterTaken } from '../../shared/contract/figures'
import { textOf } from '../../shared/facts'
import type { Data, Row, Value } from '../../shared/fields'
import type { Rec } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import { withDefaults } from '../../shared/records/defaults'
import { normaliseName } from '../../shared/parse/name'
import { ok, type Result } from '../../shared/result'
import type { PlanRow } from '../../shared/roster/plan-row'
import type { RosterLinks } from '../../shared/roster/roster-row'
import { asValue, firstLog } from '../../shared/steps/status-log'
import { machineOf } from '../../shared/steps'
import { dataOf } from '../store/change'
import type { Desk } from './desk'
import { applyStep, commit, putOf, seeing } from './save'

/** Records as they will stand, by id: later rows see what earlier ones made. */
class Pending {
  readonly #recs = new Map<string, Rec>()
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get all(): readonly Rec[] {
    return [...this.#recs.values()]
  }

  get(id: string): Rec | null {
    return this.#recs.get(id) ?? this.#desk.store.lookup().get(id)
  }

  put(rec: Rec): Rec {
    this.#recs.set(rec.id, rec)
    return rec
  }

  /** A new record, or the one that its key names, with these fields laid over. */
  make(type: string, fields: Data): Rec {
    const store = this.#desk.store
    const keyed = store.uidOf(type, fields)
    const standing = keyed === null ? null : this.get(keyed)
    if (standing) return standing
    const declaration = declarationOf(type)
    let data = declaration ? withDefaults(declaration, fields, store.lookup(), this.#desk.today) : fields
    const machine = machineOf(type)
    let status: string | undefined
    if (declaration && machine && declaration.firstStatus !== undefined) {
      status = declaration.firstStatus
      data = { ...data, status_log: asValue(firstLog(machine, declaration, data, { today: this.#desk.today, now: this.#desk.actor.at, by: this.#desk.by })) }
    }
    return this.put({ id: keyed ?? this.#desk.newId(), type, org: store.office.code, version: '', fields: data, deleted: false, ...(status === undefined ? {} : { status }) })
  }

  change(id: string, fields: Data): void {
    const rec = this.get(id)
    if (!rec) return
    const data: Record<string, Value | undefined> = { ...rec.fields }
    for (const [key, value] of Object.entries(fields)) {
      if (value === null || value === undefined) Reflect.deleteProperty(data, key)
      else data[key] = value
    }
    this.put({ ...rec, fields: data })
  }

  find(type: string, name: string): Rec | null {
    const wanted = normaliseName(name)
    const same = (rec: Rec) => rec.type === type && normaliseName(textOf(rec.fields, 'name')) === wanted
    return this.all.find(same) ?? this.#desk.store.lookup().all(type).find(same) ?? null
  }
}

export interface ApplyOptions {
  readonly term: Rec
  /** Day of the confirmation, where the row names none. */
  readonly confirmOn?: string
}

/** Fields of the mandate that point elsewhere. */
function placeFields(pending: Pending, links: RosterLinks, level: string, term: Rec): Data {
  const fields: Record<string, Value> = {}
  const number = links.constituencyNo ?? links.constituencyName
  if (number !== undefined) {
    const byName = links.constituencyNo === undefined ? pending.find('constituency', number) : null
    const constituency = byName ?? pending.make('constituency', { term: term.id, level, no: number, ...(links.constituencyName === undefined ? {} : { name: links.constituencyName }) })
    fields['constituency'] = constituency.id
  }
  if (links.station !== undefined) fields['station'] = (pending.find('site', links.station) ?? pending.make('site', { kind: '1', name: links.station })).id
  return fields
}

/** Makes the person a member from the start of the term and ends a membership in another group of the kind. */
function joinGroup(pending: Pending, mandate: string, name: string, kind: '1' | '3', term: Rec, today: string): void {
  const group = pending.make('group', { term: term.id, kind, name })
  const members = (rec: Rec): readonly Row[] => (Array.isArray(rec.fields['members']) ? (rec.fields['members'] as readonly Row[]) : [])
  const standing = (row: Row) => row['mandate'] === mandate && (row['to_on'] ?? '') === ''
  if (members(group).some(standing)) return
  const from = textOf(term.fields, 'first_meeting_on')
  pending.change(group.id, { members: [...members(group), { mandate, ...(from === '' ? {} : { from_on: from }) }] })
  for (const other of pending.all) {
    if (other.type !== 'group' || other.id === group.id || (textOf(other.fields, 'kind') === '3') !== (kind === '3')) continue
    if (members(other).some(standing)) pending.change(other.id, { members: members(other).map((row) => (standing(row) ? { ...row, to_on: today } : row)) })
  }
}

function confirm(desk: Desk, pending: Pending, mandate: Rec, day: string): Result<Rec> {
  const confirmed = applyStep(desk, mandate, 'confirm', { confirm_on: day > desk.today ? desk.today : day }, seeing(desk.store.lookup(), ...pending.all))
  return confirmed.ok ? ok(pending.put(confirmed.value.rec)) : confirmed
}

function applyRow(desk: Desk, pending: Pending, row: PlanRow, options: ApplyOptions): Result<true> {
  const { term } = options
  const person = row.personId === undefined ? pending.make('person', row.set.person).id : row.personId
  if (row.personId !== undefined && Object.keys(row.set.person).length > 0) pending.change(person, row.set.person)
  if (Object.keys(row.set.personPrivate).length > 0) {
    const hidden = pending.make('person_private', { person })
    pending.change(hidden.id, row.set.personPrivate)
  }
  const level = typeof row.set.mandate['level'] === 'string' ? row.set.mandate['level'] : '5'
  const places = placeFields(pending, row.links, level, term)
  let mandate = row.mandateId
  if (row.newMandate) {
    const made = pending.make('mandate', { person, level, term: term.id, nth: 1, ...row.set.mandate, ...places, as_history: true })
    const own = (key: string) => textOf(made.fields, key)
    const day = own('confirm_on') || (options.confirmOn ?? '') || own('elected_on') || textOf(term.fields, 'first_meeting_on') || desk.today
    const confirmed = made.status === '当选待确认' ? confirm(desk, pending, made, day) : ok(made)
    if (!confirmed.ok) return confirmed
    mandate = made.id
  } else if (mandate !== undefined && Object.keys({ ...row.set.mandate, ...places }).length > 0) {
    pending.change(mandate, { ...row.set.mandate, ...places })
  }
  if (mandate !== undefined && row.links.group !== undefined) joinGroup(pending, mandate, row.links.group, '1', term, desk.today)
  if (mandate !== undefined && row.links.delegation !== undefined) joinGroup(pending, mandate, row.links.delegation, '3', term, desk.today)
  return ok(true)
}

/** Writes what the plan says, all or nothing; a plan without changes writes nothing. Gives what `record.undo` takes it back by. */
export function applyPlan(desk: Desk, plan: readonly PlanRow[], options: ApplyOptions): Result<RosterTaken['undo']> {
  const pending = new Pending(desk)
  for (const row of plan) {
    if (row.outcome !== 'new' && row.outcome !== 'changed') continue
    const applied = applyRow(desk, pending, row, options)
    if (!applied.ok) return { ...applied, detail: { ...applied.detail, row: row.row } }
  }
  const before = (rec: Rec) => desk.store.get(rec.id)
  const changed = pending.all.filter((rec) => {
    const old = before(rec)
    return !old || JSON.stringify(dataOf(old)) !== JSON.stringify(dataOf(rec))
  })
  if (changed.length === 0) return ok(null)
  const done = commit(desk, changed.map((rec) => putOf(rec)))
  if (!done.ok) return done
  const main = done.value.versions[0]
  return ok(main === undefined ? null : { id: main.uid, version: main.id })
}
