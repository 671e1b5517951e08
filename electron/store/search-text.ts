/**
 * Chinese for a tokenizer that cuts at spaces: every Han character stands alone, and a word is a phrase of them. One mechanism for words
 * of any length; measured 2 to 6 times faster than LIKE at 100,000 records. Initials work the same way (initials.ts).
 */
import { pairsOf } from './initials'

const han = /\p{Script=Han}/gu
const cuttable = /[\p{L}\p{N}]/u

/** The longest text that the short way takes; what is longer is rare. */
const longest = 4096
const units = new Uint16Array(3 * longest)
const asBytes = Buffer.from(units.buffer)

/** What NFKC leaves as it is, beside ASCII and Han: · — ‘ ’ “ ” 、 。 《 》 「 」. */
const stays = new Set([0xb7, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x3001, 0x3002, 0x300a, 0x300b, 0x300c, 0x300d])

/** `spaced` sign by sign, for texts of the signs in daily use; null where one of another kind is met. */
function spacedPlain(text: string): string | null {
  if (text.length > longest) return null
  let n = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x4e00 && unit <= 0x9fff) {
      units[n] = 0x20
      units[n + 1] = unit
      units[n + 2] = 0x20
      n += 3
    } else {
      // Full-width letters, digits and marks stand in the order of ASCII.
      const plain = unit < 0x80 || stays.has(unit) ? unit : unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit === 0x3000 ? 0x20 : -1
      if (plain < 0) return null
      units[n++] = plain
    }
  }
  return asBytes.toString('utf16le', 0, 2 * n)
}

/** Text with a space round every Han character; full-width letters and digits become ordinary ones. */
export const spaced = (text: string): string => spacedPlain(text) ?? text.normalize('NFKC').replace(han, ' $& ')

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
