/** The slip's code while it is typed: digits only, in groups of four, the check digit last. */
import { readCode } from '../../../shared/exchange/slip-code'

export const codeDigits = 13

/** `123456789` → `1234 5678 9`. Full-width digits of an input method are taken too; anything else is left out. */
export function groupCode(typed: string): string {
  const digits = typed.normalize('NFKC').replaceAll(/\D/gu, '').slice(0, codeDigits)
  return digits.replace(/(\d{4})(?=\d)/gu, '$1 ')
}

/** `short` while digits are missing; `wrong` where a digit must be mistyped. */
export function judgeCode(typed: string): 'short' | 'wrong' | 'right' {
  const digits = groupCode(typed).replaceAll(' ', '')
  if (digits.length < codeDigits) return 'short'
  return readCode(digits).ok ? 'right' : 'wrong'
}
