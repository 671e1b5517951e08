import { describe, expect, it } from 'vitest'
import { planYear } from '../../shared/plan/plan-year'
import { facts, record } from '../records/record-of'

const today = '2025-06-30'
const item = (id: string, fields: object, status = '已公布') => record('plan_item', id, { year: 2025, item: id, ...fields }, [[status, '2025-01-10']])
const held = (id: string, fields: object) => record('supervision', id, { topic: id, form: '03', ...fields }, [['计划', '2025-01-10'], ['实施', '2025-03-05']])

const lookup = facts(
  item('视察', { plan_quarter: 1 }), item('走访', { plan_month: '2025-05' }), item('培训', { plan_month: '2025-06' }), item('接待', { plan_quarter: 4 }), item('调研', {}, '已调整'),
  record('plan_item', '明年', { year: 2026, item: '明年' }, [['草拟', '2025-06-01']]),
  held('s1', { plan_ref: '视察', start_on: '2025-03-05' }), held('s2', { start_on: '2025-04-01' }),
  record('activity', 'a1', { title: '开门接待', plan_ref: '接待', start_on: '2025-11-01' }, [['计划', '2025-06-01']]),
  record('activity', 'a2', { title: '不办了', plan_ref: '走访', start_on: '2025-05-10' }, [['计划', '2025-04-01'], ['取消', '2025-05-01']]),
)

describe('the plan of a year beside what was done', () => {
  const plan = planYear(lookup, 2025, today)

  it('says of each item whether it was carried out, is late, is on its way or was given up, in the order of its time', () => {
    expect(plan.lines.map((line) => [line.item.id, line.until, line.state, line.records.map((one) => one.id)])).toEqual([
      ['视察', '2025-03-31', 'done', ['s1']], ['走访', '2025-05-31', 'late', []], ['培训', '2025-06-30', 'coming', []], ['接待', '2025-12-31', 'started', ['a1']], ['调研', '', 'dropped', []],
    ])
  })

  it('counts what was adjusted out of the plan, and what was not carried out in it, as the statistics do', () => {
    expect(plan.counts).toEqual({ planned: 4, done: 1, late: 1, undone: 0, dropped: 1 })
    const undone = facts(item('视察', {}, '已完成'), item('培训', {}, '已公布'), item('接待', { undone_reason: '时间冲突' }, '未完成'), item('调研', {}, '已调整'))
    expect(planYear(undone, 2025, today).counts).toEqual({ planned: 3, done: 1, late: 0, undone: 1, dropped: 1 })
  })

  it('names what was done without a plan, and the years that have one', () => {
    expect([plan.unplanned.map((one) => one.id), plan.years]).toEqual([['s2'], [2026, 2025]])
  })
})
