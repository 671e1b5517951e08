/** Blocks to Word in the layout of GB/T 9704-2012 (gb9704.ts). Numbers of the text lead to their row of the statistics table. */
import {
  AlignmentType, Document, Footer, InternalHyperlink, LineRuleType, Packer, PageNumber, PageOrientation, Paragraph, SectionType, TextRun, type FileChild, type IParagraphOptions,
  type ISectionOptions, type ParagraphChild,
} from 'docx'
import { onEvenPage, type Block, type TextBlock } from '../../shared/report/block'
import { splitRare } from '../../shared/report/rare'
import { formChildren, formHeader, type PageHead } from './docx-form'
import { imprint, letterFooterGap, letterPage, namedLine, redHead, signature } from './docx-official'
import { TablePlace, anchorOf, anchorsIn, tableText, withTables } from './docx-table'
import { fixZip } from './fix-zip'
import { imprintPlace, staysWithImprint, staysWithSignature } from './imprint-place'
import { formPage, imprintHeight, lying, size, textWidth, upright, type Page } from './page-measures'
import { font, fontTable, indent, run, spacing, type Face } from './gb9704'

type Anchors = ReadonlyMap<string, number>

const paragraph = (children: readonly ParagraphChild[], options: IParagraphOptions = {}) => new Paragraph({ spacing: spacing.body, widowControl: false, ...options, children: [...children] })
const blank = () => paragraph([run('', '仿宋_GB2312')])

/** The text's runs; a number whose row is in the document is a link without any mark of one. */
function runsOf({ text, figures = [] }: TextBlock, face: Face, anchors: Anchors): readonly ParagraphChild[] {
  const children: ParagraphChild[] = []
  let from = 0
  for (const { indicator, at, length } of figures.filter((use) => anchors.has(use.indicator))) {
    if (at > from) children.push(run(text.slice(from, at), face))
    children.push(new InternalHyperlink({ anchor: anchorOf(indicator), children: [run(text.slice(at, at + length), face)] }))
    from = at + length
  }
  return from < text.length ? [...children, run(text.slice(from), face)] : children
}

const centred = (text: string, face: Face, half: number, options: IParagraphOptions) =>
  text.split('\n').map((part, index) => paragraph([run(part, face, half)], { alignment: AlignmentType.CENTER, ...options, ...(index === 0 ? {} : { pageBreakBefore: false }) }))

/** `附件：1.…`, the names under each other on one page, two characters in; one alone has no number. Twips: 附件： 960, `1.` 240. */
const listing = (items: readonly string[]) => items.map((item, index) => {
  const number = items.length === 1 ? '' : `${String(index + 1)}.`
  const width = number === '' ? 0 : 240
  return paragraph([run(`${index === 0 ? '附件：' : ''}${number}${item}`, '仿宋_GB2312')], { indent: { left: 1600 + width, hanging: index === 0 ? 960 + width : width }, keepNext: index < items.length - 1 })
})

interface Place {
  readonly page: Page
  readonly anchors: Anchors
  /** Tables of the document so far: new ones are added. */
  readonly tables: string[]
  /** The block's first paragraph begins a page. */
  readonly onNewPage: boolean
  /** The line to sign comes next: it never stands on a page by itself. */
  readonly signedNext: boolean
  /** What is signed for the organ comes next: it stands on a page with words of the text. */
  readonly sealedNext: boolean
  /** The imprint of this part stands right below the text, with the signature. */
  readonly below: boolean
}

