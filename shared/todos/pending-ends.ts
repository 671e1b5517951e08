/**
 * What a deputy's seat waits for: a resignation for the vote of the congress (选举法第55条), an end for its announcement by the congress
 * (代表法第63条), an empty seat for its by-election (选举法第57条).
 */
import { townMandates } from '../measures/deputies-at'
import { moves, reached } from '../measures/status-moves'
import { termAt } from '../measures/terms'
import { intOf, textOf, type Facts } from '../facts'
import type { Rec } from '../record'
import { holdsSeat } from '../records/mandate'
import { yearEnd, yearOf } from '../rules/calendar'
import type { Todo } from './todo'
import { makeTodo, nameAt, newAction, nextSession, statusOf, stepAction, type TodoContext } from './make-todo'

const day = (rec: Rec, key: string): string => textOf(rec.fields, key)

/** Mandates of the term of today. */
function mandates({ facts, today }: TodoContext): readonly Rec[] {
  const term = termAt(facts, today)
  return term === null ? [] : townMandates(facts).filter((rec) => facts.resolve(day(rec, 'term')) === term.id)
}

/** End of the first session that met since `from` and did not deal with it; null where there was none. */
function passedSession({ facts, today }: TodoContext, from: string): string | null {
  const met = facts.all('session').filter((rec) => day(rec, 'start_on') >= from && day(rec, 'start_on') <= today && reached(rec, ['已闭会', '已归档']))
  return met.map((rec) => day(rec, 'end_on') || day(rec, 'start_on')).sort()[0] ?? null
}

const waits = {
  辞职待大会表决: { rule: 'mandate.resignation', source: '选举法第55条 · 向本级人大书面提出，大会表决', words: '书面辞职，待人代会表决', label: '登记表决', step: 'vote_resignation', from: 'event_on' },
  终止待公告: { rule: 'mandate.announce', source: '代表法第63条 · 由本级人大公告', words: '资格终止，待人代会公告', label: '登记公告', step: 'end', from: 'report_on' },
} as const

const pending = (context: TodoContext): readonly Todo[] => mandates(context).flatMap((rec) => {
  const status = statusOf(rec, context.today)
  if (status !== '辞职待大会表决' && status !== '终止待公告') return []
  const { rule, source, words, label, step, from } = waits[status]
  const since = day(rec, from)
  return [makeTodo(context, {
    rule, who: '法律', source, about: rec, title: `${personName(context.facts, rec)}：${words}`, started_on: since,
    due_on: passedSession(context, since) ?? nextSession(context), action: stepAction(label, step, rec.id),
  })]
})

const personName = (facts: Facts, rec: Rec): string => nameAt(facts, rec, 'person')

/** The day on which the seat became empty; null where it is not, or where the mandate was typed in as ended long ago. */
function emptySince(rec: Rec, today: string): string | null {
  if (rec.fields['as_history'] === true && moves(rec).every((move) => move.step !== 'end' && move.step !== 'die' && move.step !== 'vote_resignation')) return null
  return statusOf(rec, today) === '已终止' ? moves(rec).findLast((move) => move.to === '已终止')?.on ?? null : null
}

const running = (rec: Rec, today: string): boolean => statusOf(rec, today) !== '已取消'

/** Seats of the constituency that nobody holds today; null where their number is not known. */
function freeSeats({ facts, today }: TodoContext, constituency: Rec): number | null {
  const seats = intOf(constituency.fields, 'seats')
  return seats === null ? null : seats - facts.where('mandate', 'constituency', constituency.id).filter((rec) => holdsSeat(rec, today)).length
}

/** Seats that became empty in the term and for which no by-election is on record; the next election of all ends it. */
function vacancies(context: TodoContext): readonly Todo[] {
  const { facts, today } = context
  if (facts.all('term').some((rec) => day(rec, 'elected_on') !== '' && day(rec, 'elected_on') <= today && day(rec, 'first_meeting_on') > today)) return []
  return mandates(context).flatMap((rec) => {
    const since = emptySince(rec, today)
    const place = facts.get(day(rec, 'constituency'))
    if (since === null || place === null || (freeSeats(context, place) ?? 1) < 1) return []
    const known = facts.where('by_election', 'constituency', place.id).some((one) => running(one, today) && (facts.resolve(day(one, 'vacancy')) === rec.id || day(one, 'vacant_on') >= since))
    if (known) return []
    return [makeTodo(context, {
      rule: 'seat.vacant', who: '法律', source: '选举法第57条 · 由原选区选民补选', about: rec, title: `${day(place, 'name') || `第${day(place, 'no')}选区`}出缺（${personName(facts, rec)}）：还没有登记补选`,
      started_on: since, due_on: yearEnd(yearOf(today)), note: '法律没有规定补选的期限',
      action: newAction('登记补选', 'by_election', { constituency: place.id, vacancy: rec.id, vacant_on: since, ...(day(rec, 'end_reason') === '' ? {} : { reason: day(rec, 'end_reason') }) }),
    })]
  })
}

/** Reminders of seats that wait for the congress or for the voters. */
export const pendingTodos = (context: TodoContext): readonly Todo[] => [pending, vacancies].flatMap((rule) => rule(context))
