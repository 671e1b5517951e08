/** Reminders of limits that few offices meet: the second answer to an inquiry, length of a session, size of the presidium, extensions, petitions. */
import { presidiumAt } from '../measures/office-at'
import { sessionDays } from '../measures/meetings-of'
import { textOf } from '../facts'
import type { Rec } from '../record'
import { yearEnd, yearOf } from '../rules/calendar'
import type { Todo } from './todo'
import { byEntry, called, listAction, makeTodo, nameAt, openAction, openRecords, stepAction, type TodoContext } from './make-todo'

const day = (rec: Rec, key: string): string => textOf(rec.fields, key)

const secondAnswer = (context: TodoContext): readonly Todo[] => openRecords(context, 'inquiry', '再答复').flatMap((rec) => {
  const due = context.rules.due('inquiry.redoAnswer', day(context.facts.get(day(rec, 'session')) ?? rec, 'end_on'))
  if (!due) return []
  return [makeTodo(context, {
    ...byEntry(due.rule, due.note), about: rec, title: `质询“${called(rec)}”：半数以上提案代表不满意，再次答复`, due_on: due.due_on,
    owner: nameAt(context.facts, rec, 'target') || day(rec, 'target'), action: stepAction('登记答复', 'answer', rec.id),
  })]
})

const sessionLength = (context: TodoContext): readonly Todo[] => openRecords(context, 'session', '筹备', '已通知').flatMap((rec) => {
  const entry = context.rules.entry('congress.length')
  const days = sessionDays(rec)
  if (entry.n === null || day(rec, 'start_on') < context.today || day(rec, 'end_on') === '' || days >= entry.n) return []
  return [makeTodo(context, {
    ...byEntry(entry), about: rec, title: `${called(rec)}：会期只安排${days}天，应不少于${entry.n}天`, due_on: day(rec, 'start_on'), action: openAction('改会期', rec.id),
  })]
})

function presidiumSize(context: TodoContext): readonly Todo[] {
  const { facts, today, rules } = context
  const entry = rules.entry('presidium.size')
  const members = presidiumAt(facts, today).length
  if (entry.n === null || members === 0 || (members >= entry.n && members <= (entry.max ?? members))) return []
  return [makeTodo(context, {
    ...byEntry(entry), title: `主席团现有${members}人，一般为${entry.n}${entry.max === undefined ? '人以上' : `至${entry.max}人`}`, due_on: yearEnd(yearOf(today)),
    action: listAction('看名单', 'presidium_member'),
  })]
}

/** The longest an opinion may take: said where no day was agreed, or a later one than the rule allows. */
const extension = (context: TodoContext): readonly Todo[] => openRecords(context, 'follow_up', '已交办', '办理中', '退回').flatMap((rec) => {
  const due = context.rules.due('followup.extend', day(rec, 'sent_on'))
  const agreed = day(rec, 'extended_due_on') || day(rec, 'due_on')
  if (!due || (agreed !== '' && agreed <= due.due_on)) return []
  return [makeTodo(context, {
    ...byEntry(due.rule, due.note), about: rec, title: `${called(rec)}：最长办到这一天`, due_on: due.due_on, started_on: day(rec, 'sent_on'), owner: nameAt(context.facts, rec, 'target'),
    action: stepAction('登记报告', 'answer', rec.id),
  })]
})

/** 转送 and 交办: only letters handed on are under the rules of 信访. */
const handedOn = ['1', '2']

const petitions = (context: TodoContext): readonly Todo[] => context.facts.all('letter').flatMap((rec) => {
  if (!handedOn.includes(day(rec, 'handled')) || day(rec, 'closed_on') !== '' || rec.fields['as_history'] === true) return []
  const notify = day(rec, 'reply_on') === '' ? context.rules.due('petition.notify', day(rec, 'received_on')) : null
  const close = context.rules.due('petition.close', day(rec, 'received_on'))
  const subject = day(rec, 'subject').slice(0, 40)
  return [{ due: notify, words: '是否受理还没有告知' }, { due: close, words: '还没有办结' }].flatMap(({ due, words }) => (due === null ? [] : [makeTodo(context, {
    ...byEntry(due.rule, due.note), about: rec, title: `信访“${subject}”：${words}`, due_on: due.due_on, started_on: day(rec, 'received_on'),
    owner: nameAt(context.facts, rec, 'unit'), action: openAction('登记结果', rec.id),
  })]))
})

/** Reminders of these limits. */
export const limitTodos = (context: TodoContext): readonly Todo[] =>
  [secondAnswer, sessionLength, presidiumSize, extension, petitions].flatMap((rule) => rule(context))
