import { describe, expect, test } from 'vitest'
import { drill } from '../../shared/indicators'
import type { Data } from '../../shared/fields'
import { town, type Town } from '../support/build'
import { shown } from './figure-of'

const activity = (t: Town, kind: string, fields: Data = {}): string =>
  t.add('activity', { kind, title: '活动', start_on: '2025-05-10', ...fields }, ['计划', '2025-05-01'], ['已开展', '2025-05-10'])

const attend = (t: Town, event: string, mandate: string | undefined, state = '1', more: Data = {}): string =>
  t.add('participation', { event, mandate: mandate ?? '', state, ...more })

/** Five deputies and a county one; four kinds of events of 2025 and what does not count. */
function busyTown() {
  const t = town({ term: { no: 19, first_meeting_on: '2021-12-20' } })
  const [a, b, c, d, e] = t.deputies(5)
  const county = t.deputy({ level: '4' })
  t.add('group', { term: t.term, kind: '1', name: '第一小组', members: [] })
  const group = activity(t, '07', { group: 'group-1', site: 'site-1' })
  const reception = activity(t, '09', { site: 'site-1', voters_met: 12, half_days: 2 })
  activity(t, '13', { group: 'group-1' })
  activity(t, '07', { start_on: '2024-12-31' })
  t.add('activity', { kind: '07', title: '计划', start_on: '2025-08-01' }, ['计划', '2025-05-01'])
  t.add('activity', { kind: '07', title: '取消', start_on: '2025-08-01' }, ['计划', '2025-05-01'], ['取消', '2025-05-02'])
  const inspection = t.add('supervision', { form: '03', topic: '视察', start_on: '2025-06-01', site: 'site-1' }, ['计划', '2025-05-01'], ['实施', '2025-06-01'])
  t.add('supervision', { form: '02', topic: '没有代表参加', start_on: '2025-06-01' }, ['计划', '2025-05-01'], ['实施', '2025-06-01'])
  const training = t.add('training', { title: '培训', start_on: '2025-07-01', systematic: true })
  t.add('training', { title: '将来', start_on: '2025-12-20' })
  attend(t, group, a); attend(t, group, b); attend(t, group, county); attend(t, group, c, '2')
  attend(t, reception, a); attend(t, reception, b, '3')
  attend(t, inspection, a, '1', { half_days: 3 })
  attend(t, training, b)
  const debrief = (mandate: string | undefined, on: string, place: string, last = '已述职') =>
    t.add('debrief', { mandate: mandate ?? '', date: on, place, site: 'site-1' }, ['计划', '2025-01-01'], [last, on])
  debrief(a, '2025-09-01', '石桥村'); debrief(d, '2025-09-01', '石桥村'); debrief(b, '2025-09-02', '石桥村')
  t.add('debrief', { mandate: e ?? '', date: '2025-10-01', place: '石桥村' }, ['计划', '2025-01-01'])
  debrief(c, '2023-09-01', '石桥村')
  return { t, a, b, c, d, e }
}

const asked = { asAt: '2025-12-10' }

describe('B.8 events and who took part', () => {
  test('activities, inspections with deputies, training and days of 述职, each once and by kind', () => {
    const { t } = busyTown()
    const zero = Object.fromEntries(['01', '02', '04', '05', '08', '11', '12', '14', '15'].map((code) => [code, 0]))
    expect(shown(t.question('2025', asked), 'B8.01')).toEqual({ 'B8.01': [7, null, { ...zero, '03': 1, '06': 1, '07': 1, '09': 1, '10': 2, '13': 1 }] })
    expect(drill(t.question('2025', asked), 'B8.01/10')).toEqual(['debrief-1', 'debrief-3'])
  })

  test('attendances, deputies with and without an event', () => {
    const { t, c, e } = busyTown()
    expect(shown(t.question('2025', asked), 'B8.02', 'B8.03', 'B8.04')).toEqual({ 'B8.02': [8, null, { 人均: 1.6 }], 'B8.03': [3, 60], 'B8.04': 2 })
    expect(drill(t.question('2025', asked), 'B8.04')).toEqual([c, e])
  })

  test('groups, days of duty, receptions', () => {
    const { t } = busyTown()
    expect(shown(t.question('2025', asked), 'B8.05', 'B8.06', 'B8.09')).toEqual({
      'B8.05': [2, null, { 'group-1': 2 }], 'B8.06': [4.5, null, { 人均: 0.9, 不足: null }], 'B8.09': [1, null, { 人次: 12 }],
    })
    expect(shown(t.question('2025', { ...asked, province: '浙江' }), 'B8.06')).toEqual({ 'B8.06': [4.5, null, { 人均: 0.9, 不足: 5 }] })
  })

  test('events at stations, each once', () => {
    const { t } = busyTown()
    expect(shown(t.question('2025', asked), 'B8.10')).toEqual({ 'B8.10': 5 })
    expect(drill(t.question('2025', asked), 'B8.10')).toEqual(['activity-1', 'activity-2', 'supervision-1', 'debrief-1', 'debrief-3'])
  })
})

