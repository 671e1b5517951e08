/** The help pages in their order, from resources/help. The part of the file name behind the number is the page's name. */
import { readMarkdown, type Block } from './read-markdown'

const files = import.meta.glob<string>('../../../resources/help/*.md', { eager: true, query: '?raw', import: 'default' })

export interface HelpPage {
  readonly name: string
  readonly title: string
  readonly blocks: readonly Block[]
}

function pageOf(path: string, source: string): HelpPage {
  const blocks = readMarkdown(source)
  const title = blocks.find((block) => block.kind === 'title')
  return {
    name: (path.split('/').at(-1) ?? '').replace(/^\d+-|\.md$/gu, ''),
    title: title && 'spans' in title ? title.spans.map((span) => span.text).join('') : path,
    blocks: blocks.filter((block) => block !== title),
  }
}

export const helpPages: readonly HelpPage[] = Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([path, source]) => pageOf(path, source))
