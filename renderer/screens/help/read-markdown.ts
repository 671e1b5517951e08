/** The little Markdown that the help pages use: # ## headings, 1. and - lists, paragraphs, **bold**, ![words](picture). Anything else is a paragraph. */
export interface Span {
  readonly text: string
  readonly bold: boolean
}

export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'picture'; readonly name: string; readonly words: string }
  | { readonly kind: 'steps' | 'points'; readonly items: readonly (readonly Span[])[] }

function spansOf(text: string): readonly Span[] {
  return text.split('**').map((part, index) => ({ text: part, bold: index % 2 === 1 })).filter((span) => span.text !== '')
}

function blockOf(line: string): Block {
  const picture = /^!\[(.*)\]\((\w+)\)$/u.exec(line)
  if (picture) return { kind: 'picture', words: picture[1] ?? '', name: picture[2] ?? '' }
  const item = /^(?:(\d+)\.|-)\s+(.*)$/u.exec(line)
  if (item) return { kind: item[1] === undefined ? 'points' : 'steps', items: [spansOf(item[2] ?? '')] }
  const heading = /^(#{1,2})\s+(.*)$/u.exec(line)
  if (heading) return { kind: heading[1] === '#' ? 'title' : 'heading', spans: spansOf(heading[2] ?? '') }
  return { kind: 'paragraph', spans: spansOf(line) }
}

const plain = (spans: readonly Span[]): string => spans.map((span) => span.text).join('')

/** What a block says, without marks: for the search. */
export function textOfBlock(block: Block): string {
  if ('items' in block) return block.items.map(plain).join('；')
  return block.kind === 'picture' ? block.words : plain(block.spans)
}

const soughtAs = /^<!-- 查找：(.*) -->$/u

/** What people type who look for a page, where the page itself says it otherwise: its line `<!-- 查找：忘记密码 … -->`. */
export const soughtWords = (source: string): readonly string[] =>
  source.split(/\r?\n/u).flatMap((line) => soughtAs.exec(line.trim())?.[1]?.split(/\s+/u) ?? []).filter((word) => word !== '')

/** The blocks of a page, neighbouring list lines joined into one list. */
export function readMarkdown(source: string): readonly Block[] {
  const blocks: Block[] = []
  for (const line of source.split(/\r?\n/u).map((one) => one.trim()).filter((one) => one !== '' && !soughtAs.test(one))) {
    const block = blockOf(line)
    const last = blocks.at(-1)
    if (last && 'items' in last && 'items' in block && last.kind === block.kind) blocks[blocks.length - 1] = { ...last, items: [...last.items, ...block.items] }
    else blocks.push(block)
  }
  return blocks
}
