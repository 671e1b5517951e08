/** Cells copied from a spreadsheet, read into the columns of a list field. */
import { codeOf } from '../../shared/codes'
import type { Field, Row } from '../../shared/fields'
import { parseMoney } from '../../shared/parse/money'
import { cleanText } from '../../shared/parse/text'
import { readInt, readTenths } from './NumberControl'
import { readDate } from '../ui/read-date'

/** A cell as the column wants it; what cannot be read stays as text. */
function readCell(field: Field, cell: string, today: string): Row[string] {
  const text = cleanText(cell)
  if (text === '') return null
  switch (field.kind) {
    case 'choice':
      return field.codes === undefined ? text : (codeOf(field.codes, text) ?? text)
    case 'date':
      return readDate(text, 'day', today) ?? text
    case 'month':
      return readDate(text, 'month', today) ?? text
    case 'ym':
      return readDate(text, 'either', today) ?? text
    case 'int':
      return field.tenths === true ? readTenths(text) : readInt(text)
    case 'money': {
      const read = parseMoney(text, '元')
      return read.ok ? read.value : text
    }
    case 'flag':
      return /^(是|√|✓|有|1)$/u.test(text) ? true : /^(否|×|无|0)$/u.test(text) ? false : text
    default:
      return text
  }
}

/** True when a pasted text is more than one cell. */
export const isTable = (text: string): boolean => /[\t\n]/u.test(text.replace(/\r/gu, '').replace(/\n$/u, ''))

/** `rows` with the pasted cells laid over them from one cell on; rows are added as needed, cells beyond the last column are dropped. */
export function pasteCells(rows: readonly Row[], items: Readonly<Record<string, Field>>, at: { readonly row: number; readonly key: string }, text: string, today: string): readonly Row[] {
  const keys = Object.keys(items)
  const first = Math.max(0, keys.indexOf(at.key))
  const out: Row[] = [...rows]
  const lines = text.replace(/\r/gu, '').replace(/\n$/u, '').split('\n')
  for (const [down, line] of lines.entries()) {
    const row: Record<string, Row[string]> = { ...out[at.row + down] }
    for (const [right, cell] of line.split('\t').entries()) {
      const key = keys[first + right]
      const field = key === undefined ? undefined : items[key]
      if (key !== undefined && field !== undefined) row[key] = readCell(field, cell, today)
    }
    out[at.row + down] = row
  }
  return out
}