describe('B.8 voters', () => {
  test('visits, fixed voters, and deputies contacted by the chair', () => {
    const t = town()
    const [a, b] = [t.deputy({ voter_contact_count: 10 }), t.deputy({ voter_contact_count: 12 })]
    const county = t.deputy({ level: '4', voter_contact_count: 99 })
    t.add('visit', { kind: '1', date: '2025-03-01', persons: 5, households: 3 })
    t.add('visit', { kind: '4', date: '2025-03-01' })
    t.add('visit', { kind: '2', date: '2025-03-01', contacted: [a, county], persons: 7 })
    t.add('visit', { kind: '3', date: '2025-04-01', contacted: [a] })
    t.add('visit', { kind: '3', date: '2024-04-01', contacted: [b] })
    expect(shown(t.question('2025'), 'B8.07', 'B8.08', 'B8.16')).toEqual({ 'B8.07': [6, null, { 户: 3, 次: 2 }], 'B8.08': 22, 'B8.16': [1, 50] })
  })

  test('voters’ matters taken, turned away, settled and rated', () => {
    const t = town()
    const matter = (fields: Data, ...words: readonly string[]) =>
      t.add('voter_matter', { content: '路灯不亮', received_on: '2025-03-01', ...fields }, ['登记', '2025-03-01'], ...words.map((word) => [word, '2025-03-05'] as const))
    matter({ route: '1', visitor_rate: '1' }, '当场答复')
    matter({ route: '4', visitor_rate: '3' }, '已转办', '已回复', '已告知')
    matter({ route: '3', visitor_rate: '9' }, '已转办')
    matter({ route: '6', suggestion: 'suggestion-1' }, '转建议')
    matter({ route: '8', visitor_rate: '2' }, '不受理', '归档')
    matter({})
    matter({ received_on: '2024-12-31' }, '当场答复')
    expect(shown(t.question('2025'), 'B8.11', 'B8.12')).toEqual({
      'B8.11': [5, null, { 不受理: 1 }], 'B8.12': [2, 40, { 转建议: [1, 20], 转办: [2, 40], 满意: [1, 20], 已评价: [2, 40] }],
    })
    expect(drill(t.question('2025', { asAt: '2025-03-02' }), 'B8.12')).toEqual([])
  })

  test('pairing, good deeds, conflicts settled, honours', () => {
    const t = town()
    const [a, b] = t.deputies(2)
    const pair = (mandate: string | undefined, village: string, household_no: number, more: Data = {}) => t.add('pairing', { mandate: mandate ?? '', village, household_no, from_on: '2024-01-01', ...more })
    pair(a, 'village-1', 0, { projects: [{ name: '路', amount_fen: 1 }, { name: '灯', amount_fen: 1 }] })
    pair(a, 'village-1', 1); pair(b, 'village-1', 1); pair(b, 'village-2', 2)
    pair(b, 'village-3', 1, { to_on: '2024-12-31' })
    pair(b, 'village-4', 1, { from_on: '2026-01-01' })
    const deed = (mandate: string | undefined, kind: string, on: string, more: Data = {}) => t.add('deed', { mandate: mandate ?? '', kind, title: '事', date: on, ...more })
    deed(a, '1', '2025-03', { amount_fen: 20_000, beneficiaries: 50 }); deed(b, '1', '2025-12-31', { amount_fen: 5_000 }); deed(b, '1', '2024-12')
    deed(a, '2', '2025-03-01'); deed(a, '6', '2025-05', { level: '4' }); deed(a, '6', '2025-06', { level: '5' }); deed(b, '6', '2025-06', { level: '5' })
    activity(t, '13')
    expect(shown(t.question('2025'), 'B8.13', 'B8.14', 'B8.15', 'B8.23')).toEqual({
      'B8.13': [2, null, { 代表: 2, 村: 2, 户: 2, 项目: 2 }], 'B8.14': [2, null, { 金额: 25_000, 受益: 50 }], 'B8.15': 2,
      'B8.23': [2, null, { '1': 0, '2': 0, '3': 0, '4': 1, '5': 2 }],
    })
  })
})

