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

/**
 * A cell's text: NFC, byte order marks and zero-width characters gone, every kind of space one plain space, full-width digits and
 * letters half width, no space at either end.
 */
export function cleanText(text: string): string {
  const visible = text.normalize('NFC').replace(/[\ufeff\u200b-\u200d\u2060\u00ad]/gu, '')
  return halfWidthLettersAndDigits(visible).replace(/[\s\u00a0\u3000]+/gu, ' ').trim()
}

/** For numbers and codes: half width throughout and no space at all. */
export function compactText(text: string): string {
  return toHalfWidth(cleanText(text)).replace(/\s/gu, '')
}
