const digits: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100 }

/** The number that Chinese numerals up to 999 say (十二, 一百零五, 二〇); null for what is no number. */
export function chineseValue(numerals: string): number | null {
  const signs = [...numerals]
  if (signs.length === 0) return null
  if (signs.every((sign) => digits[sign] !== undefined)) return Number(signs.map((sign) => digits[sign]).join(''))
  let sum = 0
  let digit: number | null = null
  let last = 1000
  for (const sign of signs) {
    const unit = units[sign]
    if (unit === undefined) {
      const value = digits[sign]
      if (value === undefined || (digit !== null && digit !== 0)) return null
      digit = value
      continue
    }
    if (unit >= last) return null
    sum += (digit === null || digit === 0 ? 1 : digit) * unit
    last = unit
    digit = null
  }
  return sum + (digit ?? 0)
}
