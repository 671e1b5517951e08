/** The red counts of the rail: late to-dos by the menu item of their record, and what the county wants corrected. */
import type { Todo } from '../../shared/todos/todo'
import type { RailKey } from './routes'
import { useQuery } from './use-query'

/** Late to-dos counted by menu item. `menuOf` says which item a record type belongs to. */
export function countLate(todos: readonly Todo[], menuOf: (type: string) => RailKey | null): Readonly<Partial<Record<RailKey, number>>> {
  const counts: Partial<Record<RailKey, number>> = {}
  for (const todo of todos) {
    const key = todo.state === 'late' && todo.about !== null ? menuOf(todo.about.type) : null
    if (key !== null) counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

/** Waits a second after a change: a badge is not worth slowing a save down. */
export function useBadges(role: 'town' | 'county', menuOf: (type: string) => RailKey | null): Readonly<Partial<Record<RailKey, number>>> {
  const todos = useQuery('todo.list', role === 'town' ? {} : null, { wait: 1000, patient: true })
  const exchange = useQuery('exchange.state', role === 'town' ? {} : null, { wait: 1000, patient: true })
  const toCorrect = exchange.data?.issues.length ?? 0
  return { ...countLate(todos.data?.items ?? [], menuOf), ...(toCorrect > 0 ? { report: toCorrect } : {}) }
}
