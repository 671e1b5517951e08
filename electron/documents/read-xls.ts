/**
 * .xls of Excel 97–2003 and 5/95, XML spreadsheets of 2003 and HTML tables, by SheetJS. It comes first here, before hucre, because
 * it alone keeps each cell's number format: without it 1978年3月 would become the first of March.
 */
import * as XLSX from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import { fail, ok, type Result } from '../../shared/result'
import type { Cell } from '../../shared/roster/table'
import { booleanCell, dateCell, numberCell, showsMonthOnly, textCell, type RawSheet } from './make-table'

// Excel 5/95 wrote text in the computer's code page (936 in China).
XLSX.set_cptable(codePages)

/** Number formats that Chinese Excel knows by number only (ECMA-376 18.8.30, zh-cn); SheetJS has no text for them. */
const chineseFormats: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: 'm-d-yy', 31: 'yyyy"年"m"月"d"日"', 36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}

export const isCompoundFile = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, index) => bytes[index] === byte)

const days1904 = 1462

// The library's own types leave these two `any`.
interface CompoundFiles {
  read(bytes: Uint8Array, options: { readonly type: 'array' }): object
  find(container: object, name: string): { readonly content?: Uint8Array | readonly number[] } | null
}
interface NumberFormats {
  load(format: string, id: number): void
  is_date(format: string): boolean
}
const compoundFiles = XLSX.CFB as CompoundFiles
const numberFormats = XLSX.SSF as NumberFormats

/** The part of a sheet read in dense form that is used; the library's own type leaves it `any`. */
interface ReadSheet {
  readonly '!data'?: readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[]
  readonly '!merges'?: readonly XLSX.Range[]
  readonly '!cols'?: readonly (XLSX.ColInfo | undefined)[]
}

/** Stream of a compound file, or null. */
function streamOf(bytes: Uint8Array, name: string): Uint8Array | null {
  const entry = compoundFiles.find(compoundFiles.read(bytes, { type: 'array' }), name)
  return entry?.content === undefined ? null : Uint8Array.from(entry.content)
}

/** A record FILEPASS behind the first BOF means that the rest is encrypted. */
function hasFilePass(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  let at = 0
  for (let count = 0; count < 12 && at + 4 <= stream.length; count++) {
    if (view.getUint16(at, true) === 0x2f) return true
    at += 4 + view.getUint16(at + 2, true)
  }
  return false
}

function readCell(cell: XLSX.CellObject | undefined, is1904: boolean): Cell | undefined {
  if (cell === undefined) return undefined
  if (cell.t === 's') return textCell(decodeNumericEntities(String(cell.v ?? '')))
  if (cell.t === 'b') return booleanCell(cell.v === true)
  if (cell.t !== 'n' || typeof cell.v !== 'number') return undefined
  const format = typeof cell.z === 'string' ? cell.z : ''
  const isDay = /[yd]/iu.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, '')) && numberFormats.is_date(format)
  return isDay ? dateCell(cell.v + (is1904 ? days1904 : 0), showsMonthOnly(format) ? 'month' : 'day') : numberCell(cell.v)
}

/** SheetJS decodes named entities only. */
function decodeNumericEntities(text: string): string {
  return text.replace(/&#(x[0-9a-f]+|\d+);/giu, (whole: string, digits: string) => {
    const code = /^x/iu.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

function rawSheet(book: XLSX.WorkBook, name: string, index: number, untyped: boolean): RawSheet {
  const sheet = book.Sheets[name] as unknown as ReadSheet | undefined
  const is1904 = book.Workbook?.WBProps?.date1904 === true
  return {
    // SheetJS invents names for HTML tables; the file's name says more.
    name: untyped ? '' : name,
    cells: (sheet?.['!data'] ?? []).map((row) => row?.map((cell) => readCell(cell, is1904))),
    merges: (sheet?.['!merges'] ?? []).map((merge) => ({ top: merge.s.r, left: merge.s.c, bottom: merge.e.r, right: merge.e.c })),
    hiddenColumns: (sheet?.['!cols'] ?? []).flatMap((column, at) => (column?.hidden ? [at] : [])),
    hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    untyped,
  }
}

/** Reads whatever SheetJS can; `untyped` for HTML, whose cells are all text. Error: `not-a-table`. */
export function readWithSheetJs(source: Uint8Array | string, untyped = false): Result<readonly RawSheet[]> {
  try {
    for (const [id, format] of Object.entries(chineseFormats)) numberFormats.load(format, Number(id))
    const book = XLSX.read(source, {
      type: typeof source === 'string' ? 'string' : 'array',
      dense: true,
      cellNF: true,
      cellStyles: true,
      raw: untyped,
    })
    return ok(book.SheetNames.map((name, index) => rawSheet(book, name, index, untyped)))
  } catch (error) {
    return fail('not-a-table', { detail: { reason: String(error) } })
  }
}

/** Reads a compound file. Errors: `file-encrypted` (also an encrypted .xlsx, which is one), `not-a-table` (a Word document is one too). */
export function readXls(bytes: Uint8Array): Result<readonly RawSheet[]> {
  try {
    if (streamOf(bytes, 'EncryptedPackage') !== null) return fail('file-encrypted')
    const stream = streamOf(bytes, 'Workbook') ?? streamOf(bytes, 'Book')
    if (stream === null) return fail('not-a-table')
    if (hasFilePass(stream)) return fail('file-encrypted')
  } catch (error) {
    return fail('not-a-table', { detail: { reason: String(error) } })
  }
  return readWithSheetJs(bytes)
}

/** Reads HTML tables and XML spreadsheets of 2003, as text. */
export function readMarkup(text: string): Result<readonly RawSheet[]> {
  if (/<(?:\w+:)?Workbook[\s>]/u.test(text.slice(0, 65_536))) return readWithSheetJs(text)
  if (!/<table[\s>]/iu.test(text)) return fail('not-a-table')
  return readWithSheetJs(text, true)
}
