/** Conditions on a record's own fields, for `completeIf`. */
import type { Data } from '../fields'
import { textOf } from '../facts'

/** Whether a field has a value. */
export function filled(data: Data, key: string): boolean {
  const value = data[key]
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
}

/** The field has one of these codes. */
export const when = (key: string, ...codes: readonly string[]) => (data: Data): boolean => codes.includes(textOf(data, key))

/** The field is filled. */
export const whenFilled = (key: string) => (data: Data): boolean => filled(data, key)

/** The other of two fields is empty: one of them is enough. */
export const unless = (key: string) => (data: Data): boolean => !filled(data, key)
