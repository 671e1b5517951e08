/** Places and offices that a deputy belongs to, as rosters write them. */
import { codeOf } from '../codes'
import { parseSmallNumber } from '../parse/chinese-number'
import { cleanText, compactText } from '../parse/text'

/** 3, 第三选区, 3号选区 and 第3选区（太平村） have a number; whatever says more than the number is the name. */
export function readConstituency(text: string): Readonly<Record<string, string>> {
  const compact = compactText(text)
  // 三河村选区 begins with a numeral that is part of a name: only 选区 may be followed by more.
  const parts = /^第?([\d一二三四五六七八九十百零]+)(?:号?选区.*|号|区)?$/u.exec(compact)
  const no = parts ? parseSmallNumber(parts[1] ?? '') : null
  if (no === null || no === 0) return { 'link.constituency_name': cleanText(text) }
  const named = /\D/u.test(compact)
  return { 'link.constituency_no': String(no), ...(named ? { 'link.constituency_name': cleanText(text) } : {}) }
}

/** Code of presidium.role; '' for a no; null for a word that nobody can read. A plain yes is a member. */
export function readPresidiumRole(text: string, yes: ReadonlySet<string>, no: ReadonlySet<string>): string | null {
  const word = compactText(text).toUpperCase()
  if (yes.has(word)) return '3'
  if (no.has(word) || word === '代表') return ''
  return codeOf('presidium.role', word) ?? roleInPost(text)
}

/** 人大主席 or 副主席 in a post; null otherwise. 政协主席 and 工会主席 are something else. */
export function roleInPost(post: string): string | null {
  const found = /(?:^|人大|主席团|[、，,;；\s])(?:专职)?(副)?主席(?:团)?(成员)?(?=$|[、，,;；\s])/u.exec(cleanText(post))
  if (!found) return null
  if (found[2] !== undefined) return '3'
  return found[1] === undefined ? '1' : '2'
}
