import { beforeEach, describe, expect, it } from 'vitest'
import { World } from './world'

// 组织法第14条; domain.md A.9, A.11 and A.34.
let world: World
let term: string
let mandates: readonly string[]

beforeEach(() => {
  world = new World()
  ;({ term, mandates } = world.term(11))
})

describe('人代会', () => {
  const regular = () => world.add('session', { term, no: 4, kind: '2' })

  it('runs from the call to the archive', () => {
    const id = regular()
    expect(world.warned(id, 'call', { decide_on: '2025-06-01', notice_on: '2025-06-10', start_on: '2025-06-20', place: '镇礼堂' })).toEqual([])
    for (const mandate of mandates) world.add('attendance', { session: id, mandate, state: '1' })
    expect(world.warned(id, 'open', { total_deputies: 11 })).toEqual([])
    expect(world.warned(id, 'close', { end_on: '2025-06-21', budget_approved_on: '2025-06-21' })).toEqual([])
    expect(world.did(id, 'archive')).toBe('已归档')
    expect(world.get(id).fields).toMatchObject({ decide_on: '2025-06-01', start_on: '2025-06-20', total_deputies: 11, end_on: '2025-06-21', budget_approved_on: '2025-06-21' })
  })

  it('warns of a notice later than congress.notice: 13 June for 20 June is the last day', () => {
    expect(world.warned(regular(), 'call', { decide_on: '2025-06-01', notice_on: '2025-06-13', start_on: '2025-06-20' })).toEqual([])
    expect(world.warned(regular(), 'call', { decide_on: '2025-06-01', notice_on: '2025-06-14', start_on: '2025-06-20' })).toEqual(['notice-too-short'])
  })

  it('a special session says who called it; deputies need a fifth of all, rounded up', () => {
    const id = world.add('session', { term, no: 4, kind: '4' })
    expect(world.refused(id, 'call', { decide_on: '2025-06-01' })).toMatchObject({ missing: ['convened_by'] })
    expect(world.refused(id, 'call', { decide_on: '2025-06-01', convened_by: '2' })).toMatchObject({ missing: ['proposers'] })
    // N = 11: ⌈11/5⌉ = 3, and a name given twice counts once
    expect(world.refused(id, 'call', { decide_on: '2025-06-01', convened_by: '2', proposers: [mandates[0] ?? '', mandates[1] ?? '', mandates[0] ?? ''] }))
      .toEqual({ code: 'not-now', because: 'too-few-names', field: 'proposers' })
    expect(world.did(id, 'call', { decide_on: '2025-06-01', convened_by: '2', proposers: mandates.slice(0, 3) })).toBe('已通知')
  })

  it('the presidium may call a special session by itself', () => {
    expect(world.did(world.add('session', { term, no: 4, kind: '4' }), 'call', { decide_on: '2025-06-01', convened_by: '1' })).toBe('已通知')
  })

  it('opens only with the number of all deputies, and warns without a quorum: 7 of 11 are too few, 8 enough', () => {
    const id = regular()
    expect(world.refused(id, 'open', { start_on: '2025-06-20' })).toMatchObject({ missing: ['total_deputies'] })
    for (const mandate of mandates.slice(0, 7)) world.add('attendance', { session: id, mandate, state: '1' })
    expect(world.warned(id, 'open', { start_on: '2025-06-20', total_deputies: 11 })).toEqual(['no-quorum'])
    world.add('attendance', { session: id, mandate: mandates[7] ?? '', state: '1' })
    expect(world.warned(id, 'close', { end_on: '2025-06-20' })).toEqual(['deputies-without-attendance'])
  })

  it('cannot close before it opened', () => {
    const id = regular()
    world.did(id, 'open', { start_on: '2025-06-20', total_deputies: 11 })
    expect(world.act(id, 'close', { end_on: '2025-06-19' })).toMatchObject({
      code: 'date-order', field: 'end_on', detail: { first: '2025-06-20', firstLabel: '开会日期', second: '2025-06-19', secondLabel: '闭会日期' },
    })
  })

  it('is called off with a reason, but not once it runs', () => {
    const id = regular()
    expect(world.refused(id, 'call_off', { event_on: '2025-06-01' })).toMatchObject({ missing: ['cancel_reason'] })
    world.did(id, 'open', { start_on: '2025-06-20', total_deputies: 11 })
    expect(world.refused(id, 'call_off', { cancel_reason: '疫情' })).toMatchObject({ because: 'wrong-status' })
  })
})

describe('主席团会议', () => {
  it('runs from notice to archive and warns without quorum or decisions', () => {
    const id = world.add('presidium_meeting', { term, no: 5 })
    world.did(id, 'call', { notice_on: '2025-03-01', held_on: '2025-03-05', place: '会议室' })
    expect(world.refused(id, 'open')).toMatchObject({ missing: ['members_total'] })
    world.did(id, 'open', { members_total: 9 })
    expect(world.log(id).at(-1)?.event_on).toBe('2025-03-05')
    for (const mandate of mandates.slice(0, 4)) world.add('participation', { event: id, mandate, state: '1' })
    expect(world.refused(id, 'close', { closed_on: '2025-03-04' })).toEqual({ code: 'date-order', field: 'closed_on' })
    expect(world.warned(id, 'close', { closed_on: '2025-03-05' })).toEqual(['presidium-no-quorum', 'no-decisions'])
    expect(world.did(id, 'archive')).toBe('已归档')
  })

  it('five of nine members are more than half; who only listens is no member', () => {
    const id = world.add('presidium_meeting', { term, no: 5 })
    world.did(id, 'open', { held_on: '2025-03-05', members_total: 9 })
    world.add('decision', { meeting: id, no: 1, title: '年度监督计划' })
    for (const mandate of mandates.slice(0, 4)) world.add('participation', { event: id, mandate, state: '1' })
    const guest = world.add('participation', { event: id, mandate: mandates[4] ?? '', state: '1', role: '4' })
    expect(world.warned(id, 'close', { closed_on: '2025-03-05' })).toEqual(['presidium-no-quorum'])
    world.did(id, 'undo_step', { reason: '补登' })
    world.records.delete(guest)
    world.add('participation', { event: id, mandate: mandates[5] ?? '', state: '1' })
    expect(world.warned(id, 'close', { closed_on: '2025-03-05' })).toEqual([])
  })

  it('is called off with a reason', () => {
    expect(world.did(world.add('presidium_meeting', { term, no: 5 }), 'call_off', { cancel_reason: '防汛' })).toBe('已取消')
  })
})
