import { beforeEach, describe, expect, it } from 'vitest'
import { World } from './world'

// 代表法第31条, 组织法第19条; domain.md A.12, A.13 and A.34.
let world: World
let office: ReturnType<World['term']>

beforeEach(() => {
  world = new World()
  office = world.term()
})

describe('监督事项', () => {
  const inspection = () => world.add('supervision', { form: '03', topic: '饮水安全' })

  it('runs from the plan to the archive', () => {
    const id = inspection()
    expect(world.did(id, 'prepare', { event_on: '2025-02-20' })).toBe('准备')
    expect(world.did(id, 'start', { start_on: '2025-03-01', end_on: '2025-03-02', place: '水厂' })).toBe('实施')
    expect(world.did(id, 'report', { report_on: '2025-03-10' })).toBe('形成报告')
    expect(world.did(id, 'forward', { forward_on: '2025-03-12', forward_to: [office.water] })).toBe('整改中')
    expect(world.did(id, 'answer', { feedback_on: '2025-05-01', feedback_text: '已更换管网' })).toBe('已反馈')
    expect(world.did(id, 'close', { closed_on: '2025-05-10', deputy_feedback_on: '2025-05-12' })).toBe('办结')
    expect(world.did(id, 'archive')).toBe('归档')
  })

  it('an inspection of the law names the laws', () => {
    const id = world.add('supervision', { form: '02', topic: '水法实施' })
    expect(world.refused(id, 'start', { start_on: '2025-03-01' })).toEqual({ code: 'not-now', because: 'input-missing', field: 'laws', missing: ['laws'] })
    expect(world.did(id, 'start', { start_on: '2025-03-01', laws: [{ name: '水法' }] })).toBe('实施')
  })

  it('forwarding sets the term of the answer: report.feedback, three months clipped', () => {
    const id = inspection()
    world.did(id, 'start', { start_on: '2025-11-01' })
    world.did(id, 'forward', { forward_on: '2025-11-30', forward_to: [office.water] })
    expect(world.get(id).fields['feedback_due']).toBe('2026-02-28')
  })

  it('the answer cannot precede the forwarding', () => {
    const id = inspection()
    world.did(id, 'start', { start_on: '2025-03-01' })
    expect(world.refused(id, 'forward', { forward_on: '2025-03-12' })).toMatchObject({ missing: ['forward_to'] })
    world.did(id, 'forward', { forward_on: '2025-03-12', forward_to: [office.water] })
    expect(world.refused(id, 'answer', { feedback_on: '2025-03-11' })).toEqual({ code: 'date-order', field: 'feedback_on' })
  })

  it('a rating is kept once a round and aspect; negative numbers are refused', () => {
    const id = inspection()
    world.did(id, 'start', { start_on: '2025-03-01' })
    expect(world.refused(id, 'rate', { rated_on: '2025-03-05', satisfied: -1 })).toEqual({ code: 'negative', field: 'satisfied' })
    expect(world.did(id, 'rate', { rated_on: '2025-03-05', satisfied: 30, basically: 8, dissatisfied: 2, abstain: 0 })).toBe('实施')
    expect(world.all('rating')).toEqual([{ about: id, round: 1, aspect: '总体', rated_on: '2025-03-05', satisfied: 30, basically: 8, dissatisfied: 2, abstain: 0 }])
    expect(world.warned(id, 'rate', { rated_on: '2025-03-05', satisfied: 31 })).toEqual(['rating-replaced'])
    expect(world.all('rating')).toMatchObject([{ satisfied: 31, basically: 8 }])
    world.did(id, 'rate', { rated_on: '2025-09-05', satisfied: 35, round: 2 })
    expect(world.all('rating')).toHaveLength(2)
  })

  it('closing warns of open findings', () => {
    const id = inspection()
    world.did(id, 'start', { start_on: '2025-03-01' })
    world.did(id, 'report', { report_on: '2025-03-10' })
    world.add('finding', { supervision: id, no: 1, problem: '水池未加盖' })
    world.add('finding', { supervision: id, no: 2, problem: '无台账' }, '销号')
    expect(world.act(id, 'close', { closed_on: '2025-03-20' })).toMatchObject({ ok: true, value: { warnings: [{ code: 'open-findings', detail: { count: 1 } }] } })
  })

  it('a planned one is called off with a reason', () => {
    expect(world.did(inspection(), 'call_off', { cancel_reason: '并入年度检查' })).toBe('已取消')
  })
})

