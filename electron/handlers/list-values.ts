/** What a list goes by where it shows something else than the stored field. */
import { dueByRecord } from '../../shared/suggestions/list-due'
import type { ListQuery } from '../store/store'
import type { Desk } from './desk'
import { todosOf } from './todo-source'

/** 期限 of suggestions is the day that each waits for now; at the county, which has no to-dos of its towns at hand, the stored day of the answer. */
export function valuesFor(desk: Desk, type: string, sort: string | undefined): Pick<ListQuery, 'values'> {
  if (type !== 'suggestion' || sort !== 'due_on' || desk.store.office.role === 'county') return {}
  return { values: new Map([...dueByRecord(todosOf(desk))].map(([id, { due_on: day }]) => [id, day])) }
}
