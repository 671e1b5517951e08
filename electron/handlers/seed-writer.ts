/** Writes sample records through the same door and steps as people use, many to a transaction. */
import type { Result } from '../../shared/result'
import { seedOffice, type Sample } from '../../shared/seed/office'
import type { Bag, Scribe } from '../../shared/seed/scribe'
import type { Rec } from '../../shared/record'
import { Refused } from '../store/failure'
import type { Desk } from './desk'
import { prepareChange, prepareNew } from './prepare'
import { stepOnSaved } from './save'

/** A refusal is thrown as `Refused`, with what was to be written in `detail.seed`. */
export function scribeOf(desk: Desk): Scribe {
  const must = <T>(result: Result<T>, seed: Bag): T => {
    if (result.ok) return result.value
    throw new Refused({ ...result, detail: { ...result.detail, seed } })
  }
  const given = (fields: Bag): Bag => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const write = (type: string, prepared: ReturnType<typeof prepareNew>, seed: Bag): string => {
    const { data } = must(prepared, seed)
    return must(desk.store.commit(desk.actor, [{ op: 'put', type, data }]), seed).recs[0]?.id ?? ''
  }
  const add = (type: string, fields: Bag): string => write(type, prepareNew(desk, type, given(fields)), { type, fields })
  const known = (id: string): Rec => {
    const rec = desk.store.get(id)
    if (!rec) throw new Refused({ ok: false, code: 'not-found', detail: { id } })
    return rec
  }
  const set = (id: string, fields: Bag): void => {
    const rec = known(id)
    const { data } = must(prepareChange(desk, rec, given(fields)), { id, fields })
    must(desk.store.commit(desk.actor, [{ op: 'put', type: rec.type, uid: id, data }]), { id, fields })
  }
  return {
    today: desk.today,
    add,
    have: (type, fields) => {
      const prepared = prepareNew(desk, type, given(fields))
      const uid = prepared.ok ? desk.store.uidOf(type, prepared.value.data) : null
      return uid !== null && desk.store.get(uid) ? uid : write(type, prepared, { type, fields })
    },
    fill: (id, fields) => {
      const rec = known(id)
      const missing = Object.entries(given(fields)).filter(([key]) => rec.fields[key] === undefined || rec.fields[key] === null || rec.fields[key] === '')
      if (missing.length > 0) set(id, Object.fromEntries(missing))
    },
    set,
    act: (step, id, fields) => { must(stepOnSaved(desk, id, step, given(fields)), { step, id, fields }) },
    all: (type) => desk.store.lookup().all(type),
    get: (id) => desk.store.get(id),
    together: (work) => desk.store.together(work),
  }
}

/** Records by type that a seeding has added to the open town. */
export function seedTownOf(desk: Desk, sample: Sample): Readonly<Record<string, number>> {
  const before = desk.store.counts()
  seedOffice(scribeOf(desk), sample)
  return Object.fromEntries(Object.entries(desk.store.counts()).map(([type, count]) => [type, count - (before[type] ?? 0)] as const).filter(([, count]) => count > 0))
}
