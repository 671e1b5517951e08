import { describe, expect, test } from 'vitest'
import { drill } from '../../shared/indicators'
import { town, type Town } from '../support/build'
import { shown } from './figure-of'

const closed = (start: string, end: string) => [['筹备', start], ['进行中', start], ['已闭会', end]] as const

/** Two sessions of 2025 with ten deputies, one in 2024, one called off. */
function sessions(): Town {
  const t = town()
  const deputies = t.deputies(10)
  const county = t.deputy({ level: '4' })
  t.add('session', {
    term: t.term, no: 5, kind: '2', start_on: '2025-01-08', end_on: '2025-01-09', total_deputies: 10, budget_approved_on: '2025-01-09', budget_published_on: '2025-01-29',
    nonvoting: [{ name: '镇长', reason: '1' }, { name: '县代表', mandate: county }, { name: '市代表', reason: '2' }],
  }, ...closed('2025-01-08', '2025-01-09'))
  t.add('session', { term: t.term, no: 6, kind: '4', start_on: '2025-07-10', end_on: '2025-07-10', total_deputies: 10, nonvoting: [] }, ...closed('2025-07-10', '2025-07-10'))
  t.add('session', { term: t.term, no: 4, start_on: '2024-12-31', end_on: '2025-01-02', total_deputies: 10 }, ...closed('2024-12-31', '2025-01-02'))
  t.add('session', { term: t.term, no: 7, start_on: '2025-09-01' }, ['筹备', '2025-08-01'], ['已取消', '2025-08-20'])
  deputies.forEach((mandate, i) => {
    t.add('attendance', { session: 'session-1', mandate, state: i < 8 ? '1' : '3', ...(i === 8 ? { approved: true } : {}), ...(i === 9 ? { approved: false } : {}) })
    t.add('attendance', { session: 'session-2', mandate, state: i < 7 ? '1' : i === 7 ? '2' : '5' })
  })
  t.add('attendance', { session: 'session-1', mandate: county, state: '1' })
  return t
}

describe('B.4 the congress', () => {
  test('sessions, days, attendance and people without a vote', () => {
    expect(shown(sessions().question('2025'), 'B4.01', 'B4.02', 'B4.03', 'B4.04', 'B4.05')).toEqual({
      'B4.01': [2, null, { 临时: 1 }], 'B4.02': 3, 'B4.03': [15, 75], 'B4.04': [5, null, { 请假: 2, 缺席: 2, 未批准: 3 }], 'B4.05': [3, null, { 上级代表: 2 }],
    })
  })

  test('a session over New Year counts in the year it begins', () => {
    expect(shown(sessions().question('2024'), 'B4.01', 'B4.02')).toEqual({ 'B4.01': [1, null, { 临时: 0 }], 'B4.02': 3 })
  })

  test('reports heard, resolutions and their filing with the county', () => {
    const t = sessions()
    for (const kind of ['01', '02', '03', '04', '05', '06', '06', '07', '09', '11', '99']) t.add('agenda_item', { session: 'session-1', no: 1, kind, title: '议程' })
    t.add('agenda_item', { session: 'session-2', no: 1, kind: '99', title: '其他报告', reporter: '某人' })
    t.add('agenda_item', { session: 'session-3', no: 1, kind: '01', title: '去年的' })
    const issued = (on: string) => [['拟稿', on], ['已印发', on]] as const
    t.add('document', { kind: '01', title: '决议一', session: 'session-1', issued_on: '2025-01-09', filed_on: '2025-02-08' }, ...issued('2025-01-09'), ['已备案', '2025-02-08'])
    t.add('document', { kind: '01', title: '决议二', session: 'session-1', issued_on: '2025-01-09', filed_on: '2025-02-09' }, ...issued('2025-01-09'), ['已备案', '2025-02-09'])
    t.add('document', { kind: '02', title: '决定', session: 'session-2', issued_on: '2025-07-10' }, ...issued('2025-07-10'))
    t.add('document', { kind: '02', title: '主席团的决定', meeting: 'presidium_meeting-1', issued_on: '2025-07-10' }, ...issued('2025-07-10'))
    t.add('document', { kind: '01', title: '草稿', session: 'session-1', issued_on: '2025-07-10' }, ['拟稿', '2025-07-10'])
    expect(shown(t.question('2025', { province: '山东' }), 'B4.06', 'B4.07', 'B4.11')).toEqual({
      'B4.06': [9, null, { 政府: 1, 主席团: 1, 预算: 3, 专项: 2, 其他: 2 }], 'B4.07': [3, null, { 决议: 2, 决定: 1 }], 'B4.11': [2, 33.3],
    })
    expect(shown(t.question('2025'), 'B4.11')).toEqual({ 'B4.11': [2, null] })
  })

  test('votes, elections, oaths, resignations and recalls', () => {
    const t = sessions()
    t.add('vote', { meeting: 'session-1', subject: '报告', kind: '1', total: 10, for_count: 9 })
    t.add('vote', { meeting: 'session-1', subject: '预算', kind: '1', total: 10, for_count: 8 })
    t.add('vote', {
      meeting: 'session-1', subject: '选举副主席', kind: '2', total: 10, seats: 1, oath_on: '2025-01-09', candidates: [{ name: '甲', for_count: 7 }, { name: '乙', for_count: 6 }],
    })
    t.add('vote', { meeting: 'session-2', subject: '选举副镇长', kind: '2', total: 10, seats: 2, candidates: [{ name: '丙', for_count: 9 }, { name: '丁', for_count: 6 }, { name: '戊', for_count: 5 }] })
    t.add('vote', { meeting: 'session-3', subject: '去年的', kind: '1', total: 10, for_count: 1 })
    const passed = (on: string) => [['拟提', on], ['已提出', on], ['已通过', on]] as const
    t.add('recall', { kind: '3', target_name: '某', decided_on: '2025-01-09', passed: true }, ...passed('2025-01-09'))
    t.add('recall', { kind: '1', target_name: '某', decided_on: '2025-07-10', passed: true }, ...passed('2025-07-10'))
    t.add('recall', { kind: '2', target_name: '某', decided_on: '2025-07-10', passed: false }, ['拟提', '2025-07-01'], ['未通过', '2025-07-10'])
    expect(shown(t.question('2025'), 'B4.09', 'B4.10')).toEqual({ 'B4.09': [4, 85], 'B4.10': [3, null, { 宣誓: 1, 接受辞职: 1, 罢免: 1 }] })
    expect(drill(t.question('2025'), 'B4.10')).toEqual(['vote-3', 'vote-4', 'vote-4'])
  })

  test('the budget was published in time, too late, or nobody knows yet', () => {
    const published = (on: string | null, asAt: string) => {
      const t = town()
      t.add('session', { term: t.term, no: 1, start_on: '2025-01-08', budget_approved_on: '2025-01-09', budget_published_on: on }, ...closed('2025-01-08', '2025-01-09'))
      return shown(t.question('2025', { asAt }), 'B4.12')
    }
    expect([published('2025-01-29', '2025-12-31'), published('2025-01-30', '2025-12-31'), published(null, '2025-01-29'), published(null, '2025-01-30')])
      .toEqual([{ 'B4.12': 1 }, { 'B4.12': 0 }, { 'B4.12': null }, { 'B4.12': 0 }])
  })

  test('bills and inquiries', () => {
    const t = town()
    const bill = (fields: Record<string, string>, last: string) => t.add('bill', { title: '议案', received_on: '2025-01-08', ...fields }, ['已收', '2025-01-08'], [last, '2025-01-09'])
    bill({ handling: '1' }, '列入议程')
    bill({ handling: '1' }, '已撤回')
    bill({ handling: '3' }, '转为建议')
    bill({ handling: '2', suggestion: 'suggestion-1' }, '转为建议')
    bill({ received_on: '2024-12-31', handling: '1' }, '通过')
    t.add('inquiry', { kind: '1', title: '质询', raised_on: '2025-01-08' }, ['拟提', '2025-01-08'], ['已提出', '2025-01-08'])
    t.add('inquiry', { title: '询问', raised_on: '2025-01-08' }, ['拟提', '2025-01-08'], ['已提出', '2025-01-08'])
    t.add('inquiry', { title: '还没提', raised_on: '2025-01-08' }, ['拟提', '2025-01-08'])
    expect(shown(t.question('2025'), 'B4.08', 'B4.17')).toEqual({ 'B4.08': [4, null, { 列入: 2, 转建议: 2, 撤回: 1 }], 'B4.17': [2, null, { 质询: 1, 询问: 1 }] })
  })
})

