/** 待核 of a known person after an import. */
import type { Data } from '../fields'
import type { Doubt } from './issue'

/** Doubts about several fields at once: they are judged anew when one of these changes. */
const about: Readonly<Record<string, readonly string[]>> = {
  'sex-mismatch': ['sex', 'id_no'],
  'birth-mismatch': ['birth', 'birth_on', 'id_no'],
  'age-under-18': ['birth', 'birth_on'],
  'age-over-100': ['birth', 'birth_on'],
}

export const isCrossCheck = (code: string): boolean => code in about

/** Nothing was stored, so there is no value by which to see whether a person has dealt with it. */
const withoutValue: ReadonlySet<string> = new Set(['id-as-number', 'number-cut'])

const same = (a: Doubt) => (b: Doubt): boolean => a.field === b.field && a.code === b.code

/** The list on record. */
export function doubtsOf(data: Data): readonly Doubt[] {
  const rows = data['doubts']
  if (!Array.isArray(rows)) return []
  return (rows as readonly Readonly<Record<string, unknown>>[]).map((row) => ({ field: String(row['field']), code: String(row['code']) }))
}

export interface DoubtsInput {
  readonly onRecord: readonly Doubt[]
  /** Doubts that the row raises. */
  readonly raised: readonly Doubt[]
  /** Fields that the row gives a value, or a word in the remark. */
  readonly touched: readonly string[]
  /** Fields without a value on record. */
  readonly empty: (field: string) => boolean
  /** What a person took off earlier. */
  readonly cleared: readonly Doubt[]
}

/**
 * The whole list after the import, or null if it stays. A doubt comes with the value that it is about: where the value was there
 * already a person has seen it, so what a person took off is not set again. A doubt whose field gets a new and good value goes.
 */
export function planDoubts(input: DoubtsInput): readonly Doubt[] | null {
  const touches = (doubt: Doubt): boolean => (about[doubt.code] ?? [doubt.field]).some((field) => input.touched.includes(field))
  const wanted = input.raised.filter((doubt) =>
    withoutValue.has(doubt.code) ? input.empty(doubt.field) && !input.cleared.some(same(doubt)) : touches(doubt))
  const staying = input.onRecord.filter((doubt) => !touches(doubt) || wanted.some(same(doubt)))
  const added = wanted.filter((doubt) => !staying.some(same(doubt)))
  return added.length === 0 && staying.length === input.onRecord.length ? null : [...staying, ...added]
}
