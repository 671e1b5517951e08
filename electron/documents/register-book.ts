/**
 * Registers as plain workbooks, for programs and people without this one: the first row holds the exact names of the fields, every cell is
 * text with the text format, so that codes keep their zeros, long digits their ends, and nothing becomes a formula.
 */
import ExcelJS from 'exceljs'
import { fixZip } from './fix-zip'
import { xmlText } from './xml-text'

export interface RegisterSheet {
  readonly name: string
  readonly labels: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const fixedMoment = new Date('2000-01-01T00:00:00Z')
/** What Excel takes in a cell. */
const longest = 32_767

const widthOf = (sheet: RegisterSheet, column: number): number => {
  const longestOf = sheet.rows.slice(0, 200).reduce((most, row) => Math.max(most, (row[column] ?? '').length), (sheet.labels[column] ?? '').length)
  return Math.min(60, Math.max(8, longestOf * 2))
}

/** The workbook's bytes; equal sheets give equal bytes. */
export async function registerBook(sheets: readonly RegisterSheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = '镇人大工作台'
  book.lastModifiedBy = '镇人大工作台'
  book.created = fixedMoment
  book.modified = fixedMoment
  for (const sheet of sheets) {
    const page = book.addWorksheet(sheet.name.replaceAll(/[\\/*?:[\]]/g, '').slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] })
    page.columns = sheet.labels.map((_, column) => ({ width: widthOf(sheet, column) }))
    for (const row of [sheet.labels, ...sheet.rows]) {
      const added = page.addRow(row.map((text) => xmlText(text).slice(0, longest)))
      added.eachCell({ includeEmpty: true }, (cell) => { cell.numFmt = '@' })
    }
    page.getRow(1).font = { bold: true }
  }
  return fixZip(new Uint8Array(await book.xlsx.writeBuffer()))
}
