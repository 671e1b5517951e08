/** The same person twice in one file: the first row counts. */
import type { Data, Value } from '../fields'
import type { RosterWarning } from './issue'
import type { ExistingPerson } from './match-person'
import { fieldLabel, isEmpty, sameValue } from './plan-record'
import type { RosterRow } from './roster-row'

const textOf = (data: Data, key: string): string | undefined => {
  const value = data[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Ids of people that only a row of the file makes. */
export const rowPrefix = 'row:'

/** The row as a person whom later rows can be. */
export function existingFromRow(row: RosterRow): ExistingPerson {
  const phones = [textOf(row.personPrivate, 'phone'), textOf(row.personPrivate, 'phone2')]
  const idNo = textOf(row.personPrivate, 'id_no')
  const birth = textOf(row.person, 'birth')
  return {
    personId: `${rowPrefix}${row.row}`,
    name: row.name,
    formerNames: [],
    formerIdNos: [],
    phones: phones.filter((phone) => phone !== undefined),
    person: row.person,
    personPrivate: row.personPrivate,
    mandate: row.mandate,
    links: row.links,
    ...(idNo === undefined ? {} : { idNo }),
    ...(birth === undefined ? {} : { birth }),
  }
}

/** The person as later rows of the file may also mean them: by this row's name, number, birth and phones too. */
export function alsoKnownBy(person: ExistingPerson, row: RosterRow): ExistingPerson {
  const other = existingFromRow(row)
  return {
    ...person,
    formerNames: [...person.formerNames, other.name],
    formerIdNos: [...person.formerIdNos, ...(other.idNo === undefined ? [] : [other.idNo])],
    otherBirths: [...(person.otherBirths ?? []), ...(other.birth === undefined ? [] : [other.birth])],
    phones: [...new Set([...person.phones, ...other.phones])],
  }
}

type Parts = Pick<RosterRow, 'person' | 'personPrivate' | 'mandate' | 'links'>

const partsOf = (row: Parts): readonly (readonly [record: string, data: Data])[] => [
  ['person', row.person], ['person_private', row.personPrivate], ['mandate', row.mandate],
  ['link', row.links as Readonly<Record<string, string>>],
]

function shown(value: Value | undefined): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Whether the person has every value of the row: among several of one name it is this one. */
export function bringsNothing(row: RosterRow, person: ExistingPerson): boolean {
  const theirs = partsOf(person)
  return partsOf(row).every(([, data], index) =>
    Object.entries(data).every(([field, value]) => isEmpty(value) || sameValue(value, theirs[index]?.[1][field])))
}

/** What the later row says differently: one warning a field that both have. */
export function repeatedDifferences(first: RosterRow, later: RosterRow): readonly RosterWarning[] {
  const named: readonly RosterWarning[] =
    first.name === later.name ? [] : [{ row: later.row, column: '姓名', code: 'repeated-differs', value: later.name }]
  const values = partsOf(later).flatMap(([record, data], index) => {
    const other = partsOf(first)[index]?.[1] ?? {}
    return Object.entries(data)
      .filter(([field, value]) => !isEmpty(value) && !isEmpty(other[field]) && !sameValue(value, other[field]))
      .map(([field, value]): RosterWarning => ({
        row: later.row, column: fieldLabel(record, field), code: 'repeated-differs', value: shown(value),
      }))
  })
  return [...named, ...values]
}
