/**
 * Chinese for a tokenizer that cuts at spaces: every Han character stands alone, and a word is a phrase of them. One mechanism for words
 * of any length; measured 2 to 6 times faster than LIKE at 100,000 records. Initials work the same way (initials.ts).
 */
import { pairsOf } from './initials'

const han = /\p{Script=Han}/gu
const cuttable = /[\p{L}\p{N}]/u

/** Text with a space round every Han character; full-width letters and digits become ordinary ones. */
export const spaced = (text: string): string => text.normalize('NFKC').replace(han, ' $& ')

/** FTS token of a record type: letters only, so that the tokenizer does not cut it. */
export const kindToken = (type: string): string => type.replace(/_/g, '')

const phrase = (words: string): string => `"${words.trim().replace(/\s+/g, ' ').replaceAll('"', '""')}"`

/** One word of the query as an FTS5 expression over the given columns. */
function termQuery(term: string, columns: string): string {
  const folded = term.normalize('NFKC')
  // Digits and Latin letters may go on: 19-3-01 finds 19-3-015.
  const open = /[\p{Script=Latin}\p{N}]$/u.test(folded) ? ' *' : ''
  const plain = `{${columns}} : ${phrase(spaced(folded))}${open}`
  const isInitials = /^[a-z]{2,12}$/i.test(folded)
  return isInitials ? `(${plain} OR initials : ${phrase(pairsOf([...folded.toLowerCase()]).join(' '))})` : plain
}

/** The FTS5 query for what a person typed: all words must be found. null when nothing can be looked for. */
export function searchQuery(text: string, options: { readonly kind?: string; readonly titleOnly?: boolean } = {}): string | null {
  const terms = text.split(/\s+/u).filter((term) => cuttable.test(term)).slice(0, 8)
  if (terms.length === 0) return null
  const columns = options.titleOnly ? 'title' : 'title body'
  const words = terms.map((term) => termQuery(term.slice(0, 100), columns)).join(' AND ')
  return options.kind === undefined ? words : `kind : ${kindToken(options.kind)} AND ${words}`
}

/** Characters of a title that are looked for: more than any two titles share. */
const longestTitle = 60

/** The FTS5 query that a document answers whose title (or, for a row of another record, body) is this one; null where nothing of it is indexed. */
export function titlePhrase(title: string): string | null {
  const letters = [...title]
  const start = letters.slice(0, longestTitle).join('')
  // The cut may fall within a word.
  return cuttable.test(start) ? `{title body} : ${phrase(spaced(start))}${letters.length > longestTitle ? ' *' : ''}` : null
}
