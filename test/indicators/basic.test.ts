import { describe, expect, test } from 'vitest'
import { drill } from '../../shared/indicators'
import { ageBands, readAgeBands } from '../../shared/rules/age-bands'
import { town } from '../support/build'
import { shown } from './figure-of'

describe('B.1 basic situation at the end of the period', () => {
  test('villages, people and constituencies of the town', () => {
    const t = town()
    t.add('office', { population_registered: 20_000, has_renda_office: true, full_time_staff: 2 })
    t.add('village', { name: '石桥村', kind: '1', population: 900 })
    t.add('village', { name: '青山村', kind: '1', active_to: '2025-06-30' })
    t.add('village', { name: '新街社区', kind: '2', active_from: '2025-03-01' })
    t.add('village', { name: '明年的社区', kind: '2', active_from: '2026-01-01' })
    t.add('constituency', { term: t.term, level: '5', no: '1', seats: 2, voters: 1200 })
    t.add('constituency', { term: t.term, level: '5', no: '2', seats: 1, voters: 800 })
    t.add('constituency', { term: t.term, level: '4', no: '1', voters: 9000 })
    expect(shown(t.question('2025'), 'B1.01', 'B1.02', 'B1.03', 'B1.13')).toEqual({
      'B1.01': [2, null, { 村: 1, 社区: 1 }], 'B1.02': [20_000, null, { 选民: 2000 }], 'B1.03': 2, 'B1.13': [1, null, { 专职人员: 2 }],
    })
    expect(shown(t.question('2024'), 'B1.01')).toEqual({ 'B1.01': [2, null, { 村: 2, 社区: 0 }] })
  })

  test('without an office file nothing is known, not zero', () => {
    expect(shown(town({ term: null }).question('2025'), 'B1.02', 'B1.04', 'B1.06', 'B1.13')).toEqual({
      'B1.02': [null, null, { 选民: 0 }], 'B1.04': null, 'B1.06': null, 'B1.13': [null, null, { 专职人员: null }],
    })
  })

  test('deputies in office are those of the four statuses on the last day', () => {
    const t = town({ term: { no: 19, first_meeting_on: '2021-12-20', quota: 8 } })
    const seated: readonly [string, string] = ['在任', '2021-12-20']
    t.deputy()
    t.deputy({}, ['当选待确认', '2021-12-01'], seated, ['暂停执行职务', '2025-03-01'])
    t.deputy({}, ['当选待确认', '2021-12-01'], seated, ['辞职待大会表决', '2025-12-31'])
    t.deputy({}, ['当选待确认', '2021-12-01'], seated, ['终止待公告', '2025-05-01'])
    t.deputy({}, ['当选待确认', '2021-12-01'], seated, ['已终止', '2025-05-01'])
    t.deputy({}, ['当选待确认', '2025-12-01'])
    t.deputy({ level: '4' })
    expect(shown(t.question('2025'), 'B1.04', 'B1.05', 'B1.06', 'B1.07')).toEqual({ 'B1.04': 8, 'B1.05': 4, 'B1.06': 4, 'B1.07': 1 })
    expect(shown(t.question('2024'), 'B1.05', 'B1.07')).toEqual({ 'B1.05': 5, 'B1.07': 0 })
    expect(drill(t.question('2025'), 'B1.05')).toEqual(['mandate-1', 'mandate-2', 'mandate-3', 'mandate-4'])
  })

  test('a deputy who leaves this year does not change last year’s table', () => {
    const t = town()
    t.deputies(3)
    const before = shown(t.question('2024'), 'B1.05', 'B2.01', 'B3.13')
    t.deputy({ end_reason: '1', sex: '1' }, ['当选待确认', '2021-12-20'], ['在任', '2021-12-20'])
    const with4 = shown(t.question('2024'), 'B1.05')
    const gone = town()
    gone.deputies(3)
    gone.deputy({ end_reason: '1', sex: '1' }, ['当选待确认', '2021-12-20'], ['在任', '2021-12-20'], ['已终止', '2025-02-01'])
    expect([before['B1.05'], with4, shown(gone.question('2024'), 'B1.05'), shown(gone.question('2025'), 'B1.05')])
      .toEqual([3, { 'B1.05': 4 }, { 'B1.05': 4 }, { 'B1.05': 3 }])
  })

  test('a person who is a county and a city deputy counts in both levels and once in all', () => {
    const t = town()
    const both = t.add('person', { name: '李上级', birth: '1970-01' })
    t.deputy({ person: both, level: '4' })
    t.deputy({ person: both, level: '3' })
    t.deputy({ level: '4' })
    t.deputy({ level: '2' })
    t.deputy({ level: '1' })
    t.deputy({ level: '1' }, ['当选待确认', '2021-12-20'], ['在任', '2021-12-20'], ['已终止', '2025-04-01'])
    expect(shown(t.question('2025'), 'B1.05', 'B1.08')).toEqual({ 'B1.05': 0, 'B1.08': [4, null, { 全国: 1, 省: 1, 市: 1, 县: 2 }] })
    expect(drill(t.question('2025'), 'B1.08')?.length).toBe(4)
  })

  test('presidium, groups and sites of the day', () => {
    const t = town()
    const [a, b, c, d] = t.deputies(4)
    t.add('presidium_member', { mandate: a, from_on: '2021-12-20', role: '1', full_time: true })
    t.add('presidium_member', { mandate: b, from_on: '2021-12-20', role: '2', to_on: '2025-06-30' })
    t.add('presidium_member', { mandate: c, from_on: '2025-07-01', role: '2' })
    t.add('presidium_member', { mandate: d, from_on: '2021-12-20', role: '3' })
    t.add('group', { term: t.term, kind: '1', name: '第一小组', members: [{ mandate: a as string }, { mandate: b as string, from_on: '2022-01-01' }, { mandate: c as string, to_on: '2025-05-01' }] })
    t.add('group', { term: t.term, kind: '2', name: '中心组', members: [{ mandate: d as string }] })
    t.add('group', { term: t.term, kind: '3', name: '代表团', members: [{ mandate: d as string }] })
    for (const kind of ['1', '2', '2', '3', '4', '5', '6']) t.add('site', { kind, name: `站${kind}` })
    t.add('site', { kind: '1', name: '已撤', closed_on: '2025-12-31' })
    t.add('site', { kind: '1', name: '明年', built_on: '2026-01-01' })
    const question = t.question('2025')
    expect(shown(question, 'B1.09', 'B1.10', 'B1.11', 'B1.12')).toEqual({
      'B1.09': [2, null, { 主席: 1, 副主席: 1, 专职: 1 }], 'B1.10': 3, 'B1.11': [2, null, { 平均人数: 1.5 }],
      'B1.12': [7, null, { 之家: 2, 联络站: 2, 工作室: 1, 活动室: 1, 接待点: 1 }],
    })
    expect([drill(question, 'B1.12/之家'), drill(question, 'B1.12/没有'), drill(question, 'B9.99')]).toEqual([['site-2', 'site-3'], null, null])
    expect(shown(t.question('2025-01-01..2025-06-30'), 'B1.09')).toEqual({ 'B1.09': [2, null, { 主席: 1, 副主席: 1, 专职: 1 }] })
  })

  test('a presidium seat ends with its deputy’s mandate', () => {
    const t = town()
    const left = t.deputy({}, ['当选待确认', '2021-12-20'], ['在任', '2021-12-20'], ['已终止', '2025-04-01'])
    t.add('presidium_member', { mandate: left, from_on: '2021-12-20', role: '1' })
    expect([shown(t.question('2024'), 'B1.10'), shown(t.question('2025'), 'B1.10')]).toEqual([{ 'B1.10': 1 }, { 'B1.10': 0 }])
  })

  test('rules and regulations in force', () => {
    const t = town()
    const issued: readonly [string, string] = ['已印发', '2023-01-10']
    t.add('document', { kind: '09', title: '议事规则', on_wall: true }, ['拟稿', '2023-01-01'], issued)
    t.add('document', { kind: '09', title: '接待日制度', effective_on: '2026-01-01' }, ['拟稿', '2023-01-01'], issued)
    t.add('document', { kind: '09', title: '旧制度' }, ['拟稿', '2023-01-01'], issued, ['已废止', '2025-03-01'])
    t.add('document', { kind: '09', title: '草稿' }, ['拟稿', '2025-01-01'])
    t.add('document', { kind: '04', title: '通知' }, ['拟稿', '2023-01-01'], issued)
    expect([shown(t.question('2025'), 'B1.14'), shown(t.question('2024'), 'B1.14')]).toEqual([{ 'B1.14': [1, null, { 上墙: 1 }] }, { 'B1.14': [2, null, { 上墙: 1 }] }])
  })
})

