/** Tables of a Word document: ruled, the head repeated on every page, a row never parted; rows of an indicator can be linked to. */
import { AlignmentType, BookmarkEnd, BookmarkStart, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType, type ParagraphChild } from 'docx'
import type { Align, TableBlock } from '../../shared/report/block'
import { rule, run, spacing, type Face } from './gb9704'
import { size } from './page-measures'

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

/** Name of the bookmark at an indicator's row: `B5.03` → `B5_03`. */
export const anchorOf = (indicator: string): string => indicator.replace('.', '_')

/** Indicators that have a row in these tables, numbered for their bookmarks. */
export const anchorsIn = (tables: readonly TableBlock[]): ReadonlyMap<string, number> =>
  new Map(tables.flatMap((table) => table.rows.flatMap(({ indicator }) => (indicator === undefined ? [] : [indicator]))).map((indicator, index) => [indicator, index + 1]))

const line = (children: readonly ParagraphChild[], align: Align, keepNext: boolean, form: boolean) => new Paragraph({ widowControl: false, ...(keepNext ? { keepNext } : {}), spacing: form ? spacing.formTable : spacing.table, alignment: alignments[align], children: [...children] })

/** Bookmark of our own numbering (the library's counter never stands still); its documentation shows this, its type forgot it. */
const marked = (words: ParagraphChild, name: string, id: number): readonly ParagraphChild[] =>
  [new BookmarkStart(name, id) as unknown as ParagraphChild, words, new BookmarkEnd(id) as unknown as ParagraphChild]

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

function cell(text: string, { align, face, width, span = 1, hold = false, bookmark, form }: CellOptions): TableCell {
  const [first = '', ...more] = text.split('\n')
  const half = form ? size.form : size.table
  const words = run(first, face, half)
  return new TableCell({
    width: { size: width, type: WidthType.DXA }, verticalAlign: VerticalAlignTable.CENTER, ...(span === 1 ? {} : { columnSpan: span }),
    children: [line(bookmark ? marked(words, bookmark.name, bookmark.id) : [words], align, hold, form), ...more.map((part) => line([run(part, face, half)], align, hold, form))],
  })
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

export function docxTable(block: TableBlock, { total, anchors, holdEnd, form = false }: TableOptions): Table {
  const widths = widthsOf(block, total)
  const { columns } = block
  const head = new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((column, at) => cell(column.label, { align: 'center', face: '黑体', width: widths[at] ?? 0, form })) })
  const rows = block.rows.map((row, index) => {
    const hold = holdEnd && index >= block.rows.length - heldRows
    if (row.group) return new TableRow({ cantSplit: true, children: [cell(row.cells[0] ?? '', { align: 'left', face: '黑体', width: total, span: columns.length, hold, form })] })
    const id = row.indicator === undefined ? undefined : anchors.get(row.indicator)
    const bookmark = id === undefined ? undefined : { name: anchorOf(row.indicator ?? ''), id }
    const label = (at: number): boolean => form && block.bare === true && at % 2 === 0
    return new TableRow({
      cantSplit: !(form && block.bare === true && block.rowHeight === undefined), ...(block.rowHeight === undefined ? {} : { height: { value: Math.round((block.rowHeight / 25.4) * 1440), rule: HeightRule.ATLEAST } }),
      children: columns.map((column, at) => cell(row.cells[at] ?? '', { align: column.align ?? 'left', face: label(at) ? '黑体' : '仿宋_GB2312', width: widths[at] ?? 0, hold, form, ...(bookmark && at === 0 ? { bookmark } : {}) })),
    })
  })
  return new Table({
    width: { size: total, type: WidthType.DXA }, layout: TableLayoutType.FIXED, columnWidths: [...widths], margins: { marginUnitType: WidthType.DXA, left: form ? 80 : 60, right: form ? 80 : 60, top: form ? 60 : 20, bottom: form ? 60 : 20 },
    borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule }, rows: block.bare ? rows : [head, ...rows],
  })
}
