import { dateOfSerial } from '../../shared/parse/calendar'
import { fail, ok, type Result } from '../../shared/result'
import { emptyCell, type Cell, type Table } from '../../shared/roster/table'

/** Inclusive, zero-based. */
export interface MergedRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** What a reader found, gaps and all. */
export interface RawSheet {
  readonly name: string
  readonly cells: readonly (readonly (Cell | undefined)[] | undefined)[]
  readonly merges: readonly MergedRange[]
  readonly hiddenColumns: readonly number[]
  readonly hidden: boolean
  readonly untyped: boolean
}

/** A roster has hundreds of rows; a sheet beyond this is something else and would only stop the window. */
const maxCells = 2_000_000

export const textCell = (text: string): Cell => (text === '' ? emptyCell : { text, kind: 'text' })

export const numberCell = (value: number): Cell => ({ text: String(value), kind: 'number', number: value })

export const booleanCell = (value: boolean): Cell => ({ text: value ? 'TRUE' : 'FALSE', kind: 'boolean' })

/**
 * A serial (1900 system) in a cell formatted as a date. A format that shows year and month only (1978年3月 typed into Excel becomes
 * 1 March 1978) gives a month: the day was invented by the program.
 */
export function dateCell(serial: number, shows: 'day' | 'month'): Cell {
  const day = dateOfSerial(serial)
  if (day === null) return numberCell(serial)
  return { text: shows === 'month' ? day.slice(0, 7) : day, kind: 'date', number: serial }
}

/** Whether a number format shows year and month but no day. */
export function showsMonthOnly(format: string): boolean {
  const plain = format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./gu, '').toLowerCase()
  return plain.includes('y') && plain.includes('m') && !plain.includes('d')
}

function usedSize(cells: RawSheet['cells']): { readonly height: number; readonly width: number } {
  let height = 0
  let width = 0
  cells.forEach((row, r) => {
    row?.forEach((cell, c) => {
      if (cell === undefined || cell.kind === 'empty') return
      height = Math.max(height, r + 1)
      width = Math.max(width, c + 1)
    })
  })
  return { height, width }
}

function markMerged(rows: Cell[][], range: MergedRange, height: number, width: number): void {
  for (let r = range.top; r <= Math.min(range.bottom, height - 1); r++) {
    for (let c = range.left; c <= Math.min(range.right, width - 1); c++) {
      const row = rows[r]
      if (row === undefined) continue
      const origin = r === range.top && c === range.left
      row[c] = origin ? { ...(row[c] ?? emptyCell), merged: 'origin' } : { ...emptyCell, merged: 'covered' }
    }
  }
}

/** Makes equally long rows, without the empty ones at the end. Error: `file-too-big`. */
export function makeTable(sheet: RawSheet): Result<Table> {
  const { height, width } = usedSize(sheet.cells)
  if (height * width > maxCells) return fail('file-too-big', { detail: { cells: height * width, limit: maxCells } })
  const rows = Array.from({ length: height }, (_, r) => Array.from({ length: width }, (_, c) => sheet.cells[r]?.[c] ?? emptyCell))
  for (const range of sheet.merges) {
    if (range.top < range.bottom || range.left < range.right) markMerged(rows, range, height, width)
  }
  return ok({
    name: sheet.name,
    rows,
    ...(sheet.hiddenColumns.length > 0 ? { hiddenColumns: sheet.hiddenColumns } : {}),
    ...(sheet.hidden ? { hidden: true as const } : {}),
    ...(sheet.untyped ? { untyped: true as const } : {}),
  })
}
