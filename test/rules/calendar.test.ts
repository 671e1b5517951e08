import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays, addMonths, ageOn, dayNumber, dayOfNumber, daysBetween, isDay, lastDayOf, shanghaiToday, weekday,
} from '../../shared/rules/calendar'

describe('the calendar', () => {
  test('three months after 30 November is the last day of February', () => {
    expect([addMonths('2024-11-30', 3), addMonths('2023-11-30', 3), addMonths('2025-08-31', 6), addMonths('2023-08-31', 6), addMonths('2024-11-30', 6)])
      .toEqual(['2025-02-28', '2024-02-29', '2026-02-28', '2024-02-29', '2025-05-30'])
  })
  test('months counted backwards clip the same way', () => {
    expect([addMonths('2025-05-31', -3), addMonths('2024-03-31', -1), addMonths('2025-01-15', -1), addMonths('2025-03-31', -12)])
      .toEqual(['2025-02-28', '2024-02-29', '2024-12-15', '2024-03-31'])
  })
  test('days cross months, leap days and years', () => {
    expect([addDays('2024-02-28', 1), addDays('2024-02-28', 2), addDays('2025-12-31', 1), addDays('2025-01-01', -1)])
      .toEqual(['2024-02-29', '2024-03-01', '2026-01-01', '2024-12-31'])
  })
  test('every number is a day and every day has its number', () => {
    fc.assert(fc.property(fc.integer({ min: -200_000, max: 200_000 }), (number) => {
      expect(dayNumber(dayOfNumber(number))).toBe(number)
      expect(dayOfNumber(number)).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10))
    }))
  })
  test('a period of days has no hours', () => {
    expect([daysBetween('2025-03-01', '2025-03-01'), daysBetween('2025-03-01', '2025-04-01'), daysBetween('2025-03-02', '2025-03-01')]).toEqual([0, 31, -1])
  })
  test('29 February 2025 is no day', () => {
    expect(['2025-02-29', '2024-02-29', '2025-13-01', '2025-00-10', '2025-1-1'].map(isDay)).toEqual([false, true, false, false, false])
  })
  test('24 November 2025 was a Monday', () => {
    expect([weekday('2025-11-24'), weekday('1969-12-28'), weekday('2000-02-29')]).toEqual([1, 0, 2])
  })
  test('a due month means its last day', () => {
    expect([lastDayOf('2024-02'), lastDayOf('2025-04'), lastDayOf('2025-04-03')]).toEqual(['2024-02-29', '2025-04-30', '2025-04-03'])
  })
  test('a month of birth counts from its first day', () => {
    expect([ageOn('1978-03', '2025-02-28'), ageOn('1978-03', '2025-03-01'), ageOn('1990-12', '2025-12-31')]).toEqual([46, 47, 35])
  })
  test('today is the day in Shanghai, whatever the zone of the computer', () => {
    expect([shanghaiToday(new Date('2025-12-31T15:59:59Z')), shanghaiToday(new Date('2025-12-31T16:00:00Z'))]).toEqual(['2025-12-31', '2026-01-01'])
  })
})
