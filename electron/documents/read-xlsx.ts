import { EncryptedFileError, HucreError, read, type Sheet } from 'hucre'
import { serialOfDate } from '../../shared/parse/calendar'
import { fail, ok, type Result } from '../../shared/result'
import type { Cell } from '../../shared/roster/table'
import { booleanCell, dateCell, numberCell, showsMonthOnly, textCell, type RawSheet } from './make-table'
import { readWithSheetJs } from './read-xls'
import { isBomb, unpackedBytes } from './zip-bomb'

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

/** The serial of a moment (UTC, as the reader makes it), with its time of day as a fraction. */
function serialOf(moment: Date): number | null {
  if (Number.isNaN(moment.getTime())) return null
  const day = serialOfDate(moment.toISOString().slice(0, 10))
  const fraction = (moment.getTime() % 86_400_000) / 86_400_000
  return day === null ? null : Math.round((day + (fraction < 0 ? fraction + 1 : fraction)) * 1e6) / 1e6
}

function readDate(moment: Date, format: string | undefined): Cell {
  const serial = serialOf(moment)
  if (serial === null) return textCell('')
  // A date without a written format has one of the Chinese built-in ones; most of them are yyyy年m月, which gives the first of a month.
  const firstOfMonth = moment.getUTCDate() === 1
  const month = format === undefined || format === '' ? firstOfMonth : showsMonthOnly(format)
  return dateCell(serial, month ? 'month' : 'day')
}

function rawSheet(sheet: Sheet): RawSheet {
  const cells = sheet.rows.map((row, r) =>
    row.map((value, c): Cell | undefined => {
      const detail = sheet.cells?.get(`${r},${c}`)
      if (value === null || value === undefined || detail?.type === 'error') return undefined
      if (typeof value === 'string') return textCell(value)
      if (typeof value === 'number') return numberCell(value)
      if (typeof value === 'boolean') return booleanCell(value)
      return value instanceof Date ? readDate(value, detail?.style?.numFmt) : undefined
    }),
  )
  return {
    name: sheet.name,
    cells,
    merges: (sheet.merges ?? []).map((merge) => ({ top: merge.startRow, left: merge.startCol, bottom: merge.endRow, right: merge.endCol })),
    hiddenColumns: (sheet.columns ?? []).flatMap((column, index) => (column?.hidden ? [index] : [])),
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    untyped: false,
  }
}

/** Reads .xlsx (also .xlsb and .ods, which come in the same container). A file that hucre rejects goes to the second reader. */
export async function readXlsx(bytes: Uint8Array): Promise<Result<readonly RawSheet[]>> {
  const size = unpackedBytes(bytes)
  if (size === null) return fail('not-a-table')
  if (isBomb(bytes)) return fail('file-too-big', { detail: { bytes: size } })
  try {
    const book = await read(bytes, { readStyles: true })
    return ok(book.sheets.map(rawSheet))
  } catch (error) {
    if (error instanceof EncryptedFileError) return fail('file-encrypted')
    if (error instanceof HucreError) return readWithSheetJs(bytes)
    return fail('not-a-table', { detail: { reason: String(error) } })
  }
}
