/** Numbers that look random and are the same for the same seed (mulberry32): sample data can be made again exactly. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number
  /** Integer, both ends included. */
  between(low: number, high: number): number
  pick<T>(items: readonly T[]): T
  chance(probability: number): boolean
  /** `count` different items (all where there are fewer), in a random order. */
  some<T>(items: readonly T[], count: number): readonly T[]
  /** A stream of its own for one part of the work: adding to one part moves nothing in another. */
  fork(name: string): Random
}

/** FNV-1a over the name, mixed into the seed. */
function seedOf(seed: number, name: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next, between, chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[between(0, items.length - 1)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    some: <T>(items: readonly T[], count: number): readonly T[] => {
      const rest = [...items]
      const wanted = Math.min(count, rest.length)
      for (let at = 0; at < wanted; at++) {
        const other = between(at, rest.length - 1)
        const chosen = rest[other]
        const moved = rest[at]
        if (chosen === undefined || moved === undefined) break
        rest[at] = chosen
        rest[other] = moved
      }
      return rest.slice(0, wanted)
    },
    fork: (name) => randomFrom(seedOf(seed, name)),
  }
}

/** `total` given out by `weights` in whole numbers that add up exactly: largest remainders first, of equal ones the earlier. */
export function apportion(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, one) => all + one, 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const parts = exact.map(Math.floor)
  const byRemainder = exact.map((value, at) => ({ at, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest || a.at - b.at)
  const missing = total - parts.reduce((all, one) => all + one, 0)
  for (const { at } of byRemainder.slice(0, missing)) parts[at] = (parts[at] ?? 0) + 1
  return parts
}
