/** What a to-do's button opens. */
import type { Todo } from '../../shared/todos/todo'
import type {} from '../screens/calendar/routes'
import type {} from '../screens/report/routes'
import type {} from '../screens/term/routes'
import { entryOfStep } from './entry-steps'
import type { Route } from './routes'

/** The quick entries are the shorter way to what they enter. */
const quick: Readonly<Record<string, Route>> = {
  activity: { screen: 'quick-activity' }, supervision: { screen: 'quick-supervision' }, presidium_meeting: { screen: 'quick-meeting' }, session: { screen: 'quick-meeting', preset: { _kind: 'session' } },
}

const newRecord = (type: string, { preset }: Todo['action']): Route => quick[type] ?? { screen: 'edit', type, ...(preset === undefined ? {} : { preset }) }

/** Where a button leads that belongs to no record. */
export function routeOfAction(action: Todo['action']): Route {
  const { kind, type, id, screen } = action
  if (screen !== undefined) return { screen }
  if (kind === 'new' && type !== undefined) return newRecord(type, action)
  if (id !== undefined) return { screen: 'record', id }
  return type === undefined ? { screen: 'todos' } : { screen: 'list', type }
}

/** The screen that settles it: the record with the step's form, a new record, or the record. */
export function routeOfTodo(todo: Todo): Route {
  const { action, about } = todo
  if (action.screen !== undefined) return { screen: action.screen }
  const id = action.id ?? about?.id
  const type = action.type ?? about?.type
  if (action.kind === 'new' && type !== undefined) return newRecord(type, action)
  if (action.focus !== undefined && id !== undefined && type !== undefined) return { screen: 'edit', type, id, focus: action.focus }
  const entry = action.step === undefined || id === undefined || about === null ? null : entryOfStep(about.type, action.step, id)
  if (entry !== null) return entry
  if (id !== undefined) {
    return { screen: 'record', id, ...(about?.type === undefined ? {} : { type: about.type }), ...(action.step === undefined ? {} : { step: action.step }) }
  }
  return type === undefined ? { screen: 'todos' } : { screen: 'list', type }
}
