import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOn, dateOfSerial, isDate, isMonth, serialOfDate } from '../../shared/parse/calendar'

const day = fc.integer({ min: Date.UTC(1900, 0, 1) / 864e5, max: Date.UTC(2100, 0, 1) / 864e5 }).map((days) => new Date(days * 864e5).toISOString().slice(0, 10))

describe('a date', () => {
  it('is real or it is none', () => {
    expect(['2024-02-29', '1900-02-28', '2000-02-29', '2021-12-31'].every(isDate)).toBe(true)
    expect(['2023-02-29', '1900-02-29', '2021-04-31', '2021-13-01', '2021-00-10', '2021-1-1', '20210101', '', '2021-01-01 '].some(isDate)).toBe(false)
    expect([isMonth('1978-03'), isMonth('1978-13'), isMonth('1978-3'), isMonth('1978')]).toEqual([true, false, false, false])
  })

  it('is every day that the calendar of the computer knows', () => {
    expect(() => fc.assert(fc.property(day, (text) => isDate(text) && isMonth(text.slice(0, 7))))).not.toThrow()
  })
})

describe('an Excel serial', () => {
  it('knows the 29 February 1900 that never was', () => {
    expect([1, 59, 60, 61, 28549, 45658, 0, -1, Number.NaN].map(dateOfSerial)).toEqual([
      '1900-01-01', '1900-02-28', null, '1900-03-01', '1978-02-28', '2025-01-01', null, null, null])
  })

  it('drops the time of day', () => {
    expect(dateOfSerial(28550.75)).toBe('1978-03-01')
  })

  it('leads to its day and back', () => {
    expect(() => fc.assert(fc.property(day, (text) => dateOfSerial(serialOfDate(text) ?? 0) === text))).not.toThrow()
  })
})

it('an age grows on the birthday; a month counts from its first day', () => {
  expect([ageOn('2008-11-24', '2026-11-23'), ageOn('2008-11-24', '2026-11-24'), ageOn('2008-11', '2026-11-01'), ageOn('2008-12', '2026-11-30')]).toEqual([17, 18, 18, 17])
})
