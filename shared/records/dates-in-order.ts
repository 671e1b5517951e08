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
