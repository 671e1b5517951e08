/** What is due at an office: computed from its records, the rule book and a day, and nothing else. */
import type { Facts } from '../facts'
import type { RuleBook, Settings } from '../rules/rule-book'
import type { Todo } from './todo'
import { absenceTodos } from './absences'
import { dutyTodos } from './duties'
import { electionTodos } from './elections'
import { handlingTodos } from './handling-units'
import { limitTodos } from './limits'
import type { TodoContext } from './make-todo'
import { matterTodos } from './matters'
import { meetingTodos } from './meetings'
import { pendingTodos } from './pending-ends'
import { qualityTodos } from './quality'
import { suggestionTodos } from './suggestions'
import { ownTasks, withoutSettled } from './tasks'
import { yearCountTodos } from './year-counts'
import { yearWorkTodos } from './year-work'

export interface TodoOptions {
  /** Asia/Shanghai. */
  readonly today: string
  readonly rules: RuleBook
  readonly settings: Settings
}

const inOrder = (a: Todo, b: Todo): number => Number(a.state === 'past') - Number(b.state === 'past') || a.days - b.days || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const reminders = [
  suggestionTodos, handlingTodos, meetingTodos, matterTodos, electionTodos, dutyTodos, absenceTodos, pendingTodos, limitTodos, yearCountTodos, yearWorkTodos,
] as const

/** Reminders by rules and agreed days, without data quality and own tasks; late first, history last. */
export function todosOfRules(facts: Facts, options: TodoOptions): readonly Todo[] {
  const context: TodoContext = { facts, ...options }
  return [...withoutSettled(context, reminders.flatMap((rule) => rule(context)))].sort(inOrder)
}

/** Everything to be done, late first, then by the day it is due, history that may be filled in at the end; the same records on the same day always give the same list. */
export function todos(facts: Facts, options: TodoOptions): readonly Todo[] {
  const context: TodoContext = { facts, ...options }
  return [...todosOfRules(facts, options), ...ownTasks(context), ...qualityTodos(context)].sort(inOrder)
}
