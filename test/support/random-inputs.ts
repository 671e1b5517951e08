/** Inputs for any command, made from what its parser says it takes: mostly such as a window sends, some of them nonsense. Seeded. */
import type { InputShape } from '../../shared/input'

export type Random = () => number

/** The same numbers for the same seed, between 0 and 1. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T

/** Words that mean something to the office at hand, by the name of the key that takes them. */
export type Words = (key: string, random: Random) => unknown

const hostile: readonly unknown[] = [
  '', ' ', '\u0000', '\ud800', '𠮷', '\u202egnp.exe', '=1+1', '@SUM(A1)', "'; DROP TABLE version; --", '%', '_', '*', '"', '../../etc/passwd', 'C:\\con', 'x'.repeat(5000), '九'.repeat(300),
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', '{}', '[]', 'null', 'NaN', '-0', '1e400', '2026-02-30', '0000-00-00', '9999-12-31', '$.a', '$[0]', '?', '\r\n', '\ufeff',
  null, true, false, 0, -1, 1.5, 1e21, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER, [], {}, [[]], [null], { a: 1 }, { find: {} }, { find: { name: '何秀兰' } }, Object.create(null), new Date(0), 10n,
  JSON.parse('{"__proto__":{"polluted":true}}'), JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
]

const days = (random: Random): string => new Date(Date.UTC(2019 + Math.floor(random() * 9), Math.floor(random() * 12), 1 + Math.floor(random() * 28))).toISOString().slice(0, 10)

/** Nonsense of any kind. */
export const nonsense = (random: Random): unknown => pick(random, hostile)

function text(shape: Extract<InputShape, { kind: 'string' }>, key: string, words: Words, random: Random): unknown {
  const word = words(key, random)
  if (typeof word === 'string' && random() < 0.85) return word.slice(0, shape.max)
  const strange = pick(random, hostile.filter((one) => typeof one === 'string'))
  return strange.slice(0, shape.max) || (shape.empty ? '' : 'x')
}

/** A value of the shape; with the chance `wild` something else in its place. */
export function valueOf(shape: InputShape, key: string, words: Words, random: Random, wild: number): unknown {
  if (random() < wild) return nonsense(random)
  switch (shape.kind) {
    case 'string': return text(shape, key, words, random)
    case 'integer': {
      const word = words(key, random)
      if (typeof word === 'number') return Math.min(shape.max, Math.max(shape.min, word))
      return random() < 0.2 ? pick(random, [shape.min, shape.max]) : shape.min + Math.floor(random() * Math.min(shape.max - shape.min + 1, 20))
    }
    case 'boolean': return random() < 0.5
    case 'day': return days(random)
    case 'one-of': return pick(random, shape.words)
    case 'bag': case 'texts': {
      const word = words(key, random)
      const entries = Object.entries(typeof word === 'object' && word !== null ? word : {})
      if (random() < 0.3) entries.push([pick(random, ['name', 'no', '__proto__x', '', '姓名', 'status', 'org']), nonsense(random)])
      return Object.fromEntries(shape.kind === 'texts' ? entries.map(([name, value]) => [name, typeof value === 'string' ? value : 'x']) : entries)
    }
    case 'list': return Array.from({ length: Math.floor(random() * Math.min(shape.max, 3) + 0.5) }, () => valueOf(shape.item, key, words, random, wild))
    case 'optional': return random() < 0.4 ? undefined : valueOf(shape.of, key, words, random, wild)
    case 'object': {
      const made = Object.entries(shape.keys).map(([name, one]) => [name, valueOf(one, name, words, random, wild)] as const)
      return Object.fromEntries(random() < wild / 2 ? [...made, ['extra', 1]] : made)
    }
  }
}
