/**
 * The first meeting of a new term (组织法第38条: a term runs to the first meeting of the next): the old term ends that day, its deputies leave
 * office, open by-elections are called off, the new deputies are confirmed. One commit, so that no day has two terms or none.
 */
import type { InputOf, OutputOf } from '../../shared/contract'
import { textOf } from '../../shared/facts'
import type { Rec } from '../../shared/record'
import { townLevel } from '../../shared/measures/deputies-at'
import { fail, ok, type Result } from '../../shared/result'
import { seatedStatuses } from '../../shared/rules/deputies'
import { addDays } from '../../shared/rules/calendar'
import { overlay } from '../../shared/steps/overlay'
import type { Change } from '../store/change'
import type { Desk } from './desk'
import { prepareChange } from './prepare'
import { applyStep, commit, putOf } from './save'
import { openByElections, termBefore } from './term-plan'

const late = (field: string, firstLabel: string, first: string, secondLabel: string, second: string) => fail('date-order', { field, detail: { first, firstLabel, second, secondLabel } })

function checkOpen(desk: Desk, term: Rec, old: Rec | null, { on, confirm_on: confirmOn = on }: InputOf<'term.open'>): Result<true> {
  if (on > desk.today) return fail('date-future', { field: 'on', detail: { label: '第一次会议日期', day: on, today: desk.today } })
  const elected = textOf(term.fields, 'elected_on')
  if (elected !== '' && on < elected) return late('on', '代表选举完成日', elected, '第一次会议日期', on)
  const begun = old ? textOf(old.fields, 'first_meeting_on') : ''
  if (begun !== '' && on <= begun) return late('on', '上届第一次会议日期', begun, '第一次会议日期', on)
  if (confirmOn > on) return late('confirm_on', '资格确认日期', confirmOn, '第一次会议日期', on)
  if (elected !== '' && confirmOn < elected) return late('confirm_on', '代表选举完成日', elected, '资格确认日期', confirmOn)
  return ok(true)
}

export function openTerm(desk: Desk, input: InputOf<'term.open'>): Result<OutputOf<'term.open'>> {
  const facts = desk.store.facts([desk.store.office.code])
  const term = facts.get(input.term)
  if (term?.type !== 'term') return fail('not-found', { detail: { id: input.term } })
  const { on, confirm_on: confirmOn = on } = input
  const old = termBefore(facts, term, addDays(on, -1))
  const checked = checkOpen(desk, term, old, input)
  if (!checked.ok) return checked
  const waiting = facts.where('mandate', 'term', term.id).filter((rec) => textOf(rec.fields, 'level') === townLevel && rec.status === '当选待确认')
  const sitting = old ? facts.where('mandate', 'term', old.id).filter((rec) => textOf(rec.fields, 'level') === townLevel && [...seatedStatuses, '当选待确认'].includes(rec.status ?? '')) : []
  if (waiting.length === 0) return fail('not-now', { field: 'term', detail: { why: '新一届还没有当选待确认的代表' } })

  const opened = withFields(desk, term, { first_meeting_on: on })
  const closed = old === null ? null : withFields(desk, old, { end_on: on })
  if (!opened.ok) return opened
  if (closed && !closed.ok) return closed
  const changes: Change[] = [opened.value.change, ...(closed?.ok ? [closed.value.change] : [])]
  const seen = new Map([[term.id, opened.value.rec], ...(closed?.ok ? [[closed.value.rec.id, closed.value.rec] as const] : [])])
  const lookup = overlay(desk.store.lookup(), seen)
  const run = (rec: Rec, step: string, fields: Readonly<Record<string, unknown>>): Result<true> => {
    const ran = applyStep(desk, rec, step, fields, lookup)
    if (!ran.ok) return fail(ran.code, { ...(ran.field === undefined ? {} : { field: ran.field }), detail: { ...ran.detail, type: rec.type, id: rec.id } })
    changes.push(putOf(ran.value.rec), ...ran.value.changes)
    return ok(true)
  }
  const byElections = old ? openByElections(facts, old.id) : []
  const steps: readonly (readonly [Rec, string, Readonly<Record<string, unknown>>])[] = [
    ...sitting.map((rec) => [rec, 'expire', { event_on: on }] as const),
    ...byElections.map((rec) => [rec, 'call_off', { event_on: on, cancel_reason: '换届' }] as const),
    ...waiting.map((rec) => [rec, 'confirm', { confirm_on: confirmOn }] as const),
  ]
  for (const [rec, step, fields] of steps) {
    const ran = run(rec, step, fields)
    if (!ran.ok) return ran
  }
  for (const member of membersOf(facts.all('presidium_member'), new Set(sitting.map((rec) => rec.id)), (id) => facts.resolve(id))) {
    const ended = withFields(desk, member, { to_on: on })
    if (!ended.ok) return ended
    changes.push(ended.value.change)
  }
  const done = commit(desk, changes)
  if (!done.ok) return done
  return ok({ term: term.id, version: done.value.versions[0]?.id ?? '', expired: sitting.length, confirmed: waiting.length, called_off: byElections.length })
}

/** Seats in the presidium that end with these mandates and have no last day yet. */
const membersOf = (members: readonly Rec[], mandates: ReadonlySet<string>, resolve: (id: string) => string): readonly Rec[] =>
  members.filter((rec) => textOf(rec.fields, 'to_on') === '' && mandates.has(resolve(textOf(rec.fields, 'mandate'))))

/** A record with these fields, and the change that saves it. */
function withFields(desk: Desk, rec: Rec, fields: Readonly<Record<string, unknown>>): Result<{ readonly rec: Rec; readonly change: Change }> {
  const prepared = prepareChange(desk, rec, fields)
  if (!prepared.ok) return prepared
  const { status: _status, ...data } = prepared.value.data
  return ok({ rec: { ...rec, fields: data }, change: { op: 'put', type: rec.type, uid: rec.id, data: prepared.value.data } })
}
