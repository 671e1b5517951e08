import { beforeEach, describe, expect, it } from 'vitest'
import { statusAt } from '../../../shared/facts'
import { World } from './world'

// 代表法第61–63条, 选举法第47、55、57条; domain.md A.4 and A.34.
let world: World
let term: string
let id: string

beforeEach(() => {
  world = new World()
  term = world.term().term
  id = world.deputy(term, { confirm_on: '2021-12-10' })
})

describe('资格确认', () => {
  it('brings the elected deputy into office', () => {
    const elected = world.deputy(term, { elected_on: '2025-03-01' }, '当选待确认')
    expect(world.did(elected, 'confirm', { confirm_on: '2025-03-05', cert_no: '0012' })).toBe('在任')
    expect(world.get(elected).fields).toMatchObject({ confirm_on: '2025-03-05', cert_no: '0012' })
  })

  it('warns where the constituency has no free seat', () => {
    const constituency = world.add('constituency', { term, level: '5', no: '1', seats: 1 })
    world.deputy(term, { constituency })
    const second = world.deputy(term, { constituency }, '当选待确认')
    expect(world.warned(second, 'confirm', { confirm_on: '2025-03-05' })).toEqual(['no-free-seat'])
  })

  it('cannot precede the election', () => {
    const elected = world.deputy(term, { elected_on: '2025-03-01' }, '当选待确认')
    expect(world.refused(elected, 'confirm', { confirm_on: '2025-02-28' })).toEqual({ code: 'date-order', field: 'confirm_on' })
  })

  it('an election that does not hold is void, with a note in the log', () => {
    const elected = world.deputy(term, {}, '当选待确认')
    expect(world.did(elected, 'void', { event_on: '2025-03-05', end_note: '贿选' })).toBe('当选无效')
    expect(JSON.parse(world.log(elected).at(-1)?.input ?? '')).toMatchObject({ end_note: '贿选' })
  })
})

describe('暂停与恢复', () => {
  it('suspends for one of the two cases and resumes (代表法第61条)', () => {
    expect(world.did(id, 'suspend', { event_on: '2025-02-01', suspend_reason: 'S1', report_on: '2025-02-05' })).toBe('暂停执行职务')
    expect(world.refused(id, 'resume', { resume_on: '2025-01-31' })).toEqual({ code: 'date-order', field: 'resume_on' })
    expect(world.did(id, 'resume', { resume_on: '2025-06-01' })).toBe('在任')
    expect(statusAt(world.get(id), '2025-03-01')).toBe('暂停执行职务')
  })

  it('wants the case', () => {
    expect(world.refused(id, 'suspend', { event_on: '2025-02-01' })).toMatchObject({ missing: ['suspend_reason'] })
  })
})

describe('辞职', () => {
  it('is put to the congress; 2a unless said, and the written request is asked for (选举法第55条)', () => {
    expect(world.warned(id, 'resign', { event_on: '2025-02-01' })).toEqual(['no-written-resignation'])
    expect(world.get(id)).toMatchObject({ status: '辞职待大会表决', fields: { end_reason: '2a' } })
    expect(world.refused(id, 'resign', { event_on: '2025-02-01' })).toMatchObject({ because: 'wrong-status' })
  })

  it('is silent with the written request attached', () => {
    expect(world.warned(id, 'resign', { event_on: '2025-02-01', end_reason: '2b', files: ['file-1'] })).toEqual([])
  })

  it('refuses another ground than a resignation', () => {
    expect(world.refused(id, 'resign', { event_on: '2025-02-01', end_reason: '1' })).toEqual({ code: 'not-now', because: 'not-this-reason', field: 'end_reason' })
  })

  it('ends the mandate where the congress accepts it', () => {
    world.did(id, 'resign', { event_on: '2025-02-01' })
    expect(world.did(id, 'vote_resignation', { congress_on: '2025-07-01', passed: true, announce_no: '4号' })).toBe('已终止')
    expect(world.get(id).fields).toMatchObject({ end_reason: '2a', congress_on: '2025-07-01', announce_no: '4号' })
  })

  it('leaves no trace of an end where the congress does not', () => {
    world.did(id, 'resign', { event_on: '2025-02-01' })
    expect(world.did(id, 'vote_resignation', { congress_on: '2025-07-01', passed: false })).toBe('在任')
    for (const key of ['end_reason', 'event_on', 'congress_on']) expect(world.get(id).fields).not.toHaveProperty(key)
    expect(world.log(id).at(-1)).toMatchObject({ from: '辞职待大会表决', to: '在任', event_on: '2025-07-01' })
  })

  it('refuses 通过 against the count: 30 of 60 is no majority of all deputies', () => {
    world.did(id, 'resign', { event_on: '2025-02-01' })
    const vote = world.add('vote', { kind: '1', total: 60, for_count: 30 })
    expect(world.refused(id, 'vote_resignation', { congress_on: '2025-07-01', passed: true, vote })).toEqual({ code: 'not-now', because: 'vote-not-passed', field: 'passed' })
    const carried = world.add('vote', { kind: '1', total: 60, for_count: 31 })
    expect(world.did(id, 'vote_resignation', { congress_on: '2025-07-01', passed: true, vote: carried })).toBe('已终止')
  })

  it('wants to know whether it passed', () => {
    world.did(id, 'resign', { event_on: '2025-02-01' })
    expect(world.refused(id, 'vote_resignation', { congress_on: '2025-07-01' })).toMatchObject({ missing: ['passed'] })
  })
})

