import { beforeEach, describe, expect, it } from 'vitest'
import { World } from './world'

// domain.md A.22, A.26, A.28 and A.34; 代表法第31、58条.
let world: World
let office: ReturnType<World['term']>

beforeEach(() => {
  world = new World()
  office = world.term()
})

describe('代表活动', () => {
  it('one entry numbers the activity and makes a row for every deputy', () => {
    const id = world.add('activity', { kind: '07', title: '第一小组活动' })
    const [a = '', b = ''] = office.mandates
    expect(world.did(id, 'hold', { start_on: '2025-03-06', place: '三组', participants: [{ mandate: a, state: '1' }, { mandate: b, state: '2', leave_reason: '外出' }] })).toBe('已开展')
    expect(world.get(id).fields).toMatchObject({ no: 'L2025001', half_days: 1, place: '三组' })
    expect(world.get(id).fields).not.toHaveProperty('participants')
    expect(world.all('participation')).toEqual([{ event: id, mandate: a, state: '1' }, { event: id, mandate: b, state: '2', leave_reason: '外出' }])
    const second = world.add('activity', { kind: '07', title: '第二小组活动' })
    world.did(second, 'hold', { start_on: '2025-04-06' })
    expect(world.get(second).fields['no']).toBe('L2025002')
  })

  it('changes the row that a deputy has already', () => {
    const id = world.add('activity', { kind: '07', title: '小组活动' })
    const [a = ''] = office.mandates
    world.add('participation', { event: id, mandate: a, state: '3' })
    world.did(id, 'hold', { start_on: '2025-03-06', participants: [{ mandate: a, state: '1' }] })
    expect(world.all('participation')).toEqual([{ event: id, mandate: a, state: '1' }])
    world.did(id, 'undo_step', { reason: '登错了' })
    expect(world.all('participation')).toEqual([{ event: id, mandate: a, state: '3' }])
  })

  it('cannot have been held tomorrow, nor end before it began', () => {
    const id = world.add('activity', { kind: '07', title: '小组活动', start_on: '2026-01-01' })
    expect(world.refused(id, 'hold')).toEqual({ code: 'date-future', field: 'start_on' })
    expect(world.refused(id, 'hold', { start_on: '2025-03-06', end_on: '2025-03-05' })).toEqual({ code: 'date-order', field: 'end_on' })
  })

  it('is notified, archived, or cancelled with a reason', () => {
    const id = world.add('activity', { kind: '07', title: '小组活动' })
    expect(world.did(id, 'notify', { notice_on: '2025-03-01' })).toBe('已通知')
    expect(world.refused(id, 'cancel')).toMatchObject({ missing: ['cancel_reason'] })
    world.did(id, 'hold', { start_on: '2025-03-06' })
    expect(world.refused(id, 'cancel', { cancel_reason: '下雨' })).toMatchObject({ because: 'wrong-status' })
    expect(world.did(id, 'archive')).toBe('已归档')
    expect(world.did(world.add('activity', { kind: '07', title: '二' }), 'cancel', { cancel_reason: '下雨' })).toBe('取消')
  })
})

