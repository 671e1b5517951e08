/**
 * Printed forms in Word: the measures of their page for paper (html.ts), not those of GB/T 9704. The code stands in the header of every page, in a line
 * that is as high as it is: in a line of an exact height Word and WPS show only a strip of a picture.
 */
import { AlignmentType, Header, ImageRun, LineRuleType, Paragraph, type FileChild, type IParagraphOptions } from 'docx'
import type { Block } from '../../shared/report/block'
import { TablePlace, tableText } from './docx-table'
import { indent, run, spacing, type Face } from './gb9704'
import { formPage, size, textWidth } from './page-measures'

/** What stands at the head of every page of a form: its code, and in words what the code says. */
export interface PageHead {
  readonly png: Uint8Array
  readonly words: string
}

/** Millimetres of the code with its light border; at 200 dpi a module is five pixels. */
const codeSide = 24
const pixels = (mm: number): number => Math.round((mm / 25.4) * 96)

export const formHeader = ({ png, words }: PageHead): Header => new Header({
  children: [new Paragraph({
    alignment: AlignmentType.RIGHT, widowControl: false, spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 },
    children: [run(words, '宋体', size.mark), new ImageRun({ type: 'png', data: png, transformation: { width: pixels(codeSide), height: pixels(codeSide) }, altText: { name: words, title: words, description: words } })],
  })],
})

const line = (text: string, face: Face, half: number, options: IParagraphOptions) => new Paragraph({ widowControl: false, ...options, children: [run(text, face, half)] })

/** A table that belongs to what is before it: who signs never stands on a page alone. */
const staysWithPrevious = (block: Block | undefined): boolean => block?.kind === 'table' && block.rowHeight !== undefined && block.bare === true

function paragraphs(block: Block, next: Block | undefined, onNewPage: boolean, tables: string[]): readonly FileChild[] {
  const start: IParagraphOptions = onNewPage ? { pageBreakBefore: true } : {}
  switch (block.kind) {
    case 'form': return block.text.split('\n').map((part, at, all) => line(part, '方正小标宋简体', size.title, {
      alignment: AlignmentType.CENTER, keepNext: true, spacing: { ...spacing.title, after: at === all.length - 1 ? 160 : 0 }, ...(at === 0 ? start : {}),
    }))
    case 'salutation': return [line(block.text, '仿宋_GB2312', size.foot, { spacing: { ...spacing.form, before: 160 } })]
    case 'paragraph': return [line(block.text, '仿宋_GB2312', size.foot, { spacing: { ...spacing.form, after: 80 }, indent, alignment: AlignmentType.JUSTIFIED })]
    case 'sign': return [line(block.text, '仿宋_GB2312', size.foot, { spacing: spacing.form, alignment: AlignmentType.RIGHT })]
    case 'note': return [line(block.text, '宋体', size.table, { spacing: { ...spacing.form, line: 360, after: 80 }, keepNext: next?.kind === 'table' })]
    case 'table': {
      const held = staysWithPrevious(next)
      const number = tables.push(tableText(block, { total: textWidth(formPage), anchors: new Map(), holdEnd: held, form: true })) - 1
      // What follows without a gap stands in the same frame.
      if (block.bare === true && next?.kind === 'table' && next.bare === true) return [new TablePlace(number)]
      return [new TablePlace(number), new Paragraph({ spacing: spacing.gap, widowControl: false, keepNext: held, children: [] })]
    }
    default: return []
  }
}

/** The blocks of a form; every other block belongs to documents that have no code. Its tables are added to `tables`. */
export function formChildren(blocks: readonly Block[], tables: string[]): readonly FileChild[] {
  const children: FileChild[] = []
  let breakBefore = false
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'page') breakBefore = true
    else {
      children.push(...paragraphs(block, blocks[at + 1], breakBefore, tables))
      breakBefore = false
    }
  }
  return children
}
