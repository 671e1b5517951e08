/** 公民身份号码, GB 11643-1999: 17 digits (region, birth, sequence) and a check character. */
import { isDate } from './calendar'
import { provinceCodes } from './region'
import { compactText } from './text'

/**
 * `id-length` and `id-characters`: not the form of a number. `id-checksum`: wrong check character. `id-birth`: the date in it is not
 * real or before 1900. `id-region`: no province has these first two digits. `id-converted` is only a note: a 15-digit number was
 * lengthened.
 */
export type IdProblem = 'id-length' | 'id-characters' | 'id-checksum' | 'id-birth' | 'id-region' | 'id-converted'

export interface IdNumber {
  /** As stored: half width, no spaces, upper-case X, 18 characters where it could be lengthened; a wrong one is kept as written. */
  readonly value: string
  /** No problem but perhaps the note that it was lengthened. */
  readonly valid: boolean
  readonly problems: readonly IdProblem[]
  /** `YYYY-MM-DD`, also from a number with a wrong check character. */
  readonly birth?: string
  readonly sex?: '1' | '2'
  /** First six digits, GB/T 2260. */
  readonly region?: string
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** The check character of the first 17 digits. */
export function idCheckCharacter(digits: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return '10X98765432'[sum % 11] ?? ''
}

/** Reads a number in any of the ways people write it; never throws. An empty text has the problem `id-length`. */
export function parseIdNo(text: string): IdNumber {
  const written = compactText(text)
    .replace(/^['‘’`]/u, '')
    .replace(/[-—]/gu, '')
    .toUpperCase()
  if (!/^[\dX]*$/u.test(written)) return { value: written, valid: false, problems: ['id-characters'] }
  if (/^\d{15}$/u.test(written)) return readFull(lengthen(written), ['id-converted'])
  if (written.length !== 18) return { value: written, valid: false, problems: ['id-length'] }
  if (!/^\d{17}[\dX]$/u.test(written)) return { value: written, valid: false, problems: ['id-characters'] }
  return readFull(written, [])
}

/** The old 15-digit form had a two-digit year, always of the 20th century, and no check character. */
function lengthen(old: string): string {
  const digits = `${old.slice(0, 6)}19${old.slice(6)}`
  return digits + idCheckCharacter(digits)
}

function readFull(value: string, notes: readonly IdProblem[]): IdNumber {
  const problems: IdProblem[] = []
  const birth = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
  const realBirth = isDate(birth) && birth >= '1900'
  if (idCheckCharacter(value.slice(0, 17)) !== value[17]) problems.push('id-checksum')
  if (!realBirth) problems.push('id-birth')
  if (!provinceCodes.has(value.slice(0, 2))) problems.push('id-region')
  return {
    value,
    valid: problems.length === 0,
    problems: [...notes, ...problems],
    ...(realBirth ? { birth } : {}),
    sex: Number(value[16]) % 2 === 1 ? '1' : '2',
    region: value.slice(0, 6),
  }
}

/** `110105********002X`; whatever is not 18 long shows nothing but its last two characters. */
export function maskIdNo(id: string): string {
  if (id.length === 18) return `${id.slice(0, 6)}********${id.slice(14)}`
  return '*'.repeat(Math.max(0, id.length - 2)) + id.slice(-2)
}
