/** A report as a person edited it: changed, hidden and added paragraphs, put into the report as it is made anew. Nothing written is ever lost. */
import { toFill, type Block, type Composed, type TextBlock } from './block'
import { withSlots } from './edit-text'
import { filled, type FigureMap } from './sentence'

export interface PieceEdit {
  /** With slots for the numbers that live on. */
  readonly text?: string
  /** The automatic text, with slots, that the person had before them. */
  readonly base?: string
  readonly hidden?: true
}

export interface AddedPiece {
  readonly key: string
  /** The paragraph that it stands behind. */
  readonly after: string
  readonly text: string
}

export interface ReportEdits {
  readonly pieces: Readonly<Record<string, PieceEdit>>
  readonly added: readonly AddedPiece[]
}

export const noEdits: ReportEdits = { pieces: {}, added: [] }

export interface EditedPiece {
  readonly key: string
  /** The automatic paragraph of today; '' where the report has no such paragraph any more. */
  readonly auto: string
  readonly edited: boolean
  readonly added: boolean
  readonly hidden: boolean
  /** The automatic text is another one than when the person wrote. */
  readonly moved: boolean
}

export interface Edited {
  readonly composed: Composed
  readonly pieces: readonly EditedPiece[]
  /** What was written for a paragraph that the report has no more, and what is hidden. */
  readonly orphans: readonly { readonly key: string; readonly text: string }[]
  readonly hidden: readonly { readonly key: string; readonly text: string }[]
}

const isText = (block: Block): block is TextBlock => 'text' in block && !['attachment', 'note', 'heading', 'sign', 'recipients', 'named'].includes(block.kind)

function written(block: TextBlock, text: string, figures: FigureMap): TextBlock {
  const said = filled(text, figures)
  const missing = said.text.includes(toFill) ? [...new Set([...said.missing, ...(block.missing ?? []).filter((word) => !word.startsWith('数字：'))])] : []
  return { kind: block.kind, text: said.text, ...(block.key === undefined ? {} : { key: block.key }), ...(said.figures.length === 0 ? {} : { figures: said.figures }), ...(missing.length === 0 ? {} : { missing }) }
}

/** The numbers of headings are counted anew where one is hidden. */
const chinese = '零一二三四五六七八九'

function renumber(blocks: readonly Block[]): readonly Block[] {
  let n = 0
  return blocks.map((block) => {
    if (block.kind === 'h1') n = 0
    if (block.kind !== 'h2' || !/^（[一二三四五六七八九十]+）/u.test(block.text)) return block
    n += 1
    const number = n < 10 ? chinese[n] ?? '' : n === 10 ? '十' : `十${chinese[n - 10] ?? ''}`
    return { ...block, text: block.text.replace(/^（[一二三四五六七八九十]+）/u, `（${number}）`) }
  })
}

/** Puts the edits into the text of a report (its attachments come later). */
export function applyEdits(composed: Composed, edits: ReportEdits, figures: FigureMap): Edited {
  const pieces: EditedPiece[] = []
  const hidden: { key: string; text: string }[] = []
  const used = new Set<string>()
  const out: Block[] = []
  const addBehind = (key: string): void => {
    for (const one of edits.added.filter(({ after }) => after === key)) {
      if (used.has(one.key)) continue
      used.add(one.key)
      out.push(written({ kind: 'paragraph', key: one.key, text: '' }, one.text, figures))
      pieces.push({ key: one.key, auto: '', edited: true, added: true, hidden: false, moved: false })
      addBehind(one.key)
    }
  }
  const strays = (): readonly AddedPiece[] => edits.added.filter((one) => !used.has(one.key) && !composed.blocks.some((block) => isText(block) && block.key === one.after) && !edits.added.some(({ key }) => key === one.after))
  for (const block of composed.blocks) {
    if (!isText(block) || block.key === undefined) {
      out.push(block)
      continue
    }
    const { key } = block
    if (key === 'closing') for (const one of strays()) addBehind(one.after)
    const edit = edits.pieces[key] ?? {}
    const base = withSlots(block)
    used.add(key)
    if (edit.hidden === true) hidden.push({ key, text: block.text })
    else out.push(edit.text === undefined ? block : written(block, edit.text, figures))
    pieces.push({ key, auto: block.text, edited: edit.text !== undefined, added: false, hidden: edit.hidden === true, moved: edit.text !== undefined && edit.base !== undefined && edit.base !== base })
    addBehind(key)
  }
  for (const one of edits.added.filter(({ key }) => !used.has(key))) addBehind(one.after)
  const orphans = Object.entries(edits.pieces).flatMap(([key, edit]) => (used.has(key) || edit.text === undefined ? [] : [{ key, text: filled(edit.text, figures).text }]))
  const blocks = renumber(out)
  const missing = [...new Set(blocks.flatMap((block) => (isText(block) ? block.missing ?? [] : [])))]
  return { composed: { ...composed, blocks, missing }, pieces, orphans, hidden }
}
