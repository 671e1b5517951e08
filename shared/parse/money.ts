/** Amounts are whole 分. They are read digit by digit: a binary fraction would make 0.1 万元 + 0.2 万元 wrong by a 分 some day. */
import { fail, ok, type Result } from '../result'
import { compactText } from './text'

export type MoneyUnit = '元' | '万元'

const places: Readonly<Record<MoneyUnit, number>> = { 元: 2, 万元: 6 }

/**
 * Reads an amount; a unit written behind it (元, 万, 万元) wins over `unit`. Errors: `required` (empty), `bad-number` (no amount, or finer
 * than a 分), `negative`, `out-of-range` (more than can be counted exactly).
 */
export function parseMoney(text: string, unit: MoneyUnit): Result<number> {
  const compact = compactText(text)
  if (compact === '') return fail('required')
  const parts = /^([-−]|\+)?[¥￥]?([-−])?(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?(元|万元|万)?$/u.exec(compact)
  const whole = parts?.[3]?.replaceAll(',', '') ?? ''
  const decimals = (parts?.[4] ?? '').replace(/0+$/u, '')
  if (!parts || (whole === '' && (parts[4] ?? '') === '')) return fail('bad-number', { detail: { value: text } })

  const written: MoneyUnit = parts[5] === undefined ? unit : parts[5] === '元' ? '元' : '万元'
  const shift = places[written]
  if (decimals.length > shift) return fail('bad-number', { detail: { value: text } })
  const digits = (whole + decimals.padEnd(shift, '0')).replace(/^0+(?=\d)/u, '')
  const fen = Number(digits)
  if (!Number.isSafeInteger(fen)) return fail('out-of-range', { detail: { value: text } })
  const minus = (parts[1] !== undefined && parts[1] !== '+') || parts[2] !== undefined
  if (minus && fen !== 0) return fail('negative', { detail: { value: text } })
  return ok(fen)
}

/** 分 as text in the unit with two decimals (万元: half a 分 is rounded up in whole 元 hundredths); grouping is the reader's affair. */
export function formatMoney(fen: number, unit: MoneyUnit): string {
  const cut = 10n ** BigInt(places[unit] - 2)
  const hundredths = (BigInt(fen) + cut / 2n) / cut
  const digits = String(hundredths).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
