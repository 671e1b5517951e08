/** What is due at an office: computed from its records, the rule book and a day, and nothing else. */
import type { Facts } from '../facts'
import type { RuleBook, Settings } from './rule-book'
import type { Todo } from './todo'
import { absenceTodos } from './todo-rules/absences'
import { dutyTodos } from './todo-rules/duties'
import { electionTodos } from './todo-rules/elections'
import { handlingTodos } from './todo-rules/handling-units'
import { limitTodos } from './todo-rules/limits'
import type { TodoContext } from './todo-rules/make-todo'
import { matterTodos } from './todo-rules/matters'
import { meetingTodos } from './todo-rules/meetings'
import { pendingTodos } from './todo-rules/pending-ends'
import { qualityTodos } from './todo-rules/quality'
import { suggestionTodos } from './todo-rules/suggestions'
import { ownTasks, withoutSettled } from './todo-rules/tasks'
import { yearCountTodos } from './todo-rules/year-counts'
import { yearWorkTodos } from './todo-rules/year-work'

export interface TodoOptions {
  /** Asia/Shanghai. */
  readonly today: string
  readonly rules: RuleBook
  readonly settings: Settings
}

const inOrder = (a: Todo, b: Todo): number => a.days - b.days || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const reminders = [
  suggestionTodos, handlingTodos, meetingTodos, matterTodos, electionTodos, dutyTodos, absenceTodos, pendingTodos, limitTodos, yearCountTodos, yearWorkTodos,
] as const

/** Reminders by rules and agreed days, without data quality and own tasks; late first. */
export function todosOfRules(facts: Facts, options: TodoOptions): readonly Todo[] {
  const context: TodoContext = { facts, ...options }
  return [...withoutSettled(context, reminders.flatMap((rule) => rule(context)))].sort(inOrder)
}

/** Everything to be done, late first, then by the day it is due; the same records on the same day always give the same list. */
export function todos(facts: Facts, options: TodoOptions): readonly Todo[] {
  const context: TodoContext = { facts, ...options }
  return [...todosOfRules(facts, options), ...ownTasks(context), ...qualityTodos(context)].sort(inOrder)
}
