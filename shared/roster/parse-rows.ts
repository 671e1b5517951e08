/** Rows of a roster to people. Only an unreadable name stops a row; whatever is doubtful goes in with a warning, marked 待核. */
import type { Header } from './find-header'
import { headingRow, Headings } from './heading-row'
import { fieldOfColumn, type Column } from './guess-columns'
import type { RosterWarning } from './issue'
import { parseRow, type RowSource } from './parse-row'
import type { RosterRow } from './roster-row'
import { rowKind } from './row-kind'
import type { Table } from './table'

export interface RosterRows {
  readonly rows: readonly RosterRow[]
  /** About columns that bring nothing. */
  readonly warnings: readonly RosterWarning[]
}

/** In a text file: some date of the column has kept its zero (1978.03, 1978.10), so a 1978.1 in it is a January. */
const keepsZeros = (table: Table, column: number): boolean =>
  table.rows.some((row) => /^\s*\d{4}[.](0\d|10)(\D|$)/u.test(row[column]?.text ?? ''))

function columnWarnings(header: Header, columns: readonly Column[]): readonly RosterWarning[] {
  return columns.flatMap((column): readonly RosterWarning[] => {
    const code = column.by === 'unknown' ? 'unknown-column' : column.by === 'twice' ? 'column-twice' : null
    return code === null ? [] : [{ row: header.at + 1, column: column.heading, code, value: '' }]
  })
}

/** Reads every row behind the header. `today` (`YYYY-MM-DD`, Shanghai) is for ages and for dates that lie ahead. */
export function parseRosterRows(table: Table, header: Header, columns: readonly Column[], today: string): RosterRows {
  const warnings = columnWarnings(header, columns)
  const nameColumn = columns.find((column) => column.key === 'person.name')
  if (nameColumn === undefined) return { rows: [], warnings }
  const untyped = table.untyped === true
  const source: RowSource = {
    table,
    nameColumn,
    today,
    columns: columns.flatMap((column) => {
      const field = fieldOfColumn(column)
      if (field === undefined || field.key === 'person.name') return []
      return [{ column, field, context: { today, untyped, keepsZeros: untyped && keepsZeros(table, column.index) } }]
    }),
  }
  const serials = columns.filter((column) => column.by === 'ignored').map((column) => column.index)
  const headings = new Headings()
  const rows = table.rows.flatMap((row, at): readonly RosterRow[] => {
    if (at < header.next) return []
    const kind = rowKind(row, nameColumn.index, serials)
    const heading = kind === 'heading' ? headingRow(row) : null
    if (heading !== null) headings.take(heading)
    if (kind !== 'person') return []
    const read = parseRow(source, at)
    const { links, under } = headings.over(read.links)
    return [under.length === 0 ? read : { ...read, links, under }]
  })
  return { rows, warnings }
}
