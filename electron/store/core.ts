/**
 * What the parts of the store share while it is open, and the frame of every write: one transaction, after which search, redirects and
 * counters are settled, and only then the listeners hear of it.
 */
import type { Rec } from '../../shared/record'
import type { Db } from './db'
import type { NearLookup } from './near-lookup'

export interface Unindexed {
  readonly n: number
  /** It has no document yet. */
  readonly fresh: boolean
  /** The record, where it is at hand; null = to be read. */
  readonly rec: Rec | null
}

/** What a transaction did so far. */
export interface Pending {
  /** Records whose row was made anew, with their town and type. */
  readonly touched: Map<string, { readonly type: string; readonly org: string }>
  /** Records whose search document must be made anew, by uid. */
  readonly unindexed: Map<string, Unindexed>
  /** Records whose title or searched text changed: what refers to them is indexed again. */
  readonly retitled: Set<string>
  /** A merge came, went or was replaced: redirects are computed anew. */
  redirects: boolean
  /** What is not in the file and follows once the transaction has happened. */
  readonly afterwards: (() => void)[]
}

export interface Core {
  readonly db: Db
  readonly now: () => Date
  /** 26 random base32 digits. */
  readonly newId: () => string
  /** Code of the office: `org` of the records made here. Changes only when a wrong code is put right. */
  org: string
  /** Where merged duplicates are read: from → to, cycles resolved. Mirrors the table. */
  redirects: ReadonlyMap<string, string>
  /** Greatest clock of any version held or written. */
  clock: number
  pending: Pending | null
  /** While several commits share one transaction: see together.ts. */
  near: NearLookup | null
  /** Run inside the transaction, before it commits. */
  readonly settle: (pending: Pending) => void
  /** Run after it has committed. */
  readonly publish: (pending: Pending) => void
  /** Run after it was rolled back. */
  readonly reset: () => void
  /** Reads one record; used by every part that follows references. */
  readonly read: (uid: string) => Rec | null
}

export const noPending = (): Pending => ({ touched: new Map(), unindexed: new Map(), retitled: new Set(), redirects: false, afterwards: [] })

/** Runs a write in one transaction; inside another one it joins it, and what follows happens once, at the end of the outermost. */
export function write<T>(core: Core, work: (pending: Pending) => T): T {
  if (core.pending) return work(core.pending)
  const pending = noPending()
  core.pending = pending
  try {
    const value = core.db.transaction(() => {
      const done = work(pending)
      core.settle(pending)
      return done
    })
    core.pending = null
    for (const follow of pending.afterwards) follow()
    if (pending.touched.size > 0) core.publish(pending)
    return value
  } catch (error) {
    core.pending = null
    core.reset()
    throw error
  }
}

/** The id that a merged duplicate is read under; other ids as they are. */
export function resolve(core: Pick<Core, 'redirects'>, uid: string): string {
  let at = uid
  // The map holds no cycles; the bound is a guard against a damaged table.
  for (let hops = 0; hops < 64; hops++) {
    const next = core.redirects.get(at)
    if (next === undefined) return at
    at = next
  }
  return at
}

/** All ids that are read as `uid`: itself and the duplicates merged into it. */
export function namesOf(core: Pick<Core, 'redirects'>, uid: string): readonly string[] {
  const names = [uid]
  if (core.redirects.size === 0) return names
  for (let i = 0; i < names.length; i++) for (const [from, to] of core.redirects) if (to === names[i] && !names.includes(from)) names.push(from)
  return names
}
