/** Keys of keyed types: one record per key, its uid derived from it (data dictionary A.0.1). */
import type { Data } from '../fields'
import type { Declaration, KeyParts } from '../record'

/** The parts of the key of `data` in the order that is hashed; null for a record with a random uid. */
export function keyParts(declaration: Declaration, data: Data): KeyParts | null {
  if (declaration.keyOf) return declaration.keyOf(data)
  if (!declaration.key) return null
  return declaration.key.map((key) => {
    const value = data[key]
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
  })
}

/** Keys of fields that may not change once the record is saved (`key-fixed`); a name that is a key stays editable. */
export function fixedKeys(declaration: Declaration, data: Data): readonly string[] {
  if (keyParts(declaration, data) === null) return []
  return (declaration.key ?? []).filter((key) => !declaration.editableKey?.includes(key))
}
