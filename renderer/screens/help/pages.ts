/** The help pages in their order, from resources/help. The part of the file name behind the number is the page's name. */
import changelog from '../../../resources/changelog.md?raw'
import { readMarkdown, soughtWords, textOfBlock, type Block } from './read-markdown'

const files = import.meta.glob<string>('../../../resources/help/*.md', { eager: true, query: '?raw', import: 'default' })

const pictureFiles = import.meta.glob<string>('../../../resources/help/pictures/*.png', { eager: true, query: '?url', import: 'default' })

/** Address of a picture by its name in the page; null where scripts/help-pictures.mjs has not made it. */
export const pictureOf = (name: string): string | null => pictureFiles[`../../../resources/help/pictures/${name}.png`] ?? null

export interface HelpPage {
  readonly name: string
  readonly title: string
  readonly blocks: readonly Block[]
  /** What it is looked for as, besides its own words. */
  readonly sought: readonly string[]
}

function pageOf(path: string, source: string): HelpPage {
  const blocks = readMarkdown(source)
  const title = blocks.find((block) => block.kind === 'title')
  return {
    name: (path.split('/').at(-1) ?? '').replace(/^\d+-|\.md$/gu, ''),
    title: title && 'spans' in title ? title.spans.map((span) => span.text).join('') : path,
    blocks: blocks.filter((block) => block !== title),
    sought: soughtWords(source),
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

const most = 6

/** 忘记密码 as 忘记 记密 密码: what two sayings of one thing have in common. */
function pairsOf(word: string): readonly string[] {
  const letters = [...word]
  return letters.length < 3 ? [word] : letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`)
}

/** How much of a word a text has, from 0 to 1. */
const shareIn = (said: string, word: string): number => {
  const pairs = pairsOf(word)
  return said.includes(word) ? 1 : pairs.filter((pair) => said.includes(pair)).length / pairs.length
}

/** Less than this of what was typed is a chance meeting of two letters. */
const enough = 0.5

/** How well a page answers all words: what it is called and looked for as before what it says somewhere. */
function markOf(page: HelpPage, pieces: readonly string[], words: readonly string[]): number {
  const named = [page.title, ...page.sought].map((one) => one.toLowerCase())
  const marks = words.map((word) => {
    const name = Math.max(...named.map((one) => (one === word ? 1.5 : shareIn(one, word))))
    const said = Math.max(0, ...pieces.map((piece) => shareIn(piece.toLowerCase(), word)))
    return name >= enough ? 1 + name : said >= enough ? said : 0
  })
  return marks.includes(0) ? 0 : marks.reduce((sum, mark) => sum + mark, 0)
}

/** The pages that answer what was typed, the best one first; words of everyday speech find a page that says it otherwise. */
export function findHelp(text: string): readonly HelpHit[] {
  const words = text.trim().toLowerCase().split(/\s+/u).filter((word) => word !== '')
  if (words.length === 0) return []
  return helpPages.map((page) => {
    const pieces = page.blocks.flatMap((block) => textOfBlock(block).split('；'))
    const close = (piece: string): number => words.reduce((sum, word) => sum + shareIn(piece.toLowerCase(), word), 0)
    return { page, mark: markOf(page, pieces, words), say: pieces.toSorted((a, b) => close(b) - close(a))[0] ?? '' }
  }).filter(({ mark }) => mark > 0).toSorted((a, b) => b.mark - a.mark).slice(0, most).map(({ page, say }) => ({ page, say }))
}
