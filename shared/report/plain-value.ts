/** A stored value as one cell of a plain register: labels for codes, names for references, everything in full. */
import { labelOf } from '../codes'
import type { Field, Row } from '../fields'

/** Title of a record; '' where it is not known. */
export type TitleOf = (id: string) => string

const yuan = (fen: number): string => `${fen < 0 ? '-' : ''}${String(Math.trunc(Math.abs(fen) / 100))}.${String(Math.abs(fen) % 100).padStart(2, '0')}`

function rowText(field: Field, row: Row, titleOf: TitleOf): string {
  return Object.entries(field.items ?? {}).map(([key, item]) => plainValue(item, row[key], titleOf)).filter((text) => text !== '').join(' ')
}

/** '' for an empty value. Dates stay YYYY-MM-DD, money is in yuan with two decimals. */
export function plainValue(field: Field, value: unknown, titleOf: TitleOf): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) {
    const parts = (value as readonly unknown[]).map((one) => (typeof one === 'string' ? titleOrText(field, one, titleOf) : rowText(field, one as Row, titleOf)))
    return parts.filter((text) => text !== '').join(field.kind === 'list' ? '；' : '、')
  }
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return field.kind === 'money' ? yuan(value) : String(value)
  return typeof value === 'string' ? titleOrText(field, value, titleOf) : ''
}

function titleOrText(field: Field, text: string, titleOf: TitleOf): string {
  if (field.kind === 'ref' || field.kind === 'refs' || field.kind === 'file' || field.kind === 'files') return titleOf(text) || (field.orText === true ? text : '')
  return field.codes === undefined ? text : labelOf(field.codes, text)
}
