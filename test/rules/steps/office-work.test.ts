import { beforeEach, describe, expect, it } from 'vitest'
import { World } from './world'

// domain.md A.8, A.30–A.33 and A.34; 代表法第41、42条.
let world: World
let office: ReturnType<World['term']>

beforeEach(() => {
  world = new World()
  office = world.term()
})

describe('年度计划', () => {
  it('is adopted, published, carried out; finishing without a record behind it warns', () => {
    const id = world.add('plan_item', { year: 2025, item: '饮水安全视察' })
    world.did(id, 'adopt', { adopted_on: '2025-02-01' })
    expect(world.refused(id, 'publish', { published_on: '2025-01-31' })).toEqual({ code: 'date-order', field: 'published_on' })
    world.did(id, 'publish', { published_on: '2025-02-03' })
    world.did(id, 'start', { date: '2025-03-01' })
    expect(world.warned(id, 'finish', { date: '2025-04-01' })).toEqual(['nothing-linked'])
    expect(world.get(id).status).toBe('已完成')
  })

  it('a supervision that names the item is enough', () => {
    const id = world.add('plan_item', { year: 2025, item: '饮水安全视察' }, '执行中')
    world.add('supervision', { form: '03', topic: '饮水', plan_ref: id })
    expect(world.warned(id, 'finish', { date: '2025-04-01' })).toEqual([])
  })

  it.each([['adjust', '已调整'], ['miss', '未完成']])('%s wants the reason', (step, status) => {
    const id = world.add('plan_item', { year: 2025, item: '饮水安全视察' })
    expect(world.refused(id, step)).toMatchObject({ missing: ['undone_reason'] })
    expect(world.did(id, step, { undone_reason: '与县里合并' })).toBe(status)
  })
})

describe('文件', () => {
  it('gets the next number of its series when issued', () => {
    world.add('office', { code: '511322100', name: '清水镇', doc_prefix: '清人大' })
    world.add('document', { kind: '04', title: '旧', doc_no: '清人大〔2025〕2号' }, '已印发')
    const id = world.add('document', { kind: '04', title: '关于召开会议的通知' })
    world.did(id, 'sign', { signed_on: '2025-03-01', signer: '王主席' })
    expect(world.warned(id, 'issue', { issued_on: '2025-03-02' })).toEqual([])
    expect(world.get(id).fields).toMatchObject({ doc_no: '清人大〔2025〕3号', signer: '王主席', issued_on: '2025-03-02' })
  })

  it('numbers announcements by term, and leaves papers without number alone', () => {
    const announcement = world.add('document', { kind: '03', title: '公告' })
    world.did(announcement, 'issue', { issued_on: '2025-03-02' })
    expect(world.get(announcement).fields['doc_no']).toBe('公告〔十九届〕第1号')
    const minutes = world.add('document', { kind: '05', title: '会议纪要' })
    world.did(minutes, 'issue', { issued_on: '2025-03-02' })
    expect(world.get(minutes).fields).not.toHaveProperty('doc_no')
  })

  it('warns of a number used and of a gap', () => {
    world.add('document', { kind: '04', title: '旧', doc_no: '清人大〔2025〕2号' }, '已印发')
    expect(world.warned(world.add('document', { kind: '04', title: '一' }), 'issue', { issued_on: '2025-03-02', doc_no: '清人大〔2025〕2号' })).toEqual(['doc-no-used'])
    expect(world.warned(world.add('document', { kind: '04', title: '二' }), 'issue', { issued_on: '2025-03-02', doc_no: '清人大〔2025〕5号' })).toEqual(['doc-no-gap'])
  })

  it('is filed, archived and repealed in order', () => {
    const id = world.add('document', { kind: '09', title: '接待日制度' })
    world.did(id, 'issue', { issued_on: '2025-03-02' })
    expect(world.refused(id, 'file', { filed_on: '2025-03-01' })).toEqual({ code: 'date-order', field: 'filed_on' })
    expect(world.did(id, 'file', { filed_on: '2025-03-10' })).toBe('已备案')
    expect(world.did(id, 'archive')).toBe('已归档')
    expect(world.did(id, 'repeal', { repealed_on: '2025-12-01' })).toBe('已废止')
  })
})

