/** Refuses a record whose end lies before its beginning, naming both dates. */
import type { Data } from '../fields'
import type { Declaration } from '../record'

type Check = NonNullable<Declaration['check']>

/** `date-order` where `first` is later than `second`; days and months compare by what both state. */
export const inOrder = (first: string, firstLabel: string, second: string, secondLabel: string): Check => (data: Data) => {
  const a = data[first]
  const b = data[second]
  if (typeof a !== 'string' || typeof b !== 'string') return null
  const length = Math.min(a.length, b.length)
  if (a.slice(0, length) <= b.slice(0, length)) return null
  return { code: 'date-order', field: second, detail: { first: a, firstLabel, second: b, secondLabel } }
}

/** The same for a chain of dates: the first pair of filled ones that cannot be. */
export const chainInOrder = (...chain: readonly (readonly [key: string, label: string])[]): Check => (data: Data) => {
  const filled = chain.filter(([key]) => typeof data[key] === 'string' && data[key] !== '')
  for (const [at, [key, label]] of filled.entries()) {
    const next = filled[at + 1]
    const wrong = next === undefined ? null : inOrder(key, label, next[0], next[1])(data)
    if (wrong !== null) return wrong
  }
  return null
}
