import { describe, expect, test } from 'vitest'
import { drill } from '../../shared/indicators'
import { town } from '../support/build'
import { shown } from './figure-of'

describe('B.9 funds, letters, publicity, county', () => {
  test('money in 分: budget, expenses, lost wages', () => {
    const t = town()
    const [a, b] = t.deputies(4)
    t.add('budget', { year: 2025, kind: '1', budget_fen: 120_000 })
    t.add('budget', { year: 2025, kind: '5', budget_fen: 50_000 })
    t.add('budget', { year: 2024, kind: '1', budget_fen: 999 })
    const spend = (budget: string, on: string, amount_fen: number, more = {}, last = '已支付') => t.add('expense', { budget, date: on, amount_fen, ...more }, ['登记', on], [last, on])
    spend('budget-1', '2025-01-01', 30_000); spend('budget-1', '2025-12-31', 31_050); spend('budget-1', '2025-06-01', 7_000, {}, '作废'); spend('budget-1', '2026-01-01', 1)
    spend('budget-2', '2025-06-01', 6_000, { mandate: a, half_days: 2 }); spend('budget-2', '2025-07-01', 3_000, { mandate: a, half_days: 1 }); spend('budget-2', '2025-07-01', 3_000, { mandate: b, half_days: 1 })
    expect(shown(t.question('2025'), 'B9.01', 'B9.02', 'B9.03', 'B9.04')).toEqual({
      'B9.01': [120_000, null, { 人均: 30_000 }], 'B9.02': [61_050, 50.9, { 人均: 15_262.5 }],
      'B9.03': [73_050, null, { '1': 61_050, '2': 0, '3': 0, '4': 0, '5': 12_000, '6': 0, '7': 0 }], 'B9.04': [12_000, null, { 半天: 4, 人: 2 }],
    })
    expect(drill(t.question('2025'), 'B9.04/人')).toEqual([a, b])
  })

  test('letters, county orders, packages, the party, publicity, self-assessment', () => {
    const t = town()
    t.add('letter', { received_on: '2025-03-01', subject: '事', form: '1', closed_on: '2025-04-01' })
    t.add('letter', { received_on: '2025-03-01', subject: '事', form: '2', closed_on: '2026-01-01' })
    t.add('letter', { received_on: '2025-03-01', subject: '事', form: '3' })
    const order = (fields: Record<string, string | boolean>) => t.add('county_order', { order_no: '1', title: '交办', issued_on: '2025-03-01', due_on: '2025-04-01', ...fields }, ['待签收', '2025-03-01'])
    order({ reported_on: '2025-04-01' }); order({ reported_on: '2025-04-02' }); order({}); order({ due_on: '2026-02-01' }); order({ reported_on: '2025-03-02', as_history: true })
    for (const kind of ['1', '1', '2', '3', '4']) t.add('party_log', { kind, date: '2025-05-01', topic: '议题' })
    t.add('publicity', { title: '稿', date: '2025-05-01', level: '4' }); t.add('publicity', { title: '稿', date: '2025-06-01', level: '3' }); t.add('publicity', { title: '稿', date: '2024-06-01', level: '3' })
    t.add('assessment', { year: 2025, item_no: '1', full_tenths: 600, self_tenths: 555, county_tenths: 540 }); t.add('assessment', { year: 2025, item_no: '2', full_tenths: 400, self_tenths: 400 })
    expect(shown(t.question('2025', { node: { unsent: 3, packagesSent: 5, packagesConfirmed: 4 } }), 'B9.05', 'B9.06', 'B9.07', 'B9.08', 'B9.09', 'B9.10', 'B10.11')).toEqual({
      'B9.05': [3, 33.3, { 办结: [1, 33.3], 来信: [1, 33.3], 来访: [1, 33.3] }], 'B9.06': [5, 33.3, { 按期: [1, 33.3] }], 'B9.07': [4, null, { 未确认: 1 }],
      'B9.08': [2, null, { 工作会议: 1, 列席: 1 }], 'B9.09': [2, null, { '1': 0, '2': 0, '3': 1, '4': 1, '5': 0 }], 'B9.10': [955, null, { 满分: 1000, 县评: 540 }], 'B10.11': 3,
    })
    expect(shown(t.question('2025'), 'B9.07', 'B10.11')).toEqual({ 'B9.07': [null, null, { 未确认: null }], 'B10.11': null })
  })
})

