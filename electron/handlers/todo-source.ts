/** To-dos of the office on this desk, computed once per state of the records and day. */
import { todos } from '../../shared/todos/todos'
import type { Todo } from '../../shared/todos/todo'
import type { Desk } from './desk'
import { issueTodos } from './exchange-issue-todos'

interface Kept {
  readonly stamp: string
  readonly items: readonly Todo[]
}

const kept = new WeakMap<Desk, Kept>()

/** What is due at this office (at the county: of one town), late first. */
export function todosOf(desk: Desk, town?: string): readonly Todo[] {
  const org = town ?? desk.store.office.code
  const asked = town === undefined ? issueTodos(desk) : []
  const stamp = [org, desk.today, desk.store.changes(org), desk.basis, JSON.stringify(asked)].join('|')
  const known = kept.get(desk)
  if (known?.stamp === stamp) return known.items
  const found = todos(desk.store.facts([org]), { today: desk.today, rules: desk.rules, settings: desk.settings })
  const items = asked.length === 0 ? found : [...found, ...asked].sort((a, b) => a.days - b.days || (a.id < b.id ? -1 : 1))
  kept.set(desk, { stamp, items })
  return items
}
