/**
 * Cells of the county's form that are pointed at records: `rec:suggestion/title` fills its cell and the open ones straight below it with the
 * records of the period, one a row, in the order of their days, so that columns of one type stand side by side. Pure.
 */
import { textOf, type Facts } from '../facts'
import type { Period } from '../measures/indicator'
import { declarationOf, declarations, recordTypes } from '../records'
import type { Declaration, Rec } from '../record'
import { columnName, openRefs, placeOf, type FormSheet, type FormValue } from './county-form'
import { isShown, plainCell, recordsOf, type TitleOf } from './ledger'

const pattern = /^rec:(\w+)\/(\w+)$/u

/** Beside the fields of a type. */
const status = 'status'

export const isRecordPath = (path: string): boolean => path.startsWith('rec:')

interface Target {
  readonly declaration: Declaration
  readonly key: string
  readonly label: string
}

const labelsOf = (declaration: Declaration): readonly (readonly [key: string, label: string])[] => [
  ...Object.entries(declaration.fields).filter(([, field]) => !['file', 'files'].includes(field.kind) && field.need !== 'app').map(([key, field]) => [key, field.kind === 'money' ? `${field.label}(元)` : field.label] as const),
  ...(declaration.firstStatus === undefined ? [] : [[status, '状态'] as const]),
]

/** Only what may be shown to others, by a day of its own. */
const usable = (declaration: Declaration): boolean => isShown(declaration) && declaration.dateField !== undefined

function targetOf(path: string): Target | null {
  const [, type = '', key = ''] = pattern.exec(path) ?? []
  const declaration = declarationOf(type)
  if (!declaration || !usable(declaration)) return null
  const label = labelsOf(declaration).find(([one]) => one === key)?.[1]
  return label === undefined ? null : { declaration, key, label }
}

export const isKnownRecordPath = (path: string): boolean => targetOf(path) !== null

/** 代表建议：标题（每条一行）. */
export function recordPathName(path: string): string {
  const target = targetOf(path)
  return target === null ? path : `${target.declaration.label}：${target.label}（每条一行）`
}

/** Everything that a column may be pointed at, by name. */
export const recordPaths = (): readonly { readonly path: string; readonly name: string }[] => recordTypes.map((type) => declarations[type]).filter(usable)
  .flatMap((declaration) => labelsOf(declaration).map(([key]) => ({ path: `rec:${declaration.type}/${key}`, name: recordPathName(`rec:${declaration.type}/${key}`) })))

const inOrder = (declaration: Declaration, records: readonly Rec[]): readonly Rec[] => {
  const key = declaration.dateField ?? ''
  return [...records].sort((a, b) => textOf(a.fields, key).localeCompare(textOf(b.fields, key)) || (a.id < b.id ? -1 : 1))
}

/** The column of a path: a value for every record of the period. */
export function recordColumn(path: string, facts: Facts, period: Period, titleOf: TitleOf): readonly FormValue[] {
  const target = targetOf(path)
  if (target === null) return []
  const { declaration, key } = target
  const field = declaration.fields[key]
  return inOrder(declaration, recordsOf(facts, period).get(declaration.type) ?? []).map((rec): FormValue => {
    if (key === status && field === undefined) return { text: rec.status ?? '' }
    const value = rec.fields[key]
    if (field === undefined || value === null || value === undefined || value === '') return null
    if (typeof value === 'number') return { number: field.kind === 'money' ? value / 100 : value }
    return { text: plainCell(field, value, titleOf) }
  })
}

/** The cell and the open ones straight below it, until words, a formula or a cell that is pointed at something itself. */
export function columnRefs(sheet: FormSheet, ref: string, pointed: ReadonlySet<string>): readonly string[] {
  const place = placeOf(ref)
  if (!place) return []
  const open = new Set(openRefs(sheet))
  const refs: string[] = []
  for (let row = place.row; row < sheet.rows; row += 1) {
    const at = `${columnName(place.column)}${String(row + 1)}`
    if (!open.has(at) || (row > place.row && pointed.has(at))) break
    refs.push(at)
  }
  return refs
}
