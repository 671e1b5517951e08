/** The help pages in their order, from resources/help. The part of the file name behind the number is the page's name. */
import changelog from '../../../resources/changelog.md?raw'
import { readMarkdown, textOfBlock, type Block } from './read-markdown'

const files = import.meta.glob<string>('../../../resources/help/*.md', { eager: true, query: '?raw', import: 'default' })

const pictureFiles = import.meta.glob<string>('../../../resources/help/pictures/*.png', { eager: true, query: '?url', import: 'default' })

/** Address of a picture by its name in the page; null where scripts/help-pictures.mjs has not made it. */
export const pictureOf = (name: string): string | null => pictureFiles[`../../../resources/help/pictures/${name}.png`] ?? null

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

export const helpPages: readonly HelpPage[] = [
  ...Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([path, source]) => pageOf(path, source)),
  pageOf('news.md', changelog),
]

export interface HelpHit {
  readonly page: HelpPage
  /** The piece of the page that has the words. */
  readonly say: string
}

/** Pages that have all words, wherever they stand in them; a page whose title has them comes first. */
export function findHelp(text: string): readonly HelpHit[] {
  const words = text.trim().toLowerCase().split(/\s+/u).filter((word) => word !== '')
  if (words.length === 0) return []
  const has = (said: string, word: string): boolean => said.toLowerCase().includes(word)
  return helpPages.flatMap((page) => {
    const pieces = page.blocks.flatMap((block) => textOfBlock(block).split('；'))
    if (!words.every((word) => has(page.title, word) || pieces.some((piece) => has(piece, word)))) return []
    const say = pieces.find((piece) => words.some((word) => has(piece, word))) ?? pieces[0] ?? ''
    return [{ page, say, first: words.every((word) => has(page.title, word)) }]
  }).toSorted((a, b) => Number(b.first) - Number(a.first)).map(({ page, say }) => ({ page, say }))
}
