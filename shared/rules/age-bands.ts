/** Bands of ages in the table of structure (B2.03): the last year of each but the highest, as the office types them. */

export const defaultAgeBands = '35,45,55,60'

/** `35,45,55,60` → the years; null unless there are one to eight of them, rising, between 18 and 99. */
export function readAgeBands(text: string): readonly number[] | null {
  const parts = text.trim().split(/[\s,，、;；]+/u)
  const years = parts.map(Number)
  const rising = years.every((year, at) => /^\d{2}$/u.test(parts[at] ?? '') && year >= 18 && year > (years[at - 1] ?? 0))
  return rising && years.length <= 8 ? years : null
}

/** Key and name of each band: a35 35岁及以下, a45 36–45, …, a61 61岁及以上. Bands that cannot be read are the usual ones. */
export function ageBands(text: string): readonly (readonly [key: string, name: string, last: number])[] {
  const years = readAgeBands(text) ?? readAgeBands(defaultAgeBands) ?? []
  const top = (years.at(-1) ?? 0) + 1
  return [
    ...years.map((year, at) => [`a${String(year)}`, at === 0 ? `${String(year)}岁及以下` : `${String((years[at - 1] ?? 0) + 1)}–${String(year)}`, year] as const),
    [`a${String(top)}`, `${String(top)}岁及以上`, Infinity],
  ]
}
