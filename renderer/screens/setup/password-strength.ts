/** How hard a password is to guess, in one word. Length counts most: it is written on paper, not learnt by heart. */
export type Strength = 'short' | 'weak' | 'fair' | 'strong'

export const shortest = 8

const usual = /^(.)\1+$|^(12345678|123456789|1234567890|11111111|88888888|66666666|00000000|password|qwertyui|abcd1234|a1234567|admin123)/iu

/** `short` is refused; `weak` is taken with a warning. */
export function strengthOf(password: string): Strength {
  const length = [...password].length
  if (length < shortest) return 'short'
  const kinds = [/[a-z]/u, /[A-Z]/u, /\d/u, /[^a-zA-Z\d]/u].filter((kind) => kind.test(password)).length
  if (usual.test(password) || /^\d+$/u.test(password) || kinds < 2) return length >= 16 && !usual.test(password) ? 'fair' : 'weak'
  return length >= 12 || kinds >= 3 ? 'strong' : 'fair'
}
