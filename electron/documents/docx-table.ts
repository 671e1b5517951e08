/**
 * Tables of a Word document: ruled, the head repeated on every page, a row never parted; rows of an indicator can be linked to. A report has some
 * thousands of cells, for each of which the library makes dozens of objects; so tables are written as text, and take their place among the
 * library's paragraphs by a mark.
 */
import { FileChild } from 'docx'
import type { Align, TableBlock } from '../../shared/report/block'
import { font, rule, spacing, tighter, type Face } from './gb9704'
import { size } from './page-measures'
import { xmlText } from './xml-text'

/** Name of the bookmark at an indicator's row: `B5.03` → `B5_03`. */
export const anchorOf = (indicator: string): string => indicator.replace('.', '_')

/** Indicators that have a row in these tables, numbered for their bookmarks. */
export const anchorsIn = (tables: readonly TableBlock[]): ReadonlyMap<string, number> =>
  new Map(tables.flatMap((table) => table.rows.flatMap(({ indicator }) => (indicator === undefined ? [] : [indicator]))).map((indicator, index) => [indicator, index + 1]))

/** The place of a table in a document that the library writes. */
export class TablePlace extends FileChild {
  constructor(number: number) {
    super('zhen-table')
    this.root.push(String(number))
  }
}

/** The document with its tables where their places are. */
export const withTables = (xml: string, tables: readonly string[]): string => xml.replaceAll(/<zhen-table>(\d+)<\/zhen-table>/gu, (_, number: string) => tables[Number(number)] ?? '')

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const escaped = (text: string): string => xmlText(text).replaceAll(/[&<>"']/gu, (one) => entities[one] ?? one)

function runText(text: string, face: Face, half: number): string {
  const { ascii, cs, eastAsia, hAnsi, hint } = font(face)
  const properties = `<w:rFonts w:ascii="${ascii}" w:cs="${cs}" w:eastAsia="${eastAsia}" w:hAnsi="${hAnsi}" w:hint="${hint}"/><w:spacing w:val="${String(tighter)}"/><w:sz w:val="${String(half)}"/><w:szCs w:val="${String(half)}"/>`
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
}

function lineText(runs: string, align: Align, keepNext: boolean, form: boolean): string {
  const { after, before, line, lineRule } = form ? spacing.formTable : spacing.table
  return `<w:p><w:pPr>${keepNext ? '<w:keepNext/>' : ''}<w:widowControl w:val="false"/><w:spacing w:after="${String(after)}" w:before="${String(before)}" w:line="${String(line)}" w:lineRule="${lineRule}"/><w:jc w:val="${align}"/></w:pPr>${runs}</w:p>`
}

interface CellOptions {
  readonly align: Align
  readonly face: Face
  readonly width: number
  readonly span?: number
  /** Stays on the page of what follows. */
  readonly hold?: boolean
  readonly bookmark?: { readonly name: string; readonly id: number }
  readonly form: boolean
}

function cell(text: string, { align, face, width, span = 1, hold = false, bookmark, form }: CellOptions): string {
  const lines = text.split('\n').map((part, index) => {
    const words = runText(part, face, form ? size.form : size.table)
    const marked = bookmark && index === 0 ? `<w:bookmarkStart w:name="${bookmark.name}" w:id="${String(bookmark.id)}"/>${words}<w:bookmarkEnd w:id="${String(bookmark.id)}"/>` : words
    return lineText(marked, align, hold, form)
  })
  return `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${String(width)}"/>${span === 1 ? '' : `<w:gridSpan w:val="${String(span)}"/>`}<w:vAlign w:val="center"/></w:tcPr>${lines.join('')}</w:tc>`
}

/** Whole widths that add up to `total`. */
function widthsOf(block: TableBlock, total: number): readonly number[] {
  const all = block.columns.reduce((sum, column) => sum + column.width, 0)
  let used = 0
  return block.columns.map((column, index) => {
    const width = index === block.columns.length - 1 ? total - used : Math.round((total * column.width) / all)
    used += width
    return width
  })
}

export interface TableOptions {
  readonly total: number
  readonly anchors: ReadonlyMap<string, number>
  /** The last rows stay with what follows the table. */
  readonly holdEnd: boolean
  /** The table of a printed form: larger, what stands at the left of a pair in 黑体, and only rows that a hand writes in are never parted. */
  readonly form?: boolean
}

const heldRows = 2
/** Characters from which a row of a form is better parted than moved to the next page whole: about a quarter of a page. */
const longCell = 400
/** Millimetres that a line of a form has at least: what was left open is written in by hand. */
const handHeight = 9
const rowText = (properties: string, cells: readonly string[]): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`

function rowsOf(block: TableBlock, widths: readonly number[], { total, anchors, holdEnd, form = false }: TableOptions): readonly string[] {
  const { columns } = block
  const mayPart = form && block.bare === true && block.rowHeight === undefined
  const mm = block.rowHeight ?? (form && block.bare === true ? handHeight : null)
  const height = mm === null ? '' : `<w:trHeight w:val="${String(Math.round((mm / 25.4) * 1440))}" w:hRule="atLeast"/>`
  return block.rows.map((row, index) => {
    const hold = holdEnd && index >= block.rows.length - heldRows && !(mayPart && row.cells.some((text) => text.length >= longCell))
    // The name of a group never stands alone at the foot of a page.
    if (row.group) return rowText('<w:cantSplit/>', [cell(row.cells[0] ?? '', { align: 'left', face: '黑体', width: total, span: columns.length, hold: hold || index < block.rows.length - 1, form })])
    const id = row.indicator === undefined ? undefined : anchors.get(row.indicator)
    const bookmark = id === undefined ? undefined : { name: anchorOf(row.indicator ?? ''), id }
    const label = (at: number): boolean => form && block.bare === true && at % 2 === 0
    return rowText(`${mayPart ? '<w:cantSplit w:val="off"/>' : '<w:cantSplit/>'}${height}`, columns.map((column, at) =>
      cell(row.cells[at] ?? '', { align: column.align ?? 'left', face: label(at) ? '黑体' : '仿宋_GB2312', width: widths[at] ?? 0, hold, form, ...(bookmark && at === 0 ? { bookmark } : {}) })))
  })
}

/** The table as its element. */
export function tableText(block: TableBlock, options: TableOptions): string {
  const { total, form = false } = options
  const widths = widthsOf(block, total)
  const head = rowText('<w:cantSplit/><w:tblHeader/>', block.columns.map((column, at) => cell(column.label, { align: 'center', face: '黑体', width: widths[at] ?? 0, form })))
  const side = (name: string, width: number): string => `<w:${name} w:type="dxa" w:w="${String(width)}"/>`
  const ruled = (name: string): string => `<w:${name} w:val="${rule.style}" w:color="${rule.color}" w:sz="${String(rule.size)}"/>`
  const [across, along] = form ? [80, 60] : [60, 20]
  const properties = [
    side('tblW', total), `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(ruled).join('')}</w:tblBorders>`, '<w:tblLayout w:type="fixed"/>',
    `<w:tblCellMar>${side('top', along)}${side('left', across)}${side('bottom', along)}${side('right', across)}</w:tblCellMar>`,
  ]
  const grid = widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`).join('')
  return `<w:tbl><w:tblPr>${properties.join('')}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${block.bare ? '' : head}${rowsOf(block, widths, options).join('')}</w:tbl>`
}
