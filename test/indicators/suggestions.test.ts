import { describe, expect, test } from 'vitest'
import { drill } from '../../shared/indicators'
import { town, type Town, type Went } from '../support/build'
import { shown } from './figure-of'

const opened: readonly Went[] = [['待交办', '2025-03-05', 'review'], ['已交办', '2025-03-10', 'assign']]
const assigned = { accept: '1', review_on: '2025-03-05', assigned_on: '2025-03-10', due_on: '2025-06-10', host: 'organisation-1', field: '02' }

/** A suggestion answered on `replyOn` with class and rating. */
function answered(t: Town, cls: string, rate: string | null, more: { readonly replyOn?: string; readonly fields?: Record<string, string | boolean | number> } = {}): string {
  const on = more.replyOn ?? '2025-05-10'
  const last: readonly Went[] = rate === null ? [] : [[rate === '3' ? '重新办理' : '已评价', '2025-06-01', 'feedback']]
  const id = t.suggestion('2025-03-01', { ...assigned, ...more.fields }, ...opened, ['待反馈', on, 'reply'], ...last)
  t.add('reply', { suggestion: id, round: 1, unit: 'organisation-1', reply_on: on, result_class: cls, feedback_sent: on, ...(rate === null ? {} : { feedback_on: '2025-06-01', rate_result: rate }) })
  return id
}

describe('B.5 the published example', () => {
  test('23 answered: 20 satisfied (87.0 %), 10 solved (43.5 %), 5 in hand (21.7 %), 8 not possible now (34.8 %)', () => {
    const t = town()
    const classes = [...Array<string>(10).fill('A'), ...Array<string>(5).fill('B'), ...Array<string>(8).fill('C')]
    classes.forEach((cls, i) => answered(t, cls, i < 20 ? '1' : i < 22 ? '2' : '3'))
    expect(shown(t.question('2025'), 'B5.09', 'B5.14', 'B5.15', 'B5.16', 'B5.17', 'B5.18', 'B5.19', 'B5.20', 'B5.21', 'B5.22', 'B5.23')).toEqual({
      'B5.09': [23, 100, { 未分类: [0, 0] }], 'B5.14': [10, 43.5], 'B5.15': [5, 21.7], 'B5.16': [8, 34.8], 'B5.17': [0, 0], 'B5.18': [10, 43.5, { 含承诺: [10, 43.5] }],
      'B5.19': 23, 'B5.20': [20, 87], 'B5.21': [2, 8.7], 'B5.22': [1, 4.3], 'B5.23': [22, 95.7, { 严格: [20, 87] }],
    })
    expect(drill(t.question('2025'), 'B5.14')?.length).toBe(10)
  })
})

