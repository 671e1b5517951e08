/** Attachments behind a text: 附件说明 below it, each on its own page; the list of what is missing on the very last. */
import type { Block, Composed } from './block'

export interface Attachment {
  readonly title: string
  readonly blocks: readonly Block[]
  /** A wide table lies on its side. */
  readonly landscape?: true
}

const isEmpty = (block: Block): boolean => block.kind === 'table' && block.bare !== true && block.rows.length === 0

/** A table without rows says so in one row: an empty frame looks as if somebody forgot it. */
export const sayNothing = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block) => (block.kind === 'table' && isEmpty(block) ? { ...block, rows: [{ group: true, cells: ['（本期没有）'] }] } : block))

/** The list of what nobody has recorded, on a page of its own behind the text. */
export const missingList = (missing: readonly string[], turn: Block = { kind: 'page' }): readonly Block[] => missing.length === 0
  ? []
  : [turn, { kind: 'heading', text: '【待补】清单（报送前请补齐，并删去本页）' }, ...missing.map((words, index): Block => ({ kind: 'note', text: `${String(index + 1)}.${words}` }))]

/** An attachment whose table has no row is none. */
export function withAttachments(composed: Composed, given: readonly Attachment[]): Composed {
  const attachments = given.filter(({ blocks }) => !blocks.some(isEmpty))
  let lying = false
  const attached = attachments.flatMap(({ title, blocks, landscape = false }, index): readonly Block[] => {
    const turn: readonly Block[] = landscape === lying ? [] : [{ kind: 'turn', landscape }]
    lying = landscape
    return [...turn, { kind: 'attachment', mark: attachments.length === 1 ? '附件' : `附件${String(index + 1)}`, text: title }, ...blocks]
  })
  const listing: readonly Block[] = attachments.length === 0 ? [] : [{ kind: 'listing', items: attachments.map(({ title }) => title) }]
  return { ...composed, blocks: [...composed.blocks, ...listing, ...attached, ...missingList(composed.missing, lying ? { kind: 'turn', landscape: false } : { kind: 'page' })] }
}
