/**
 * The ids of all heads that a node holds of one town, as sorted 16-byte entries: 20,000 heads are 320 KB. It answers the two questions of
 * the exchange: what does the peer lack (send it), and is everything that the peer has also here (complete).
 */
import { fail, ok, type Result } from '../result'
import { idAt, writeId } from './ids'
import { limits } from './limits'

const compareAt = (a: Uint8Array, ai: number, b: Uint8Array, bi: number): number => {
  for (let i = 0; i < 16; i++) {
    const d = (a[ai + i] ?? 0) - (b[bi + i] ?? 0)
    if (d !== 0) return d
  }
  return 0
}

/** The list of these ids, sorted and without doubles; `bad-input` when one is no id. */
export function packHave(ids: Iterable<string>): Result<Uint8Array> {
  const unique = [...new Set(ids)]
  const bytes = new Uint8Array(unique.length * 16)
  for (let i = 0; i < unique.length; i++) {
    const id = unique[i] ?? ''
    if (!writeId(id, bytes, i * 16)) return fail('bad-input', { detail: { id } })
  }
  const order = unique.map((_, i) => i * 16).sort((a, b) => compareAt(bytes, a, bytes, b))
  const sorted = new Uint8Array(bytes.length)
  order.forEach((from, i) => { sorted.set(bytes.subarray(from, from + 16), i * 16) })
  return ok(sorted)
}

/** Checks a list that was read: whole entries, strictly ascending. `damaged` otherwise. */
export function checkHave(bytes: Uint8Array): Result<Uint8Array> {
  if (bytes.length % 16 !== 0) return fail('damaged', { detail: { part: 'have' } })
  for (let i = 16; i < bytes.length; i += 16) {
    if (compareAt(bytes, i - 16, bytes, i) >= 0) return fail('damaged', { detail: { part: 'have' } })
  }
  return ok(bytes)
}

/** Number of ids in a list. */
export const haveCount = (have: Uint8Array): number => have.length / 16

/** The ids of a list, in its order. */
export function* haveIds(have: Uint8Array): Generator<string> {
  for (let i = 0; i < have.length; i += 16) yield idAt(have, i)
}

/** Whether the 16 bytes of an id (`wanted` from `from` on) are in the list (binary search; no set is built, so a county can hold the lists of all its towns). */
export function hasEntry(have: Uint8Array, wanted: Uint8Array, from = 0): boolean {
  let low = 0
  let high = have.length / 16
  while (low < high) {
    const middle = (low + high) >>> 1
    const order = compareAt(have, middle * 16, wanted, from)
    if (order === 0) return true
    if (order < 0) low = middle + 1
    else high = middle
  }
  return false
}

/** Whether `id` is in the list. */
export function hasId(have: Uint8Array, id: string): boolean {
  const wanted = new Uint8Array(16)
  return writeId(id, wanted, 0) && hasEntry(have, wanted)
}

/** The heads that the peer is not known to have: what a package or receipt carries. An empty list means everything. */
export function delta<V extends { readonly id: string }>(heads: readonly V[], peerHave: Uint8Array): readonly V[] {
  return peerHave.length === 0 ? heads : heads.filter((v) => !hasId(peerHave, v.id))
}

/** The ids of two lists that stand in both: a receipt for several computers leaves out only what every one of them has. */
export function inBoth(a: Uint8Array, b: Uint8Array): Uint8Array {
  const kept: number[] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const order = compareAt(a, i, b, j)
    if (order === 0) kept.push(i)
    if (order <= 0) i += 16
    if (order >= 0) j += 16
  }
  const both = new Uint8Array(kept.length * 16)
  kept.forEach((from, n) => { both.set(a.subarray(from, from + 16), n * 16) })
  return both
}

/**
 * The ids of a package's `have` that are neither a head here nor seen by one. Empty = the town is complete. `known` is the store's
 * answer for one id: a version that is held, as head or history, or whose id stands in the `seen` of a held one.
 */
export function missing(have: Uint8Array, known: (id: string) => boolean): readonly string[] {
  return [...haveIds(have)].filter((id) => !known(id))
}

/** The list in pieces that fit a line each: `limits.haveLine` ids, base64 is the caller's. */
export function* haveLines(have: Uint8Array): Generator<Uint8Array> {
  for (let i = 0; i < have.length; i += limits.haveLine * 16) yield have.subarray(i, i + limits.haveLine * 16)
}
