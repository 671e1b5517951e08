/** The next term in one commit: constituencies taken over or new, people re-elected by a tick, groups with those who stay. */
import type { InputOf, OutputOf } from '../../shared/contract'
import { textOf, type Facts } from '../../shared/facts'
import type { Row } from '../../shared/fields'
import { membersAt } from '../../shared/measures/office-at'
import { townLevel } from '../../shared/measures/deputies-at'
import { fail, ok, type Result } from '../../shared/result'
import type { Change } from '../store/change'
import type { Desk } from './desk'
import { prepareChange, prepareNew } from './prepare'
import { commit } from './save'
import { nextTerm, termInOffice } from './term-plan'

type Make = InputOf<'term.make'>
type Bag = Readonly<Record<string, unknown>>

const filled = (bag: Readonly<Record<string, unknown>>): Bag => Object.fromEntries(Object.entries(bag).filter(([, value]) => value !== undefined && value !== null && value !== ''))

/** Collects what is to be saved; a keyed record that stands already is changed, a new one is made, each once. */
class Batch {
  readonly changes: Change[] = []
  readonly coming = new Set<string>()
  readonly #desk: Desk
  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** Gives the id under which the record will stand. */
  add(type: string, fields: Bag, uid?: string): Result<{ readonly id: string; readonly isNew: boolean }> {
    const prepared = prepareNew(this.#desk, type, fields, this.coming)
    if (!prepared.ok) return prepared
    const id = this.#desk.store.uidOf(type, prepared.value.data) ?? uid ?? this.#desk.newId()
    if (this.coming.has(id)) return ok({ id, isNew: false })
    const standing = this.#desk.store.get(id)
    this.coming.add(id)
    if (standing && !standing.deleted) {
      const changed = prepareChange(this.#desk, standing, fields)
      if (!changed.ok) return changed
      this.changes.push({ op: 'put', type, uid: id, data: changed.value.data })
      return ok({ id, isNew: false })
    }
    this.changes.push({ op: 'put', type, uid: id, data: prepared.value.data })
    return ok({ id, isNew: true })
  }
}

/** Refuses what cannot be: a number that is used, an election in the future, one after the first meeting. */
function checkMake(desk: Desk, facts: Facts, input: Make): Result<true> {
  if (input.elected_on > desk.today) return fail('date-future', { field: 'elected_on', detail: { label: '代表选举完成日', day: input.elected_on, today: desk.today } })
  const first = input.first_meeting_on
  if (first !== undefined && first < input.elected_on) {
    return fail('date-order', { field: 'first_meeting_on', detail: { first: input.elected_on, firstLabel: '代表选举完成日', second: first, secondLabel: '第一次会议' } })
  }
  const current = termInOffice(facts, desk.today)
  const begun = current ? textOf(current.fields, 'first_meeting_on') : ''
  if (begun !== '' && input.elected_on <= begun) return fail('date-order', { field: 'elected_on', detail: { first: begun, firstLabel: '本届第一次会议', second: input.elected_on, secondLabel: '代表选举完成日' } })
  const used = facts.all('term').find((rec) => rec.fields['no'] === input.no)
  const next = nextTerm(facts, current, desk.today)
  if (used && used.id !== next?.id) return fail('already-exists', { field: 'no', detail: { title: textOf(used.fields, 'name') } })
  return ok(true)
}

/** What of an old constituency the new one takes over. */
function takenOver(desk: Desk, from: string | undefined): Bag {
  const old = from === undefined ? null : desk.store.get(from)
  return old ? filled({ name: old.fields['name'], villages: old.fields['villages'], units: old.fields['units'], seats: old.fields['seats'] }) : {}
}

/** Deputies that the new term has already, each found once by name and constituency. */
function newcomersOf(facts: Facts, term: string): { readonly take: (name: string, constituency: string) => string | null } {
  const left = facts.where('mandate', 'term', term).map((rec) => ({
    person: facts.resolve(textOf(rec.fields, 'person')), name: textOf(facts.get(textOf(rec.fields, 'person'))?.fields ?? {}, 'name'), constituency: textOf(rec.fields, 'constituency'),
  }))
  return {
    take: (name, constituency) => {
      const at = left.findIndex((one) => one.name === name && one.constituency === constituency)
      return at < 0 ? null : left.splice(at, 1)[0]?.person ?? null
    },
  }
}

export function makeTerm(desk: Desk, input: Make): Result<OutputOf<'term.make'>> {
  const facts = desk.store.facts([desk.store.office.code])
  const checked = checkMake(desk, facts, input)
  if (!checked.ok) return checked
  const batch = new Batch(desk)
  const term = batch.add('term', filled({ no: input.no, name: input.name, elected_on: input.elected_on, first_meeting_on: input.first_meeting_on, quota: input.quota, population: input.population }))
  if (!term.ok) return term
  const seats = new Map<string, string>()
  for (const { from, no, ...own } of input.constituencies) {
    const made = batch.add('constituency', { ...takenOver(desk, from), ...filled(own), term: term.value.id, level: townLevel, no })
    if (!made.ok) return made
    seats.set(no, made.value.id)
  }
  const at = (no: string | undefined): Result<Bag> => {
    if (no === undefined || no === '') return ok({})
    const id = seats.get(no)
    return id === undefined ? fail('ref-not-found', { field: 'constituency', detail: { label: '选区', value: no } }) : ok({ constituency: id })
  }
  const elected = (person: string, no: string | undefined, votes: number | undefined): Result<string> => {
    const place = at(no)
    if (!place.ok) return place
    const made = batch.add('mandate', filled({ person, level: townLevel, term: term.value.id, nth: 1, elect_kind: '1', elected_on: input.elected_on, votes, ...place.value }))
    return made.ok ? ok(made.value.id) : made
  }
  const stays = new Map<string, string>()
  for (const { mandate, constituency, votes } of input.reelected) {
    const old = facts.get(mandate)
    if (old?.type !== 'mandate') return fail('bad-ref', { field: 'reelected', detail: { id: mandate, label: '连任代表' } })
    const made = elected(facts.resolve(textOf(old.fields, 'person')), constituency, votes)
    if (!made.ok) return made
    stays.set(old.id, made.value)
  }
  const standing = newcomersOf(facts, term.value.id)
  for (const { name, person, constituency, votes } of input.newcomers) {
    // who was typed at an earlier saving of the same list is the same person
    const before = standing.take(name, seats.get(constituency ?? '') ?? '')
    const known = person === undefined && before === null ? batch.add('person', { name }) : ok({ id: person ?? before ?? '', isNew: false })
    if (!known.ok) return known
    const made = elected(known.value.id, constituency, votes)
    if (!made.ok) return made
  }
  const groups = groupsOf(desk, facts, batch, input, term.value.id, stays)
  if (!groups.ok) return groups
  const done = commit(desk, batch.changes)
  if (!done.ok) return done
  const [main] = done.value.versions
  return ok({
    term: term.value.id, version: main?.id ?? '', deputies: input.reelected.length + input.newcomers.length, reelected: input.reelected.length, newcomers: input.newcomers.length,
    constituencies: input.constituencies.length, groups: input.groups.length,
  })
}

/** Groups of the old term with those of their members who were re-elected, and the leader where he stays. */
function groupsOf(desk: Desk, facts: Facts, batch: Batch, input: Make, term: string, stays: ReadonlyMap<string, string>): Result<true> {
  for (const { from, name } of input.groups) {
    const old = facts.get(from)
    if (old?.type !== 'group') return fail('bad-ref', { field: 'groups', detail: { id: from, label: '小组' } })
    const members = membersAt(old, desk.today).flatMap((id): Row[] => {
      const fresh = stays.get(facts.resolve(id))
      return fresh === undefined ? [] : [{ mandate: fresh }]
    })
    const leader = stays.get(facts.resolve(textOf(old.fields, 'leader')))
    const made = batch.add('group', filled({
      term, kind: old.fields['kind'], name: name ?? old.fields['name'], secretary: old.fields['secretary'], plan_count: old.fields['plan_count'], members, leader,
    }))
    if (!made.ok) return made
  }
  return ok(true)
}