describe('群众反映事项', () => {
  let id: string
  beforeEach(() => {
    id = world.add('voter_matter', { received_on: '2025-03-01', channel: '1', category: '02', content: '三组路灯不亮。', deputies: [office.mandates[0] ?? ''] })
  })

  it.each([['1', '当场答复'], ['2', '代表自办'], ['7', '转信访']])('route %s leads to %s', (route, status) => {
    expect(world.did(id, 'route', { routed_on: '2025-03-02', route })).toBe(status)
  })

  it.each(['3', '4', '5', '9'])('route %s names the unit it goes to', (route) => {
    expect(world.refused(id, 'route', { routed_on: '2025-03-02', route })).toEqual({ code: 'not-now', because: 'input-missing', field: 'to_unit', missing: ['to_unit'] })
    expect(world.did(id, 'route', { routed_on: '2025-03-02', route, to_unit: office.roads, due_on: '2025-04-01' })).toBe('已转办')
  })

  it('不受理 says why', () => {
    expect(world.refused(id, 'route', { routed_on: '2025-03-02', route: '8' })).toMatchObject({ missing: ['reject_reason'] })
    expect(world.did(id, 'route', { routed_on: '2025-03-02', route: '8', reject_reason: '2' })).toBe('不受理')
  })

  it('a suggestion is made by its own step, and once only', () => {
    expect(world.refused(id, 'route', { routed_on: '2025-03-02', route: '6' })).toEqual({ code: 'not-now', because: 'use-convert', field: 'route' })
    expect(world.did(id, 'convert', { date: '2025-03-02' })).toBe('转建议')
    const made = String(world.get(id).fields['suggestion'])
    expect(world.get(made)).toMatchObject({
      type: 'suggestion', status: '草稿',
      fields: { title: '关于三组路灯不亮的建议', body: '三组路灯不亮。', source: '03', source_ref: id, lead: office.mandates[0], field: '02', period: '2' },
    })
    expect(world.refused(id, 'convert', { date: '2025-03-03' })).toMatchObject({ because: 'already-converted' })
  })

  it('goes elsewhere, is answered, told and filed', () => {
    world.did(id, 'route', { routed_on: '2025-03-02', route: '3', to_unit: office.roads })
    expect(world.refused(id, 'route', { routed_on: '2025-03-05', route: '4' })).toMatchObject({ missing: ['to_unit'] })
    world.did(id, 'route', { routed_on: '2025-03-05', route: '4', to_unit: office.water })
    expect(world.refused(id, 'reply', { reply_on: '2025-02-28', reply_text: '已修' })).toEqual({ code: 'date-order', field: 'reply_on' })
    expect(world.refused(id, 'reply', { reply_on: '2025-03-09' })).toMatchObject({ missing: ['reply_text'] })
    expect(world.did(id, 'reply', { reply_on: '2025-03-09', reply_text: '已修' })).toBe('已回复')
    expect(world.refused(id, 'inform', { informed_on: '2025-03-08' })).toEqual({ code: 'date-order', field: 'informed_on' })
    expect(world.did(id, 'inform', { informed_on: '2025-03-10', visitor_rate: '1' })).toBe('已告知')
    expect(world.did(id, 'close', { closed_on: '2025-03-11' })).toBe('归档')
    expect(world.get(id).fields).toMatchObject({ visitor_rate: '1', closed_on: '2025-03-11' })
  })
})

describe('代表述职', () => {
  let id: string
  beforeEach(() => {
    id = world.add('debrief', { mandate: office.mandates[0] ?? '' })
  })

  it('runs from notice to file', () => {
    world.did(id, 'notify', { notice_on: '2025-10-01' })
    expect(world.did(id, 'report', { date: '2025-10-10', place: '村部', form: '1', voters_present: 62 })).toBe('已述职')
    expect(world.did(id, 'rate', { rated_on: '2025-10-10', satisfied: 50, basically: 10, dissatisfied: 2, abstain: 0 })).toBe('已测评')
    expect(world.refused(id, 'feed_back', { feedback_on: '2025-10-09' })).toEqual({ code: 'date-order', field: 'feedback_on' })
    expect(world.did(id, 'feed_back', { feedback_on: '2025-10-12' })).toBe('已反馈')
    expect(world.did(id, 'rectify', { rectify_on: '2025-11-01' })).toBe('整改')
    expect(world.warned(id, 'close')).toEqual([])
    expect(world.get(id).status).toBe('归档')
  })

  it('refuses negative votes', () => {
    world.did(id, 'report', { date: '2025-10-10' })
    expect(world.refused(id, 'rate', { rated_on: '2025-10-10', dissatisfied: -3 })).toEqual({ code: 'negative', field: 'dissatisfied' })
  })

  it('expects a report on what was put right where more than half are dissatisfied', () => {
    world.did(id, 'report', { date: '2025-10-10' })
    world.did(id, 'rate', { rated_on: '2025-10-10', satisfied: 10, basically: 10, dissatisfied: 21, abstain: 0 })
    expect(world.warned(id, 'close', { closed_on: '2025-10-20' })).toEqual(['rectification-expected'])
  })

  it('half is not more than half', () => {
    world.did(id, 'report', { date: '2025-10-10' })
    world.did(id, 'rate', { rated_on: '2025-10-10', satisfied: 10, basically: 10, dissatisfied: 20, abstain: 0 })
    expect(world.warned(id, 'close', { closed_on: '2025-10-20' })).toEqual([])
  })
})
