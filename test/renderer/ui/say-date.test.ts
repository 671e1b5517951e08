import { describe, expect, it } from 'vitest'
import { dayOfMoment, sayBytes, sayDate, sayDaysLeft, sayMoment, sayMoney, sayNumber, sayShortDate, sayWeekday } from '../../../renderer/ui/say-date'

describe('Dates and amounts as people write them', () => {
  it('says days and months', () => {
    expect([sayDate('2025-03-08'), sayDate('1978-03'), sayDate(null), sayShortDate('2025-11-12', '2025-11-24'), sayShortDate('2026-01-10', '2025-11-24'), sayWeekday('2025-11-24')])
      .toEqual(['2025年3月8日', '1978年3月', '', '11月12日', '2026年1月10日', '星期一'])
  })

  it('says a moment in Shanghai time whatever offset it carries', () => {
    expect([sayMoment('2025-11-24T00:12:00Z', '2025-11-24'), sayMoment('2025-11-23T16:05:00Z', '2025-11-24'), sayMoment('2025-10-02T14:05:00+08:00', '2025-11-24'), sayMoment(null, '2025-11-24')])
      .toEqual(['今天 8:12', '今天 0:05', '10月2日 14:05', ''])
  })

  it('says what is left, counts, money and sizes', () => {
    expect([sayDaysLeft(-12), sayDaysLeft(0), sayDaysLeft(4), sayNumber(3812), sayNumber(95.7), sayMoney(120_050), sayBytes(18_000_000), sayBytes(500)])
      .toEqual(['已过 12 天', '今天到期', '还剩 4 天', '3,812', '95.7', '1,200.50 元', '17.2 MB', '500 B'])
  })
})

it('what came in at two in the morning bears the day of the calendar on the wall', () => {
  expect([dayOfMoment('2026-11-28T17:58:00.000Z'), dayOfMoment('2026-11-28T15:59:00.000Z'), dayOfMoment('2026-08-11T15:20:01+08:00'), dayOfMoment(null)]).toEqual(['2026-11-29', '2026-11-28', '2026-08-11', ''])
})
