/**
 * What becomes of a version that a computer wrote at its set-up, before it knew that its town has the record at the county already. Such a
 * version waits unsent, and gives way to the town's own when that has come.
 */
import type { HeadLike } from './merge'

/** `typed-over` = a person has changed the record since; `stands` = the town has no other; `for-a-person` = the town's own is in conflict or deleted. */
export type PlaceholderFate = 'typed-over' | 'waits' | 'stands' | 'gives-way' | 'for-a-person'

/**
 * Judged after every receipt. `complete` = nothing that the county has is missing here: a computer that was put back to an earlier time is
 * not sent again what the county believes it to have, until it has said what it has.
 */
export function fateOf(version: string, heads: readonly Pick<HeadLike, 'id' | 'op' | 'dh'>[], complete: boolean): PlaceholderFate {
  const [first, ...rest] = heads.filter(({ id }) => id !== version)
  if (!heads.some(({ id }) => id === version)) return 'typed-over'
  if (first === undefined) return complete ? 'stands' : 'waits'
  return first.op === 'put' && rest.every(({ op, dh }) => op === first.op && dh === first.dh) ? 'gives-way' : 'for-a-person'
}
