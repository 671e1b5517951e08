import { Facts } from '../../shared/facts'
import type { Data } from '../../shared/fields'
import type { Rec, StatusEntry } from '../../shared/record'

/** A record as the store would give it, naming only what matters; `steps` become the rows of its status log, `[status, day]` each. */
export function record(type: string, id: string, fields: Data = {}, steps: readonly (readonly [to: string, on: string])[] = []): Rec {
  const log: readonly StatusEntry[] = steps.map(([to, event_on], index) => ({
    step: index === 0 ? 'add' : 'step', from: steps[index - 1]?.[0] ?? '', to, event_on, entered_at: `${event_on}T08:00:00+08:00`, by: '主席',
  }))
  const status = steps.at(-1)?.[0]
  return {
    id, type, org: '511321101', version: `v-${id}`, deleted: false,
    ...(status === undefined ? {} : { status }),
    fields: { ...fields, ...(log.length > 0 ? { status_log: log as unknown as Data[string] } : {}) },
  }
}

export const facts = (...records: readonly Rec[]): Facts => new Facts(records)
