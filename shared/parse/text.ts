/** Text as it comes from old spreadsheets and input methods, made comparable. */

const firstWide = 0xff01
const lastWide = 0xff5e
const wideOffset = 0xfee0

/** Full-width letters, digits and signs (！ to ～) and the ideographic space become their ASCII forms. */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/gu, (char) => {
    const code = char.codePointAt(0) ?? 0
    return code >= firstWide && code <= lastWide ? String.fromCodePoint(code - wideOffset) : ' '
  })
}

/** Only digits and letters: Chinese punctuation in an address stays as it was typed. */
function halfWidthLettersAndDigits(text: string): string {
  return text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu, toHalfWidth)
}

const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** Whether a text holds signs that turn the direction of what is read. */
export const hasDirections = (text: string): boolean => directions.test(text)

/** Signs of writing direction and control characters as a person can see them, `照⟨U+202E⟩gnp.exe`: where somebody has to judge what came from outside. */
export const showSigns = (text: string): string =>
  text.replace(unseen, (sign) => `⟨U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`)

/** Which of them a text holds, each once: `⟨U+202E⟩⟨U+0007⟩`, without the words between. */
export const signsIn = (text: string): string => [...new Set(text.match(unseen) ?? [])].map(showSigns).join('')

/** Signs of writing direction: copied along with numbers from address books, and used to make `exe.jpg` out of `gpj.exe`. Chinese needs none. */
export const withoutDirections = (text: string): string => text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')

/**
 * A cell's text: NFC, byte order marks, zero-width characters and signs of writing direction gone, every kind of space one plain space, full-width digits and
 * letters half width, no space at either end.
 */
export function cleanText(text: string): string {
  const visible = withoutDirections(text.normalize('NFC')).replace(/[\ufeff\u200b-\u200d\u2060\u00ad]/gu, '')
  return halfWidthLettersAndDigits(visible).replace(/[\s\u00a0\u3000]+/gu, ' ').trim()
}

/** For numbers and codes: half width throughout and no space at all. */
export function compactText(text: string): string {
  return toHalfWidth(cleanText(text)).replace(/\s/gu, '')
}
