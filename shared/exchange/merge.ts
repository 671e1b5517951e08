/**
 * The merge rule. A node's state of a record is its heads: the versions that no other version has seen. Merging is the union; what a held
 * version has seen is history. It is idempotent, commutative and associative, and nothing node-local (order of arrival, row number,
 * time of import) takes part in it, so every node that has the same versions shows the same record.
 */
import type { Op } from './version'

/** What the rule needs to know of a version. */
export interface HeadLike {
  readonly id: string
  readonly op: Op
  readonly seen: readonly string[]
  readonly hlc: number
  readonly dh: string
}

const hasSeen = (v: HeadLike, id: string): boolean => v.seen.includes(id)

/**
 * Whether `a` sends `b` to history. An erasure is only replaced by another erasure: were it to become history, it would stop travelling,
 * and a computer that starts anew would not know that the record is erased.
 */
const replaces = (a: HeadLike, b: HeadLike): boolean => hasSeen(a, b.id) && (b.op !== 'erase' || a.op === 'erase')

const byId = (a: HeadLike, b: HeadLike): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The heads among any versions of one record (history and doubles may be among them), sorted by id. */
export function heads<V extends HeadLike>(versions: readonly V[]): readonly V[] {
  const unique = [...new Map(versions.map((v) => [v.id, v])).values()]
  const seenByAny = new Set(unique.flatMap((v) => v.seen))
  const seenByErase = new Set(unique.filter((v) => v.op === 'erase').flatMap((v) => v.seen))
  return unique.filter((v) => !(v.op === 'erase' ? seenByErase : seenByAny).has(v.id)).sort(byId)
}

/** What an incoming version does to a record whose heads are held. */
export type Applied<V extends HeadLike> =
  /** It is a head already, or its own history knows it: nothing changes. */
  | { readonly kind: 'same' }
  /** A held version has seen it: it is kept as history and changes nothing. */
  | { readonly kind: 'history' }
  /** It becomes a head; `replaced` are the heads that it sends to history, `heads` all heads afterwards, sorted by id. */
  | { readonly kind: 'head'; readonly replaced: readonly V[]; readonly heads: readonly V[] }

/** Merges one incoming version into the held heads of its record. The store calls this for every version, its own included. */
export function applyVersion<V extends HeadLike>(held: readonly V[], incoming: V): Applied<V> {
  if (held.some((v) => v.id === incoming.id)) return { kind: 'same' }
  if (held.some((v) => replaces(v, incoming))) return { kind: 'history' }
  const replaced = held.filter((v) => replaces(incoming, v))
  const kept = held.filter((v) => !replaces(incoming, v))
  return { kind: 'head', replaced, heads: [...kept, incoming].sort(byId) }
}

// An erasure wins over everything; an edit is never hidden by a deletion or a merge that did not know it; a merge keeps references alive.
const rank: Readonly<Record<Op, number>> = { erase: 3, put: 2, merge: 1, del: 0 }

const beats = (a: HeadLike, b: HeadLike): boolean =>
  rank[a.op] !== rank[b.op] ? rank[a.op] > rank[b.op] : a.hlc !== b.hlc ? a.hlc > b.hlc : a.id > b.id

/** The head that is shown until a person decides: erase, put, merge, del; then the greater clock, then the greater id. */
export function winner<V extends HeadLike>(all: readonly [V, ...V[]]): V {
  return all.reduce((best, v) => (beats(v, best) ? v : best))
}

/** Whether the record is erased: every version's values are blanked here, heads and history alike. */
export const erased = (all: readonly HeadLike[]): boolean => all.some((v) => v.op === 'erase')

/** Whether a person must decide: several heads with different content, none of which is an erasure. */
export function conflict(all: readonly HeadLike[]): boolean {
  return !erased(all) && new Set(all.map((v) => `${v.op}:${v.dh}`)).size > 1
}

/**
 * What the next version of the record has seen: all heads and everything that they have seen. Writing it decides every conflict. Sorted.
 */
export function seenByNext(all: readonly HeadLike[]): readonly string[] {
  return [...new Set(all.flatMap((v) => [v.id, ...v.seen]))].sort()
}

/** The state of a record that follows from its heads. */
export interface View<V extends HeadLike> {
  readonly winner: V
  readonly conflict: boolean
  readonly deleted: boolean
}

/** The row of the head table: winner, conflict, deleted (by a deletion or an erasure; a merged record is not deleted). */
export function view<V extends HeadLike>(all: readonly [V, ...V[]]): View<V> {
  const best = winner(all)
  return { winner: best, conflict: conflict(all), deleted: best.op === 'del' || best.op === 'erase' }
}