describe('发现问题', () => {
  let id: string
  beforeEach(() => {
    id = world.add('finding', { supervision: world.add('supervision', { form: '03', topic: '饮水' }), no: 1, problem: '水池未加盖' })
  })

  it('is handed over with a deadline, put right, sent back, put right again and struck off', () => {
    expect(world.refused(id, 'hand_over', { date: '2025-03-01' })).toMatchObject({ missing: ['due_on'] })
    expect(world.refused(id, 'hand_over', { date: '2025-03-01', due_on: '2025-02-01' })).toEqual({ code: 'date-order', field: 'due_on' })
    world.did(id, 'hand_over', { date: '2025-03-01', due_on: '2025-04-01', unit: office.water })
    expect(world.refused(id, 'rectify', { done_on: '2025-03-20' })).toMatchObject({ missing: ['done_note'] })
    world.did(id, 'rectify', { done_on: '2025-03-20', done_note: '加盖' })
    expect(world.refused(id, 'return', { verified_on: '2025-03-19', verified_by: '张代表' })).toEqual({ code: 'date-order', field: 'verified_on' })
    expect(world.did(id, 'return', { verified_on: '2025-03-25', verified_by: '张代表', return_reason: '只盖了一半' })).toBe('退回整改')
    world.did(id, 'rectify', { done_on: '2025-04-01', done_note: '全部加盖' })
    expect(world.refused(id, 'accept', { verified_on: '2025-03-31', verified_by: '张代表' })).toEqual({ code: 'date-order', field: 'verified_on' })
    expect(world.did(id, 'accept', { verified_on: '2025-04-03', verified_by: '张代表' })).toBe('销号')
  })

  it('wants to know who checked', () => {
    world.did(id, 'hand_over', { date: '2025-03-01', due_on: '2025-04-01' })
    world.did(id, 'rectify', { done_on: '2025-03-20', done_note: '加盖' })
    expect(world.refused(id, 'accept', { verified_on: '2025-03-25' })).toMatchObject({ missing: ['verified_by'] })
  })
})

describe('审议意见督办', () => {
  let id: string
  const send = () => world.did(id, 'send', { sent_on: '2025-01-10', target: office.roads, due_on: '2025-04-10' })
  beforeEach(() => {
    id = world.add('follow_up', { title: '关于农村公路的审议意见' })
  })

  it('is sent with unit and deadline', () => {
    expect(world.refused(id, 'send', { sent_on: '2025-01-10' })).toMatchObject({ missing: ['target', 'due_on'] })
    expect(world.refused(id, 'send', { sent_on: '2025-01-10', target: office.roads, due_on: '2025-01-09' })).toEqual({ code: 'date-order', field: 'due_on' })
    expect(send()).toBe('已交办')
  })

  it('keeps its progress row by row and who was urged', () => {
    send()
    expect(world.did(id, 'progress', { date: '2025-02-01', text: '已招标' })).toBe('办理中')
    world.did(id, 'progress', { date: '2025-03-01', text: '已开工' })
    expect(world.get(id).fields['progress']).toEqual([{ date: '2025-02-01', text: '已招标' }, { date: '2025-03-01', text: '已开工' }])
    expect(world.did(id, 'urge', { date: '2025-03-05', mode: '2', text: '现场催办' })).toBe('办理中')
    expect(world.all('urge')).toEqual([{ about: id, date: '2025-03-05', mode: '2', text: '现场催办' }])
  })

  it('extends up to six months from sending, beyond with a warning', () => {
    send()
    expect(world.warned(id, 'extend', { date: '2025-04-01', extended_due_on: '2025-07-10', extend_reason: '雨季' })).toEqual([])
    expect(world.warned(id, 'extend', { date: '2025-07-01', extended_due_on: '2025-07-11', extend_reason: '雨季' })).toEqual(['extension-too-long'])
    expect(world.refused(id, 'extend', { date: '2025-07-02', extended_due_on: '2025-07-12' })).toMatchObject({ missing: ['extend_reason'] })
  })

  it('is answered, checked, sent back, answered again and closed with an evaluation', () => {
    send()
    expect(world.refused(id, 'answer', { reply_on: '2025-01-09', reply_text: '完成' })).toEqual({ code: 'date-order', field: 'reply_on' })
    world.did(id, 'answer', { reply_on: '2025-04-01', reply_text: '完成一半' })
    expect(world.did(id, 'verify', { verified_on: '2025-04-05', verified_by: '王主席' })).toBe('已报告')
    expect(world.did(id, 'return', { date: '2025-04-06', return_reason: '未完成' })).toBe('退回')
    expect(world.refused(id, 'answer', { reply_on: '2025-04-20' })).toMatchObject({ missing: ['reply_text'] })
    world.did(id, 'answer', { reply_on: '2025-04-20', reply_text: '全部完成' })
    expect(world.refused(id, 'close', { closed_on: '2025-04-25' })).toMatchObject({ missing: ['evaluation'] })
    expect(world.did(id, 'close', { closed_on: '2025-04-25', evaluation: '1' })).toBe('已办结')
  })
})
