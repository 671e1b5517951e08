import { compactText } from '../parse/text'
import { isNameHeading } from './column-words'
import { headingRow } from './heading-row'
import type { Cell } from './table'

export type RowKind = 'person' | 'blank' | 'header' | 'total' | 'note' | 'heading'

const totals = /^(合计|小计|总计|共计|总人数|人数)/u
const people = /^(共|合计|总计)?\d+(人|名|位)$/u
const notes = /^(注|备注|说明|填表人|制表人|审核人|填报人|填报单位|填表单位|制表单位|填表日期|制表日期|负责人|联系人)[:：]/u

/**
 * What a row behind the header is. Only `person` rows count; a `heading` says where the rows below belong; a numbered row without anything else is blank. `nameColumn` and
 * `serialColumns` (序号 and the like) are column indexes.
 */
export function rowKind(row: readonly Cell[], nameColumn: number, serialColumns: readonly number[]): RowKind {
  const filled = row.flatMap((cell, index) => (compactText(cell.text) === '' ? [] : [{ cell, index, word: compactText(cell.text) }]))
  const telling = filled.filter(({ index }) => !serialColumns.includes(index))
  const first = filled[0]
  const name = row[nameColumn]
  if (first === undefined) return 'blank'
  if (name !== undefined && isNameHeading(name.text)) return 'header'
  if (totals.test(first.word) || (telling[0] !== undefined && totals.test(telling[0].word))) return 'total'
  if (name !== undefined && (people.test(compactText(name.text)) || totals.test(compactText(name.text)))) return 'total'
  if (!notes.test(first.word) && headingRow(row) !== null) return 'heading'
  if (telling.length === 0) return notesOrBlank(first.word, first.cell)
  if (notes.test(first.word)) return 'note'
  // A title between rows that says nothing of them, a footnote: one filled cell before the name, or one that spreads over the row.
  const only = filled.length === 1 ? first : undefined
  if (only === undefined) return 'person'
  const spreads = only.cell.merged === 'origin' && row[only.index + 1]?.merged === 'covered'
  return spreads || only.index < nameColumn ? 'note' : 'person'
}

/** In the numbering column: a number is a prepared empty row, words are a note. */
function notesOrBlank(word: string, cell: Cell): RowKind {
  return cell.kind === 'number' || /^[\d.]+$/u.test(word) ? 'blank' : 'note'
}
