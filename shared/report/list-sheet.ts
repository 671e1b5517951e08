/** A register as a table: every field that may be filled in, headed by its label, in words that imports read again. Pure. */
import { labelOf } from '../codes'
import type { Field, Row } from '../fields'
import type { Declaration, Rec } from '../record'
import type { TableRow } from './block'

/** What a record is called. */
export type TitleOf = (id: string) => string

export interface ListColumn {
  readonly label: string
  /** Characters. */
  readonly width: number
  readonly numbers?: true
}

export interface ListTable {
  readonly columns: readonly ListColumn[]
  readonly rows: readonly TableRow[]
}

const widths: Readonly<Partial<Record<Field['kind'], number>>> = { longText: 40, text: 18, date: 13, ym: 13, month: 10, flag: 8, int: 10, money: 13, refs: 24, list: 30 }
/** Characters that a heading may make a column wide. */
const widest = 16

/** Whole 分 as 元 with two decimals. */
export function yuanText(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** One value as a cell: codes by label, days as 2026-03-10, money in 元, references by title, several joined by 、. */
export function cellText(field: Field, value: unknown, titleOf: TitleOf): string {
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value)) {
    return field.kind === 'list'
      ? (value as readonly Row[]).map((row) => Object.entries(row).map(([key, cell]) => cellOf(field.items?.[key], cell, titleOf)).filter(Boolean).join(' ')).join('；')
      : (value as readonly string[]).map((id) => titleOf(id) || id).join('、')
  }
  return cellOf(field, value, titleOf)
}

function cellOf(field: Field | undefined, value: unknown, titleOf: TitleOf): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return field?.kind === 'money' ? yuanText(value) : String(value)
  if (typeof value !== 'string') return ''
  if (field?.codes !== undefined) return labelOf(field.codes, value)
  return field?.kind === 'ref' ? titleOf(value) || value : value
}

/** Fields that the list shows first, then the others that a person fills in; attachments are none of them. */
export function listColumns(declaration: Declaration): readonly string[] {
  const usable = Object.entries(declaration.fields)
    .filter(([key, field]) => field.hidden !== true && !['file', 'files'].includes(field.kind) && (declaration.columns.includes(key) || (field.need !== 'app' && field.kind !== 'derived')))
    .map(([key]) => key)
  return [...declaration.columns.filter((key) => usable.includes(key)), ...usable.filter((key) => !declaration.columns.includes(key))]
}

/** The table of these records; columns that are empty in all of them and are not shown by the list are left out. */
export function listTable(declaration: Declaration, records: readonly Rec[], titleOf: TitleOf): ListTable {
  const keys = listColumns(declaration)
  const texts = records.map((rec) => keys.map((key) => {
    const field = declaration.fields[key]
    return field === undefined ? '' : cellText(field, key === 'status' ? rec.status ?? rec.fields[key] : rec.fields[key], titleOf)
  }))
  const kept = keys.map((key, at) => ({ key, at })).filter(({ key, at }) => declaration.columns.includes(key) || texts.some((row) => row[at] !== ''))
  const status = declaration.firstStatus !== undefined && !keys.includes('status')
  const columns = kept.map(({ key }): ListColumn => {
    const field = declaration.fields[key]
    const label = field === undefined ? key : `${field.label}${field.kind === 'money' ? '(元)' : ''}`
    const numbers = field?.kind === 'int' || field?.kind === 'money'
    return { label, width: Math.max(widths[field?.kind ?? 'text'] ?? 14, Math.min(widest, label.length * 2)), ...(numbers ? { numbers: true as const } : {}) }
  })
  return {
    columns: [...columns, ...(status ? [{ label: '状态', width: 12 }] : [])],
    rows: texts.map((row, at) => ({ cells: [...kept.map((one) => row[one.at] ?? ''), ...(status ? [records[at]?.status ?? ''] : [])] })),
  }
}
