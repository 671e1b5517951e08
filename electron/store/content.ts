/**
 * The content of a version and the record made from it. Beside the fields of its type a version carries system keys; `op_reason` and
 * `op_into` belong to the operation (deleted why, merged into what) and never reach a record's fields.
 */
import type { WireData } from '../../shared/exchange/canon'
import type { Op } from '../../shared/exchange/version'
import type { Data, Field } from '../../shared/fields'
import type { Declaration, Rec } from '../../shared/record'

/** Keys of the operation itself. */
export const opKeys = { reason: 'op_reason', into: 'op_into' } as const

const textAt = (data: WireData, key: string): string => {
  const value = data[key]
  return typeof value === 'string' ? value : ''
}

export const reasonOf = (data: WireData): string => textAt(data, opKeys.reason)
export const intoOf = (data: WireData): string => textAt(data, opKeys.into)

/** The content without the keys of the operation: what `put` takes again. */
export function contentOf(data: WireData): Data {
  return copyWithout(data, isOpKey)
}

const isOpKey = (key: string): boolean => key === opKeys.reason || key === opKeys.into
const isNoField = (key: string): boolean => key === 'status' || isOpKey(key)

// Key by key: every record read passes here, and an object rest takes four times as long. Stored keys have no special meaning (canon).
function copyWithout(data: WireData, leftOut: (key: string) => boolean): Data {
  const copy: Record<string, WireData[string]> = {}
  for (const key in data) {
    const value = data[key]
    if (value !== undefined && !leftOut(key)) copy[key] = value
  }
  return copy as Data
}

/** Puts a record together from its winning version and the state that follows from its heads. */
export function makeRec(from: {
  readonly uid: string; readonly type: string; readonly org: string; readonly version: string; readonly data: WireData
  readonly living: boolean; readonly conflict: boolean
}): Rec {
  const { status } = from.data
  const fields = copyWithout(from.data, isNoField)
  return {
    id: from.uid, type: from.type, org: from.org, version: from.version,
    ...(typeof status === 'string' ? { status } : {}),
    fields, deleted: !from.living, ...(from.conflict ? { conflict: true as const } : {}),
  }
}

/** One reference of a record: the field (`list.key` inside rows) and the id that it points at. */
export interface Link {
  readonly field: string
  readonly to: string
}

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
// A reference may be free text where the field allows it; only ids are links.
const isUidText = (value: unknown): value is string => typeof value === 'string' && value.length === 26 && /^[a-z2-7]{26}$/.test(value)

/** A field that can hold references; of a list the columns that can. */
interface ReferenceField {
  readonly key: string
  readonly columns: readonly { readonly key: string; readonly field: string }[] | null
}

const referenceFields = new WeakMap<Declaration, readonly ReferenceField[]>()

const isReference = (field: Field): boolean => ['ref', 'refs', 'file', 'files'].includes(field.kind)

/** The fields of a type that can hold references: looked for once, because every record written passes here. */
function referenceFieldsOf(declaration: Declaration): readonly ReferenceField[] {
  const known = referenceFields.get(declaration)
  if (known) return known
  const found = Object.entries(declaration.fields).flatMap(([key, field]: [string, Field]): ReferenceField[] => {
    const columns = Object.entries(field.items ?? {}).flatMap(([column, item]) => (isReference(item) ? [{ key: column, field: `${key}.${column}` }] : []))
    return isReference(field) ? [{ key, columns: null }] : columns.length > 0 ? [{ key, columns }] : []
  })
  referenceFields.set(declaration, found)
  return found
}

function addLink(found: Link[], field: string, value: unknown): void {
  if (isUidText(value) && !found.some((link) => link.to === value && link.field === field)) found.push({ field, to: value })
}

/** All references of a record, without doubles. */
export function linksOf(declaration: Declaration, data: WireData): readonly Link[] {
  const found: Link[] = []
  for (const { key, columns } of referenceFieldsOf(declaration)) {
    const value = data[key]
    if (typeof value === 'string') addLink(found, key, value)
    else if (Array.isArray(value)) {
      if (columns === null) for (const item of value as readonly unknown[]) addLink(found, key, item)
      else for (const column of columns) for (const row of value as readonly unknown[]) if (isRow(row)) addLink(found, column.field, row[column.key])
    }
  }
  return found
}

/** Whether a version of this operation leaves a living record, were it the only head (a merged one is read under another id). */
export const leavesRecord = (op: Op): boolean => op === 'put' || op === 'merge'
