/** What a to-do's button opens. */
import type { Todo } from '../../shared/rules/todo'
import type { Route } from './routes'

/** The screen that settles it: the record with the step's form, a new record, or the record. */
export function routeOfTodo(todo: Todo): Route {
  const { action, about } = todo
  const id = action.id ?? about?.id
  const type = action.type ?? about?.type
  if (action.kind === 'new' && type !== undefined) return { screen: 'edit', type }
  if (id !== undefined) {
    return { screen: 'record', id, ...(about?.type === undefined ? {} : { type: about.type }), ...(action.step === undefined ? {} : { step: action.step }) }
  }
  return type === undefined ? { screen: 'todos' } : { screen: 'list', type }
}
