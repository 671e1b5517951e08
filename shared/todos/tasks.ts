/** Tasks that a person typed, and what a person did with a reminder: snoozed, finished, cancelled (domain.md A.32). */
import { textOf } from '../facts'
import type { Rec } from '../record'
import { subjectOf, type Todo } from './todo'
import { makeTodo, openRecords, statusOf, stepAction, type TodoContext } from './make-todo'

const day = (rec: Rec, key: string): string => textOf(rec.fields, key)

/** Open tasks that no rule made; a snoozed one comes back on its day. */
export const ownTasks = (context: TodoContext): readonly Todo[] => openRecords(context, 'task', '待办').flatMap((rec) => {
  const due = day(rec, 'snoozed_to') || day(rec, 'due_on')
  if (day(rec, 'rule') !== '' || due === '' || day(rec, 'snoozed_to') > context.today) return []
  const about = context.facts.get(day(rec, 'about'))
  return [makeTodo(context, {
    rule: 'task.due', who: '镇里', source: '自己记的任务', on: rec.id, about: about ?? rec, title: day(rec, 'title'), due_on: due, owner: day(rec, 'owner'),
    action: stepAction('完成', 'finish', rec.id), note: day(rec, 'snooze_reason') || undefined,
  })]
})

const keyOf = (rule: string, about: string, due: string): string => `${rule}|${about}|${due}`

/** The record that a person's word about a reminder is kept under: what its id names, where that is a record; '' for the whole office. */
export const aboutOf = (facts: TodoContext['facts'], todo: Todo): string => facts.get(subjectOf(todo))?.id ?? ''

/** Leaves out reminders that a person finished, cancelled or put off beyond today. */
export function withoutSettled(context: TodoContext, todos: readonly Todo[]): readonly Todo[] {
  const settled = new Set(context.facts.all('task').filter((rec) => day(rec, 'rule') !== '')
    .filter((rec) => ['完成', '取消'].includes(statusOf(rec, context.today)) || day(rec, 'snoozed_to') > context.today)
    .map((rec) => keyOf(day(rec, 'rule'), day(rec, 'about') && context.facts.resolve(day(rec, 'about')), day(rec, 'due_on'))))
  return settled.size === 0 ? todos : todos.filter((todo) => !settled.has(keyOf(todo.rule, aboutOf(context.facts, todo), todo.due_on)))
}
