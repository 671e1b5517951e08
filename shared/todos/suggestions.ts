/** Reminders of suggestions: assign, first answer, feedback form, another round, close, promises (代表法第51条; domain.md A.17). */
import { awaitsFeedbackSince, replyDueOn, replyRule } from '../measures/suggestion-answers'
import { textOf } from '../facts'
import type { Row } from '../fields'
import type { Rec } from '../record'
import { lastDayOf } from '../rules/calendar'
import { ruleUsed } from '../rules/rule-used'
import { latest, openRound, redoDue, repliesOf } from '../steps/suggestion-rounds'
import type { Todo } from './todo'
import { byEntry, called, makeTodo, nameAt, openRecords, stepAction, type TodoContext } from './make-todo'

function assign(context: TodoContext): readonly Todo[] {
  const entry = context.rules.entry('suggest.assign')
  const waiting = openRecords(context, 'suggestion', '待交办').map((rec) => ({ rec, from: textOf(rec.fields, 'review_on'), step: 'assign', word: '待交办', label: '交办' }))
  const back = openRecords(context, 'suggestion', '待改交').map((rec) => {
    const rows = rec.fields['returns']
    const last = Array.isArray(rows) ? (rows as readonly Row[]).at(-1)?.['date'] : undefined
    return { rec, from: typeof last === 'string' ? last : '', step: 'reassign', word: '承办单位退回，待改交', label: '改交' }
  })
  return [...waiting, ...back].flatMap(({ rec, from, step, word, label }) => {
    const due = context.rules.due(entry.key, from)
    if (!due) return []
    return [makeTodo(context, {
      ...byEntry(entry, due.note), about: rec, title: `${called(rec)}：${word}`, due_on: due.due_on, started_on: from,
      action: stepAction(label, step, rec.id),
    })]
  })
}

const reply = (context: TodoContext): readonly Todo[] => openRecords(context, 'suggestion', '已交办').flatMap((rec) => {
  const due = replyDueOn(context.facts, rec, context.rules)
  if (due === '') return []
  const late = due < context.today
  return [makeTodo(context, {
    ...byEntry(ruleUsed(context.rules, replyRule(rec), textOf(rec.fields, 'due_rule'))), rule: replyRule(rec), about: rec, title: `${called(rec)}：未答复`, due_on: due, started_on: textOf(rec.fields, 'assigned_on'),
    owner: nameAt(context.facts, rec, 'host'), action: late ? stepAction('催办', 'urge', rec.id) : stepAction('登记答复', 'reply', rec.id),
  })]
})

const redo = (context: TodoContext): readonly Todo[] => openRecords(context, 'suggestion', '重新办理').flatMap((rec) => {
  const replies = repliesOf(context.facts, rec.id)
  const from = latest(replies, 'feedback_on')
  const byRule = context.rules.due('suggest.redo', from)?.due_on ?? null
  const due = redoDue(replies, openRound(replies)) ?? byRule
  if (due === null) return []
  return [makeTodo(context, {
    ...(due === byRule ? byEntry(context.rules.entry('suggest.redo')) : { rule: 'suggest.redo', who: '镇里' as const, source: '评为不满意时定的重办期限' }), about: rec, title: `${called(rec)}：不满意，重新办理`, due_on: due, started_on: from,
    owner: nameAt(context.facts, rec, 'host'), action: stepAction('登记答复', 'reply', rec.id),
  })]
})

const feedback = (context: TodoContext): readonly Todo[] => openRecords(context, 'suggestion', '待反馈').flatMap((rec) => {
  const since = awaitsFeedbackSince(context.facts, rec)
  const due = context.rules.due('suggest.feedback', since)
  if (!due) return []
  const over = due.due_on < context.today
  return [makeTodo(context, {
    ...byEntry(due.rule, due.note), about: rec, title: over ? `${called(rec)}：超过反馈期限，可按未反馈办结` : `${called(rec)}：征询意见表未收回`,
    due_on: due.due_on, started_on: since, owner: leadName(context, rec),
    action: over ? stepAction('办结', 'close', rec.id) : stepAction('登记测评', 'feedback', rec.id),
  })]
})

function leadName({ facts }: TodoContext, rec: Rec): string {
  const mandate = facts.get(textOf(rec.fields, 'lead'))
  return mandate ? nameAt(facts, mandate, 'person') : ''
}

const close = (context: TodoContext): readonly Todo[] => openRecords(context, 'suggestion', '已评价', '协调处理').flatMap((rec) => {
  const from = textOf(rec.fields, 'coordinated_on') || latest(repliesOf(context.facts, rec.id), 'feedback_on')
  const due = context.rules.due('suggest.close', from)
  if (!due) return []
  return [makeTodo(context, {
    ...byEntry(due.rule, due.note), about: rec, title: `${called(rec)}：已评价，待办结`, due_on: due.due_on, started_on: from, action: stepAction('办结', 'close', rec.id),
  })]
})

/** Statuses in which a promise can be fulfilled or is no longer followed. */
const dropped = ['已撤回', '已并案']

const promises = (context: TodoContext): readonly Todo[] => context.facts.all('promise').flatMap((rec) => {
  const due = textOf(rec.fields, 'due')
  const suggestion = context.facts.get(textOf(rec.fields, 'suggestion'))
  const open = textOf(rec.fields, 'done_on') === '' && textOf(rec.fields, 'dropped_on') === ''
  if (due === '' || !open || !suggestion || suggestion.fields['as_history'] === true || dropped.includes(suggestion.status ?? '')) return []
  return [makeTodo(context, {
    rule: 'promise.due', on: rec.id, who: '镇里', source: '答复中的承诺时限', about: suggestion, title: `${called(suggestion)}：承诺“${called(rec)}”未落实`,
    due_on: lastDayOf(due), owner: nameAt(context.facts, rec, 'unit') || nameAt(context.facts, suggestion, 'host'),
    action: stepAction('登记落实', 'fulfil', suggestion.id),
  })]
})

/** Reminders by entries of the rule book. */
export const suggestionTodos = (context: TodoContext): readonly Todo[] =>
  [assign, reply, redo, feedback, close, promises].flatMap((rule) => rule(context))
