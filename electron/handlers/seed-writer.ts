/** Writes sample records through the same door and steps as people use, many to a transaction. */
import { fail, ok, type Result } from '../../shared/result'
import { Refused } from '../store/failure'
import type { Desk } from './desk'
import { prepareNew } from './prepare'
import { stepOnSaved } from './save'

type Bag = Readonly<Record<string, unknown>>

export interface SeedWriter {
  /** Saves a record; its id. A refusal ends the seeding: sample data must be right. */
  add(type: string, fields: Bag): string
  /** The record that these key fields name, saved if it is not there yet. */
  have(type: string, fields: Bag): string
  act(step: string, id: string, fields: Bag): void
  /** Runs `work` as one transaction. */
  together(work: () => void): Result<true>
  readonly counts: Readonly<Record<string, number>>
}

export function seedWriter(desk: Desk): SeedWriter {
  const counts: Record<string, number> = {}
  const must = <T>(result: Result<T>, what: Bag): T => {
    if (result.ok) return result.value
    throw new Refused({ ...result, detail: { ...result.detail, seed: what } })
  }
  const add = (type: string, fields: Bag): string => {
    const prepared = must(prepareNew(desk, type, fields), { type, fields })
    const done = must(desk.store.commit(desk.actor, [{ op: 'put', type, data: prepared.data }]), { type, fields })
    counts[type] = (counts[type] ?? 0) + 1
    return done.recs[0]?.id ?? ''
  }
  return {
    counts,
    add,
    have(type, fields) {
      const prepared = must(prepareNew(desk, type, fields), { type, fields })
      const uid = desk.store.uidOf(type, prepared.data)
      return uid !== null && desk.store.get(uid) ? uid : add(type, fields)
    },
    act(step, id, fields) {
      must(stepOnSaved(desk, id, step, fields), { step, id, fields })
    },
    together(work) {
      try {
        desk.store.exchange.atomically(work)
        return ok(true)
      } catch (error) {
        if (error instanceof Refused) return fail(error.failure.code, { ...(error.failure.field === undefined ? {} : { field: error.failure.field }), ...(error.failure.detail ? { detail: error.failure.detail } : {}) })
        throw error
      }
    },
  }
}
