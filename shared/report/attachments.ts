/** Attachments behind a text: 附件说明 below it, each on its own page; the list of what is missing on the very last. */
import type { Block, Composed } from './block'

export interface Attachment {
  readonly title: string
  readonly blocks: readonly Block[]
  /** A wide table lies on its side. */
  readonly landscape?: true
}

export function withAttachments(composed: Composed, attachments: readonly Attachment[]): Composed {
  let lying = false
  const attached = attachments.flatMap(({ title, blocks, landscape = false }, index): readonly Block[] => {
    const turn: readonly Block[] = landscape === lying ? [] : [{ kind: 'turn', landscape }]
    lying = landscape
    return [...turn, { kind: 'attachment', mark: attachments.length === 1 ? '附件' : `附件${String(index + 1)}`, text: title }, ...blocks]
  })
  const upright: readonly Block[] = lying ? [{ kind: 'turn', landscape: false }] : [{ kind: 'page' }]
  const missing: readonly Block[] = composed.missing.length === 0
    ? []
    : [...upright, { kind: 'heading', text: '【待补】清单（报送前请补齐，并删去本页）' }, ...composed.missing.map((words, index): Block => ({ kind: 'note', text: `${String(index + 1)}.${words}` }))]
  return { ...composed, blocks: [...composed.blocks, { kind: 'listing', items: attachments.map(({ title }) => title) }, ...attached, ...missing] }
}
