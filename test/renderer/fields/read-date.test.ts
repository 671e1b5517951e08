import { describe, expect, it } from 'vitest'
import { readDate } from '../../../renderer/ui/read-date'

const today = '2025-11-24'

describe('A date typed into a form', () => {
  it.each([
    ['2025.3.8', '2025-03-08'], ['20250308', '2025-03-08'], ['2025年3月8日', '2025-03-08'], ['2025-3-8', '2025-03-08'], ['２０２５．３．８', '2025-03-08'],
    ['3.8', '2025-03-08'], ['12月1日', '2025-12-01'], ['78.3.15', '1978-03-15'], ['25.3.15', '2025-03-15'],
  ])('%s is the day %s', (typed, day) => {
    expect(readDate(typed, 'day', today)).toBe(day)
  })

  it.each(['2025.13.1', '2025.2.30', '明天', '2025', '', '2025.3'])('%s is no day', (typed) => {
    expect(readDate(typed, 'day', today)).toBeNull()
  })

  it('takes a month where a month is wanted, and either where both are', () => {
    expect([readDate('1978.3', 'month', today), readDate('1978年3月', 'either', today), readDate('19780315', 'either', today), readDate('1978.3.15', 'month', today)])
      .toEqual(['1978-03', '1978-03', '1978-03-15', null])
  })
})
