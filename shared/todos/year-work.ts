/** The calendar of an office's year (domain.md A.32): plan, monthly reception, report, self-assessment, the Party committee, the year's duties. */
import { termAt, termStart } from '../measures/terms'
import { activitiesIn, ofKinds } from '../measures/events-of'
import { dated } from '../measures/periods'
import { intOf, textOf } from '../facts'
import type { Rec } from '../record'
import { daysBetween, lastDayOf, yearEnd, yearOf, yearStart } from '../rules/calendar'
import type { Todo } from './todo'
import { yearDuties } from './year-duties'
import { byEntry, horizonDays, listAction, makeTodo, newAction, screenAction, type TodoContext } from './make-todo'
import { termEnd } from './term-end'

const day = (rec: Rec, key: string): string => textOf(rec.fields, key)
const habit = { who: '镇里' as const, source: '工作惯例' }
const monthOf = (today: string): number => Number(today.slice(5, 7))

/** January and February: the plan of the year. */
function plan(context: TodoContext): readonly Todo[] {
  const { facts, today } = context
  const year = yearOf(today)
  if (facts.all('plan_item').some((rec) => intOf(rec.fields, 'year') === year)) return []
  return [makeTodo(context, {
    ...habit, rule: 'year.plan', on: String(year), title: `订${year}年工作计划`, due_on: lastDayOf(`${year}-02`), started_on: yearStart(year), action: newAction('订计划', 'plan_item'),
  })]
}

/** One reception of voters a month, where there is a place for it. */
function monthlyReception(context: TodoContext): readonly Todo[] {
  const { facts, today } = context
  const month = today.slice(0, 7)
  const open = facts.all('site').filter((rec) => day(rec, 'built_on') <= today && (day(rec, 'closed_on') === '' || day(rec, 'closed_on') > today))
  const period = { from: `${month}-01`, to: lastDayOf(month) }
  const held = ofKinds(activitiesIn(facts, period), '09').length > 0 || facts.all('voter_matter').some((rec) => day(rec, 'site') !== '' && dated(rec, 'received_on', period))
  if (open.length === 0 || held) return []
  return [makeTodo(context, {
    ...habit, source: '工作惯例 · 每月接待选民', rule: 'reception.monthly', on: month, title: `${monthOf(today)}月还没有在联络站接待选民`, due_on: period.to, started_on: period.from,
    action: newAction('记活动', 'activity'),
  })]
}

const reportKind = '07'

/** December: the year's report, and the county's assessment where it has one. */
function closingOfYear(context: TodoContext): readonly Todo[] {
  const { facts, today } = context
  const year = yearOf(today)
  if (monthOf(today) < 12) return []
  const written = facts.where('document', 'kind', reportKind).some((rec) => day(rec, 'title').includes(String(year)) && /工作(报告|总结)/u.test(day(rec, 'title')))
  const items = facts.all('assessment').filter((rec) => intOf(rec.fields, 'year') === year)
  const unscored = items.filter((rec) => intOf(rec.fields, 'self_tenths') === null)
  return [
    ...(written ? [] : [makeTodo(context, {
      ...habit, rule: 'year.report', on: String(year), title: `写${year}年工作报告`, due_on: yearEnd(year), started_on: `${year}-12-01`, action: screenAction('出报告', 'annual-report'),
    })]),
    ...(unscored.length === 0 ? [] : [makeTodo(context, {
      rule: 'assessment.self', who: '县里' as const, source: '县对乡镇目标考核', on: String(year), title: `目标考核：${unscored.length}项还没有自评`, due_on: yearEnd(year),
      started_on: `${year}-12-01`, action: listAction('去自评', 'assessment'),
    })]),
  ]
}

/** From July on: how often the Party committee heard the congress; in the last year of a term its meeting on the congress's work. */
function party(context: TodoContext): readonly Todo[] {
  const { facts, today, rules } = context
  const year = yearOf(today)
  const found: Todo[] = []
  const hear = rules.entry('party.hear')
  const heard = facts.where('party_log', 'kind', '1').filter((rec) => dated(rec, 'date', { from: yearStart(year), to: today })).length
  if (hear.n !== null && heard < hear.n && monthOf(today) >= 7) {
    found.push(makeTodo(context, {
      ...byEntry(hear), on: String(year), title: `党委今年听取人大工作汇报${heard}次，应不少于${hear.n}次`, due_on: yearEnd(year), started_on: yearStart(year), owner: '镇党委',
      action: newAction('记一次', 'party_log'),
    }))
  }
  const meeting = rules.entry('party.meeting')
  const term = termAt(facts, today)
  const end = term ? termEnd(term) : ''
  const from = termStart(facts, today)
  const met = facts.where('party_log', 'kind', '2').some((rec) => dated(rec, 'date', { from, to: today }))
  if (meeting.n !== null && term && end !== '' && !met && daysBetween(today, end) <= horizonDays) {
    found.push(makeTodo(context, {
      ...byEntry(meeting), on: term.id, title: '本届党委还没有召开人大工作会议', due_on: end, started_on: from, owner: '镇党委', action: newAction('记一次', 'party_log'),
    }))
  }
  return found
}

/** From October on: what the law wants of every year and is not done yet, in one line. */
function duties(context: TodoContext): readonly Todo[] {
  const { facts, today } = context
  const year = yearOf(today)
  if (monthOf(today) < 10) return []
  const open = yearDuties(facts, year, context).filter((duty) => duty.who === '法律' && duty.state !== 'done' && duty.state !== 'past')
  const first = open.slice(0, 2).map((duty) => duty.title).join('、')
  return open.length === 0 ? [] : [makeTodo(context, {
    rule: 'year.duties', who: '法律', source: '今年依法必须做的事', on: String(year), title: `今年依法必须做的事还有${open.length}件没有做完（${first}${open.length > 2 ? '等' : ''}）`,
    due_on: yearEnd(year), started_on: yearStart(year), action: screenAction('看清单', 'year'),
  })]
}

/** The work of the year; nothing before there is a term. */
export const yearWorkTodos = (context: TodoContext): readonly Todo[] =>
  termAt(context.facts, context.today) === null ? [] : [plan, monthlyReception, closingOfYear, party, duties].flatMap((rule) => rule(context))
