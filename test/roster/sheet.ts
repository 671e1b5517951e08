/** Sheets for tests, typed as they look: text, numbers, and dates as `{ date }`. */
import { serialOfDate } from '../../shared/parse/calendar'
import { idCheckCharacter } from '../../shared/parse/id-no'
import { findHeader } from '../../shared/roster/find-header'
import { guessColumns, nameHeadings, type ColumnChoices } from '../../shared/roster/guess-columns'
import { parseRosterRows, type RosterRows } from '../../shared/roster/parse-rows'
import { emptyCell, type Cell, type Table } from '../../shared/roster/table'
import type { RosterRow } from '../../shared/roster/roster-row'

export const today = '2026-11-24'

export type Written = string | number | { readonly date: string } | { readonly merged: 'origin' | 'covered'; readonly text?: string }

function cell(value: Written): Cell {
  if (typeof value === 'string') return value === '' ? emptyCell : { text: value, kind: 'text' }
  if (typeof value === 'number') return { text: String(value), kind: 'number', number: value }
  if ('date' in value) return { text: value.date, kind: 'date', number: serialOfDate(value.date.length === 7 ? `${value.date}-01` : value.date) ?? 0 }
  return { ...cell(value.text ?? ''), merged: value.merged }
}

export function sheet(rows: readonly (readonly Written[])[], more: Partial<Table> = {}): Table {
  const width = Math.max(...rows.map((row) => row.length))
  return { name: '名册', rows: rows.map((row) => Array.from({ length: width }, (_, at) => cell(row[at] ?? ''))), ...more }
}

/** An ID of a region that was never given, with its check character. */
export const idNo = (birth: string, sequence: string): string => {
  const digits = `510099${birth}${sequence}`
  return digits + idCheckCharacter(digits)
}

/** Reads a sheet the way an import does. */
export function readSheet(table: Table, choices: ColumnChoices = {}): RosterRows {
  const header = findHeader(table, nameHeadings(choices))
  if (!header) throw new Error('no header')
  return parseRosterRows(table, header, guessColumns(header.headings, choices, table.hiddenColumns), today)
}

/** The only person of a sheet with one heading row and one row. */
export function readPerson(heading: readonly string[], row: readonly Written[], more: Partial<Table> = {}): RosterRow {
  const read = readSheet(sheet([heading, row], more))
  if (read.rows.length !== 1) throw new Error(`${read.rows.length} people`)
  return read.rows[0]!
}
