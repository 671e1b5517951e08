/** The little Markdown that the help pages use: # ## headings, 1. and - lists, paragraphs, **bold**. Anything else is a paragraph. */
export interface Span {
  readonly text: string
  readonly bold: boolean
}

export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'steps' | 'points'; readonly items: readonly (readonly Span[])[] }

function spansOf(text: string): readonly Span[] {
  return text.split('**').map((part, index) => ({ text: part, bold: index % 2 === 1 })).filter((span) => span.text !== '')
}

function blockOf(line: string): Block {
  const item = /^(?:(\d+)\.|-)\s+(.*)$/u.exec(line)
  if (item) return { kind: item[1] === undefined ? 'points' : 'steps', items: [spansOf(item[2] ?? '')] }
  const heading = /^(#{1,2})\s+(.*)$/u.exec(line)
  if (heading) return { kind: heading[1] === '#' ? 'title' : 'heading', spans: spansOf(heading[2] ?? '') }
  return { kind: 'paragraph', spans: spansOf(line) }
}

/** The blocks of a page, neighbouring list lines joined into one list. */
export function readMarkdown(source: string): readonly Block[] {
  const blocks: Block[] = []
  for (const line of source.split(/\r?\n/u).map((one) => one.trim()).filter((one) => one !== '')) {
    const block = blockOf(line)
    const last = blocks.at(-1)
    if (last && 'items' in last && 'items' in block && last.kind === block.kind) blocks[blocks.length - 1] = { ...last, items: [...last.items, ...block.items] }
    else blocks.push(block)
  }
  return blocks
}
