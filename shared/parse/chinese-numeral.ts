const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 1–99 in Chinese numerals (十九, 二十一), as terms and sessions are counted; other numbers as figures. */
export function chineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) return String(n)
  const tens = Math.floor(n / 10)
  const ones = n % 10
  const one = ones === 0 ? '' : digits[ones] ?? ''
  if (tens === 0) return one
  return `${tens === 1 ? '' : digits[tens] ?? ''}十${one}`
}
