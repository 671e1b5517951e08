/** Reminders about deputies: reports to voters, training, activity, absence without approval, terms (代表法第58、62条). */
import { activeDeputies, debriefedInTerm, systematicallyTrained } from '../measures/duties-of'
import { groupsAt } from '../measures/office-at'
import { deputiesAt, personId, townMandates } from '../measures/deputies-at'
import { activitiesIn } from '../measures/events-of'
import type { Period, Question } from '../measures/indicator'
import { termAt } from '../measures/terms'
import { intOf, textOf } from '../facts'
import type { Rec } from '../record'
import { seatStatuses } from '../records/mandate'
import { daysBetween, lastDayOf, yearEnd, yearOf, yearStart } from '../rules/calendar'
import type { Todo } from './todo'
import { termEnd } from './term-end'
import { byEntry, horizonDays, listAction, makeTodo, newAction, openRecords, screenAction, someNames, statusOf, stepAction, type TodoContext } from './make-todo'

const day = (rec: Rec, key: string): string => textOf(rec.fields, key)

const ask = ({ facts, rules, settings, today }: TodoContext, period: Period): Question => ({ facts, rules, settings, period, asAt: today })

const nameOf = ({ facts }: TodoContext, mandate: Rec): string => day(facts.get(day(mandate, 'person')) ?? mandate, 'name')

/** Deputies in office who are not among `done`. */
function missing(context: TodoContext, done: readonly Rec[]): readonly Rec[] {
  const people = new Set(done.map((rec) => personId(context.facts, rec)))
  return deputiesAt(context.facts, context.today).filter((rec) => !people.has(personId(context.facts, rec)))
}

/** Coverage of a term: who has not yet done what everybody should do once. */
function coverage(context: TodoContext): readonly Todo[] {
  const term = termAt(context.facts, context.today)
  const end = term ? termEnd(term) : ''
  if (!term || end === '' || daysBetween(context.today, end) > horizonDays) return []
  const question = ask(context, { from: context.today, to: context.today })
  const rows = [
    { key: 'report2voters', left: missing(context, debriefedInTerm(question)), words: '本届还没有向选民述职', type: 'debrief', label: '记述职' },
    { key: 'training.min', left: missing(context, systematicallyTrained(question)), words: '本届还没有接受系统培训', type: 'training', label: '记培训' },
  ]
  return rows.flatMap(({ key, left, words, type, label }) => {
    const entry = context.rules.entry(key)
    if (entry.n === null || left.length === 0) return []
    return [makeTodo(context, {
      ...byEntry(entry), on: term.id, title: `${left.length}名代表${words}（${someNames(context.facts, left)}）`, due_on: end, started_on: day(term, 'first_meeting_on'),
      action: newAction(label, type),
    })]
  })
}

const plannedDebriefs = (context: TodoContext): readonly Todo[] => openRecords(context, 'debrief', '计划', '通知').flatMap((rec) => {
  const mandate = context.facts.get(day(rec, 'mandate'))
  if (day(rec, 'planned_on') === '' || !mandate) return []
  return [makeTodo(context, {
    rule: 'debrief.planned', who: '镇里', source: '述职计划', about: rec, title: `${nameOf(context, mandate)}：向选民述职`, due_on: lastDayOf(day(rec, 'planned_on')),
    action: stepAction('记述职', 'report', rec.id),
  })]
})

function byElected(context: TodoContext): readonly Todo[] {
  const trained = new Set(systematicallyTrained(ask(context, { from: context.today, to: context.today })).map((rec) => rec.id))
  return deputiesAt(context.facts, context.today).flatMap((rec) => {
    const due = context.rules.due('training.byElected', day(rec, 'confirm_on'))
    if (!due || day(rec, 'elect_kind') !== '2' || trained.has(rec.id) || rec.fields['as_history'] === true) return []
    return [makeTodo(context, {
      ...byEntry(due.rule, due.note), about: rec, title: `补选代表${nameOf(context, rec)}：还没有接受系统培训`, due_on: due.due_on, started_on: day(rec, 'confirm_on'),
      action: newAction('记培训', 'training'),
    })]
  })
}

/** From July on: deputies and groups without enough activity in the year. */
function yearlyActivity(context: TodoContext): readonly Todo[] {
  const { facts, today, rules } = context
  const year = yearOf(today)
  if (Number(today.slice(5, 7)) < 7) return []
  const period = { from: yearStart(year), to: today }
  const idle = missing(context, activeDeputies(ask(context, period)))
  const found: Todo[] = idle.length === 0 ? [] : [makeTodo(context, {
    rule: 'deputy.active', on: String(year), who: '镇里', source: '工作惯例 · 每年至少参加一次活动', title: `${idle.length}名代表今年没有参加活动（${someNames(context.facts, idle)}）`,
    due_on: yearEnd(year), started_on: yearStart(year), action: listAction('看名单', 'mandate'),
  })]
  const entry = rules.entry('group.min')
  if (entry.n === null) return found
  const held = activitiesIn(facts, period)
  for (const group of groupsAt(facts, today)) {
    const count = held.filter((rec) => facts.resolve(day(rec, 'group')) === group.id).length
    if (count >= entry.n) continue
    found.push(makeTodo(context, {
      ...byEntry(entry), about: group, title: `${day(group, 'name')}：今年活动${count}次，应不少于${entry.n}次`, due_on: yearEnd(year), started_on: yearStart(year),
      action: newAction('记活动', 'activity'),
    }))
  }
  return found
}

const expiring = (context: TodoContext): readonly Todo[] => {
  const { facts, today } = context
  const term = termAt(facts, today)
  const end = term ? termEnd(term) : ''
  const ending = term && end !== '' && daysBetween(today, end) <= horizonDays && end >= today
    ? [makeTodo(context, {
      rule: 'term.end', who: '法律' as const, source: '地方组织法第9条 · 每届任期五年', about: term, title: `${day(term, 'name') || '本届'}任期将满：准备换届`,
      due_on: end, started_on: day(term, 'first_meeting_on'), action: screenAction('准备换届', 'term'),
    })] : []
  const no = term ? intOf(term.fields, 'no') ?? 0 : 0
  const over = facts.all('term').filter((rec) => {
    const closed = day(rec, 'end_on')
    return closed !== '' && closed <= today && (intOf(rec.fields, 'no') ?? 0) <= no
  })
  return [...ending, ...over.flatMap((rec) => {
    const left = townMandates(facts).filter((one) => facts.resolve(day(one, 'term')) === rec.id && seatStatuses.includes(statusOf(one, today)))
    return left.length === 0 ? [] : [makeTodo(context, {
      rule: 'term.expire', who: '法律', source: '代表法第2条 · 任期至下届第一次会议', about: rec, title: `${day(rec, 'name')}已届满：${left.length}名代表未办理卸任`,
      due_on: day(rec, 'end_on'), action: screenAction('办理换届', 'term'),
    })]
  })]
}

/** Reminders about deputies. */
export const dutyTodos = (context: TodoContext): readonly Todo[] =>
  [coverage, plannedDebriefs, byElected, yearlyActivity, expiring].flatMap((rule) => rule(context))
