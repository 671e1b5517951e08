import { intOf, textOf, type Lookup } from '../facts'
import type { Data } from '../fields'

/** One more than the highest `no` among the records of `type` under the same parent. */
export function nextNo(lookup: Lookup, type: string, parentKey: string, parent: string | undefined): number {
  const siblings = parent ? lookup.where(type, parentKey, parent) : []
  return Math.max(0, ...siblings.map((rec) => intOf(rec.fields, 'no') ?? 0)) + 1
}

/** What the form of a record numbered within its parent proposes: the next number, once the parent is known. */
export const numberedIn = (type: string, parentKey: string) => (data: Data, lookup: Lookup): Data => {
  const parent = textOf(data, parentKey)
  return parent === '' ? {} : { no: nextNo(lookup, type, parentKey, parent) }
}
