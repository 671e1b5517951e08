/**
 * Tables to .xlsx: title, head lines, ruled rows, the head repeated on every printed page, A4. Texts are text cells with the text format,
 * so that one beginning with = + - @ never becomes a formula, not even when it is edited.
 */
import ExcelJS from 'exceljs'
import type { Align, TableRow } from '../../shared/report/block'
import { fixZip } from './fix-zip'
import { xmlText } from './xml-text'

export interface SheetColumn {
  readonly label: string
  /** Characters. */
  readonly width: number
  readonly align?: Align
  /** Digits become numbers and percentages rates, so that they can be reckoned with. */
  readonly numbers?: true
}

/** A cell of the head, to the column `to` (1 = the first), beginning where the one before it ended. */
export interface HeadCell {
  readonly text: string
  readonly to: number
}

export interface Sheet {
  readonly name: string
  readonly title: string
  /** Lines under the title. */
  readonly head: readonly (readonly HeadCell[])[]
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly TableRow[]
  readonly landscape?: true
}

const thin = { style: 'thin' as const }
const borders = { top: thin, bottom: thin, left: thin, right: thin }
const grey = { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb: 'FFF3F3F1' } }
/** The number of A4 in the file format; the library declares names for it that it does not have. */
const a4 = 9
const fixedMoment = new Date('2000-01-01T00:00:00Z')
/** Excel keeps 15 digits. */
const longest = 15

interface CellValue {
  readonly value: string | number
  readonly format: string
}

function valueOf(text: string, column: SheetColumn): CellValue {
  if (column.numbers && text.length <= longest) {
    const decimals = /^-?\d+(?:\.(\d+))?$/u.exec(text)
    if (decimals) return { value: Number(text), format: decimals[1] === undefined ? '0' : `0.${'0'.repeat(decimals[1].length)}` }
    const rate = /^(\d+)\.(\d)%$/u.exec(text)
    if (rate) return { value: Number(`${rate[1] ?? ''}${rate[2] ?? ''}`) / 1000, format: '0.0%' }
  }
  return { value: xmlText(text), format: '@' }
}

/** Points of a line; Excel takes no row that is higher than `highest`. */
const lineHeight = 15
const highest = 405
/** Characters that fit a lying page in print that can still be read; a wider table goes over several pages. */
const legible = 200

const pagesAcross = ({ columns }: Sheet): number => Math.max(1, Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / legible))

/** The height that wrapped texts need: not every program reckons it by itself, and one that does not prints the rows over each other. Undefined = one line. */
function heightOf(cells: readonly string[], columns: readonly SheetColumn[]): number | undefined {
  const lines = columns.map(({ width }, index) => (cells[index] ?? '').split('\n').reduce((sum, part) => {
    const wide = [...part].reduce((all, char) => all + (char.charCodeAt(0) >= 0x2e80 ? 2 : 1), 0)
    return sum + Math.max(1, Math.ceil(wide / Math.max(2, width - 2)))
  }, 0))
  const most = Math.max(1, ...lines)
  return most === 1 ? undefined : Math.min(highest, most * lineHeight)
}

function addTitle(page: ExcelJS.Worksheet, sheet: Sheet): void {
  const last = sheet.columns.length
  const title = page.addRow([sheet.title])
  page.mergeCells(title.number, 1, title.number, last)
  title.getCell(1).font = { name: '方正小标宋简体', size: 18 }
  // In the middle of several pages it would be cut in two.
  title.getCell(1).alignment = { horizontal: pagesAcross(sheet) > 1 ? 'left' : 'center', vertical: 'middle' }
  title.height = 34
  for (const line of sheet.head) {
    const row = page.addRow([])
    let from = 1
    for (const { text, to } of line) {
      const end = Math.min(to, last)
      if (end > from) page.mergeCells(row.number, from, row.number, end)
      const cell = row.getCell(from)
      cell.value = xmlText(text)
      cell.font = { name: '宋体', size: 11 }
      cell.numFmt = '@'
      cell.alignment = { vertical: 'middle', shrinkToFit: true }
      from = end + 1
    }
    row.height = 20
  }
}

function addHeading(page: ExcelJS.Worksheet, sheet: Sheet): void {
  const heading = page.addRow(sheet.columns.map((column) => xmlText(column.label)))
  heading.eachCell((cell) => {
    cell.font = { name: '黑体', size: 11 }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.border = borders
    cell.fill = grey
  })
  const height = heightOf(sheet.columns.map(({ label }) => label), sheet.columns)
  if (height !== undefined) heading.height = height
  page.pageSetup.printTitlesRow = `${String(heading.number)}:${String(heading.number)}`
  page.views = [{ state: 'frozen', ySplit: heading.number, xSplit: sheet.landscape ? 2 : 0 }]
}

function addGroup(page: ExcelJS.Worksheet, text: string, last: number): void {
  const row = page.addRow([xmlText(text)])
  page.mergeCells(row.number, 1, row.number, last)
  const cell = row.getCell(1)
  cell.font = { name: '黑体', size: 11 }
  cell.alignment = { vertical: 'middle' }
  cell.border = borders
  cell.fill = grey
}

function addRow(page: ExcelJS.Worksheet, cells: readonly string[], columns: readonly SheetColumn[]): void {
  const values = columns.map((column, index) => valueOf(cells[index] ?? '', column))
  const row = page.addRow(values.map(({ value }) => value))
  const height = heightOf(cells, columns)
  if (height !== undefined) row.height = height
  columns.forEach((column, index) => {
    const cell = row.getCell(index + 1)
    cell.font = { name: '宋体', size: 11 }
    cell.alignment = { horizontal: column.align ?? 'left', vertical: 'middle', wrapText: true }
    cell.border = borders
    cell.numFmt = values[index]?.format ?? '@'
  })
}

function addSheet(book: ExcelJS.Workbook, sheet: Sheet): void {
  const across = pagesAcross(sheet)
  const page = book.addWorksheet(sheet.name, {
    pageSetup: {
      orientation: sheet.landscape ? 'landscape' : 'portrait', fitToPage: true, fitToWidth: across, fitToHeight: 0, horizontalCentered: true,
      margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.4 },
    },
    headerFooter: { oddFooter: '&C— &P —' },
  })
  Object.assign(page.pageSetup, { paperSize: a4 })
  if (across > 1) page.pageSetup.printTitlesColumn = 'A:A'
  page.columns = sheet.columns.map((column) => ({ width: column.width }))
  addTitle(page, sheet)
  addHeading(page, sheet)
  for (const row of sheet.rows) {
    if (row.group) addGroup(page, row.cells[0] ?? '', sheet.columns.length)
    else addRow(page, row.cells, sheet.columns)
  }
}

/** The workbook's bytes; equal sheets give equal bytes. */
export async function xlsxOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = '镇人大工作台'
  book.lastModifiedBy = '镇人大工作台'
  book.created = fixedMoment
  book.modified = fixedMoment
  for (const sheet of sheets) addSheet(book, sheet)
  return fixZip(new Uint8Array(await book.xlsx.writeBuffer()))
}
