/** Initials of the pinyin, as people type them to find a name: 王建国 is `wjg`. */
import { createRequire } from 'node:module'
import type * as Library from 'pinyin-pro'

// Its dictionary costs 30 ms and 4 MB: read when the first name is spelt, not before the door. Left out of the bundle for that, because only a file of
// its own can be read on the spot.
const load = createRequire(import.meta.url)
let library: typeof Library | null = null

const letters = (text: string, isPersonName: boolean): readonly string[] => {
  if (!/\p{Script=Han}/u.test(text)) return []
  library ??= load('pinyin-pro') as typeof Library
  return library.pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed', ...(isPersonName ? { surname: 'head' as const } : {}) })
}

/** First letters of the Han characters of a person's name, lower case; the surname is read as a surname (单 is `s`). */
export const initialsOf = (name: string): string => letters(name, true).join('')

/** Neighbouring letters in pairs; none of a single letter. */
export const pairsOf = (all: readonly string[]): readonly string[] => all.slice(1).map((letter, i) => `${all[i] ?? ''}${letter}`)

// Of the titles of ten years six in seven are those of another record as well.
const mostKnown = 8000
const [ofNames, ofTexts] = [new Map<string, string>(), new Map<string, string>()]

/**
 * The same for any text, as the search index takes it: every pair of neighbours is a word, so `wjg` is the phrase `wj jg`. Single letters
 * would stand in nearly every record and make the search slow.
 */
export function initialPairs(text: string, isPersonName = false): string {
  const known = (isPersonName ? ofNames : ofTexts).get(text)
  if (known !== undefined) return known
  const pairs = pairsOf(letters(text, isPersonName)).join(' ')
  if (ofNames.size + ofTexts.size >= mostKnown) for (const kept of [ofNames, ofTexts]) kept.clear()
  ;(isPersonName ? ofNames : ofTexts).set(text, pairs)
  return pairs
}
