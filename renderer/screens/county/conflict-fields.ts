/** What differs between the versions of a record that was changed in two places. */
import type { Conflict } from '../../../shared/contract/exchange'
import type { Field, Value } from '../../../shared/fields'
import { fieldToTell } from '../../../shared/measures/began'
import { declarationNow } from '../../state/declarations'

export interface DifferingField {
  readonly key: string
  readonly label: string
  readonly field: Field | null
  /** One per head, in their order. */
  readonly values: readonly (Value | undefined)[]
}

/** The fields in the order of the form, those that are the same everywhere left out. */
export function differingFields(conflict: Conflict): readonly DifferingField[] {
  const fields = declarationNow(conflict.type)?.fields ?? {}
  const known = Object.keys(fields)
  const others = [...new Set(conflict.heads.flatMap((head) => Object.keys(head.fields)))].filter((key) => !known.includes(key))
  return [...known, ...others].flatMap((key): readonly DifferingField[] => {
    const values = conflict.heads.map((head) => head.fields[key])
    const words = values.map((value) => JSON.stringify(value ?? null))
    if (fields[key]?.kind === 'derived' || words.every((word) => word === words[0])) return []
    return [{ key, label: fieldToTell(fields, key)?.label ?? (key === 'status' ? '状态' : key), field: fieldToTell(fields, key) ?? null, values }]
  })
}

/** Ids that these fields refer to, so that their names can be asked for. */
export const referredIds = (fields: readonly DifferingField[]): readonly string[] => [...new Set(fields.flatMap(({ field, values }) =>
  (field && ['ref', 'refs', 'file', 'files'].includes(field.kind) ? values.flatMap((value) => (Array.isArray(value) ? (value as readonly unknown[]) : [value])).filter((one): one is string => typeof one === 'string') : [])))]
