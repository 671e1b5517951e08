/** How far a decision of the presidium has come: done, late, due, or nothing to do. Pure. */
import { textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import type { Todo } from '../../../shared/todos/todo'
import { sayTodoDays, sayShortDate } from '../../ui/say-date'
import type { Tone } from '../../ui/Status'

export interface DecisionState {
  readonly tone: Tone
  readonly say: string
  /** Somebody still has to say that it was done. */
  readonly open: boolean
}

/** @param todo the reminder of this decision; absent where there is none */
export function decisionState(decision: Rec, todo: Todo | undefined, today: string): DecisionState {
  const done = textOf(decision.fields, 'done_on')
  if (done !== '') return { tone: 'done', say: `${sayShortDate(done, today)}完成`, open: false }
  if (todo !== undefined) return { tone: todo.state === 'late' ? 'late' : todo.state === 'soon' ? 'soon' : 'doing', say: sayTodoDays(todo), open: true }
  const due = textOf(decision.fields, 'due_on')
  if (due !== '') return { tone: 'doing', say: `${sayShortDate(due, today)}前`, open: true }
  const decided = textOf(decision.fields, 'text') !== ''
  return { tone: 'idle', say: decided ? '没有定时限' : '讨论过，没有作决定', open: decided }
}
