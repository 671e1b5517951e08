/** Numbers that look random and are the same for the same seed (mulberry32): sample data can be made again exactly. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number
  /** Integer, both ends included. */
  between(low: number, high: number): number
  pick<T>(items: readonly T[]): T
  chance(probability: number): boolean
  /** `count` different items, in a random order. */
  some<T>(items: readonly T[], count: number): readonly T[]
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
  const pick = <T>(items: readonly T[]): T => {
    const item = items[between(0, items.length - 1)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  return {
    next, between, pick, chance: (probability) => next() < probability,
    some: (items, count) => {
      const rest = [...items]
      const chosen: (typeof rest)[number][] = []
      while (chosen.length < count && rest.length > 0) chosen.push(...rest.splice(between(0, rest.length - 1), 1))
      return chosen
    },
  }
}

/** Part `index` of `total` over `parts` (an even number), uneven but adding up exactly: neighbours take from each other. */
export function share(total: number, parts: number, index: number): number {
  const base = Math.floor(total / parts) + (index < total % parts ? 1 : 0)
  const swing = Math.min((Math.floor(index / 2) % 3) + 1, Math.floor(total / parts))
  return index % 2 === 0 ? base + swing : base - swing
}
