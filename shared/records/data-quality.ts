import type { Data, Field } from '../fields'
import { Facts, type Lookup } from '../facts'
import type { Declaration } from '../record'
import { filled } from './conditions'

const nothing: Lookup = new Facts([])

/** Fields of a type that data quality may ask for: found once, because statistics look at every record. */
const askedOf = new WeakMap<Declaration, readonly (readonly [string, Field])[]>()

function askedFields(declaration: Declaration): readonly (readonly [string, Field])[] {
  const known = askedOf.get(declaration)
  if (known) return known
  const found = Object.entries(declaration.fields).filter(([, field]) => field.need === 'complete')
  askedOf.set(declaration, found)
  return found
}

/**
 * Keys of the fields that data quality asks for and that are empty (need `complete`, where its condition holds), in the order of the
 * declaration. Without a lookup, conditions on other records do not hold.
 */
export function emptyCompleteFields(declaration: Declaration, data: Data, lookup: Lookup = nothing): readonly string[] {
  return askedFields(declaration)
    .filter(([key, field]) => !filled(data, key) && (field.completeIf?.(data, lookup) ?? true))
    .map(([key]) => key)
}
