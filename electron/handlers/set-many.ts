/** The same fields of several records changed at once: what fits is saved in one commit, so that one undo takes it back; what does not is named and stays. */
import { fail, ok } from '../../shared/result'
import type { SetManyError } from '../../shared/contract/records'
import type { Handlers } from '../ipc/route'
import type { Change } from '../store/change'
import type { Desk } from './desk'
import { prepareChange } from './prepare'
import { commit } from './save'
import { shownTitle } from './print-record'

export const setManyHandlers = {
  'record.set-many': ({ ids, fields }, desk) => {
    const errors: SetManyError[] = []
    const changes: Change[] = []
    for (const id of new Set(ids.map((one) => desk.store.resolve(one)))) {
      const rec = desk.store.get(id)
      const prepared = !rec ? fail('not-found', { detail: { id } }) : rec.deleted ? fail('already-deleted', { detail: { id } }) : prepareChange(desk, rec, fields)
      if (prepared.ok && rec) changes.push({ op: 'put', type: rec.type, uid: rec.id, data: prepared.value.data, base: rec.version })
      else if (!prepared.ok) errors.push({ id, title: rec ? shownTitle(desk, id, rec.type) : '', code: prepared.code, ...(prepared.field === undefined ? {} : { field: prepared.field }), detail: prepared.detail ?? {} })
    }
    if (changes.length === 0) return ok({ done: 0, undo: null, errors })
    const done = commit(desk, changes)
    if (!done.ok) return done
    // Records that had the value already got no version of their own.
    return ok({ done: done.value.versions.length, undo: done.value.versions[0]?.uid ?? null, errors })
  },
} satisfies Partial<Handlers<Desk>>
