import type { Data } from '../fields'
import { Facts, type Lookup } from '../facts'
import type { Declaration } from '../record'
import { filled } from './conditions'

const nothing: Lookup = new Facts([])

/**
 * Keys of the fields that data quality asks for and that are empty (need `complete`, where its condition holds), in the order of the
 * declaration. Without a lookup, conditions on other records do not hold.
 */
export function emptyCompleteFields(declaration: Declaration, data: Data, lookup: Lookup = nothing): readonly string[] {
  return Object.entries(declaration.fields)
    .filter(([key, field]) => field.need === 'complete' && !filled(data, key) && (field.completeIf?.(data, lookup) ?? true))
    .map(([key]) => key)
}
