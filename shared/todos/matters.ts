/** Reminders of supervision, follow-up, voters' matters, letters and the county's orders: what others owe by an agreed day. */
import { feedbackDueOn } from '../measures/feedback-due'
import { textOf } from '../facts'
import type { Rec } from '../record'
import type { Todo } from './todo'
import { byEntry, called, makeTodo, nameAt, namesAt, openAction, openRecords, statusOf, stepAction, type TodoContext } from './make-todo'

const day = (rec: Rec, key: string): string => textOf(rec.fields, key)

const supervision = (context: TodoContext): readonly Todo[] => openRecords(context, 'supervision', '整改中').flatMap((rec) => {
  const due = feedbackDueOn(rec, context.rules)
  if (due === '') return []
  const byRule = context.rules.due('report.feedback', day(rec, 'forward_on'))?.due_on === due
  return [makeTodo(context, {
    // a day agreed under another rule is not said to follow from the one of today
    ...(byRule ? byEntry(context.rules.entry('report.feedback')) : { rule: 'report.feedback', who: '镇里' as const, source: '转交时定的反馈期限' }), about: rec, title: `${called(rec)}：研究处理情况未反馈`, due_on: due, started_on: day(rec, 'forward_on'),
    owner: namesAt(context.facts, rec, 'forward_to') || namesAt(context.facts, rec, 'targets'), action: stepAction('登记反馈', 'answer', rec.id),
  })]
})

const followUps = (context: TodoContext): readonly Todo[] => openRecords(context, 'follow_up', '已交办', '办理中', '退回').flatMap((rec) => {
  const due = day(rec, 'extended_due_on') || day(rec, 'due_on')
  if (due === '') return []
  return [makeTodo(context, {
    rule: 'follow_up.due', who: '镇里', source: day(rec, 'extended_due_on') ? '审议意见办理期限(已延期)' : '审议意见办理期限', about: rec,
    title: `${called(rec)}：未报告办理情况`, due_on: due, started_on: day(rec, 'sent_on'), owner: nameAt(context.facts, rec, 'target'),
    action: due < context.today && statusOf(rec, context.today) !== '退回' ? stepAction('催办', 'urge', rec.id) : stepAction('登记报告', 'answer', rec.id),
  })]
})

const findings = (context: TodoContext): readonly Todo[] => openRecords(context, 'finding', '整改中', '退回整改').flatMap((rec) => {
  if (day(rec, 'due_on') === '') return []
  return [makeTodo(context, {
    rule: 'finding.due', who: '镇里', source: '问题整改时限', about: rec, title: `问题“${day(rec, 'problem').slice(0, 40)}”：未整改`, due_on: day(rec, 'due_on'),
    owner: nameAt(context.facts, rec, 'unit'), action: stepAction('登记整改', 'rectify', rec.id),
  })]
})

const voterMatters = (context: TodoContext): readonly Todo[] => openRecords(context, 'voter_matter', '已转办', '代表自办').flatMap((rec) => {
  if (day(rec, 'due_on') === '') return []
  return [makeTodo(context, {
    rule: 'voter_matter.due', who: '镇里', source: '群众反映事项办理期限', about: rec, title: `${called(rec)}：转办后未回复群众`, due_on: day(rec, 'due_on'),
    started_on: day(rec, 'sent_on') || day(rec, 'routed_on'), owner: nameAt(context.facts, rec, 'to_unit'), action: stepAction('登记回复', 'reply', rec.id),
  })]
})

const letters = (context: TodoContext): readonly Todo[] => context.facts.all('letter').flatMap((rec) => {
  if (day(rec, 'due_on') === '' || day(rec, 'reply_on') !== '' || day(rec, 'closed_on') !== '' || rec.fields['as_history'] === true) return []
  return [makeTodo(context, {
    rule: 'letter.due', who: '镇里', source: '信访办理期限', about: rec, title: `信访“${day(rec, 'subject').slice(0, 40)}”：未答复`, due_on: day(rec, 'due_on'),
    started_on: day(rec, 'received_on'), owner: nameAt(context.facts, rec, 'unit'), action: openAction('登记答复', rec.id),
  })]
})

const countyOrders = (context: TodoContext): readonly Todo[] => openRecords(context, 'county_order', '待签收', '办理中', '退回').flatMap((rec) => {
  const unsigned = statusOf(rec, context.today) === '待签收'
  const due = day(rec, 'due_on') || (unsigned ? day(rec, 'issued_on') : '')
  if (due === '') return []
  return [makeTodo(context, {
    rule: 'county_order.due', who: '县里', source: day(rec, 'order_no') || '县交办', about: rec, title: `县人大交办：${day(rec, 'title')}${unsigned ? '：待签收' : ''}`,
    due_on: due, started_on: day(rec, 'issued_on'), action: unsigned ? stepAction('签收', 'accept', rec.id) : stepAction('回告', 'answer', rec.id),
  })]
})

/** Reminders of what others owe. */
export const matterTodos = (context: TodoContext): readonly Todo[] =>
  [supervision, followUps, findings, voterMatters, letters, countyOrders].flatMap((rule) => rule(context))
