import { beforeEach, describe, expect, it } from 'vitest'
import { carries, deputiesInOffice, fifth, hasQuorum, majority, quorum, shareOf } from '../../shared/rules/deputies'
import { ruleBook } from '../../shared/rules/presets'
import { defaultSettings } from '../../shared/rules/rule-book'
import { World } from './steps/world'

describe('numbers that the law derives from 全体代表', () => {
  it.each([[60, 40, 31, 12], [61, 41, 31, 13], [62, 42, 32, 13], [1, 1, 1, 1], [45, 30, 23, 9], [0, 0, 1, 0]])('N = %i: quorum %i, majority %i, a fifth %i', (n, two, half, five) => {
    expect([quorum(n), majority(n), fifth(n)]).toEqual([two, half, five])
  })

  it('quorum and majority agree with their integer tests for every N', () => {
    for (let n = 1; n <= 160; n++) {
      expect([hasQuorum(quorum(n), n), hasQuorum(quorum(n) - 1, n), carries(majority(n), n), carries(majority(n) - 1, n)]).toEqual([true, false, true, false])
    }
  })

  it('a share of the rule book rounds up, and is off where it has no figure', () => {
    const entry = ruleBook(null).entry('congress.special')
    expect([shareOf(entry, 60), shareOf(entry, 61), shareOf({ ...entry, n: null }, 60)]).toEqual([12, 13, null])
  })
})

describe('who counts on a day (代表法第61–63条)', () => {
  let world: World
  let term: string

  beforeEach(() => {
    world = new World()
    term = world.add('term', { no: 19, first_meeting_on: '2021-12-20' })
    world.deputy(term)
    world.deputy(term, {}, '辞职待大会表决')
  })

  const on = (day: string, more: Partial<typeof defaultSettings> = {}) => {
    const { total, leftOut } = deputiesInOffice(world.facts, day, { ...defaultSettings, ...more })
    return [total, leftOut.map((one) => `${one.status}:${one.why}`)]
  }

  it('counts those in office and those who await the vote on their resignation', () => {
    expect(on('2025-01-01')).toEqual([2, []])
  })

  it('counts suspended deputies unless the office says otherwise, and lists them then', () => {
    world.deputy(term, {}, '暂停执行职务')
    expect(on('2025-01-01')).toEqual([3, []])
    expect(on('2025-01-01', { count_suspended: false })).toEqual([2, ['暂停执行职务:count_suspended']])
  })

  it('of those awaiting the announcement, who moved away does not count and the others do', () => {
    world.deputy(term, { end_reason: '1' }, '终止待公告')
    world.deputy(term, { end_reason: '3' }, '终止待公告')
    expect(on('2025-01-01')).toEqual([3, ['终止待公告:count_pending_moved']])
    expect(on('2025-01-01', { count_pending_moved: true, count_pending_other: false })).toEqual([3, ['终止待公告:count_pending_other']])
  })

  it('leaves out other levels, those not confirmed and those who are gone', () => {
    world.deputy(term, { level: '4' })
    world.deputy(term, {}, '当选待确认')
    world.deputy(term, {}, '已终止')
    world.deputy(term, {}, '卸任')
    expect(on('2025-01-01')).toEqual([2, []])
  })

  it('asks the log for the day, not the present status', () => {
    const id = world.deputy(term)
    world.did(id, 'die', { event_on: '2025-06-01' })
    expect([on('2025-05-31')[0], on('2025-06-01')[0]]).toEqual([3, 2])
  })
})
