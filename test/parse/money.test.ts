import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMoney, parseMoney } from '../../shared/parse/money'
import { ok } from '../../shared/result'

const fen = (text: string, unit: '元' | '万元' = '元'): unknown => {
  const read = parseMoney(text, unit)
  return read.ok ? read.value : read.code
}

describe('an amount', () => {
  it('is read to the 分, digit by digit', () => {
    expect(['12', '12.3', '12.34', '1,234.50', '￥12', '¥ 1,234', '12元', '.5', '0', '１２．５'].map((text) => fen(text))).toEqual([
      1200, 1230, 1234, 123450, 1200, 123400, 1200, 50, 0, 1250])
    expect(['0.1', '0.3', '1.005', '2.675', '0.000001', '12'].map((text) => fen(text, '万元'))).toEqual([100000, 300000, 1005000, 2675000, 1, 12000000])
  })

  it('takes the unit that is written behind it', () => {
    expect([fen('3.5万'), fen('3.5万元'), fen('35000元', '万元')]).toEqual([3500000, 3500000, 3500000])
  })

  it('is refused where it is none, finer than a 分, negative or beyond counting', () => {
    expect(['', '十元', '1.2.3', '12.345', '-5', '￥-5', '-0', '1,23', '99999999999999999999', '.'].map((text) => fen(text))).toEqual([
      'required', 'bad-number', 'bad-number', 'bad-number', 'negative', 'negative', 0, 'bad-number', 'out-of-range', 'bad-number'])
  })

  it('comes back from its own text', () => {
    expect(() => fc.assert(fc.property(fc.nat(Number.MAX_SAFE_INTEGER), (amount) => {
      const text = formatMoney(amount, '元')
      expect(parseMoney(text, '元')).toEqual(ok(amount))
    }))).not.toThrow()
  })

  it('is shown with two decimals, in 万元 rounded to the hundredth', () => {
    expect([formatMoney(0, '元'), formatMoney(5, '元'), formatMoney(123456, '元'), formatMoney(3500000, '万元'), formatMoney(49999, '万元'), formatMoney(5000, '万元')]).toEqual([
      '0.00', '0.05', '1234.56', '3.50', '0.05', '0.01'])
  })
})
