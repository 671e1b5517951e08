/** Reminders of sessions and presidium meetings: how often, notice, publication of the budget, filing of resolutions, decisions (组织法第14、20条). */
import { beganOn } from '../measures/began'
import { isHeld } from '../measures/meetings-of'
import { reached } from '../measures/status-moves'
import { termAt, termStart } from '../measures/terms'
import { textOf } from '../facts'
import type { Rec } from '../record'
import { yearEnd, yearOf } from '../rules/calendar'
import type { Todo } from './todo'
import { byEntry, byId, called, latestBy, makeTodo, newAction, openAction, openRecords, statusOf, stepAction, type TodoContext } from './make-todo'

const day = (rec: Rec, key: string): string => textOf(rec.fields, key)

/** A meeting that is being prepared: its page, else a new one. */
function prepare(context: TodoContext, type: string, label: string): Todo['action'] {
  const planned = byId(openRecords(context, type, '筹备', '已通知'))[0]
  return planned ? openAction('去筹备', planned.id) : newAction(label, type)
}

function presidiumInterval(context: TodoContext): readonly Todo[] {
  const { facts, rules, today } = context
  const term = termAt(facts, today)
  const held = facts.all('presidium_meeting').filter((rec) => isHeld(rec) && day(rec, 'held_on') !== '' && day(rec, 'held_on') <= today)
  const last = latestBy(held, 'held_on')
  const from = last ? day(last, 'held_on') : termStart(facts, today)
  const first = rules.due('presidium.interval', from)
  const began = beganOn(facts)
  // Meetings held before the office began with the program are not on record here: the clock starts anew that day.
  const anew = first !== null && began <= today && first.due_on < began
  const due = anew ? rules.due('presidium.interval', began) : first
  if (!due || !term) return []
  const since = anew ? '启用以来还没有登记，以前开过的可以补录' : last ? `上次为${Number(from.slice(5, 7))}月${Number(from.slice(8))}日` : '本届尚未召开'
  return [makeTodo(context, {
    ...byEntry(due.rule, due.note), on: last?.id ?? term.id, title: `召开主席团会议：${since}`, due_on: due.due_on, started_on: anew ? began : from,
    action: prepare(context, 'presidium_meeting', '记会议'),
  })]
}

/** Sessions of the year: the first by its own date where a province has one, the second by the end of the third quarter, all by 31 December. */
function congress(context: TodoContext): readonly Todo[] {
  const { facts, rules, today } = context
  if (!termAt(facts, today)) return []
  const year = yearOf(today)
  const held = facts.all('session').filter((rec) => yearOf(day(rec, 'start_on')) === year && day(rec, 'start_on') <= today && reached(rec, ['进行中', '已闭会', '已归档']))
  const wanted = rules.entry('congress.min')
  const usual = Math.max(wanted.n ?? 0, 2)
  if (held.length >= usual) return []
  const before = yearEnd(year - 1)
  const own = held.length === 0 ? rules.due('congress.firstBy', before) : rules.due('congress.secondBy', before)
  const isFirst = held.length === 0
  const title = isFirst ? `${year}年尚未召开人代会` : `${year}年已召开${held.length}次人代会，一般每年两次`
  const action = prepare(context, 'session', '记会议')
  if (own) return [makeTodo(context, { ...byEntry(own.rule), on: String(year), title, due_on: own.due_on, started_on: before, action })]
  if (wanted.n === null || held.length >= wanted.n) return []
  return [makeTodo(context, { ...byEntry(wanted), on: String(year), title, due_on: yearEnd(year), started_on: before, action })]
}

const firstSession = (context: TodoContext): readonly Todo[] => context.facts.all('term').flatMap((rec) => {
  const opened = day(rec, 'first_meeting_on')
  const due = context.rules.due('congress.first', day(rec, 'elected_on'))
  if (!due || (opened !== '' && opened <= context.today)) return []
  return [makeTodo(context, {
    ...byEntry(due.rule, due.note), about: rec, title: `${day(rec, 'name') || '新一届'}：召开第一次会议`, due_on: due.due_on, started_on: day(rec, 'elected_on'),
    action: prepare(context, 'session', '记会议'),
  })]
})

const notice = (context: TodoContext): readonly Todo[] => openRecords(context, 'session', '筹备', '已通知').flatMap((rec) => {
  const due = context.rules.due('congress.notice', day(rec, 'start_on'))
  if (!due || day(rec, 'notice_on') !== '' || day(rec, 'start_on') < context.today) return []
  const call = statusOf(rec, context.today) === '筹备'
  return [makeTodo(context, {
    ...byEntry(due.rule, due.note), about: rec, title: `${called(rec)}：通知代表`, due_on: due.due_on,
    action: call ? stepAction('发通知', 'call', rec.id) : openAction('去筹备', rec.id),
  })]
})

const budget = (context: TodoContext): readonly Todo[] => context.facts.all('session').flatMap((rec) => {
  const due = context.rules.due('budget.publish', day(rec, 'budget_approved_on'))
  if (!due || day(rec, 'budget_published_on') !== '' || rec.fields['as_history'] === true) return []
  return [makeTodo(context, {
    ...byEntry(due.rule, due.note), about: rec, title: `${called(rec)}：公开批准的预算`, due_on: due.due_on, started_on: day(rec, 'budget_approved_on'),
    owner: '镇政府', action: openAction('登记公开日期', rec.id),
  })]
})

const filing = (context: TodoContext): readonly Todo[] => openRecords(context, 'document', '已印发').flatMap((rec) => {
  const due = context.rules.due('resolution.file', day(rec, 'issued_on'))
  if (!due || !['01', '02'].includes(day(rec, 'kind')) || day(rec, 'session') === '') return []
  return [makeTodo(context, {
    ...byEntry(due.rule, due.note), about: rec, title: `${called(rec)}：报县人大常委会备案`, due_on: due.due_on, started_on: day(rec, 'issued_on'),
    action: stepAction('登记备案', 'file', rec.id),
  })]
})

const decisions = (context: TodoContext): readonly Todo[] => context.facts.all('decision').flatMap((rec) => {
  if (day(rec, 'due_on') === '' || day(rec, 'done_on') !== '' || rec.fields['as_history'] === true) return []
  return [makeTodo(context, {
    rule: 'decision.due', who: '镇里', source: '主席团决定事项的完成时限', about: rec, title: `主席团决定：${day(rec, 'title')}：未完成`,
    due_on: day(rec, 'due_on'), owner: day(rec, 'owner'), action: openAction('登记完成', rec.id),
  })]
})

/** Reminders of meetings by entries of the rule book, and of what meetings decided. */
export const meetingTodos = (context: TodoContext): readonly Todo[] =>
  [presidiumInterval, congress, firstSession, notice, budget, filing, decisions].flatMap((rule) => rule(context))

