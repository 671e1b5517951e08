import { cleanText, toHalfWidth } from './text'

export interface Phone {
  /** Mobile as 11 digits, landline as `0851-86123456` (an extension behind a further hyphen); an odd one as written. */
  readonly value: string
  readonly kind: 'mobile' | 'landline' | 'odd'
}

/** One number. `odd` is kept and doubtful: neither a mobile number nor a landline with its area. */
export function parsePhone(text: string): Phone {
  const tidy = toHalfWidth(cleanText(text)).replace(/[‐‑–—－]/gu, '-')
  const digits = tidy.replace(/^\+?86[- ]?(?=1[3-9])/u, '').replace(/[-\s]/gu, '')
  if (/^1[3-9]\d{9}$/u.test(digits)) return { value: digits, kind: 'mobile' }
  const landline = /^\(?(010|02\d|0[3-9]\d{2})\)?[-\s]?(\d{7,8})(?:(?:-|转|ext\.?)(\d{1,6}))?$/iu.exec(tidy.replace(/\s/gu, ''))
  if (landline) {
    const extension = landline[3] === undefined ? '' : `-${landline[3]}`
    return { value: `${landline[1]}-${landline[2]}${extension}`, kind: 'landline' }
  }
  return { value: tidy, kind: 'odd' }
}

/** The numbers of one cell: people write two with a stroke, a comma or a line between them. */
export function parsePhones(text: string): readonly Phone[] {
  const parts = toHalfWidth(text).split(/[/,;、，；|\n\r]+/u).flatMap(splitAtSpace)
  return parts.filter((part) => part.trim() !== '').map(parsePhone)
}

/** Two whole mobile numbers with only a space between them are two; 138 0000 0000 is one. */
function splitAtSpace(part: string): readonly string[] {
  const pieces = cleanText(part).split(' ')
  return pieces.length > 1 && pieces.every((piece) => parsePhone(piece).kind !== 'odd') ? pieces : [part]
}

/** `138****0000`; a landline keeps its area and last two digits; anything else only its last two characters. */
export function maskPhone(phone: string): string {
  if (/^1\d{10}$/u.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(7)}`
  const landline = /^(0\d{2,3}-)(.+)$/u.exec(phone)
  const area = landline?.[1] ?? ''
  const rest = landline?.[2] ?? phone
  return area + '*'.repeat(Math.max(0, rest.length - 2)) + rest.slice(-2)
}