describe('终止', () => {
  it('is reported, then announced: 迁出 counts from the day it happened (选举法第57条)', () => {
    world.did(id, 'report_end', { report_on: '2025-05-10', event_on: '2025-04-20', end_reason: '1' })
    expect(world.did(id, 'end', { congress_on: '2025-07-01' })).toBe('已终止')
    expect(world.log(id).at(-1)).toMatchObject({ step: 'end', event_on: '2025-04-20' })
    expect([statusAt(world.get(id), '2025-04-19'), statusAt(world.get(id), '2025-04-20')]).toEqual(['在任', '已终止'])
  })

  it('every other ground counts from the announcement', () => {
    world.did(id, 'report_end', { report_on: '2025-05-10', event_on: '2025-04-20', end_reason: '3' })
    world.did(id, 'end', { congress_on: '2025-07-01' })
    expect([statusAt(world.get(id), '2025-06-30'), statusAt(world.get(id), '2025-07-01')]).toEqual(['终止待公告', '已终止'])
  })

  it('refuses to report what has its own way: resignation, recall, death', () => {
    for (const end_reason of ['2a', '4', '8']) {
      expect(world.refused(id, 'report_end', { report_on: '2025-05-10', event_on: '2025-04-20', end_reason })).toMatchObject({ because: 'not-this-reason' })
    }
  })

  it('refuses a report before the event and an announcement before it', () => {
    expect(world.refused(id, 'report_end', { report_on: '2025-04-19', event_on: '2025-04-20', end_reason: '1' })).toEqual({ code: 'date-order', field: 'report_on' })
    world.did(id, 'report_end', { report_on: '2025-05-10', event_on: '2025-04-20', end_reason: '5' })
    expect(world.refused(id, 'end', { congress_on: '2025-04-19' })).toEqual({ code: 'date-order', field: 'congress_on' })
  })

  it('a deputy in office is ended at once only by recall; without a passed one the step warns', () => {
    expect(world.refused(id, 'end', { congress_on: '2025-07-01', end_reason: '3' })).toMatchObject({ because: 'not-this-reason' })
    expect(world.warned(id, 'end', { congress_on: '2025-07-01', end_reason: '4' })).toEqual(['no-passed-recall'])
  })

  it('death ends it on the day, whatever was under way', () => {
    world.did(id, 'report_end', { report_on: '2025-05-10', event_on: '2025-04-20', end_reason: '3' })
    expect(world.did(id, 'die', { event_on: '2025-06-01' })).toBe('已终止')
    expect(world.get(id).fields).toMatchObject({ end_reason: '8', event_on: '2025-06-01' })
  })

  it('the term ends it only once the term has an end', () => {
    expect(world.refused(id, 'expire', { event_on: '2025-12-20' })).toMatchObject({ because: 'term-without-end' })
    world.records.set(term, { ...world.get(term), fields: { ...world.get(term).fields, end_on: '2025-12-20' } })
    expect(world.did(id, 'expire')).toBe('卸任')
    expect(world.get(id).fields).toMatchObject({ end_reason: '9', event_on: '2025-12-20' })
    expect(world.refused(id, 'suspend', { event_on: '2025-12-21', suspend_reason: 'S1' })).toMatchObject({ because: 'wrong-status' })
  })
})
