/**
 * Blocks to Word in the layout of GB/T 9704-2012: A4, 37/28/26/35 mm, 22 lines of 28 characters. Full 16-point characters do not fit 28 to
 * a line by themselves, so every run is 5 twips tighter; lines are exactly 28 points; no grid, no widow control (both cost lines).
 */
import {
  AlignmentType, BorderStyle, Document, Footer, LineRuleType, Packer, PageBreak, PageNumber, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType, type IParagraphOptions,
} from 'docx'
import type { Block, Column } from '../../shared/report/block'
import { fixZipTimes } from './fix-zip'

/** Twips. */
export const page = { width: 11906, height: 16838, top: 2098, bottom: 1984, left: 1588, right: 1474 } as const
const textWidth = page.width - page.left - page.right

type Face = '仿宋_GB2312' | '黑体' | '楷体_GB2312' | '方正小标宋简体' | '宋体'
const font = (eastAsia: Face) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia, hint: 'eastAsia' as const })

const line = { line: 560, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
/** Half-points: 三号 16 pt, 二号 22 pt, 四号 14 pt, 小四 12 pt. */
const size = { body: 32, title: 44, foot: 28, table: 24 } as const

const run = (text: string, face: Face, half: number = size.body) => new TextRun({ text, font: font(face), size: half, characterSpacing: -5 })

const paragraph = (text: string, face: Face, options: IParagraphOptions = {}, half: number = size.body) =>
  new Paragraph({ spacing: line, widowControl: false, ...options, children: [run(text, face, half)] })

/** Two characters. */
const indent = { firstLineChars: 200, firstLine: 640 }

const cell = (text: string, column: Column, head: boolean) => new TableCell({
  width: { size: Math.round((textWidth * column.width) / 100), type: WidthType.DXA },
  margins: { left: 60, right: 60, top: 20, bottom: 20 },
  children: [new Paragraph({
    widowControl: false, spacing: { line: 320, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    alignment: head ? AlignmentType.CENTER : { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }[column.align ?? 'left'],
    children: [run(text, head ? '黑体' : '仿宋_GB2312', size.table)],
  })],
})

const rule = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

function table(columns: readonly Column[], rows: readonly (readonly string[])[]): Table {
  return new Table({
    width: { size: textWidth, type: WidthType.DXA }, layout: TableLayoutType.FIXED, columnWidths: columns.map((column) => Math.round((textWidth * column.width) / 100)),
    borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((column) => cell(column.label, column, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: columns.map((column, index) => cell(row[index] ?? '', column, false)) })),
    ],
  })
}

const blank = () => paragraph('', '仿宋_GB2312')

function childrenOf(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title': return [paragraph(block.text, '方正小标宋简体', { alignment: AlignmentType.CENTER, spacing: { ...line, line: 700 } }, size.title), blank()]
    case 'byline': return [paragraph(block.text, '楷体_GB2312', { alignment: AlignmentType.CENTER })]
    case 'salutation': return [blank(), paragraph(block.text, '仿宋_GB2312')]
    case 'h1': return [paragraph(block.text, '黑体', { indent })]
    case 'h2': return [paragraph(block.text, '楷体_GB2312', { indent })]
    case 'h3': case 'paragraph': return [paragraph(block.text, '仿宋_GB2312', { indent, alignment: AlignmentType.JUSTIFIED })]
    case 'attachment': return [
      new Paragraph({ spacing: line, widowControl: false, pageBreakBefore: true, children: [run(block.mark, '黑体')] }), blank(),
      paragraph(block.text, '方正小标宋简体', { alignment: AlignmentType.CENTER, spacing: { ...line, line: 700 } }, size.title),
    ]
    case 'table': return [table(block.columns, block.rows), new Paragraph({ spacing: { line: 200, lineRule: LineRuleType.EXACT }, widowControl: false, children: [] })]
    case 'note': return [new Paragraph({ spacing: { ...line, line: 400 }, widowControl: false, children: [run(block.text, '宋体', size.table)] })]
    case 'page': return [new Paragraph({ widowControl: false, children: [new PageBreak()] })]
  }
}

/** `— 1 —` in 四号 宋体: odd pages right, even pages left, one character in. */
const footer = (alignment: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT) => new Footer({
  children: [new Paragraph({
    alignment, indent: alignment === AlignmentType.RIGHT ? { right: 280 } : { left: 280 }, spacing: { line: 320, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: size.foot, font: font('宋体') })],
  })],
})

/** The document's bytes; equal blocks give equal bytes. */
export async function docxOf(title: string, blocks: readonly Block[]): Promise<Uint8Array> {
  const made = new Document({
    title, creator: '镇人大工作台', evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: font('仿宋_GB2312'), size: size.body, language: { eastAsia: 'zh-CN' } }, paragraph: { spacing: line } } } },
    sections: [{
      properties: { page: { size: { width: page.width, height: page.height }, margin: { top: page.top, bottom: page.bottom, left: page.left, right: page.right, footer: 1418 } } },
      footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
      children: blocks.flatMap(childrenOf),
    }],
  })
  return fixZipTimes(new Uint8Array(await Packer.toBuffer(made)))
}