describe('B.5 the cohort as at the report day', () => {
  test('what was handed in, taken up and why not', () => {
    const t = town()
    t.deputies(4)
    t.suggestion('2025-03-01', { accept: '1', period: '1', field: '01' }, ['待交办', '2025-03-05'])
    t.suggestion('2025-03-01', { accept: '1', field: '02' }, ...opened)
    t.suggestion('2025-03-01', { accept: '1' }, ['待交办', '2025-03-05'], ['已撤回', '2025-03-20'])
    t.suggestion('2025-03-01', { accept: '1' }, ['待交办', '2025-03-05'], ['已并案', '2025-03-20'])
    t.suggestion('2025-03-01', {}, ['已撤回', '2025-03-20'])
    t.suggestion('2025-03-01', { accept: '2' }, ['草稿', '2025-03-05', 'review'])
    t.suggestion('2025-03-01', { accept: '4' }, ['已转出', '2025-03-05'])
    t.suggestion('2025-03-01', { accept: '5' }, ['已转出', '2025-03-05'])
    t.suggestion('2025-03-01', { accept: '6' }, ['不立案', '2025-03-05'])
    t.suggestion('2025-12-31')
    t.suggestion('2024-12-31', { accept: '1' }, ['待交办', '2025-01-05'])
    t.suggestion('2026-01-01', { accept: '1' }, ['待交办', '2026-01-05'])
    t.add('suggestion', { title: '草稿', raised_on: '2025-03-01' }, ['草稿', '2025-03-01'])
    expect(shown(t.question('2025'), 'B5.01', 'B5.02', 'B5.03', 'B5.04', 'B5.06', 'B5.08')).toEqual({
      'B5.01': 10, 'B5.02': 3, 'B5.03': [3, null, { 会议: 1, 闭会: 2 }], 'B5.04': 0.8,
      'B5.06': [7, null, { 退回: 1, 并案: 1, 转信访: 1, 转其他: 1, 不作为: 1, 待审: 1, 撤回: 1 }], 'B5.08': [1, null, { 未交办: 2 }],
    })
    expect(shown(t.question('2025'), 'B5.07')['B5.07']).toEqual([3, null, {
      '01': 1, '02': 1, '03': 0, '04': 0, '05': 0, '06': 0, '07': 0, '08': 0, '09': 0, '10': 0, '11': 0, '12': 0, '13': 0, '14': 0, '15': 0, '16': 0, 未填: 1,
    }])
    expect(shown(t.question('2025', { asAt: '2025-03-04' }), 'B5.01', 'B5.02')).toEqual({ 'B5.01': 9, 'B5.02': 0 })
  })

  test('January tells what became of last year’s suggestions until January', () => {
    const t = town()
    answered(t, 'A', '1', { replyOn: '2025-05-10' })
    const late = t.suggestion('2025-12-01', { ...assigned, assigned_on: '2025-12-05', due_on: '2026-03-05' }, ['待交办', '2025-12-03'], ['已交办', '2025-12-05'], ['待反馈', '2026-01-10'])
    t.add('reply', { suggestion: late, round: 1, unit: 'organisation-1', reply_on: '2026-01-10', result_class: 'B' })
    const asAt = (day: string) => shown(t.question('2025', { asAt: day }), 'B5.02', 'B5.08', 'B5.09', 'B5.10', 'B5.15', 'B5.19')
    expect([asAt('2025-05-31'), asAt('2025-12-31'), asAt('2026-01-15')]).toEqual([
      { 'B5.02': 1, 'B5.08': [1, null, { 未交办: 0 }], 'B5.09': [1, 100, { 未分类: [0, 0] }], 'B5.10': [1, 100], 'B5.15': [0, 0], 'B5.19': 0 },
      { 'B5.02': 2, 'B5.08': [2, null, { 未交办: 0 }], 'B5.09': [1, 50, { 未分类: [0, 0] }], 'B5.10': [1, 100], 'B5.15': [0, 0], 'B5.19': 1 },
      { 'B5.02': 2, 'B5.08': [2, null, { 未交办: 0 }], 'B5.09': [2, 100, { 未分类: [0, 0] }], 'B5.10': [2, 100], 'B5.15': [1, 50], 'B5.19': 1 },
    ])
  })

  test('answers in time, late, overdue, and how many days they took', () => {
    const t = town()
    answered(t, 'A', null, { replyOn: '2025-06-10' })
    answered(t, 'A', null, { replyOn: '2025-06-11' })
    t.suggestion('2025-03-01', assigned, ...opened)
    t.suggestion('2025-03-01', { ...assigned, due_on: '2025-12-31' }, ...opened)
    t.suggestion('2025-03-01', { ...assigned, due_on: '2026-01-01' }, ...opened)
    t.suggestion('2025-03-01', assigned, ...opened, ['已撤回', '2025-04-01'])
    answered(t, 'A', null, { replyOn: '2025-09-30', fields: { as_history: true } })
    t.suggestion('2025-03-01', { ...assigned, as_history: true }, ...opened)
    expect(shown(t.question('2025'), 'B5.09', 'B5.10', 'B5.11', 'B5.12')).toEqual({
      'B5.09': [3, 37.5, { 未分类: [0, 0] }], 'B5.10': [1, 20], 'B5.11': 1, 'B5.12': 92.5,
    })
    expect([drill(t.question('2025'), 'B5.10'), drill(t.question('2025'), 'B5.11')]).toEqual([['suggestion-1'], ['suggestion-3']])
  })

  test('without a stored due day the rule book says it', () => {
    const t = town()
    const { due_on: _stored, ...noDue } = assigned
    const id = t.suggestion('2025-03-01', noDue, ...opened, ['待反馈', '2025-06-01'])
    t.add('reply', { suggestion: id, round: 1, unit: 'organisation-1', reply_on: '2025-06-01', result_class: 'A' })
    expect([shown(t.question('2025'), 'B5.10'), shown(t.question('2025', { province: '重庆' }), 'B5.10')]).toEqual([{ 'B5.10': [1, 100] }, { 'B5.10': [0, 0] }])
  })

  test('deputies who proposed, each person once', () => {
    const t = town()
    const [a, b, c] = t.deputies(4)
    const county = t.deputy({ level: '4' })
    t.suggestion('2025-03-01', { ...assigned, lead: a as string, cosign: [b as string, county] as unknown as string }, ...opened)
    t.suggestion('2025-04-01', { ...assigned, lead: b as string }, ...opened)
    t.suggestion('2025-04-01', { lead: c as string, accept: '6' }, ['不立案', '2025-04-02'])
    expect(shown(t.question('2025'), 'B5.05')).toEqual({ 'B5.05': [2, 50] })
    expect(drill(t.question('2025'), 'B5.05')).toEqual([a, b])
  })

  test('talks face to face and ratings of the handling itself', () => {
    const t = town()
    const first = answered(t, 'A', '1')
    const second = answered(t, 'C', '3')
    answered(t, 'A', '2')
    t.add('contact', { suggestion: first, date: '2025-04-01', mode: '1' })
    t.add('contact', { suggestion: first, date: '2025-04-02', mode: '3' })
    t.add('contact', { suggestion: second, date: '2025-04-02', mode: '2' })
    t.records.filter((rec) => rec.type === 'reply').forEach((rec, i) => { (rec.fields as Record<string, string>)['rate_process'] = i === 2 ? '' : '1' })
    expect(shown(t.question('2025'), 'B5.13', 'B5.24')).toEqual({ 'B5.13': [1, 33.3], 'B5.24': [2, 100, { 结果: [2, 66.7] }] })
  })

  test('a second round decides, and its first answer keeps the deadline', () => {
    const t = town()
    const id = t.suggestion('2025-03-01', assigned, ...opened, ['待反馈', '2025-05-10'], ['重新办理', '2025-06-01'], ['待反馈', '2025-06-25'], ['已评价', '2025-07-01'])
    t.add('reply', { suggestion: id, round: 1, unit: 'organisation-1', reply_on: '2025-05-10', result_class: 'C', feedback_on: '2025-06-01', rate_result: '3' })
    t.add('reply', { suggestion: id, round: 2, unit: 'organisation-1', reply_on: '2025-06-25', result_class: 'A', feedback_on: '2025-07-01', rate_result: '2' })
    answered(t, 'C', '3')
    const ids = ['B5.10', 'B5.14', 'B5.16', 'B5.19', 'B5.21', 'B5.22', 'B5.25']
    expect(shown(t.question('2025'), ...ids)).toEqual({
      'B5.10': [2, 100], 'B5.14': [1, 50], 'B5.16': [1, 50], 'B5.19': 2, 'B5.21': [1, 50], 'B5.22': [1, 50], 'B5.25': [1, null, { 重办满意: 1 }],
    })
    expect(shown(t.question('2025', { asAt: '2025-06-30' }), 'B5.19', 'B5.22')).toEqual({ 'B5.19': 1, 'B5.22': [1, 100] })
  })

  test('where units answer apart the least favourable decides', () => {
    const t = town()
    const id = t.suggestion('2025-03-01', { ...assigned, mode: '3', cohosts: ['organisation-2'] as unknown as string }, ...opened, ['待反馈', '2025-05-10'], ['已评价', '2025-06-01'])
    t.add('reply', { suggestion: id, round: 1, unit: 'organisation-1', reply_on: '2025-05-01', result_class: 'A', feedback_on: '2025-06-01', rate_result: '1' })
    t.add('reply', { suggestion: id, round: 1, unit: 'organisation-2', reply_on: '2025-05-10', result_class: 'C', feedback_on: '2025-06-01', rate_result: '2' })
    expect(shown(t.question('2025'), 'B5.14', 'B5.16', 'B5.20', 'B5.21')).toEqual({ 'B5.14': [0, 0], 'B5.16': [1, 100], 'B5.20': [0, 0], 'B5.21': [1, 100] })
  })

  test('what cannot be done or goes to the county, and an old answer that nobody classed', () => {
    const t = town()
    answered(t, 'D', '3')
    answered(t, 'D', '2')
    answered(t, '', '1', { fields: { as_history: true } })
    expect(shown(t.question('2025'), 'B5.09', 'B5.14', 'B5.17')).toEqual({ 'B5.09': [3, 100, { 未分类: [1, 33.3] }], 'B5.14': [0, 0], 'B5.17': [2, 66.7] })
  })

  test('promises due, kept and dropped, and B class whose promises are all kept', () => {
    const t = town()
    const kept = answered(t, 'B', '1')
    const half = answered(t, 'B', '1')
    answered(t, 'B', '1')
    answered(t, 'A', '1')
    t.add('promise', { suggestion: kept, content: '修', due: '2025-11', done_on: '2025-12-20' })
    t.add('promise', { suggestion: half, content: '修', due: '2025-12', done_on: '2026-01-05' })
    t.add('promise', { suggestion: half, content: '修', due: '2025-12-31', dropped_on: '2025-10-01' })
    t.add('promise', { suggestion: half, content: '修', due: '2026-01', done_on: '2025-08-01' })
    expect(shown(t.question('2025'), 'B5.18', 'B5.27')).toEqual({ 'B5.18': [1, 25, { 含承诺: [2, 50] }], 'B5.27': [4, 33.3, { 到期: 3, 落实: 2, 取消: 1 }] })
  })

  test('key suggestions, old ones, money, and the units that answer', () => {
    const t = town()
    t.add('organisation', { name: '镇农业办' })
    t.add('organisation', { name: '镇水利站' })
    answered(t, 'A', '1', { fields: { key_level: '1', cost_fen: 150_000, voters_served: 300 } })
    answered(t, 'C', '3', { fields: { repeat_of: 'suggestion-1', cost_fen: 5_000 } })
    answered(t, 'A', null, { fields: { host: 'organisation-2' } })
    const done = t.suggestion('2025-03-01', { ...assigned, key_level: '2' }, ...opened, ['待反馈', '2025-05-10'], ['已办结', '2025-07-01'])
    expect(shown(t.question('2025'), 'B5.26', 'B5.28', 'B5.29', 'B5.30')).toEqual({
      'B5.26': [2, null, { 办结: 1 }], 'B5.28': 1, 'B5.29': [155_000, null, { 受益: 300 }], 'B5.30': [2, null, { 'organisation-1': [3, 50], 'organisation-2': [1, null] }],
    })
    expect(drill(t.question('2025'), 'B5.26/办结')).toEqual([done])
  })
})

