import { describe, expect, test } from 'vitest'
import { drill } from '../../shared/indicators'
import type { Data } from '../../shared/fields'
import { town, type Town, type Went } from '../support/build'
import { shown } from './figure-of'

const supervise = (t: Town, form: string, fields: Data = {}, ...log: readonly Went[]): string =>
  t.add('supervision', { form, topic: '议题', start_on: '2025-05-10', ...fields }, ['计划', '2025-05-01'], ['实施', '2025-05-10'], ...log)

describe('B.6 supervision', () => {
  test('forms, plan, linkage and focus; what was only planned or called off does not count', () => {
    const t = town()
    supervise(t, '01', { plan_ref: 'plan_item-1', focus: true })
    supervise(t, '02', { laws: [{ name: '食品安全法' }, { name: '《环境保护法》' }], linkage: '2' })
    supervise(t, '02', { laws: [{ name: '环境保护法' }], linkage: '1' })
    supervise(t, '03', { start_on: '2025-12-31' })
    supervise(t, '04', { start_on: '2025-01-01' })
    supervise(t, '04', { start_on: '2024-12-31' })
    supervise(t, '08', { targets: ['organisation-1', 'organisation-2'] })
    supervise(t, '08', { targets: ['organisation-2'] })
    supervise(t, '09', { persons: [{ name: '甲' }, { name: '乙' }] })
    for (const form of ['05', '06', '07', '10', '11', '12', '13']) supervise(t, form)
    t.add('supervision', { form: '03', topic: '计划中', start_on: '2025-05-10' }, ['计划', '2025-05-01'])
    t.add('supervision', { form: '03', topic: '取消', start_on: '2025-05-10' }, ['计划', '2025-05-01'], ['已取消', '2025-05-02'])
    expect(shown(t.question('2025'), ...Array.from({ length: 12 }, (_, i) => `B6.${String(i + 1).padStart(2, '0')}`))).toEqual({
      'B6.01': [15, null, { 计划内: 1, 计划外: 14, 联动: 1, 重点: 1 }], 'B6.02': 1, 'B6.03': [2, null, { 法律: 2 }], 'B6.04': 1, 'B6.05': 1, 'B6.06': 1,
      'B6.07': [2, null, { 单位: 2 }], 'B6.08': [1, null, { 人数: 2 }], 'B6.09': 1, 'B6.10': 1, 'B6.11': 4, 'B6.12': 4,
    })
    expect(drill(t.question('2025'), 'B6.12')).toEqual(['supervision-2', 'supervision-3', 'supervision-4', 'supervision-5'])
  })

  test('who took part, opinions, findings, ratings and the plan', () => {
    const t = town()
    const [a, b] = t.deputies(2)
    const county = t.deputy({ level: '4' })
    const first = supervise(t, '03')
    t.add('participation', { event: first, mandate: a as string, state: '1' })
    t.add('participation', { event: first, mandate: b as string, state: '2' })
    t.add('participation', { event: first, mandate: county, state: '1' })
    t.add('finding', { supervision: first, no: 1, problem: '一' }, ['发现', '2025-05-10'], ['销号', '2025-07-01'])
    t.add('finding', { supervision: first, no: 2, problem: '二' }, ['发现', '2025-05-10'], ['已整改', '2025-07-01'])
    t.add('finding', { supervision: first, no: 3, problem: '三' }, ['发现', '2025-05-10'], ['已整改', '2026-01-01'])
    t.add('rating', { about: first, round: 1, aspect: '总体', satisfied: 30, basically: 8, dissatisfied: 1, abstain: 1 })
    t.add('rating', { about: first, round: 2, aspect: '总体', satisfied: 10, basically: 0, dissatisfied: 0, abstain: 0 })
    t.add('rating', { about: 'debrief-1', round: 1, aspect: '总体', satisfied: 1, basically: 0, dissatisfied: 9, abstain: 0 })
    t.add('follow_up', { title: '意见', sent_on: '2025-06-01' }, ['待交办', '2025-06-01'], ['已交办', '2025-06-01'], ['已办结', '2025-09-01'])
    t.add('follow_up', { title: '意见', sent_on: '2025-06-01' }, ['待交办', '2025-06-01'], ['已交办', '2025-06-01'])
    t.add('follow_up', { title: '去年', sent_on: '2024-12-31' }, ['待交办', '2024-12-31'], ['已交办', '2024-12-31'])
    const plan = (year: number, kind: string, last: string) => t.add('plan_item', { year, kind, item: '事项' }, ['草拟', '2025-01-01'], [last, '2025-10-01'])
    plan(2025, '2', '已完成'); plan(2025, '2', '已完成'); plan(2025, '2', '未完成'); plan(2025, '2', '已调整'); plan(2025, '4', '已完成'); plan(2024, '2', '已完成')
    expect(shown(t.question('2025'), 'B6.13', 'B6.14', 'B6.15', 'B6.18', 'B6.19')).toEqual({
      'B6.13': [1, null, { 上级: 1 }], 'B6.14': [2, 50, { 办结: [1, 50] }], 'B6.15': [3, 66.7, { 整改: [2, 66.7] }], 'B6.18': [2, 96], 'B6.19': [2, 66.7],
    })
  })

  test('reports handed over are answered in time, late, not yet or never', () => {
    const t = town()
    const forward = (more: Data) => supervise(t, '03', { forward_on: '2025-06-01', feedback_due: '2025-09-01', ...more }, ['整改中', '2025-06-01'])
    forward({ feedback_on: '2025-09-01' })
    forward({ feedback_on: '2025-09-02' })
    forward({})
    forward({ feedback_due: '2026-01-01' })
    forward({ feedback_due: '2026-02-01', feedback_on: '2025-12-01' })
    forward({ as_history: true, feedback_on: '2025-07-01' })
    const { feedback_due: _stored, ...plain } = { feedback_due: '', forward_on: '2025-09-30' }
    supervise(t, '03', plain, ['整改中', '2025-09-30'])
    expect(shown(t.question('2025'), 'B6.16', 'B6.17')).toEqual({ 'B6.16': 7, 'B6.17': [2, 40] })
  })
})

