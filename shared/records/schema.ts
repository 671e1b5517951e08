/**
 * Schema versions of record types (`sv` of a version). A type that never changed is at 1. One whose old values need to be read in another way
 * goes up by one in `upcasters`, by the function that turns its old values into the new ones. A version itself is never changed: what an
 * older program wrote is kept and sent on as it came, and read through these functions. What a later program wrote is kept, shown as far as
 * it is understood and sent on, but not written over: half of its meaning may be in fields that this program does not know.
 */
import type { WireData } from '../exchange/canon'
import { upcasters } from './upcasters'

/**
 * Values of one schema as the next one has them. Pure and total: whatever old values came, it throws nothing and keeps the keys that it does
 * not know. The fields of a type's key, and `owner` and `sha256` of attachments, keep their names: ids and SQL follow from them.
 */
export type Upcaster = (old: WireData) => WireData

/** By type: the step from schema 1 to 2, the one from 2 to 3 … */
export type Upcasters = Readonly<Record<string, readonly Upcaster[]>>

/** The newest schema of a type that this program writes and understands. */
export const schemaOf = (type: string, steps: Upcasters = upcasters): number => (steps[type]?.length ?? 0) + 1

/** Values written in schema `sv` as this program reads them; those of a later schema as they are. */
export function asOfNow(type: string, sv: number, values: WireData, steps: Upcasters = upcasters): WireData {
  const own = steps[type]
  if (own === undefined || sv > own.length) return values
  return own.slice(Math.max(0, sv - 1)).reduce((data, step) => step(data), values)
}

/** Which types were raised how far: a store that was filled under other schemas makes its tables again. */
export const schemaStamp = (steps: Upcasters = upcasters): string =>
  Object.keys(steps).sort().map((type) => `${type}:${String(schemaOf(type, steps))}`).join(' ')
