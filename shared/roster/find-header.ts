import { compactText } from '../parse/text'
import { headingRow } from './heading-row'
import { guessHeading, headingKey, isNameHeading } from './column-words'
import type { Cell, Table } from './table'

export interface Header {
  /** Index of the (first) header row in `table.rows`. */
  readonly at: number
  /** Index of the first row behind the header. */
  readonly next: number
  /** One heading per column; '' where there is none. */
  readonly headings: readonly string[]
}

const searchedRows = 10

/** Heading cells show one line; the parts of a broken word belong together (出生 / 年月). */
const headingOf = (cell: Cell | undefined): string => compactText(cell?.text ?? '')

/** Under a merged heading (学历 over 学历 and 学位) the second row says what each column is. */
function isSecondRow(table: Table, at: number, nameColumn: number): boolean {
  const row = table.rows[at + 1]
  const name = row?.[nameColumn]
  if (row === undefined || name === undefined || name.text !== '' || headingRow(row) !== null) return false
  const filled = row.filter((cell) => cell.text !== '')
  const known = filled.filter((cell) => guessHeading(cell.text) !== undefined)
  return filled.length > 0 && filled.every((cell) => cell.kind === 'text') && known.length * 2 >= filled.length
}

/** Heading above a column whose own cell is covered by a merge from the left. */
function topHeading(row: readonly Cell[], column: number): string {
  let at = column
  while (at > 0 && row[at]?.merged === 'covered') at--
  return headingOf(row[at])
}

function headingsOf(table: Table, at: number, twoRows: boolean): readonly string[] {
  const top = table.rows[at] ?? []
  const second = twoRows ? table.rows[at + 1] : undefined
  return top.map((cell, column) => {
    const below = headingOf(second?.[column])
    if (below === '') return headingOf(cell)
    // 学历 | 全日制: the lower word alone says nothing, both together do.
    return guessHeading(below) ? below : topHeading(top, column) + below
  })
}

/** The header among the first ten rows: the first row with a cell 姓名 (or a heading that the person mapped to it); null without one. */
export function findHeader(table: Table, nameHeadings: readonly string[] = []): Header | null {
  const wanted = new Set(nameHeadings.map(headingKey))
  const isName = (cell: Cell): boolean => isNameHeading(cell.text) || (cell.text !== '' && wanted.has(headingKey(cell.text)))
  for (let at = 0; at < Math.min(searchedRows, table.rows.length); at++) {
    const nameColumn = table.rows[at]?.findIndex(isName) ?? -1
    if (nameColumn < 0) continue
    const twoRows = isSecondRow(table, at, nameColumn)
    return { at, next: at + (twoRows ? 2 : 1), headings: headingsOf(table, at, twoRows) }
  }
  return null
}

/** The first table that has a header, with it. */
export function firstRoster(tables: readonly Table[], nameHeadings: readonly string[] = []): { readonly table: Table; readonly header: Header } | null {
  for (const table of tables) {
    const header = findHeader(table, nameHeadings)
    if (header) return { table, header }
  }
  return null
}
