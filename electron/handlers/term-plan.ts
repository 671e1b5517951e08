/** What a term change begins with: the present term as it stands, and the next one where it was made already. */
import type { TermDeputy, TermHead, TermPlan } from '../../shared/contract/term'
import { intOf, statusAt, textOf, type Facts } from '../../shared/facts'
import type { Rec } from '../../shared/record'
import { deputiesAt, townLevel, upperDeputiesAt } from '../../shared/measures/deputies-at'
import { membersAt, presidiumAt } from '../../shared/measures/office-at'
import { termAt } from '../../shared/measures/terms'
import { naturally } from '../../shared/parse/natural-order'
import { termEnd } from '../../shared/todos/term-end'
import type { Desk } from './desk'

const orNull = (text: string): string | null => (text === '' ? null : text)

export const headOf = (rec: Rec): TermHead => ({
  id: rec.id, no: intOf(rec.fields, 'no') ?? 0, name: textOf(rec.fields, 'name'), elected_on: orNull(textOf(rec.fields, 'elected_on')),
  first_meeting_on: orNull(textOf(rec.fields, 'first_meeting_on')), end_on: orNull(textOf(rec.fields, 'end_on')), quota: intOf(rec.fields, 'quota'),
})

const ofTerm = (facts: Facts, type: string, term: string): readonly Rec[] =>
  facts.where(type, 'term', term).filter((rec) => type === 'group' || textOf(rec.fields, 'level') === townLevel)

/** By-elections that still run in the constituencies of a term. */
export const openByElections = (facts: Facts, term: string): readonly Rec[] => {
  const own = new Set(ofTerm(facts, 'constituency', term).map((rec) => rec.id))
  return facts.all('by_election').filter((rec) => own.has(facts.resolve(textOf(rec.fields, 'constituency'))) && rec.fields['as_history'] !== true && !['完成', '已取消'].includes(rec.status ?? ''))
}

/** A term whose deputies are elected and not one of them confirmed: made, and not opened yet, whatever day it was meant to begin. */
function isWaiting(facts: Facts, term: Rec): boolean {
  const mandates = ofTerm(facts, 'mandate', term.id)
  return mandates.length > 0 && mandates.every((rec) => ['当选待确认', '当选无效'].includes(rec.status ?? ''))
}

/** The latest term that began by `day`, `without` left out; null where there is none. */
export function termBefore(facts: Facts, without: Rec, day: string): Rec | null {
  const start = (rec: Rec): string => textOf(rec.fields, 'first_meeting_on')
  return facts.all('term').filter((rec) => rec.id !== without.id && start(rec) !== '' && start(rec) <= day).reduce<Rec | null>((last, rec) => (last && start(last) >= start(rec) ? last : rec), null)
}

/** The term that is in office on a day: one that is only waiting for its first meeting is not, also once the planned day has come. */
export function termInOffice(facts: Facts, today: string): Rec | null {
  const latest = termAt(facts, today)
  if (!latest || !isWaiting(facts, latest)) return latest
  return termBefore(facts, latest, today) ?? latest
}

/** The next term: the lowest number above the present one's that has not begun or waits to be opened. */
export function nextTerm(facts: Facts, current: Rec | null, today: string): Rec | null {
  const no = current ? intOf(current.fields, 'no') ?? 0 : 0
  const coming = facts.all('term').filter((rec) => (intOf(rec.fields, 'no') ?? 0) > no && (isWaiting(facts, rec) || !(textOf(rec.fields, 'first_meeting_on') !== '' && textOf(rec.fields, 'first_meeting_on') <= today)))
  return [...coming].sort((a, b) => (intOf(a.fields, 'no') ?? 0) - (intOf(b.fields, 'no') ?? 0))[0] ?? null
}

function deputyOf(facts: Facts, mandate: Rec, today: string, groups: readonly Rec[], twice: ReadonlySet<string>): TermDeputy {
  const person = facts.get(textOf(mandate.fields, 'person'))
  const fields = person?.fields ?? {}
  const name = textOf(fields, 'name')
  return {
    mandate: mandate.id, person: person?.id ?? '', name, status: statusAt(mandate, today) ?? mandate.status ?? '',
    note: twice.has(name) ? [textOf(fields, 'birth').replace('-', '.'), textOf(fields, 'work_unit')].filter((word) => word !== '').join(' ') : '',
    constituency: facts.get(textOf(mandate.fields, 'constituency'))?.id ?? null,
    groups: groups.filter((group) => membersAt(group, today).map((id) => facts.resolve(id)).includes(mandate.id)).map((group) => group.id),
  }
}

/** Names that more than one of these people has. */
function sharedNames(facts: Facts, mandates: readonly Rec[]): ReadonlySet<string> {
  const seen = new Map<string, string>()
  const twice = new Set<string>()
  for (const mandate of mandates) {
    const person = facts.get(textOf(mandate.fields, 'person'))
    const name = person ? textOf(person.fields, 'name') : ''
    if (person && seen.has(name) && seen.get(name) !== person.id) twice.add(name)
    if (person) seen.set(name, person.id)
  }
  return twice
}

export function termPlan(desk: Desk): TermPlan {
  const { today } = desk
  const facts = desk.store.facts([desk.store.office.code])
  const current = termInOffice(facts, today)
  const next = nextTerm(facts, current, today)
  const groups = current ? ofTerm(facts, 'group', current.id) : []
  const sitting = deputiesAt(facts, today)
  const sits = new Set(sitting.map((rec) => rec.id))
  const waiting = next ? ofTerm(facts, 'mandate', next.id).filter((rec) => rec.status === '当选待确认') : []
  const twice = sharedNames(facts, [...sitting, ...waiting])
  const before = new Set(sitting.map((rec) => facts.resolve(textOf(rec.fields, 'person'))))
  const collator = new Intl.Collator('zh-CN')
  const list = (mandates: readonly Rec[]): readonly TermDeputy[] => mandates.map((rec) => deputyOf(facts, rec, today, groups, twice)).sort((a, b) => collator.compare(a.name, b.name) || (a.mandate < b.mandate ? -1 : 1))
  const ends = current ? termEnd(current) : ''
  return {
    today, current: current ? headOf(current) : null, ends_on: orNull(ends), next_no: (current ? intOf(current.fields, 'no') ?? 0 : 0) + 1,
    next: next ? {
      ...headOf(next), deputies: list(waiting).map((one) => ({ ...one, reelected: before.has(one.person) })),
      constituencies: ofTerm(facts, 'constituency', next.id).length, groups: ofTerm(facts, 'group', next.id).length,
    } : null,
    deputies: list(sitting), upper: upperDeputiesAt(facts, today).length,
    constituencies: (current ? ofTerm(facts, 'constituency', current.id) : []).map((rec) => ({
      id: rec.id, no: textOf(rec.fields, 'no'), name: textOf(rec.fields, 'name'), seats: intOf(rec.fields, 'seats'), voters: intOf(rec.fields, 'voters'),
    })).sort((a, b) => collator.compare(a.no.padStart(6, '0'), b.no.padStart(6, '0'))),
    groups: groups.map((rec) => ({ id: rec.id, kind: textOf(rec.fields, 'kind'), name: textOf(rec.fields, 'name'), members: membersAt(rec, today).filter((id) => sits.has(facts.resolve(id))).length })).sort((a, b) => naturally(a.name, b.name)),
    presidium: presidiumAt(facts, today).length, by_elections: current ? openByElections(facts, current.id).length : 0,
  }
}
