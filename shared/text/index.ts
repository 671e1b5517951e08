/** Registry of every sentence that a person reads about an error or a warning, by code. */
import type { Detail, ErrorCode } from '../result'
import { errorWords } from './errors'
import { rosterWords } from './roster'
import type { Sentence, Words, WordTable } from './say'

export type { Sentence } from './say'

const tables: readonly WordTable[] = [rosterWords]

const known = new Map<string, Words>(tables.flatMap((table) => Object.entries(table)))

const inWords = (words: Words, detail: Detail): Sentence => (typeof words === 'function' ? words(detail) : words)

/**
 * What an error says and what to do next. `detail.label` is the Chinese name of the field the error belongs to; other details are the
 * ones that came with the error.
 */
export function say(code: ErrorCode, detail: Detail = {}): Sentence {
  return inWords(errorWords[code], detail)
}

/** The same for a warning or an import remark; null for a code that nobody has words for. */
export function sayWarning(code: string, detail: Detail = {}): Sentence | null {
  const words = known.get(code) ?? (code in errorWords ? errorWords[code as ErrorCode] : undefined)
  return words === undefined ? null : inWords(words, detail)
}
