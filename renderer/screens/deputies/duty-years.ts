/** The years that a duty file is read by. Pure. */

/** This year and the ones before, back to the first of the mandate, four at most; then the whole mandate. */
export function dutyYears(today: string, since: string | null): readonly { readonly value: string; readonly label: string }[] {
  const now = Number(today.slice(0, 4))
  const first = since === null ? now - 1 : Number(since.slice(0, 4))
  const count = Math.min(4, Math.max(1, now - first + 1))
  return [...Array.from({ length: count }, (_, back) => ({ value: String(now - back), label: `${now - back}年` })), { value: 'all', label: '任期以来' }]
}

export const yearPeriod = (year: string): { readonly from?: string; readonly to?: string } => (year === 'all' ? {} : { from: `${year}-01-01`, to: `${year}-12-31` })

/** 7 个半天 → 3.5 天. */
export const sayHalfDays = (halfDays: number): string => `${halfDays / 2} 天`
