/** What a package carries, fixed in one moment: the ids of every head, and those that the other side lacks. */
import { versionLine } from '../../shared/exchange/version'
import type { HeadQuery, StoredVersion } from '../store/exchange-store'
import type { Desk } from './desk'

export interface Snapshot {
  /** Sorted ids of all heads that travel. */
  readonly have: Uint8Array
  /** Ids of the versions to send, equal types side by side. */
  readonly ids: readonly string[]
  /** Version lines per record type. */
  readonly counts: Readonly<Record<string, number>>
}

const empty = new Uint8Array()

/**
 * Taken in one go, so that nothing written later is in one and not in the other: a `have` that is older than the lines would hide an edit
 * for ever, a younger one would promise what was not sent.
 */
export function snapshot(desk: Desk, query: HeadQuery, peerHave: Uint8Array | null): Snapshot {
  const { exchange } = desk.store
  const counts: Record<string, number> = {}
  const ids: string[] = []
  const { have, lacking } = exchange.standing(peerHave ?? empty, query)
  for (const { id, type } of lacking) {
    ids.push(id)
    counts[type] = (counts[type] ?? 0) + 1
  }
  return { have, ids, counts }
}

/** One snapshot with the versions of another put behind its own; what it says to have stays. */
export function merged(one: Snapshot, other: Snapshot): Snapshot {
  return { have: one.have, ids: [...one.ids, ...other.ids], counts: { ...other.counts, ...one.counts, ...shared(one.counts, other.counts) } }
}

const shared = (a: Snapshot['counts'], b: Snapshot['counts']): Snapshot['counts'] =>
  Object.fromEntries(Object.entries(a).filter(([type]) => Object.hasOwn(b, type)).map(([type, n]) => [type, n + (b[type] ?? 0)]))

const lineOf = ({ meta, text }: StoredVersion): string => versionLine(meta, text)

/** The lines of a snapshot, one by one; between two batches the store answers others. */
export async function* linesOf(desk: Desk, ids: readonly string[]): AsyncGenerator<string> {
  for (const [index, id] of ids.entries()) {
    const version = desk.store.exchange.version(id)
    if (!version) throw new Error(`version ${id} left the store while it was being packed`)
    yield lineOf(version)
    if (index % 500 === 499) await new Promise((next) => { setImmediate(next) })
  }
}
