import { toHalfWidth } from '../parse/text'
import type { CodeEntry, CodeTable } from './define-tables'

export interface WordIndex {
  codeOf(word: string): string | null
}

/** What two spellings of one word have in common: NFC, half width, no spaces, upper case. */
export function wordKey(word: string): string {
  return toHalfWidth(word.normalize('NFC')).replace(/\s+/gu, '').toUpperCase()
}

/** A label as people shorten it: without 族, 级, 代表, its category ending, a remark in brackets, or one of its halves. */
function shortForms(word: string, endings: readonly string[]): readonly string[] {
  const forms = new Set<string>()
  const bare = word.replace(/\([^)]*\)/gu, '')
  if (bare !== word) forms.add(bare)
  if (bare.includes('/')) for (const half of bare.split('/')) forms.add(half)
  for (const ending of ['代表', '级', '族', ...endings.map(wordKey)]) {
    if (word.endsWith(ending)) forms.add(word.slice(0, -ending.length))
  }
  return [...forms].filter((form) => form !== '')
}

/** The word itself, then the spellings it may have in the table: with or without 级, 族, 代表. */
function spellings(key: string): readonly string[] {
  const stems = new Set([key])
  for (const ending of ['代表', '级', '族']) {
    for (const stem of [...stems]) {
      if (stem.endsWith(ending) && stem.length > ending.length) stems.add(stem.slice(0, -ending.length))
    }
  }
  return [...stems, ...[...stems].flatMap((stem) => [`${stem}族`, `${stem}级`, `${stem}代表`])]
}

/** Exact words win over aliases, aliases over short forms; a short form that two rows share is nobody's. */
export function buildWords(table: CodeTable): WordIndex {
  const exact = new Map<string, string>()
  const add = (words: (entry: CodeEntry) => readonly string[]): void => {
    for (const entry of table.entries) {
      for (const word of words(entry)) {
        const key = wordKey(word)
        if (!exact.has(key)) exact.set(key, entry.code)
      }
    }
  }
  add((entry) => [entry.code])
  add((entry) => [entry.label])
  add((entry) => entry.aliases)

  const short = new Map<string, string | null>()
  for (const entry of table.entries) {
    const forms = [
      ...shortForms(wordKey(entry.label), table.endings ?? []),
      // A sheet that stored the code as a number lost its leading zero.
      ...(/^0\d$/u.test(entry.code) ? [entry.code.slice(1)] : []),
    ]
    for (const form of forms) {
      const taken = short.get(form)
      short.set(form, taken === undefined || taken === entry.code ? entry.code : null)
    }
  }

  const find = (key: string): string | null => exact.get(key) ?? short.get(key) ?? null
  return {
    codeOf(word) {
      const key = wordKey(word)
      if (key === '') return null
      for (const spelling of spellings(key)) {
        const code = find(spelling)
        if (code !== null) return code
      }
      return null
    },
  }
}