describe('任务', () => {
  it('is put off with a day and a reason, finished or cancelled', () => {
    const id = world.add('task', { title: '送材料' })
    expect(world.refused(id, 'snooze', { snoozed_to: '2026-01-10' })).toMatchObject({ missing: ['snooze_reason'] })
    expect(world.refused(id, 'snooze', { date: '2025-12-01', snoozed_to: '2025-11-30', snooze_reason: '等' })).toEqual({ code: 'date-order', field: 'snoozed_to' })
    expect(world.did(id, 'snooze', { snoozed_to: '2026-01-10', snooze_reason: '等材料' })).toBe('待办')
    expect(world.refused(id, 'cancel')).toMatchObject({ missing: ['cancel_reason'] })
    expect(world.did(id, 'finish', { done_on: '2025-12-31' })).toBe('完成')
    expect(world.did(world.add('task', { title: '二' }), 'cancel', { cancel_reason: '不用了' })).toBe('取消')
  })
})

describe('县交办', () => {
  it('is accepted and answered by the town, sent back and closed by the county alone', () => {
    const id = world.add('county_order', { order_no: '县交12', title: '核实饮水', issued_on: '2025-03-01' })
    expect(world.refused(id, 'accept', { accepted_on: '2025-02-28' })).toEqual({ code: 'date-order', field: 'accepted_on' })
    world.did(id, 'accept', { accepted_on: '2025-03-02' })
    expect(world.refused(id, 'answer', { reported_on: '2025-03-09' })).toMatchObject({ missing: ['result'] })
    world.did(id, 'answer', { reported_on: '2025-03-09', result: '属实' })
    expect(world.refused(id, 'return', { return_reason: '不清楚' })).toEqual({ code: 'wrong-role' })
    expect(world.refused(id, 'close', { closed_on: '2025-03-10' })).toEqual({ code: 'wrong-role' })
    world.role = 'county'
    expect(world.did(id, 'return', { date: '2025-03-10', return_reason: '不清楚' })).toBe('退回')
    expect(world.refused(id, 'answer', { reported_on: '2025-03-11' })).toMatchObject({ missing: ['result'] })
    world.did(id, 'answer', { reported_on: '2025-03-11', result: '属实，已修复' })
    expect(world.did(id, 'close', { closed_on: '2025-03-12' })).toBe('已办结')
  })
})

describe('支出', () => {
  it('warns over the budget, counting all but void ones', () => {
    const budget = world.add('budget', { year: 2025, kind: '1', budget_fen: 100_000 })
    world.add('expense', { budget, date: '2025-02-01', amount_fen: 60_000 }, '已支付')
    world.add('expense', { budget, date: '2025-02-02', amount_fen: 90_000 }, '作废')
    const within = world.add('expense', { budget, date: '2025-03-01', amount_fen: 40_000 })
    expect(world.warned(within, 'approve', { approved_on: '2025-03-02', approved_by: '王主席' })).toEqual([])
    const over = world.add('expense', { budget, date: '2025-03-03', amount_fen: 1 })
    expect(world.warned(over, 'approve', { approved_on: '2025-03-04', approved_by: '王主席' })).toEqual(['over-budget'])
  })

  it('warns of lost-work pay for a deputy with fixed income (代表法第41条)', () => {
    const person = world.add('person', { name: '李代表', fixed_income: true })
    const mandate = world.add('mandate', { person, level: '5', term: office.term, nth: 1 }, '在任')
    const id = world.add('expense', { budget: world.add('budget', { year: 2025, kind: '5' }), date: '2025-03-01', amount_fen: 6_000, mandate })
    expect(world.warned(id, 'approve', { approved_on: '2025-03-02', approved_by: '王主席' })).toEqual(['fixed-income'])
  })

  it('is approved by somebody, paid, and void only with a reason; its own day stays', () => {
    const id = world.add('expense', { date: '2025-03-01', amount_fen: 6_000 })
    expect(world.refused(id, 'approve', { approved_on: '2025-03-02' })).toMatchObject({ missing: ['approved_by'] })
    world.did(id, 'pay', { paid_on: '2025-03-05', voucher_no: '记12', signed: true })
    expect(world.refused(id, 'void', { date: '2025-03-06' })).toMatchObject({ missing: ['reason'] })
    expect(world.did(id, 'void', { date: '2025-03-06', reason: '重复报销' })).toBe('作废')
    expect(world.get(id).fields).toMatchObject({ date: '2025-03-01', voucher_no: '记12' })
    expect(world.log(id).at(-1)).toMatchObject({ event_on: '2025-03-06' })
  })
})