describe('B.8 reports to voters, training, leaving', () => {
  test('述职 of the year and of the term, with their votes', () => {
    const { t } = busyTown()
    t.add('rating', { about: 'debrief-1', round: 1, aspect: '总体', satisfied: 30, basically: 10, dissatisfied: 5, abstain: 5 })
    t.add('rating', { about: 'debrief-2', round: 1, aspect: '总体', satisfied: 10, basically: 10, dissatisfied: 29, abstain: 1 })
    t.add('rating', { about: 'debrief-3', round: 1, aspect: '总体', satisfied: 20, basically: 5, dissatisfied: 25, abstain: 0 })
    expect(shown(t.question('2025', asked), 'B8.17', 'B8.18')).toEqual({
      'B8.17': [3, 60, { 测评满意: 85, 测评票: 150, 不满意过半: 1 }], 'B8.18': [4, 80],
    })
  })

  test('training of the year and systematic training within the term', () => {
    const t = town()
    const [a, b] = t.deputies(3)
    const elected = t.deputy({ elect_kind: '2' }, ['当选待确认', '2024-01-01'], ['在任', '2024-01-10'])
    const early = t.add('training', { title: '换届培训', start_on: '2022-03-01', systematic: true })
    const before = t.add('training', { title: '上届的', start_on: '2020-03-01', systematic: true })
    const now = t.add('training', { title: '学习会', start_on: '2025-03-01' })
    attend(t, early, a); attend(t, early, elected); attend(t, before, b); attend(t, now, a); attend(t, now, b); attend(t, early, b, '2')
    expect(shown(t.question('2025'), 'B8.22')).toEqual({ 'B8.22': [1, 50, { 人次: 2, 系统: [2, 50], 补选: 1 }] })
  })

  test('leaving, appraisal while points are on and off, leave', () => {
    const t = town()
    const out = (reason: string, step = 'end') => t.deputy({ end_reason: reason }, ['当选待确认', '2021-12-20'], ['在任', '2021-12-20'], ['已终止', '2025-05-20', step])
    out('1'); out('4'); out('2a', 'vote_resignation'); out('8', 'die')
    const [a, b] = t.deputies(2)
    t.add('score', { mandate: a as string, year: 2025, items: [{ item: '会议', auto_tenths: 900 }], exit_advised_on: '2025-03-01' })
    t.add('score', { mandate: b as string, year: 2025, items: [{ item: '会议', auto_tenths: 850, manual_tenths: 40 }] })
    t.add('score', { mandate: b as string, year: 2024, items: [{ item: '会议', auto_tenths: 100 }] })
    const event = activity(t, '07')
    attend(t, event, a, '2'); attend(t, event, b, '3')
    const meeting = t.add('presidium_meeting', { term: t.term, no: 1, held_on: '2025-03-01' }, ['筹备', '2025-03-01'], ['已结束', '2025-03-01'])
    attend(t, meeting, a, '2')
    t.add('session', { term: t.term, no: 1, start_on: '2025-01-08', end_on: '2025-01-08' }, ['筹备', '2025-01-01'], ['进行中', '2025-01-08'])
    t.add('attendance', { session: 'session-1', mandate: a as string, state: '2', approved: true })
    t.add('attendance', { session: 'session-1', mandate: b as string, state: '3', approved: false })
    expect(shown(t.question('2025'), 'B8.19', 'B8.20', 'B8.21')).toEqual({
      'B8.19': [0, null, { 优秀: 0, 称职: 0, 基本称职: 0, 不称职: 0 }], 'B8.20': [3, null, { 劝辞: 1, 辞职: 1, 终止: 2 }], 'B8.21': [3, null, { 缺席: 2 }],
    })
    const [c, d] = t.deputies(2)
    t.add('score', { mandate: c as string, year: 2025, items: [{ item: '会议', auto_tenths: 600 }] })
    t.add('score', { mandate: d as string, year: 2025, items: [{ item: '会议', auto_tenths: 500, manual_tenths: 99 }] })
    expect(shown(t.question('2025', { settings: { points_on: true } }), 'B8.19')).toEqual({ 'B8.19': [4, null, { 优秀: 1, 称职: 1, 基本称职: 1, 不称职: 1 }] })
  })

  test('duty files are complete, and published once the list is', () => {
    const t = town()
    const full = { sex: '1', ethnic: '01', birth: '1980-01', party: '01', edu: '20', occupation: '02', fixed_income: false, constituency: 'constituency-1', elected_on: '2021-11-20' }
    t.deputy(full)
    t.deputy({ ...full, edu: '' })
    t.deputy({ ...full, constituency: '' })
    expect(shown(t.question('2025'), 'B8.24')).toEqual({ 'B8.24': [1, 33.3, { 公示: 0 }] })
    t.add('document', { kind: '12', title: '履职公示', issued_on: '2025-12-01' }, ['拟稿', '2025-11-30'], ['已印发', '2025-12-01'])
    expect(shown(t.question('2025'), 'B8.24')).toEqual({ 'B8.24': [1, 33.3, { 公示: 3 }] })
  })
})