describe('B.10 data quality', () => {
  test('what is empty, doubtful, double, unsound', () => {
    const t = town({ term: { no: 19, first_meeting_on: '2021-12-20', quota: 3 } })
    const full = { sex: '1', ethnic: '01', birth: '1980-01', party: '01', edu: '20', occupation: '02', fixed_income: true, constituency: 'constituency-1', elected_on: '2021-11-20' }
    t.add('constituency', { term: t.term, level: '5', no: '1', name: '一', villages: ['village-1'], seats: 3, voters: 900 })
    t.deputy({ ...full, name: '张三', cert_no: '001' })
    t.deputy({ ...full, name: '张 三', birth: '1980-01', edu: '', cert_no: '001', doubts: [{ field: 'cert_no', code: 'repeated' }] })
    t.deputy({ ...full, name: '李四', sex: '7' })
    t.add('person_private', { person: 'person-1', phone: '1', id_no: '11010519491231002X' })
    t.add('person_private', { person: 'person-3', phone: '1', id_no: '11010519491231002X' })
    t.add('attendance', { session: 'session-9', mandate: 'mandate-1', state: '1' })
    t.add('suggestion', { title: '建议', no: '19-闭-001', raised_on: '2025-03-02', review_on: '2025-03-01' }, ['草稿', '2025-03-02'])
    t.add('suggestion', { title: '建议', no: '19-闭-001' }, ['草稿', '2025-03-02'])
    expect(shown(t.question('2025'), 'B10.02', 'B10.03', 'B10.04', 'B10.08', 'B10.10')).toEqual({ 'B10.02': 1, 'B10.03': 2, 'B10.04': 2, 'B10.08': 1, 'B10.10': 2 })
    expect([drill(t.question('2025'), 'B10.10'), drill(t.question('2025'), 'B10.01/person')]).toEqual([['person-3', 'attendance-1'], ['person-2']])
  })

  test('empty fields are counted one by one, by the type of their record', () => {
    const t = town({ term: null })
    t.add('organisation', { name: '镇农业办' })
    t.add('organisation', { name: '镇水利站', kind: '1' })
    // An honour has its level as well; another deed has none.
    t.add('deed', { mandate: 'mandate-1', title: '优秀代表', kind: '6', date: '2025-03' })
    t.add('deed', { mandate: 'mandate-1', title: '修桥', kind: '1', date: '2025-03' })
    t.add('deed', { mandate: 'mandate-1', title: '不知何事何时' })
    expect(shown(t.question('2025'), 'B10.01')).toEqual({ 'B10.01': [4, null, { organisation: 1, deed: 3 }] })
    expect(drill(t.question('2025'), 'B10.01/deed')).toEqual(['deed-1', 'deed-3', 'deed-3'])
  })

  test('two people marked as different, or with different ID numbers, are no pair', () => {
    const t = town({ term: null })
    t.add('person', { name: '王五', birth: '1980-01' })
    t.add('person', { name: '王五', birth: '1980-01', distinct_from: ['person-1'] })
    t.add('person', { name: '赵六', birth: '1970-01' })
    t.add('person', { name: '赵六', birth: '1970-01' })
    t.add('person_private', { person: 'person-3', id_no: '110105194912310011' })
    t.add('person_private', { person: 'person-4', id_no: '110105194912310038' })
    expect(shown(t.question('2025'), 'B10.03')).toEqual({ 'B10.03': 0 })
  })

  test('deputies without a group or in two; forms that did not come back; failed identities', () => {
    const t = town()
    const [a, b, c] = t.deputies(3)
    const members = (...ids: readonly (string | undefined)[]) => ids.map((mandate) => ({ mandate: mandate ?? '' }))
    t.add('group', { term: t.term, kind: '1', name: '一', members: members(a, b) })
    t.add('group', { term: t.term, kind: '1', name: '二', members: members(b) })
    t.add('group', { term: t.term, kind: '4', name: '专业', members: members(c) })
    const waiting = (sent: string) => {
      const id = t.suggestion('2025-03-01', { accept: '1' }, ['待交办', '2025-03-05'], ['已交办', '2025-03-10'], ['待反馈', sent])
      t.add('reply', { suggestion: id, round: 1, reply_on: sent, feedback_sent: sent, result_class: 'A' })
    }
    waiting('2025-05-01'); waiting('2025-12-30')
    t.add('vote', { meeting: 'session-1', subject: '决议', kind: '1', method: '1', total: 9, present: 5, for_count: 6, against_count: 0, abstain_count: 0 })
    expect(shown(t.question('2025'), 'B10.05', 'B10.07', 'B10.09')).toEqual({ 'B10.05': [1, null, { 多组: 1 }], 'B10.07': 1, 'B10.09': 1 })
    expect(drill(t.question('2025'), 'B10.09')).toEqual(['vote-1'])
  })

  test('what is overdue by a rule', () => {
    const t = town({ term: null })
    t.suggestion('2025-03-01', { accept: '1', due_on: '2025-06-10', assigned_on: '2025-03-10' }, ['待交办', '2025-03-05'], ['已交办', '2025-03-10'])
    t.add('finding', { supervision: 'supervision-1', no: 1, problem: '问题', due_on: '2025-06-10' }, ['发现', '2025-03-01'], ['整改中', '2025-03-01'])
    const late = (asAt: string) => shown(t.question('2025', { asAt }), 'B10.06')
    expect([late('2025-06-10'), late('2025-06-11')]).toEqual([{ 'B10.06': 0 }, { 'B10.06': 2 }])
    expect(drill(t.question('2025'), 'B10.06')).toEqual(['finding-1', 'suggestion-1'])
  })
})
