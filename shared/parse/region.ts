/** 区划 (domain of GB/T 2260 and the statistical codes): county 6 digits, town 9, village 12. */

/** First two digits of a province, GB/T 2260. */
export const provinceCodes: ReadonlySet<string> = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
)

/** True for a county, town or village code of a province that exists. */
export function isRegionCode(code: string): boolean {
  return /^(\d{6}|\d{9}|\d{12})$/u.test(code) && provinceCodes.has(code.slice(0, 2))
}
