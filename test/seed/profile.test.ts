import { describe, expect, test } from 'vitest'
import { amountsOf, amountsOfYear, townsOf, usualProfile } from '../../shared/seed/profile'
import { apportion, randomFrom } from '../../shared/seed/random'
import { yearDays } from '../../shared/seed/days'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
const towns = (profile: 'inspections' | 'stations') => Array.from({ length: townsOf(profile) }, (_, index) => amountsOf(profile, index))

describe('what a county of sample towns adds up to', () => {
  test('18 towns share 216 inspections, 720 suggestions, 770 debriefed deputies, 18 homes and 103 studios', () => {
    const all = towns('inspections')
    expect([all.length, sum(all.map((one) => one.inspections)), sum(all.map((one) => one.suggestions)), sum(all.map((one) => one.debriefs)), sum(all.map((one) => one.homes)), sum(all.map((one) => one.studios))])
      .toEqual([18, 216, 720, 770, 18, 103])
  })

  test('16 towns share 242 receptions, 297 matters and 16 stations', () => {
    const all = towns('stations')
    expect([all.length, sum(all.map((one) => one.receptions)), sum(all.map((one) => one.matters)), sum(all.map((one) => one.stations))]).toEqual([16, 242, 297, 16])
  })

  test('every town has deputies enough for those who report, and no two figures are spread evenly', () => {
    const all = towns('inspections')
    // One deputy leaves and one comes in the year: neither reports.
    expect(all.filter((one) => one.debriefs > one.deputies - 2)).toEqual([])
    expect(all.every((one) => one.deputies >= 45 && one.deputies <= 160)).toBe(true)
    for (const key of ['inspections', 'suggestions', 'debriefs', 'studios'] as const) expect(new Set(all.map((one) => one[key])).size).toBeGreaterThan(3)
  })

  test('a longer or larger sample leaves the figures of the running year as they are', () => {
    expect(amountsOfYear('inspections', 4, true, 7).suggestions).toBe(amountsOf('inspections', 4).suggestions)
    expect(amountsOfYear('inspections', 4, true, 7).visits).toBe(amountsOf('inspections', 4).visits * 7)
    expect(amountsOfYear('ordinary', 0, true, 7).suggestions).toBe(amountsOf('ordinary', 0).suggestions * 7)
  })

  test('a county of 18 or of 16 towns has the published figures unless told otherwise', () => {
    expect([usualProfile(18), usualProfile(16), usualProfile(3)]).toEqual(['inspections', 'stations', 'ordinary'])
  })
})

describe('numbers and days', () => {
  test('a total is given out whole, largest remainders first', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3])
    expect(apportion(7, [5, 3, 2])).toEqual([4, 2, 1])
    expect(apportion(0, [1, 2])).toEqual([0, 0])
  })

  test('the same seed gives the same numbers, another seed others, and each part of the work its own', () => {
    const draw = (seed: number, part: string) => { const random = randomFrom(seed).fork(part); return [random.next(), random.between(1, 100), random.some([1, 2, 3, 4, 5], 3)] }
    expect(draw(7, '建议')).toEqual(draw(7, '建议'))
    expect(draw(8, '建议')).not.toEqual(draw(7, '建议'))
    expect(draw(7, '监督')).not.toEqual(draw(7, '建议'))
  })

  test('no day of a sample lies in the future, before the term or outside its year', () => {
    for (const today of ['2026-01-01', '2026-01-03', '2026-02-28', '2026-07-01', '2026-12-31']) {
      const days = yearDays(2026, today, '2025-12-22')
      const drawn = days.spread(randomFrom(3), 60)
      expect(drawn.filter((day) => day > today || day < '2026-01-01')).toEqual([])
      expect([...drawn].sort()).toEqual(drawn)
      expect(days.after(today, 1)).toBeNull()
    }
  })
})
