/**
 * Rare characters in names and places (㐂 𠮷 䶮): which a document's faces do not have, and what may stand in for them. 仿宋_GB2312 and its
 * kind know some 7,000 characters; what is missing must never become a box unnoticed. Pure.
 */
import type { Block } from './block'

/** `extension` = in SimSun, not in the document's faces; `beyond` = outside the first plane, in SimSun-ExtB; `private` = somebody's own sign. */
export type RareKind = 'extension' | 'beyond' | 'private'

export interface RareChar {
  readonly char: string
  /** U+20BB7. */
  readonly code: string
  readonly kind: RareKind
}

const pattern = /[\u3400-\u4DBF\u9FA6-\u9FFF\uF900-\uFAFF]|[\u{20000}-\u{3FFFD}]|[\uE000-\uF8FF]|[\u{F0000}-\u{10FFFD}]/gu

function kindOf(char: string): RareKind {
  const code = char.codePointAt(0) ?? 0
  if ((code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000) return 'private'
  return code >= 0x20000 ? 'beyond' : 'extension'
}

/** The rare characters of a text, each once, in the order of their codes. */
export function rareIn(text: string): readonly RareChar[] {
  const found = [...new Set(text.match(pattern) ?? [])].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))
  return found.map((char) => ({ char, code: `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}`, kind: kindOf(char) }))
}

/** The face that has such a character where the document's own does not. */
export const faceOf: Readonly<Record<RareKind, string>> = { extension: '宋体', beyond: 'SimSun-ExtB', private: '宋体' }

/** A text in pieces: those of rare characters with the face that has them, all others with null. */
export function splitRare(text: string): readonly { readonly text: string; readonly face: string | null }[] {
  const pieces: { text: string; face: string | null }[] = []
  for (const char of text) {
    const face = char.match(pattern) === null ? null : faceOf[kindOf(char)]
    const last = pieces.at(-1)
    if (last?.face === face) last.text += char
    else pieces.push({ text: char, face })
  }
  return pieces
}

const words: Readonly<Record<RareKind, string>> = {
  extension: '一般电脑能显示，换成宋体', beyond: '要装“宋体-ExtB”字库才能显示，没有的电脑上是方框', private: '是自造字，别的电脑上显示不出，请换成标准字',
}

/** The last character of Unicode's extension B, which SimSun-ExtB holds: what lies behind it, the third plane too, has no face on a usual computer. */
const lastOfExtB = 0x2a6df
const nowhere = '一般电脑没有这个字的字库，显示和打印出来是方框，请在纸上补写'

/** 𠮷（U+20BB7）要装“宋体-ExtB”字库才能显示，没有的电脑上是方框. */
export const sayRare = ({ char, code, kind }: RareChar): string => `${kind === 'private' ? '□' : char}（${code}）${kind === 'beyond' && (char.codePointAt(0) ?? 0) > lastOfExtB ? nowhere : words[kind]}`

/** All words of a document. */
export const wordsOf = (blocks: readonly Block[]): string => blocks.map((block) => {
  if (block.kind === 'table') return block.rows.map(({ cells }) => cells.join('')).join('')
  if (block.kind === 'listing') return block.items.join('')
  if (block.kind === 'redhead') return [block.mark, block.number, block.signer ?? '', ...(block.sides ?? [])].join('')
  if (block.kind === 'imprint') return [block.copies, ...(block.printed ?? [])].join('')
  if (block.kind === 'signature') return `${block.organ}${block.day}`
  return 'text' in block ? block.text : ''
}).join('')
