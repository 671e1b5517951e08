/** Tables to .xlsx: titles, head lines, borders, print titles, A4. Every text is a text cell, so that nothing becomes a formula. */
import ExcelJS from 'exceljs'
import type { Align } from '../../shared/report/block'
import { fixZipTimes } from './fix-zip'

export interface SheetColumn {
  readonly label: string
  /** Characters. */
  readonly width: number
  readonly align?: Align
  /** Digits become numbers, so that they can be added up. */
  readonly numbers?: boolean
}

export interface Sheet {
  readonly name: string
  readonly title: string
  /** Lines under the title. */
  readonly head: readonly string[]
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly string[])[]
}

const thin = { style: 'thin' as const }
const borders = { top: thin, bottom: thin, left: thin, right: thin }
/** exceljs names A4 by its number in the file format. */
const a4: number = 9
const fixedMoment = new Date('2000-01-01T00:00:00Z')

const valueOf = (text: string, column: SheetColumn): string | number => (column.numbers === true && /^-?\d+(\.\d+)?$/.test(text) && text.length < 15 ? Number(text) : text)

function addSheet(book: ExcelJS.Workbook, sheet: Sheet): void {
  const page = book.addWorksheet(sheet.name, {
    pageSetup: { paperSize: a4 as never, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.4 } },
    headerFooter: { oddFooter: '&C— &P —' },
  })
  page.columns = sheet.columns.map((column) => ({ width: column.width }))
  const last = sheet.columns.length
  const title = page.addRow([sheet.title])
  page.mergeCells(title.number, 1, title.number, last)
  title.getCell(1).font = { name: '方正小标宋简体', size: 18 }
  title.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' }
  title.height = 32
  for (const line of sheet.head) {
    const row = page.addRow([line])
    page.mergeCells(row.number, 1, row.number, last)
    row.getCell(1).font = { name: '宋体', size: 11 }
  }
  const heading = page.addRow(sheet.columns.map((column) => column.label))
  heading.eachCell((cell) => {
    cell.font = { name: '黑体', size: 11 }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.border = borders
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF3F3F1' } }
  })
  page.pageSetup.printTitlesRow = `${String(heading.number)}:${String(heading.number)}`
  page.views = [{ state: 'frozen', ySplit: heading.number }]
  for (const cells of sheet.rows) {
    const row = page.addRow(sheet.columns.map((column, index) => valueOf(cells[index] ?? '', column)))
    sheet.columns.forEach((column, index) => {
      const cell = row.getCell(index + 1)
      cell.font = { name: '宋体', size: 11 }
      cell.alignment = { horizontal: column.align ?? 'left', vertical: 'middle', wrapText: true }
      cell.border = borders
      if (typeof cell.value === 'string') cell.numFmt = '@'
    })
  }
}

/** The workbook's bytes; equal sheets give equal bytes. */
export async function xlsxOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = '镇人大工作台'
  book.created = fixedMoment
  book.modified = fixedMoment
  for (const sheet of sheets) addSheet(book, sheet)
  return fixZipTimes(new Uint8Array(await book.xlsx.writeBuffer()))
}
