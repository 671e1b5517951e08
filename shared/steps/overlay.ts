/** A Lookup in which some records are already changed: what the second half of one commit sees. */
import type { Lookup } from '../facts'
import type { Rec } from '../record'

const has = (rec: Rec, key: string, value: string): boolean => {
  const at = rec.fields[key]
  return at === value || (Array.isArray(at) && (at as readonly unknown[]).includes(value))
}

/** `base` with the records of `changed` (by id) in place of its own. */
export function overlay(base: Lookup, changed: ReadonlyMap<string, Rec>): Lookup {
  const ofType = (type: string) => [...changed.values()].filter((rec) => rec.type === type && !rec.deleted)
  const others = (recs: readonly Rec[]) => recs.filter((rec) => !changed.has(rec.id))
  return {
    get(id) {
      const own = id ? changed.get(id) : undefined
      if (own) return own.deleted ? null : own
      return base.get(id)
    },
    all: (type) => [...others(base.all(type)), ...ofType(type)],
    beginning: (type, key, head) => [
      ...base.beginning(type, key, head), ...ofType(type).map((rec) => rec.fields[key]).filter((value): value is string => typeof value === 'string' && value.startsWith(head)),
    ],
    where: (type, key, value) => [...others(base.where(type, key, value)), ...ofType(type).filter((rec) => has(rec, key, value))],
  }
}
