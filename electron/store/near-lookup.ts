/**
 * The Lookup of a long batch: what was read once is kept at hand and follows every save, so that line 2,000 costs what line 1 did.
 * A type asked for many different values is read once as a whole and indexed.
 */
import type { Lookup } from '../../shared/facts'
import type { Rec } from '../../shared/record'
import { resolve, type Core } from './core'
import { sqlLookup } from './lookup'
import { readWhere } from './read-record'

export interface NearLookup extends Lookup {
  /** Takes in what a commit changed. */
  renew(uids: Iterable<string>): void
  /** A merge came or went: nothing kept can be trusted. */
  forget(): void
}

/** Questions about one field after which the whole type is read instead. */
const fewQuestions = 12

interface Index {
  readonly buckets: Map<string, Map<string, Rec>>
  readonly add: (rec: Rec) => void
  readonly drop: (rec: Rec) => void
}

export function nearLookup(core: Core): NearLookup {
  const single = new Map<string, Rec | null>()
  const whole = new Map<string, Map<string, Rec>>()
  const indexes = new Map<string, Map<string, Index>>()
  const asked = new Map<string, number>()

  const readAll = (type: string): Map<string, Rec> => {
    const known = whole.get(type)
    if (known) return known
    const rows = new Map(readWhere(core, type, '1', []).map((rec) => [rec.id, rec]))
    whole.set(type, rows)
    return rows
  }

  const indexOf = (type: string, key: string): Index => {
    const ofType = indexes.get(type) ?? new Map<string, Index>()
    indexes.set(type, ofType)
    const known = ofType.get(key)
    if (known) return known
    const index = makeIndex((rec) => valuesAt(rec, key).map((value) => resolve(core, value)))
    for (const rec of readAll(type).values()) index.add(rec)
    ofType.set(key, index)
    return index
  }

  return {
    get: (id) => {
      if (!id) return null
      const uid = resolve(core, id)
      const known = single.get(uid)
      if (known !== undefined) return known
      const rec = core.read(uid)
      const living = rec && !rec.deleted ? rec : null
      single.set(uid, living)
      return living
    },
    all: (type) => [...readAll(type).values()],
    // What the batch has saved stands in the tables already.
    beginning: (type, key, head) => sqlLookup(core).beginning(type, key, head),
    where: (type, key, value) => {
      const name = `${type} ${key}`
      const times = (asked.get(name) ?? 0) + 1
      asked.set(name, times)
      if (times <= fewQuestions) return sqlLookup(core).where(type, key, value)
      return [...(indexOf(type, key).buckets.get(resolve(core, value))?.values() ?? [])]
    },
    renew: (uids) => {
      for (const uid of uids) {
        const now = core.read(uid)
        single.delete(uid)
        if (!now) continue
        const rows = whole.get(now.type)
        const before = rows?.get(uid)
        const ofType = indexes.get(now.type)?.values() ?? []
        for (const index of ofType) {
          if (before) index.drop(before)
          if (!now.deleted) index.add(now)
        }
        if (now.deleted) rows?.delete(uid)
        else rows?.set(uid, now)
      }
    },
    forget: () => {
      single.clear()
      whole.clear()
      indexes.clear()
    },
  }
}

function makeIndex(keysOf: (rec: Rec) => readonly string[]): Index {
  const buckets = new Map<string, Map<string, Rec>>()
  return {
    buckets,
    add: (rec) => {
      for (const key of keysOf(rec)) {
        const bucket = buckets.get(key)
        if (bucket) bucket.set(rec.id, rec)
        else buckets.set(key, new Map([[rec.id, rec]]))
      }
    },
    drop: (rec) => {
      for (const key of keysOf(rec)) buckets.get(key)?.delete(rec.id)
    },
  }
}

function valuesAt(rec: Rec, key: string): readonly string[] {
  const value = rec.fields[key]
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? (value as readonly unknown[]).filter((item): item is string => typeof item === 'string') : []
}