describe('B.5 carry-over', () => {
  test('open at the beginning, what came and went, open at the end', () => {
    const t = town()
    t.suggestion('2024-11-01', {}, ['待交办', '2024-11-05'])
    t.suggestion('2024-11-01', {}, ['待交办', '2024-11-05'], ['已交办', '2024-11-10'], ['待反馈', '2024-12-20'], ['已办结', '2025-01-20'])
    t.suggestion('2024-11-01', {}, ['待交办', '2024-11-05'], ['已办结', '2024-12-31'])
    t.suggestion('2025-02-01', {}, ['待交办', '2025-02-05'], ['已撤回', '2025-02-10'])
    t.suggestion('2025-02-01', {}, ['已并案', '2025-02-05'])
    t.suggestion('2025-02-01', {}, ['待交办', '2025-02-05'], ['已并案', '2025-02-06'])
    t.suggestion('2025-02-01', {}, ['已转出', '2025-02-05'])
    t.suggestion('2025-02-01', {}, ['不立案', '2025-02-05'])
    t.suggestion('2025-02-01', {}, ['草稿', '2025-02-05'], ['已提出', '2025-02-20'])
    t.suggestion('2025-12-31')
    t.suggestion('2026-01-01')
    expect(shown(t.question('2025'), ...Array.from({ length: 9 }, (_, i) => `B5.${31 + i}`))).toEqual({
      'B5.31': 2, 'B5.32': 8, 'B5.33': 1, 'B5.34': 1, 'B5.35': 2, 'B5.36': 1, 'B5.37': 1, 'B5.38': 1, 'B5.39': [3, null, { 未立案: 2, 已立案: 1 }],
    })
  })

  test('a promise kept after the end and noted with an earlier day opens nothing', () => {
    const t = town()
    t.suggestion('2025-02-01', {}, ['待交办', '2025-02-05'], ['已办结', '2025-06-01'], ['已办结', '2025-04-01', 'fulfil'])
    expect(shown(t.question('2025-05-01..2025-05-31'), 'B5.31', 'B5.32', 'B5.33', 'B5.39')).toEqual({
      'B5.31': 1, 'B5.32': 0, 'B5.33': 0, 'B5.39': [1, null, { 未立案: 0, 已立案: 1 }],
    })
  })
})
