import type { Data, Row } from '../fields'

/** Rows of a list field, [] where it is empty. */
export function rowsOf(data: Data, key: string): readonly Row[] {
  const value = data[key]
  return Array.isArray(value) ? (value as readonly unknown[]).filter((row): row is Row => typeof row === 'object' && row !== null) : []
}
