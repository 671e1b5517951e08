/**
 * The code on the paper slip: twelve random digits and a check digit (ISO 7064 MOD 11,10), which finds every wrong digit and
 * every swap of neighbours, so that a slip that was typed wrongly is told apart from a wrong slip. Printed `1234 5678 9012 3`.
 */
import { fail, ok, type Result } from '../result'

const digitsOnly = (typed: string): string =>
  // Full-width digits come out of Chinese input methods.
  typed.normalize('NFKC').replaceAll(/[\s\-\u2010-\u2015]/g, '')

function checkDigit(twelve: string): number {
  let p = 10
  for (const d of twelve) {
    const s = (p + Number(d)) % 10 || 10
    p = (s * 2) % 11
  }
  return (11 - p) % 10
}

/**
 * A code from random bytes (8 are enough: 2^64 mod 10^12 favours no code by more than one in 18 million).
 */
export function makeCode(random: Uint8Array): string {
  let value = 0n
  for (const byte of random) value = (value << 8n) | BigInt(byte)
  const twelve = (value % 1_000_000_000_000n).toString().padStart(12, '0')
  return `${twelve}${checkDigit(twelve)}`
}

/** As printed: groups of four, the check digit last. */
export const printCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8, 12)} ${code.slice(12)}`

/** Reads what was typed, with or without spaces; `bad-code` for a wrong length or check digit. */
export function readCode(typed: string): Result<string> {
  const digits = digitsOnly(typed)
  if (!/^\d{13}$/.test(digits)) return fail('bad-code', { detail: { reason: 'length' } })
  return checkDigit(digits.slice(0, 12)) === Number(digits[12]) ? ok(digits) : fail('bad-code', { detail: { reason: 'check-digit' } })
}
