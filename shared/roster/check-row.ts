/** What the cells of one row say about each other: the ID against sex and birth, a 1978.1 that the ID decides, the age. */
import { ageOn } from '../parse/calendar'
import { parseIdNo } from '../parse/id-no'
import type { Scalar } from '../fields'
import type { RosterWarningCode } from './issue'

export type RowValues = Readonly<Record<string, Scalar>>

export interface Finding {
  /** `record.field` that the finding is about. */
  readonly key: string
  readonly code: RosterWarningCode
}

export interface CheckedRow {
  readonly values: RowValues
  /** Keys whose values were taken from the ID because the cell was empty: they never replace anything. */
  readonly derived: readonly string[]
  readonly findings: readonly Finding[]
  /** The ID said which month a numeric 1978.1 is. */
  readonly birthDecided: boolean
}

const textAt = (values: RowValues, key: string): string => {
  const value = values[key]
  return typeof value === 'string' ? value : ''
}

/** A month that may be one of two is the one that the ID has, even if its check digit is wrong. */
function decideBirth(values: RowValues, otherwise: string | undefined, idBirth: string | undefined): RowValues {
  if (otherwise === undefined || idBirth === undefined) return values
  return idBirth.slice(0, 7) === otherwise ? { ...values, 'person.birth': otherwise } : values
}

function fillFromId(values: RowValues, id: ReturnType<typeof parseIdNo>): RowValues {
  if (!id.valid || id.birth === undefined || id.sex === undefined) return {}
  const birth = textAt(values, 'person.birth')
  return {
    ...(textAt(values, 'person.sex') === '' ? { 'person.sex': id.sex } : {}),
    ...(birth === '' ? { 'person.birth': id.birth.slice(0, 7) } : {}),
    // A day of another month would contradict the month of the cell.
    ...(textAt(values, 'person_private.birth_on') === '' && (birth === '' || id.birth.startsWith(birth))
      ? { 'person_private.birth_on': id.birth }
      : {}),
  }
}

function mismatches(values: RowValues, id: ReturnType<typeof parseIdNo>): readonly Finding[] {
  const sex = textAt(values, 'person.sex')
  const month = textAt(values, 'person.birth')
  const day = textAt(values, 'person_private.birth_on')
  const sexDiffers = id.sex !== undefined && (sex === '1' || sex === '2') && sex !== id.sex
  const birthDiffers = id.birth !== undefined && ((month !== '' && !id.birth.startsWith(month)) || (day !== '' && day !== id.birth))
  return [
    ...(sexDiffers ? [{ key: 'person.sex', code: 'sex-mismatch' } as const] : []),
    ...(birthDiffers ? [{ key: 'person.birth', code: 'birth-mismatch' } as const] : []),
  ]
}

/** A deputy is at least 18 (constitution, article 34); over 100 is a slip of the pen. */
function ageFindings(values: RowValues, today: string): readonly Finding[] {
  const birth = textAt(values, 'person_private.birth_on') || textAt(values, 'person.birth')
  if (birth === '') return []
  const age = ageOn(birth, today)
  if (age < 18) return [{ key: 'person.birth', code: 'age-under-18' }]
  return age > 100 ? [{ key: 'person.birth', code: 'age-over-100' }] : []
}

/** Completes and checks the values of a row. `otherwise` is the other month that its birth may be. */
export function checkRow(read: RowValues, otherwise: string | undefined, today: string): CheckedRow {
  const number = textAt(read, 'person_private.id_no')
  const id = parseIdNo(number)
  const idMonth = id.birth?.slice(0, 7)
  const values = decideBirth(read, otherwise, id.birth)
  const fromId = fillFromId(values, id)
  const complete = { ...values, ...fromId }
  return {
    values: complete,
    derived: Object.keys(fromId),
    findings: [...(number === '' ? [] : mismatches(values, id)), ...ageFindings(complete, today)],
    birthDecided: otherwise !== undefined && idMonth !== undefined && (idMonth === otherwise || idMonth === textAt(read, 'person.birth')),
  }
}
