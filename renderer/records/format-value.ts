/** A stored value as people read it: codes by their labels, dates and money in words, references by titles. */
import { labelOf } from '../../shared/codes'
import type { Field, Row } from '../../shared/fields'
import { assertNever } from '../../shared/result'
import type { Titles } from '../../shared/contract/records'
import { ruleText } from './rule-text'
import { sayDate, sayMoney, sayNumber } from '../ui/say-date'

/** What a record is called; null while nobody knows. */
export type TitleOf = (id: string) => string | null

/** By the titles of an answer; `known` = what other answers brought. */
export const titleIn = (titles: Titles, known: Readonly<Record<string, string>> = {}): TitleOf => (id) => titles[id]?.title ?? known[id] ?? null

const shownNames = 4
const shownRows = 4

function withUnit(field: Field, text: string): string {
  return field.unit === undefined ? text : `${text} ${field.unit}`
}

function nameOf(field: Field, id: string, titleOf: TitleOf): string {
  return titleOf(id) ?? (field.orText === true ? id : '（找不到的记录）')
}

/** One value in one line; '' for an empty one. What cannot be read as its kind is shown as it is. */
export function sayValue(field: Field, value: unknown, titleOf: TitleOf): string {
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value)) return sayList(field, value as readonly unknown[], titleOf)
  switch (field.kind) {
    case 'date':
    case 'month':
    case 'ym':
      return typeof value === 'string' ? sayDate(value) : plain(value)
    case 'money':
      return typeof value === 'number' ? sayMoney(value) : plain(value)
    case 'int':
      if (field.tenths === true && typeof value === 'number') return withUnit(field, sayTenths(value))
      return withUnit(field, typeof value === 'number' ? (field.unit === undefined ? String(value) : sayNumber(value)) : plain(value))
    case 'flag':
      return flagWord(value)
    case 'choice':
    case 'derived':
      return field.codes !== undefined && typeof value === 'string' ? labelOf(field.codes, value) : derivedWord(field, value)
    case 'ref':
    case 'file':
      return nameOf(field, plain(value), titleOf)
    case 'text':
      return ruleText(plain(value)) ?? plain(value)
    case 'longText':
    case 'refs':
    case 'files':
    case 'list':
      return plain(value)
    default:
      return assertNever(field.kind)
  }
}

/** 87 is 8.7 points. */
export const sayTenths = (tenths: number): string => String(tenths / 10)

const plain = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : typeof value === 'boolean' ? flagWord(value) : '')
const flagWord = (value: unknown): string => (value === true ? '是' : value === false ? '否' : plain(value))

function derivedWord(field: Field, value: unknown): string {
  const text = field.tenths === true && typeof value === 'number' ? sayTenths(value) : plain(value)
  return typeof value === 'number' ? withUnit(field, text) : /^\d{4}-\d{2}(-\d{2})?$/u.test(text) ? sayDate(text) : text
}

/** Those on a list of people who are still on it, by name: the days are on the page. */
function sayMembers(field: Field, rows: readonly Row[], titleOf: TitleOf): string | null {
  if (field.items?.['mandate']?.kind !== 'ref' || field.items['to_on'] === undefined) return null
  const now = rows.filter((row) => typeof row['to_on'] !== 'string' || row['to_on'] === '').map((row) => row['mandate']).filter((id) => typeof id === 'string')
  return now.length === 0 ? '' : sayList({ ...field, kind: 'refs', to: ['mandate'] }, now, titleOf)
}

/** The same in a cell of a list, where rows of people are told by their names. */
export const sayCell = (field: Field, value: unknown, titleOf: TitleOf): string =>
  (field.kind === 'list' && Array.isArray(value) ? sayMembers(field, value as readonly Row[], titleOf) : null) ?? sayValue(field, value, titleOf)

function sayRows(field: Field, rows: readonly Row[], titleOf: TitleOf): string {
  const words = rows.slice(0, shownRows).map((row) => sayRow(field, row, titleOf).filter((cell) => cell !== '').join(' ')).filter((row) => row !== '')
  if (words.length === 0) return `${rows.length} 项`
  return `${words.join('；')}${rows.length > words.length ? `……共 ${rows.length} 项` : ''}`
}

function sayList(field: Field, values: readonly unknown[], titleOf: TitleOf): string {
  if (values.length === 0) return ''
  const ids = values.filter((one) => typeof one === 'string')
  if (ids.length < values.length) return sayRows(field, values as readonly Row[], titleOf)
  const people = field.to?.includes('mandate') === true
  const names = ids.slice(0, shownNames).map((id) => (field.kind === 'derived' ? titleOf(id) ?? '' : nameOf(field, id, titleOf))).filter((name) => name !== '')
  const rest = ids.length > names.length ? `等 ${ids.length} ${people ? '人' : '项'}` : ''
  return names.length === 0 ? `${ids.length} 项` : `${names.join('、')}${rest}`
}

/** A row of a list field, cell by cell, in the order of its columns. */
export function sayRow(field: Field, row: Row, titleOf: TitleOf): readonly string[] {
  return Object.entries(field.items ?? {}).map(([key, item]) => sayValue(item, row[key], titleOf))
}

/** Ids that a field's value points at, for titles that the answer did not bring. */
export function idsIn(field: Field, value: unknown): readonly string[] {
  if (field.kind === 'ref' || field.kind === 'file') return typeof value === 'string' && value !== '' ? [value] : []
  if (field.kind === 'refs' || field.kind === 'files') return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  if (field.kind !== 'list' || !Array.isArray(value)) return []
  return (value as readonly Row[]).flatMap((row) => Object.entries(field.items ?? {}).flatMap(([key, item]) => idsIn(item, row[key])))
}