describe('B.2 structure of the deputies', () => {
  const built = () => {
    const t = town({ term: { no: 19, first_meeting_on: '2021-12-20' } })
    const before = t.add('term', { no: 18, first_meeting_on: '2016-12-20' })
    t.deputy({ sex: '1', ethnic: '01', birth: '1990-01', party: '01', edu: '11', occupation: '04', fixed_income: true, residence_status: '1' })
    t.deputy({ sex: '2', ethnic: '06', birth: '1979-12', party: '02', edu: '20', occupation: '02', fixed_income: false, residence_status: '2' })
    t.deputy({ sex: '2', ethnic: '15', birth: '1969-12', party: '04', edu: '30', occupation: '05', fixed_income: false, residence_status: '4', is_gui_qiao: true })
    t.deputy({ sex: '1', ethnic: '01', birth: '1965-06', party: '13', edu: '61', occupation: '01', elect_kind: '2' })
    t.deputy({ sex: '9', birth: '1960-01', party: '12', edu: '80', occupation: '03', residence_status: '3' })
    t.deputy({ party: '03', edu: '90' })
    const again = t.add('person', { name: '连任人' })
    t.deputy({ person: again })
    t.deputy({ person: again, term: before }, ['当选待确认', '2016-12-20'], ['在任', '2016-12-20'], ['卸任', '2021-12-20'])
    t.deputy({ level: '4', sex: '2', ethnic: '01', party: '01' })
    return t
  }

  test('every row sums to all deputies with its unfilled ones, and the upper levels stand apart', () => {
    const share = (value: number) => [value, [0, 14.3, 28.6, 42.9, 57.1, 71.4, 85.7, 100][value] ?? null] as const
    const upper = [1, 100] as const
    expect(shown(built().question('2025'), 'B2.01', 'B2.02', 'B2.03', 'B2.04', 'B2.06', 'B2.08', 'B2.15', 'B2.16')).toEqual({
      'B2.01': [7, 100, { 男: share(2), 女: share(2), 未填: share(3), 上级: upper }],
      'B2.02': [7, 100, { 汉: share(2), 少数: share(2), 未填: share(3), 上级: upper }],
      'B2.03': [7, 100, { a35: share(1), a45: share(0), a55: share(1), a60: share(2), a61: share(1), 未填: share(2), 上级: upper }],
      'B2.04': [7, 100, { 党员: share(2), 团员: share(1), 民主党派: share(1), 无党派: share(1), 群众: share(1), 未填: share(1), 上级: upper }],
      'B2.06': [7, 100, { 研究生: share(1), 本科: share(1), 大专: share(1), 中专高中: share(1), 初中: share(1), 其他: share(1), 未填: share(1), 上级: upper }],
      'B2.08': [7, 100, {
        '01': share(1), '02': share(1), '03': share(1), '04': share(1), '05': share(1), '06': share(0), '07': share(0), '08': share(0), '09': share(0), 未填: share(2), 上级: upper,
      }],
      'B2.15': [7, 100, { 有: share(1), 无: share(2), 未填: share(4), 上级: upper }],
      'B2.16': [7, 100, { 本选区: share(1), 镇内: share(1), 县城: share(1), 外地: share(1), 未填: share(3), 上级: upper }],
    })
  })

  test('single counts with their share of all deputies', () => {
    const upper = (value: number) => ({ 上级: [value, value * 100] as const })
    expect(shown(built().question('2025'), 'B2.05', 'B2.07', 'B2.09', 'B2.10', 'B2.11', 'B2.12', 'B2.13', 'B2.14')).toEqual({
      'B2.05': [4, 57.1, upper(0)], 'B2.07': [3, 42.9, upper(0)], 'B2.09': [3, 42.9, upper(0)],
      'B2.10': [1, 14.3, { 新任: [6, 85.7], ...upper(0) }], 'B2.11': [2, 28.6, upper(1)], 'B2.12': [2, 28.6, upper(0)], 'B2.13': [1, 14.3, upper(0)],
      'B2.14': [1, 14.3, upper(0)],
    })
  })

  test('village cadres count as grass-roots deputies where the office says so', () => {
    expect(shown(built().question('2025', { settings: { grassroots_with_village_cadres: true } }), 'B2.09')['B2.09']).toEqual([4, 57.1, { 上级: [0, 0] }])
  })

  test('ages fall into the bands that the office sets, and still sum up to all deputies', () => {
    const share = (value: number) => [value, [0, 14.3, 28.6, 42.9][value] ?? null] as const
    // Born 1990, 1979, 1969, 1965, 1960: 35, 46, 56, 60 and 65 years at the end of 2025; two are not known.
    expect(shown(built().question('2025', { settings: { age_bands: '40,59' } }), 'B2.03')['B2.03']).toEqual([7, 100, { a40: share(1), a59: share(2), a60: share(2), 未填: share(2), 上级: [1, 100] }])
    expect(ageBands('40,59').map(([, name]) => name)).toEqual(['40岁及以下', '41–59', '60岁及以上'])
    expect(['', '59,40', '五十', '17,40', '40,40', '100'].map(readAgeBands)).toEqual([null, null, null, null, null, null])
  })

  test('the upper levels stand in their own column, each person once, shared among themselves', () => {
    const t = town({ term: { no: 19, first_meeting_on: '2021-12-20' } })
    const before = t.add('term', { no: 18, first_meeting_on: '2016-12-20' })
    t.deputy({ sex: '1', ethnic: '01', birth: '1981-01', party: '01', edu: '20', occupation: '04' })
    const woman = t.add('person', { name: '龙上级', sex: '2', ethnic: '06', birth: '1985-01', party: '13', edu: '30', occupation: '02', is_gui_qiao: true, fixed_income: false, residence_status: '1' })
    t.deputy({ person: woman, level: '4' })
    t.deputy({ person: woman, level: '3', elect_kind: '2' })
    t.deputy({ person: woman, level: '3', term: before }, ['当选待确认', '2016-12-20'], ['在任', '2016-12-20'], ['卸任', '2021-12-20'])
    t.deputy({ level: '4', sex: '1', ethnic: '01', birth: '1970-01', party: '01', edu: '70', occupation: '06', fixed_income: true, residence_status: '3' })
    t.deputy({ level: '2' })
    // Three people: the woman of two levels, the man, and one of whom nothing is known. The town's own deputy is 44 on the last day of 2025.
    expect(shown(t.question('2025'), 'B2.01', 'B2.02', 'B2.03', 'B2.04', 'B2.06', 'B2.08', 'B2.15', 'B2.16')).toEqual({
      'B2.01': [1, 100, { 男: [1, 100], 女: [0, 0], 未填: [0, 0], 上级: [3, 100] }],
      'B2.02': [1, 100, { 汉: [1, 100], 少数: [0, 0], 未填: [0, 0], 上级: [3, 100] }],
      'B2.03': [1, 100, { a35: [0, 0], a45: [1, 100], a55: [0, 0], a60: [0, 0], a61: [0, 0], 未填: [0, 0], 上级: [3, 100] }],
      'B2.04': [1, 100, { 党员: [1, 100], 团员: [0, 0], 民主党派: [0, 0], 无党派: [0, 0], 群众: [0, 0], 未填: [0, 0], 上级: [3, 100] }],
      'B2.06': [1, 100, { 研究生: [0, 0], 本科: [1, 100], 大专: [0, 0], 中专高中: [0, 0], 初中: [0, 0], 其他: [0, 0], 未填: [0, 0], 上级: [3, 100] }],
      'B2.08': [1, 100, {
        '01': [0, 0], '02': [0, 0], '03': [0, 0], '04': [1, 100], '05': [0, 0], '06': [0, 0], '07': [0, 0], '08': [0, 0], '09': [0, 0], 未填: [0, 0], 上级: [3, 100],
      }],
      'B2.15': [1, 100, { 有: [0, 0], 无: [0, 0], 未填: [1, 100], 上级: [3, 100] }],
      'B2.16': [1, 100, { 本选区: [0, 0], 镇内: [0, 0], 县城: [0, 0], 外地: [0, 0], 未填: [1, 100], 上级: [3, 100] }],
    })
    expect(shown(t.question('2025'), 'B2.05', 'B2.07', 'B2.09', 'B2.10', 'B2.11', 'B2.12', 'B2.13', 'B2.14')).toEqual({
      'B2.05': [0, 0, { 上级: [1, 33.3] }], 'B2.07': [1, 100, { 上级: [1, 33.3] }], 'B2.09': [0, 0, { 上级: [1, 33.3] }], 'B2.10': [0, 0, { 新任: [1, 100], 上级: [1, 33.3] }],
      'B2.11': [0, 0, { 上级: [1, 33.3] }], 'B2.12': [0, 0, { 上级: [1, 33.3] }], 'B2.13': [0, 0, { 上级: [1, 33.3] }], 'B2.14': [0, 0, { 上级: [1, 33.3] }],
    })
  })

  test('without deputies there is no share', () => {
    expect(shown(town().question('2025'), 'B2.11')).toEqual({ 'B2.11': [0, null, { 上级: [0, null] }] })
  })
})

