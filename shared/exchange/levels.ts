/** Who reports to whom, as the region codes say: a town to its county, a county to its city, a city to its province. */

/** Whether an office of this code has counties below it: their codes begin like its own, which ends in zeros. */
export const isAboveCounties = (code: string): boolean => /^\d{4}00$/.test(code)

/** Whether `code` may report to `above`. */
export function reportsTo(code: string, above: string): boolean {
  if (code === above) return false
  if (/^\d{9}$/.test(code)) return code.startsWith(above)
  return /^\d{6}$/.test(code) && isAboveCounties(above) && code.startsWith(above.replace(/(00)+$/, ''))
}

/** What an office with others below it calls one of them, and itself: 镇 and 县, 县 and 市, 市 and 省. */
export const calledAt = (code: string): { readonly one: string; readonly own: string } =>
  !isAboveCounties(code) ? { one: '镇', own: '县' } : code.endsWith('0000') ? { one: '市', own: '省' } : { one: '县', own: '市' }
