import { describe, expect, test } from 'vitest'
import { officialHolidays, weekendsOnly, Workdays } from '../../shared/rules/workdays'

const workdays = new Workdays()

describe('working days', () => {
  test('the next working day is 1', () => {
    expect(workdays.add('2025-03-03', 1)).toEqual({ day: '2025-03-04', guessed: false })
    expect(workdays.add('2025-03-07', 1)).toEqual({ day: '2025-03-10', guessed: false })
  })
  test('the Spring Festival of 2025 is skipped and its worked Sunday and Saturday count', () => {
    // 26 January (Sunday) and 8 February (Saturday) were worked; 28 January to 4 February were off.
    expect(workdays.add('2025-01-24', 1).day).toBe('2025-01-26')
    expect(workdays.add('2025-01-27', 1).day).toBe('2025-02-05')
    expect(workdays.add('2025-02-07', 1).day).toBe('2025-02-08')
  })
  test('the National Day of 2025 with the Mid-Autumn Festival has eight days off', () => {
    expect(workdays.add('2025-09-30', 1).day).toBe('2025-10-09')
    expect(workdays.isWorkday('2025-09-28')).toBe(true)
    expect(workdays.isWorkday('2025-10-11')).toBe(true)
  })
  test('the Spring Festival of 2026 has nine days off, two Saturdays and one Sunday are worked', () => {
    expect(workdays.add('2026-02-13', 1).day).toBe('2026-02-14')
    expect(workdays.add('2026-02-14', 1).day).toBe('2026-02-24')
    expect(['2026-02-28', '2026-01-04', '2026-05-09', '2026-09-20', '2026-10-10'].map((day) => workdays.isWorkday(day))).toEqual([true, true, true, true, true])
  })
  test('days off and worked days of each notice, as published', () => {
    expect(officialHolidays.map(({ year, off, worked }) => [year, off.length, worked.length])).toEqual([
      [2021, 31, 7], [2022, 31, 7], [2023, 26, 7], [2024, 28, 8], [2025, 28, 5], [2026, 33, 6],
    ])
  })
  test('every worked day of a notice is a Saturday or Sunday, and no day is both', () => {
    for (const { off, worked } of officialHolidays) {
      expect(worked.filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))).toEqual([])
      expect(worked.filter((day) => off.includes(day))).toEqual([])
    }
  })
  test('the years of the present term before 2024: a leave that begins with a worked weekend, and the eight days of 2023', () => {
    expect([workdays.add('2022-01-28', 1).day, workdays.add('2022-01-30', 1).day, workdays.add('2023-09-28', 1).day, workdays.add('2021-09-17', 1).day]).toEqual(['2022-01-29', '2022-02-07', '2023-10-07', '2021-09-18'])
  })
  test('a year without a notice counts weekends only and says so', () => {
    expect(workdays.add('2030-09-30', 1)).toEqual({ day: '2030-10-01', guessed: true })
    expect(workdays.add('2026-12-31', 1)).toEqual({ day: '2027-01-01', guessed: true })
    expect(weekendsOnly).toBe('按周末推算')
  })
  test('a notice pasted in later is used', () => {
    const later = new Workdays([...officialHolidays, { year: 2030, off: ['2030-10-01'], worked: [], source: '通知', known_on: '2029-11-01' }])
    expect(later.add('2030-09-30', 1)).toEqual({ day: '2030-10-02', guessed: false })
  })
  test('working days count backwards too', () => {
    expect(workdays.add('2025-10-09', -1).day).toBe('2025-09-30')
  })
})