function childrenOf(block: Exclude<Block, { readonly kind: 'page' | 'turn' }>, { page, anchors, tables, onNewPage, signedNext, sealedNext, below }: Place): readonly FileChild[] {
  const start: IParagraphOptions = onNewPage ? { pageBreakBefore: true } : {}
  switch (block.kind) {
    case 'title': return [...centred(block.text, '方正小标宋简体', size.title, { spacing: spacing.title, ...start }), blank()]
    case 'form': return centred(block.text, '方正小标宋简体', size.title, { spacing: spacing.title, ...start })
    case 'byline': return centred(block.text, '楷体_GB2312', size.body, start)
    case 'salutation': return [blank(), paragraph([run(block.text, '仿宋_GB2312')], start)]
    case 'h1': return [paragraph(runsOf(block, '黑体', anchors), { indent, keepNext: true, ...start })]
    case 'h2': return [paragraph(runsOf(block, '楷体_GB2312', anchors), { indent, keepNext: true, ...start })]
    case 'paragraph': return [paragraph(runsOf(block, '仿宋_GB2312', anchors), { indent, alignment: AlignmentType.JUSTIFIED, ...(sealedNext ? { keepNext: true } : {}), ...start })]
    case 'attachment': return [
      paragraph([run(block.mark, '黑体')], start), blank(), ...centred(block.text, '方正小标宋简体', size.title, { spacing: spacing.title }),
      new Paragraph({ spacing: spacing.gap, widowControl: false, children: [] }),
    ]
    case 'listing': return [blank(), ...listing(block.items)]
    case 'table': return [new TablePlace(tables.push(tableText(block, { total: textWidth(page), anchors, holdEnd: signedNext })) - 1), new Paragraph({ spacing: spacing.gap, widowControl: false, keepNext: signedNext, children: [] })]
    case 'note': return [paragraph([run(block.text, '宋体', size.table)], { spacing: { ...spacing.table, line: 360 }, ...start })]
    case 'heading': return [paragraph([run(block.text, '黑体')], { keepNext: true, ...start })]
    case 'redhead': return redHead(block)
    case 'recipients': return [paragraph([run(block.text, '仿宋_GB2312')], start)]
    case 'named': return [namedLine(block.label, block.text)]
    case 'signature': return signature(block.organ, block.day, below)
    case 'imprint': return imprint(block, below)
    case 'sign': return [paragraph([run(block.text, '仿宋_GB2312', size.foot)], { alignment: AlignmentType.RIGHT, ...start })]
  }
}

/** `— 1 —` in 四号 宋体: odd pages right, even pages left, one character in. */
const footer = (alignment: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT, after: number) => new Footer({
  children: [new Paragraph({
    alignment, indent: alignment === AlignmentType.RIGHT ? { right: 280 } : { left: 280 }, widowControl: false, spacing: { line: 320, lineRule: LineRuleType.EXACT, ...(after === 0 ? {} : { after }) },
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: size.foot, font: font('宋体') })],
  })],
})

/** `alone` = a page that holds nothing but the imprint: it has no number. */
interface Part {
  readonly page: Page
  readonly blocks: Block[]
  readonly alone?: true
  below?: boolean
}

/** Blocks between two turns of the page; an imprint that needs a page of its own. */
function sectionsOf(blocks: readonly Block[]): readonly Part[] {
  const sections: Part[] = [{ page: upright, blocks: [] }]
  for (const [index, block] of blocks.entries()) {
    const place = block.kind === 'imprint' ? imprintPlace(blocks.slice(0, index), imprintHeight(block), onEvenPage(block)).place : 'same'
    if (block.kind === 'turn') sections.push({ page: block.landscape ? lying : upright, blocks: [] })
    else if (place === 'even') sections.push({ page: upright, blocks: [block], alone: true })
    else {
      const part = sections.at(-1)
      part?.blocks.push(block)
      if (part && place === 'below') part.below = true
    }
  }
  return sections.filter((section) => section.blocks.length > 0)
}

/** A printed form stands by itself: one section, its code at the head of every page. */
function formSection(blocks: readonly Block[], head: PageHead, tables: string[]): ISectionOptions {
  const { top, bottom, left, right, header, footer: foot } = formPage
  return {
    properties: { page: { size: { width: formPage.width, height: formPage.height, orientation: PageOrientation.PORTRAIT }, margin: { top, bottom, left, right, header, footer: foot } } },
    headers: { default: formHeader(head), even: formHeader(head) }, footers: { default: footer(AlignmentType.RIGHT, 0), even: footer(AlignmentType.LEFT, 0) }, children: formChildren(blocks, tables),
  }
}

