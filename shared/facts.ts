/**
 * Facts: the merged, living records of one or more offices, as rules, indicators, reports and to-dos read them. The store builds them
 * from its heads; tests build them from plain records. Pure, so that every figure can be computed and checked without a database.
 */
import type { Data } from './fields'
import type { Rec, StatusEntry } from './record'

/** The narrow view that a title, a derived field or a step needs: single records and the children of one. */
export interface Lookup {
  /** The living record of this id (merged duplicates resolved), or null. */
  get(id: string | null | undefined): Rec | null
  /** Living records of `type` whose field `key` equals (or, for lists of references, contains) `value`. */
  where(type: string, key: string, value: string): readonly Rec[]
  /** All living records of a type. */
  all(type: string): readonly Rec[]
  /** Values of the text field `key` of living records of `type` that begin with `head`: a series of numbers, without its records. */
  beginning(type: string, key: string, head: string): readonly string[]
}

/** An in-memory Lookup with indexes made on first use. */
export class Facts implements Lookup {
  readonly #byId = new Map<string, Rec>()
  readonly #byType = new Map<string, Rec[]>()
  readonly #index = new Map<string, Map<string, Rec[]>>()
  readonly #redirect: ReadonlyMap<string, string>
  readonly #memo = new Map<string, unknown>()

  constructor(records: Iterable<Rec>, redirect: ReadonlyMap<string, string> = new Map()) {
    this.#redirect = redirect
    for (const rec of records) {
      if (rec.deleted) continue
      this.#byId.set(rec.id, rec)
      const same = this.#byType.get(rec.type)
      if (same) same.push(rec)
      else this.#byType.set(rec.type, [rec])
    }
  }

  /** Follows merges: the id that records of a merged duplicate are read under. */
  resolve(id: string): string {
    let at = id
    for (let hops = 0; hops < 16; hops++) {
      const next = this.#redirect.get(at)
      if (next === undefined) break
      at = next
    }
    return at
  }

  get(id: string | null | undefined): Rec | null {
    return id ? this.#byId.get(this.resolve(id)) ?? null : null
  }

  all(type: string): readonly Rec[] {
    return this.#byType.get(type) ?? []
  }

  beginning(type: string, key: string, head: string): readonly string[] {
    return this.all(type).map((rec) => textOf(rec.fields, key)).filter((value) => value.startsWith(head))
  }

  where(type: string, key: string, value: string): readonly Rec[] {
    const name = `${type}.${key}`
    let index = this.#index.get(name)
    if (!index) {
      index = new Map()
      for (const rec of this.all(type)) {
        for (const item of valuesAt(rec.fields, key)) {
          const at = this.resolve(item)
          const same = index.get(at)
          if (same) same.push(rec)
          else index.set(at, [rec])
        }
      }
      this.#index.set(name, index)
    }
    return index.get(this.resolve(value)) ?? []
  }

  /** Computes once per Facts what several indicators share. */
  once<T>(name: string, compute: () => T): T {
    if (!this.#memo.has(name)) this.#memo.set(name, compute())
    return this.#memo.get(name) as T
  }
}

function valuesAt(data: Data, key: string): readonly string[] {
  const value = data[key]
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.filter((item): item is string => typeof item === 'string')
  return []
}

/** Rows of the status log that count, in order. */
export function statusLog(rec: Rec): readonly StatusEntry[] {
  const log = rec.fields['status_log']
  return Array.isArray(log) ? (log as unknown as readonly StatusEntry[]).filter((row) => !row.undone) : []
}

/**
 * Status as at the end of `day` (`YYYY-MM-DD`): the last row, in the order of the log, whose event_on is not later; null before the first.
 * A row that changes nothing (a call about an open suggestion, a promise kept after its end) says nothing about the days before it.
 */
export function statusAt(rec: Rec, day: string): string | null {
  let status: string | null = null
  for (const row of statusLog(rec)) if (row.event_on <= day && row.from !== row.to) status = row.to
  return status
}

/** Text of a field, '' where empty. */
export const textOf = (data: Data, key: string): string => {
  const value = data[key]
  return typeof value === 'string' ? value : ''
}

/** Integer of a field, null where empty. */
export const intOf = (data: Data, key: string): number | null => {
  const value = data[key]
  return typeof value === 'number' ? value : null
}

export const flagOf = (data: Data, key: string): boolean => data[key] === true

/** Ids of a list of references. */
export const idsOf = (data: Data, key: string): readonly string[] => {
  const value = data[key]
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}