describe('B.7 major matters and livelihood projects', () => {
  test('the list of the year and what was decided', () => {
    const t = town()
    const matter = (year: number, mode: string, status: string, decided?: string) =>
      t.add('major_matter', { year, title: '事项', mode, ...(decided ? { decided_on: decided } : {}) }, ['拟列入', '2025-01-01'], ['列入清单', '2025-01-10'], [status, decided ?? '2025-02-01'])
    matter(2025, '1', '已报告', '2025-03-01'); matter(2025, '2', '已作出决定', '2025-12-31'); matter(2025, '2', '已提请'); matter(2025, '3', '办结', '2026-01-01')
    matter(2025, '1', '已撤回'); matter(2024, '1', '已报告', '2025-01-15')
    t.add('major_matter', { year: 2025, title: '未列', mode: '1' }, ['拟列入', '2025-01-01'])
    expect(shown(t.question('2025'), 'B7.01', 'B7.02')).toEqual({ 'B7.01': [4, null, { 报告: 1, 决定: 2, 征求: 1 }], 'B7.02': [3, 75] })
  })

  test('candidates, elected projects, investment, completion and ratings', () => {
    const t = town()
    const start: readonly Went[] = [['征集', '2024-12-01'], ['初选', '2024-12-10'], ['候选', '2025-01-05']]
    const chosen: Went = ['票决通过', '2025-01-09']
    const project = (fields: Data, ...log: readonly Went[]) => t.add('livelihood_project', { year: 2025, name: '项目', ...fields }, ...start, ...log)
    project({ invest_fen: 1_000_000, finished_on: '2025-11-01' }, chosen, ['实施', '2025-03-01'], ['完工', '2025-11-01'])
    project({ invest_fen: 500_000 }, chosen, ['实施', '2025-03-01'])
    project({ invest_fen: 900_000 }, ['票决未通过', '2025-01-09'])
    t.add('livelihood_project', { year: 2024, name: '结转', invest_fen: 1, finished_on: '2025-04-01' }, ['征集', '2023-12-01'], ['候选', '2024-01-05'], ['票决通过', '2024-01-09'], ['完工', '2025-04-01'])
    t.add('livelihood_project', { year: 2025, name: '补录', invest_fen: 200_000, voted_on: '2025-01-09', as_history: true }, ['征集', '2025-01-09'], ['实施', '2025-02-01'])
    t.add('rating', { about: 'livelihood_project-1', round: 1, aspect: '总体', rated_on: '2025-12-01', satisfied: 152, basically: 30, dissatisfied: 10, abstain: 8 })
    t.add('rating', { about: 'livelihood_project-1', round: 2, aspect: '总体', rated_on: '2026-01-01', satisfied: 1, basically: 0, dissatisfied: 0, abstain: 0 })
    expect(shown(t.question('2025'), 'B7.03', 'B7.04', 'B7.05', 'B7.06', 'B7.07')).toEqual({
      'B7.03': 4, 'B7.04': 3, 'B7.05': 1_700_000, 'B7.06': [2, 33.3], 'B7.07': [1, 91],
    })
  })
})
