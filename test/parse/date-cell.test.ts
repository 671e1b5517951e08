import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDateCell } from '../../shared/parse/date-cell'

const read = (value: string | number, options = {}): string => {
  const date = parseDateCell(value, options)
  return date.ok ? date.value + (date.otherwise === undefined ? '' : ` or ${date.otherwise}`) : date.problem
}

describe('a date typed as text', () => {
  it('is read in every way that people write it', () => {
    const written = ['1978-03-15', '1978/3/15', '1978.3.15', '1978年3月15日', '1978 年 3 月 15 日', '１９７８．３．１５', '19780315', '1978-3-15 0:00:00', '1978-03-15T00:00:00', '780315', '78.3.15', '1978.0315', '1978年3月15日生']
    expect(written.map((text) => read(text))).toEqual(written.map(() => '1978-03-15'))
    const months = ['1978.3', '1978.03', '1978年3月', '1978年03月', '197803', '78.03', '78年3月', '1978-3', '1978/03', '1978年3月出生', 'Mar-78']
    expect(months.map((text) => read(text))).toEqual(months.map(() => '1978-03'))
  })

  it('keeps 1978.1 and 1978.10 apart', () => {
    expect([read('1978.1'), read('1978.10'), read('1978年1月')]).toEqual(['1978-01', '1978-10', '1978-01'])
  })

  it('does not keep them apart in a file that writes numbers and text alike', () => {
    expect([read('1978.1', { untyped: true }), read('1978.10', { untyped: true }), read('1978年1月', { untyped: true })]).toEqual(['1978-01 or 1978-10', '1978-10', '1978-01'])
  })

  it('gives two digits the century that is possible', () => {
    expect([read('78.03'), read('05.07', { notBefore: 1930 }), read('75.07', { notBefore: 1930 })]).toEqual(['1978-03', '2005-07', '1975-07'])
  })

  it('is no date where day, month or everything is missing', () => {
    expect(['1978', '1978年', '78', '1978.13', '1978-02-30', '不详', '', '1978.3.', '三月'].map((text) => read(text))).toEqual([
      'date-year-only', 'date-year-only', 'date-year-only', 'date-unreadable', 'date-unreadable', 'date-unreadable', 'date-unreadable', '1978-03', 'date-unreadable'])
  })
})

describe('a date held as a number', () => {
  it('may be a serial, digits in a row, or a year with a point', () => {
    expect([28564, 28564.5, 19780315, 197803, 1978.03, 1978.12, 1978.3, 78.03, 1978.0315].map((value) => read(value))).toEqual([
      '1978-03-15', '1978-03-15', '1978-03-15', '1978-03', '1978-03', '1978-12', '1978-03', '1978-03', '1978-03-15'])
  })

  it('may be January or October', () => {
    expect([read(1978.1), read(78.1), read(1978.11), read(1978.01)]).toEqual(['1978-01 or 1978-10', '1978-01 or 1978-10', '1978-11', '1978-01'])
  })

  it('is no date where it is only a year or nothing that anybody wrote', () => {
    expect([1978, 78, 0, -5, 1978.13, 60, 1e12, Number.NaN].map((value) => read(value))).toEqual([
      'date-year-only', 'date-year-only', 'date-unreadable', 'date-unreadable', 'date-unreadable', 'date-year-only', 'date-unreadable', 'date-unreadable'])
  })
})

it('whatever a cell holds, the answer is a real date or a problem', () => {
  const anything = fc.oneof(fc.string(), fc.double(), fc.integer({ min: 0, max: 30_000_000 }), fc.stringMatching(/^[\d.年月/-]{1,10}$/))
  expect(() => fc.assert(fc.property(anything, (value) => {
    const date = parseDateCell(value)
    return !date.ok || (date.precision === 'day' ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}$/).test(date.value)
  }), { numRuns: 2000 })).not.toThrow()
})

it('every month comes back from each way of writing it', () => {
  const month = fc.tuple(fc.integer({ min: 1910, max: 1999 }), fc.integer({ min: 1, max: 12 }))
  expect(() => fc.assert(fc.property(month, ([year, m]) => {
    const two = String(m).padStart(2, '0')
    const ways = [`${year}-${two}`, `${year}.${m}`, `${year}年${m}月`, `${year}${two}`, `${year % 100}.${two}`.padStart(5, '0')]
    return ways.every((text) => read(text) === `${year}-${two}`)
  }))).not.toThrow()
})
