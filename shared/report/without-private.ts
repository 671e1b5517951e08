/** What people typed on its way into a document: no phone or ID number, no line breaks, no full stop at the end. */
import { textOf } from '../facts'
import type { Rec } from '../record'

// Digits may be parted by spaces or hyphens; a longer number (an account, a file number) is left alone.
const phoneOrId = /(?<![\d０-９])(?:1[3-9](?:[ -]?\d){9}|\d(?:[ -]?\d){16}[ -]?[\dXx]|\d(?:[ -]?\d){14})(?![\dXx０-９])/gu
const wide = /[０-９]/gu

const narrow = (text: string): string => text.replaceAll(wide, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

/** Phone and ID numbers become ＊＊＊: such a document is read out and published. */
export const withoutPrivate = (text: string): string => narrow(text).replaceAll(phoneOrId, '＊＊＊')

/** A field's text on one line. */
export const lineOf = (rec: Rec | null | undefined, key: string): string => withoutPrivate(textOf(rec?.fields ?? {}, key).replaceAll(/\s*\n\s*/gu, '；')).trim()

/** The same without the full stop that our own sentence sets. */
export const phraseOf = (rec: Rec | null | undefined, key: string): string => lineOf(rec, key).replace(/[。；;，,.]+$/u, '')
