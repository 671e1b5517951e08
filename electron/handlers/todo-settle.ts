/** What a person does with a reminder: put it off or tick it off. Only then a task comes into being (domain.md A.32). */
import type { Data } from '../../shared/fields'
import type { Rec } from '../../shared/record'
import { fail, ok, type Result } from '../../shared/result'
import { subjectOf, type Todo } from '../../shared/todos/todo'
import { aboutOf } from '../../shared/todos/tasks'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { prepareNew } from './prepare'
import { printRecord } from './print-record'
import { applyStep, commit, putOf, seeing } from './save'
import { todosOf } from './todo-source'

/** The task of a reminder: a typed one itself, the one kept for the rule, or a new one that is not saved yet. */
function taskOf(desk: Desk, todo: Todo): Result<Rec> {
  if (todo.rule === 'task.due') {
    const own = desk.store.get(subjectOf(todo))
    return own ? ok(own) : fail('not-found', { detail: { id: todo.id } })
  }
  const about = aboutOf(desk.store.facts([desk.store.office.code]), todo)
  const prepared = prepareNew(desk, 'task', { title: todo.title, due_on: todo.due_on, ...(about === '' ? {} : { about }), ...(todo.owner === '' ? {} : { owner: todo.owner }) })
  if (!prepared.ok) return prepared
  const { status, ...rest } = prepared.value.data
  const fields: Data = { ...rest, rule: todo.rule }
  const id = desk.store.uidOf('task', fields)
  if (id === null) return fail('internal')
  const standing = desk.store.get(id)
  if (standing && !standing.deleted) return ok(standing)
  return ok({ id, type: 'task', org: desk.store.office.code, version: '', fields, deleted: false, ...(typeof status === 'string' ? { status } : {}) })
}

function settle(desk: Desk, id: string, step: string, input: Readonly<Record<string, unknown>>): Result<{ readonly record: Rec }> {
  const todo = todosOf(desk).find((one) => one.id === id)
  if (!todo) return fail('not-found', { detail: { id } })
  const task = taskOf(desk, todo)
  if (!task.ok) return task
  const ran = applyStep(desk, task.value, step, input, seeing(desk.store.lookup(), task.value))
  if (!ran.ok) return ran
  const done = commit(desk, [putOf(ran.value.rec), ...ran.value.changes])
  if (!done.ok) return done
  const saved = done.value.recs[0]
  return saved ? ok({ record: printRecord(desk, saved) }) : fail('internal')
}

export const todoSettleHandlers = {
  'todo.snooze': ({ id, to, reason }, desk) => {
    if (reason.trim() === '') return fail('reason-needed', { field: 'reason' })
    if (to <= desk.today) return fail('date-order', { field: 'to', detail: { first: desk.today, firstLabel: '今天', second: to, secondLabel: '暂缓至' } })
    return settle(desk, id, 'snooze', { snoozed_to: to, snooze_reason: reason.trim() })
  },
  'todo.finish': ({ id, on }, desk) => settle(desk, id, 'finish', { done_on: on ?? desk.today }),
} satisfies Partial<Handlers<Desk>>
