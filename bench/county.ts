/** A county of many records: one town's records under new ids and codes, taken in as versions of others. */
import { createHash } from 'node:crypto'
import { idFrom } from '../shared/exchange/ids'
import type { Version } from '../shared/exchange/version'
import type { WireData } from '../shared/exchange/canon'
import type { Desk } from '../electron/handlers/desk'

const other = (id: string, copy: number): string => idFrom(createHash('sha256').update(`${id} ${String(copy)}`).digest().subarray(0, 16))

function* copyOf(town: Desk, copy: number, org: string): Generator<Version> {
  const ids = new Map<string, string>()
  const renamed = (id: string): string => {
    const known = ids.get(id) ?? other(id, copy)
    ids.set(id, known)
    return known
  }
  for (const { meta, text } of town.store.exchange.headsLacking(new Uint8Array(), { scope: 'county' })) {
    const data = (text ?? '{}').replaceAll(/"([a-z2-7]{26})"/gu, (_whole, id: string) => `"${renamed(id)}"`).replaceAll(`"${meta.org}"`, `"${org}"`)
    yield { ...meta, id: renamed(meta.id), uid: renamed(meta.uid), org, seen: [], data: JSON.parse(data) as WireData }
  }
}

/** Adds `copies` towns like `town` to the county. Codes count up from `first`. */
export function addTowns(county: Desk, town: Desk, copies: number, first: number): void {
  for (let copy = 0; copy < copies; copy++) county.store.putVersions(copyOf(town, copy, String(first + copy)), { receivedIn: null })
}
