/** The day a suggestion waits for, as its list shows it. Pure. */
import { textOf } from '../facts'
import type { Rec } from '../record'
import { daysBetween } from '../rules/calendar'
import type { Todo } from '../todos/todo'

export interface ListDue {
  readonly due_on: string
  /** Left; negative = late by so many. */
  readonly days: number
  /** Was due before the office began with the program. */
  readonly past?: true
  /** What is waited for: 答复, 测评. */
  readonly word: string
}

const words: Readonly<Record<string, string>> = {
  'suggest.assign': '交办', 'suggest.reply.normal': '答复', 'suggest.reply.complex': '答复', 'suggest.redo': '答复', 'suggest.feedback': '测评', 'suggest.close': '办结', 'promise.due': '承诺',
}

/** The nearest to-do of each suggestion; a promise only where nothing else is waited for. */
export function dueByRecord(todos: readonly Todo[]): ReadonlyMap<string, ListDue> {
  const nearest = new Map<string, Todo>()
  for (const todo of todos) {
    const id = todo.about?.type === 'suggestion' && words[todo.rule] !== undefined ? todo.about.id : null
    if (id === null) continue
    const before = nearest.get(id)
    const course = (one: Todo): number => (one.rule === 'promise.due' ? 1 : 0)
    if (before === undefined || course(todo) < course(before) || (course(todo) === course(before) && todo.days < before.days)) nearest.set(id, todo)
  }
  return new Map([...nearest].map(([id, { due_on, days, rule, state }]) => [id, { due_on, days, word: words[rule] ?? '', ...(state === 'past' ? { past: true as const } : {}) }]))
}

/** Where no to-do says it (another office's record): by its own due day while it has no answer. */
export function dueOfRow(rec: Rec, known: ReadonlyMap<string, ListDue>, today: string): ListDue | null {
  const found = known.get(rec.id)
  if (found !== undefined) return found
  const due = textOf(rec.fields, 'due_on')
  return rec.status === '已交办' && due !== '' && rec.fields['as_history'] !== true ? { due_on: due, days: daysBetween(today, due), word: '答复' } : null
}