describe('B.3 changes of deputies', () => {
  test('each ground stands in its own row, and the rows explain the difference between the ends', () => {
    const t = town()
    const seated = [['当选待确认', '2021-12-20'], ['在任', '2021-12-20', 'confirm']] as const
    const end = (reason: string, step = 'end') => t.deputy({ end_reason: reason }, ...seated, ['终止待公告', '2025-03-01'], ['已终止', '2025-05-20', step])
    t.deputies(10)
    for (const reason of ['1', '3', '4', '5', '6', '7', '7']) end(reason)
    t.deputy({ end_reason: '2a' }, ...seated, ['辞职待大会表决', '2025-02-01'], ['已终止', '2025-05-20', 'vote_resignation'])
    t.deputy({ end_reason: '2b' }, ...seated, ['辞职待大会表决', '2025-02-01'], ['已终止', '2025-05-20', 'vote_resignation'])
    t.deputy({}, ...seated, ['已终止', '2025-08-01', 'die'])
    t.deputy({}, ...seated, ['暂停执行职务', '2025-02-01'], ['在任', '2025-08-01', 'resume'], ['暂停执行职务', '2025-11-01'])
    t.deputy({ elect_kind: '2' }, ['当选待确认', '2025-06-01'], ['在任', '2025-06-15', 'confirm'])
    t.deputy({ elect_kind: '1' }, ['当选待确认', '2025-06-01'], ['在任', '2025-06-16', 'confirm'])
    t.deputy({}, ['当选待确认', '2025-06-01'], ['当选无效', '2025-06-10'])
    t.deputy({}, ...seated, ['卸任', '2025-12-31'])
    t.deputy({}, ['当选待确认', '2025-06-01'], ['卸任', '2025-12-31'])
    t.deputy({ level: '4', end_reason: '1' }, ...seated, ['已终止', '2025-05-20'])
    expect(shown(t.question('2025'), ...Array.from({ length: 16 }, (_, i) => `B3.${String(i + 1).padStart(2, '0')}`))).toEqual({
      'B3.01': 22, 'B3.02': 1, 'B3.03': 1, 'B3.04': 1, 'B3.05': 1, 'B3.06': 1, 'B3.07': 1, 'B3.08': 1, 'B3.09': 1, 'B3.10': 2, 'B3.11': 1,
      'B3.12': [2, null, { 恢复: 1 }], 'B3.13': 13, 'B3.14': 1, 'B3.15': 1, 'B3.16': 1,
    })
  })

  test('an event on the first and on the last day belongs to the period, one a day outside does not', () => {
    const t = town()
    for (const on of ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01']) {
      t.deputy({ end_reason: '1' }, ['当选待确认', '2021-12-20'], ['在任', '2021-12-20'], ['已终止', on])
    }
    expect(drill(t.question('2025'), 'B3.03')).toEqual(['mandate-2', 'mandate-3'])
    expect(shown(t.question('2025'), 'B3.01', 'B3.03', 'B3.13')).toEqual({ 'B3.01': 3, 'B3.03': 2, 'B3.13': 1 })
  })

  test('a step that was taken back never happened', () => {
    const t = town()
    const id = t.deputy({ end_reason: '1' }, ['当选待确认', '2021-12-20'], ['在任', '2021-12-20'], ['已终止', '2025-05-01'])
    const rec = t.records.find((one) => one.id === id)
    const log = rec?.fields['status_log'] as unknown as Record<string, unknown>[]
    if (log[2]) log[2]['undone'] = true
    expect(shown(t.question('2025'), 'B3.03', 'B3.13')).toEqual({ 'B3.03': 0, 'B3.13': 1 })
  })
})
