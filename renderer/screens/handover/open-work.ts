/** What the outgoing chair leaves behind, as the handover paper lists it. */
import type { Todo } from '../../../shared/todos/todo'
import { call } from '../../api'
import { wordsOfDraft } from '../../state/draft-words'

export interface OpenWork {
  readonly todos: readonly Todo[]
  /** Begun and not saved, in words. */
  readonly drafts: readonly string[]
  /** Changes that the county does not have yet; null where nothing is reported. */
  readonly unsent: number | null
}

/** Reads it from the store. What cannot be read is left out: the handover itself is done. */
export async function readOpenWork(role: 'town' | 'county'): Promise<OpenWork> {
  const [todos, drafts, unsent] = await Promise.all([call('todo.list', {}), call('draft.list', {}), role === 'town' ? call('exchange.unsent', { limit: 1 }) : null])
  return {
    todos: todos.ok ? todos.value.items : [],
    drafts: drafts.ok ? drafts.value.drafts.map((draft) => wordsOfDraft(draft)) : [],
    unsent: unsent?.ok === true ? unsent.value.total : null,
  }
}
