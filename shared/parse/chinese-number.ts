const digits: Readonly<Record<string, number>> = {
  〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}

/** 1–999 from figures or Chinese numerals (12, 十二, 一百零三), else null. */
export function parseSmallNumber(text: string): number | null {
  if (/^\d{1,3}$/u.test(text)) return Number(text)
  const parts = /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(text)
  if (!parts || text === '') return null
  const [, hundreds = '', tens = '', ten = '', ones = ''] = parts
  return (digits[hundreds] ?? 0) * 100 + (ten === '' ? 0 : tens === '' ? 10 : (digits[tens] ?? 0) * 10) + (digits[ones] ?? 0)
}
