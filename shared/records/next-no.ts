import { intOf, type Lookup } from '../facts'

/** One more than the highest `no` among the records of `type` under the same parent. */
export function nextNo(lookup: Lookup, type: string, parentKey: string, parent: string | undefined): number {
  const siblings = parent ? lookup.where(type, parentKey, parent) : []
  return Math.max(0, ...siblings.map((rec) => intOf(rec.fields, 'no') ?? 0)) + 1
}
