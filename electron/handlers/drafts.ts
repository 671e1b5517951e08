/** Drafts: what was typed and not yet saved survives a power cut. */
import { isPlain } from '../../shared/input'
import { fail, ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'

export const draftHandlers = {
  'draft.save': ({ id, type, record, data }, desk) => (isPlain(data) ? ok({ saved_at: desk.store.drafts.put({ id, type, record: record ?? null, data }) }) : fail('bad-input', { field: 'data' })),
  'draft.list': ({ type }, desk) => ok({ drafts: desk.store.drafts.list(type) }),
  'draft.drop': ({ id }, desk) => ok({ dropped: desk.store.drafts.drop(id) }),
} satisfies Partial<Handlers<Desk>>