describe('B.4 the presidium', () => {
  test('meetings, attendance, topics and the longest gap', () => {
    const t = town()
    const members = t.deputies(5)
    const held = (on: string) => t.add('presidium_meeting', { term: t.term, no: 1, held_on: on, members_total: 5 }, ['筹备', on], ['进行中', on], ['已结束', on])
    held('2024-12-01')
    for (const on of ['2025-03-01', '2025-06-20', '2025-09-01']) {
      const meeting = held(on)
      members.forEach((mandate, i) => t.add('participation', { event: meeting, mandate, state: i < 4 ? '1' : '2' }))
      t.add('participation', { event: meeting, mandate: members[0] as string, state: '1', role: '4' })
    }
    t.add('presidium_meeting', { term: t.term, no: 9, held_on: '2025-10-01' }, ['筹备', '2025-09-20'])
    t.add('decision', { meeting: 'presidium_meeting-2', no: 1, title: '议题', text: '同意', done_on: '2025-05-01' })
    t.add('decision', { meeting: 'presidium_meeting-2', no: 2, title: '议题', text: '同意' })
    t.add('decision', { meeting: 'presidium_meeting-3', no: 1, title: '议题' })
    t.add('decision', { meeting: 'presidium_meeting-3', no: 2, title: '议题', text: '同意', done_on: '2026-01-01' })
    expect(shown(t.question('2025'), 'B4.13', 'B4.14', 'B4.15', 'B4.16')).toEqual({
      'B4.13': 3, 'B4.14': [12, 80], 'B4.15': [4, 33.3, { 决定: 3, 完成: [1, 33.3] }], 'B4.16': 111,
    })
    expect(drill(t.question('2025'), 'B4.16')).toEqual(['presidium_meeting-2', 'presidium_meeting-3'])
  })

  test('the gap from the last meeting of the year before counts', () => {
    const t = town()
    for (const on of ['2024-10-01', '2025-03-01']) t.add('presidium_meeting', { term: t.term, no: 1, held_on: on }, ['筹备', on], ['已结束', on])
    expect([shown(t.question('2025'), 'B4.16')['B4.16'], shown(t.question('2024'), 'B4.16')['B4.16']]).toEqual([151, null])
  })
})
