/** A register as a table: every field that may be filled in, headed by its label, in words that imports read again. Pure. */
import { labelOf } from '../codes'
import type { Field, Row } from '../fields'
import type { Declaration, Rec } from '../record'
import { chineseDay, type Block, type TableRow } from './block'
import { writeRows } from './list-rows'
import { columnHeading } from './money-heading'

/** Behind the heading of a value that the program works out: an import leaves it out. */
export const computed = '（软件算的）'

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
      ? writeRows(field.items ?? {}, (value as readonly Row[]).map((row) => Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, cellOf(field.items?.[key], cell, titleOf)]))))
      : (value as readonly string[]).map((id) => titleOf(id) || id).join('、')
  }
  return cellOf(field, value, titleOf)
}

function cellOf(field: Field | undefined, value: unknown, titleOf: TitleOf): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number' && field?.tenths === true) return String(value / 10)
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
    const label = field === undefined ? key : `${columnHeading(field)}${field.tenths === true && field.kind !== 'money' ? '(分)' : ''}${field.kind === 'derived' ? computed : ''}`
    const numbers = field?.kind === 'int' || field?.kind === 'money'
    return { label, width: Math.max(widths[field?.kind ?? 'text'] ?? 14, Math.min(widest, label.length * 2)), ...(numbers ? { numbers: true as const } : {}) }
  })
  return {
    columns: [...columns, ...(status ? [{ label: '状态', width: 12 }] : [])],
    rows: texts.map((row, at) => ({ cells: [...kept.map((one) => row[one.at] ?? ''), ...(status ? [records[at]?.status ?? ''] : [])] })),
  }
}

/** Upright paper takes so many columns. */
const uprightColumns = 5

/** The list as it is shown, for paper: its own columns and the status, on its side where they are many. */
export function listBlocks(declaration: Declaration, records: readonly Rec[], titleOf: TitleOf, title: string, today: string): readonly Block[] {
  const keys = declaration.columns.filter((key) => declaration.fields[key] !== undefined)
  const status = declaration.firstStatus !== undefined && !keys.includes('status')
  const columns = [
    ...keys.map((key) => {
      const field = declaration.fields[key]
      const numbers = field?.kind === 'int' || field?.kind === 'money'
      return { label: field === undefined ? key : columnHeading(field), width: Math.min(28, widths[field?.kind ?? 'text'] ?? 14), ...(numbers ? { align: 'right' as const } : {}) }
    }),
    ...(status ? [{ label: '状态', width: 12 }] : []),
  ]
  const whole = columns.reduce((sum, { width }) => sum + width, 0) + 6
  const share = (width: number): number => Math.round((width * 1000) / whole) / 10
  return [
    ...(columns.length > uprightColumns ? [{ kind: 'turn', landscape: true } as const] : []), { kind: 'form', text: title }, { kind: 'note', text: `${chineseDay(today)}　共${String(records.length)}条` },
    {
      kind: 'table', columns: [{ label: '序号', width: share(6), align: 'center' }, ...columns.map((column) => ({ ...column, width: share(column.width) }))],
      rows: records.map((rec, at) => ({
        cells: [
          String(at + 1), ...keys.map((key) => {
            const field = declaration.fields[key]
            return field === undefined ? '' : cellText(field, key === 'status' ? rec.status ?? rec.fields[key] : rec.fields[key], titleOf)
          }), ...(status ? [rec.status ?? ''] : []),
        ],
      })),
    },
  ]
}