function sectionOf({ page, blocks, alone, below = false }: Part, anchors: Anchors, tables: string[]): ISectionOptions {
  const children: FileChild[] = []
  let breakBefore = false
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'page') breakBefore = children.length > 0
    else if (block.kind !== 'turn') {
      children.push(...childrenOf(block, { page, anchors, tables, onNewPage: breakBefore || (block.kind === 'attachment' && children.length > 0), signedNext: blocks[index + 1]?.kind === 'sign', sealedNext: staysWithSignature(block, blocks[index + 1]) || (below && staysWithImprint(block, blocks[index + 1])), below }))
      breakBefore = false
    }
  }
  const red = blocks.find((block) => block.kind === 'redhead')
  const letter = red?.style === 'letter' ? letterPage(red) : null
  const gap = letter ? letterFooterGap : 0
  return {
    properties: {
      type: alone ? SectionType.EVEN_PAGE : SectionType.NEXT_PAGE, ...(letter ? { titlePage: true } : {}),
      // The library turns width and height itself for a page on its side.
      page: {
        size: { width: upright.width, height: upright.height, orientation: page === lying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top: page.top, bottom: page.bottom, left: page.left, right: page.right, footer: page.footer, ...letter?.margin },
      },
    },
    ...(letter ? { headers: { first: letter.header } } : {}),
    footers: alone ? { default: new Footer({ children: [] }), even: new Footer({ children: [] }) } : { default: footer(AlignmentType.RIGHT, gap), even: footer(AlignmentType.LEFT, gap), ...(letter ? { first: letter.footer } : {}) },
    children,
  }
}

/** The library cannot leave out the grid of a section. */
const withoutGrid = (xml: string): string => xml.replaceAll(/<w:docGrid[^>]*>/gu, '')

const runPattern = /<w:r>(<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<\/w:rPr>)<w:t([^>]*)>([^<]*)<\/w:t><\/w:r>/gu

/** Characters that 仿宋_GB2312 and its kind lack stand in a run of their own, in a face that has them; everything else stays as it is. */
const withRareFaces = (xml: string): string => xml.replaceAll(runPattern, (whole: string, properties: string, attributes: string, text: string) => {
  const pieces = splitRare(text)
  if (pieces.every(({ face }) => face === null)) return whole
  return pieces.map(({ text: piece, face }) => {
    const own = face === null ? properties : properties.replaceAll(/w:(ascii|hAnsi|eastAsia|cs)="[^"]*"/gu, (_, slot: string) => `w:${slot}="${face}"`)
    return `<w:r>${own}<w:t${attributes.includes('xml:space') ? attributes : ' xml:space="preserve"'}>${piece}</w:t></w:r>`
  }).join('')
})

/** Pages of a form under one code. */
export interface FormPages {
  readonly blocks: readonly Block[]
  readonly head: PageHead
}

/** The document's bytes; equal blocks give equal bytes. */
export function docxOf(title: string, blocks: readonly Block[]): Promise<Uint8Array> {
  const anchors = anchorsIn(blocks.filter((block) => block.kind === 'table'))
  const tables: string[] = []
  return packed(title, sectionsOf(blocks).map((section) => sectionOf(section, anchors, tables)), tables)
}

/** The same of a form, a section for each code. */
export function formDocxOf(title: string, parts: readonly FormPages[]): Promise<Uint8Array> {
  const tables: string[] = []
  return packed(title, parts.map(({ blocks, head }) => formSection(blocks, head, tables)), tables)
}

async function packed(title: string, sections: readonly ISectionOptions[], tables: readonly string[]): Promise<Uint8Array> {
  const made = new Document({
    title, creator: '镇人大工作台', lastModifiedBy: '镇人大工作台', evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: font('仿宋_GB2312'), size: size.body, language: { eastAsia: 'zh-CN' } }, paragraph: { spacing: spacing.body } } } },
    sections: [...sections],
  })
  return fixZip(new Uint8Array(await Packer.toBuffer(made)), { 'word/fontTable.xml': () => fontTable, 'word/document.xml': (xml) => withRareFaces(withTables(withoutGrid(xml), tables)) })
}
