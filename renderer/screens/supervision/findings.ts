/** Problems found, as they are typed into the entry. Pure. */
import { isEmptyValue } from '../../records/form-fields'
import type { FormValues } from '../../state/drafts'

export interface Problem {
  readonly problem?: unknown
  readonly unit?: unknown
  readonly measure?: unknown
  readonly due_on?: unknown
}

export const problemKeys = ['problem', 'unit', 'due_on', 'measure'] as const
export type ProblemKey = (typeof problemKeys)[number]

const isRow = (value: unknown): value is Problem => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads them out of a draft; one empty row to begin with. */
export function problemsOf(value: unknown): readonly Problem[] {
  const rows = Array.isArray(value) ? (value as readonly unknown[]).filter(isRow) : []
  return rows.length > 0 ? rows : [{}]
}

const isBlank = (row: Problem): boolean => problemKeys.every((key) => isEmptyValue(row[key]))

/** Position of the first row that names a unit or a day but no problem; null where there is none. */
export function unnamed(rows: readonly Problem[]): number | null {
  const at = rows.findIndex((row) => !isBlank(row) && isEmptyValue(row.problem))
  return at === -1 ? null : at
}

/** Lines to write, numbered from `first`. */
export const problemSides = (rows: readonly Problem[], first = 1): readonly { readonly type: 'finding'; readonly parent: 'supervision'; readonly fields: FormValues }[] =>
  rows.filter((row) => !isEmptyValue(row.problem)).map((row, index) => ({
    type: 'finding', parent: 'supervision', fields: { no: first + index, ...Object.fromEntries(problemKeys.flatMap((key) => (isEmptyValue(row[key]) ? [] : [[key, row[key]] as const]))) },
  }))
