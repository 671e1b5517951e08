import { describe, expect, it } from 'vitest'
import { figureMap, rawUnit, readFigure, sayDifference, sayFigure, unitWord } from '../../../renderer/screens/stats/figure-text'
import { besideOf, choicesOf, kindsOf, sayPeriod, yearlySessions, type Calendar } from '../../../renderer/screens/stats/periods'
import { tableRows } from '../../../renderer/screens/stats/rows'
import { checkLines } from '../../../renderer/screens/stats/sums'
import { tabs } from '../../../renderer/screens/stats/tabs'
import { indicators } from '../../../shared/indicators'
import { figuresOf, stats } from '../support/sample-figures'

const now = figureMap(stats.indicators)
const before = figureMap(stats.before ?? [])
const tab = (key: string) => tabs.find((one) => one.key === key)!

describe('A figure on the screen', () => {
  it('is read by its path: value, part, rate', () => {
    expect(['B5.02', 'B5.03/会议', 'B5.10%', 'B5.03/没有', 'B9.99'].map((path) => readFigure(now, path))).toEqual([52, 38, 95.7, null, null])
  })

  it('prints money in 元, points with their tenth, rates with one decimal and yes or no as a word', () => {
    expect([[1_234_550, '分'], [1_250_000, '分'], [955, '分值'], [87, '%'], [1, '是/否'], [0, '是/否'], [null, '件'], [12_345, '人次']].map(([value, unit]) => sayFigure(value as number | null, unit as string)))
      .toEqual(['12,345.5', '12,500', '95.5', '87.0', '是', '否', '—', '12,345'])
    expect(['分', '分值', '是/否', '件'].map(unitWord)).toEqual(['元', '分', '', '件'])
  })

  it('has the unit of its part where that is another', () => {
    expect([rawUnit(now, 'B8.14/受益'), rawUnit(now, 'B8.14/金额'), rawUnit(now, 'B8.14'), rawUnit(now, 'B5.10%')]).toEqual(['人', '分', '件', '%'])
  })

  it('says the difference with its sign, and nothing where one side is unknown', () => {
    expect([sayDifference(52, 47, '件'), sayDifference(6, 7, '件'), sayDifference(9, 9, '件'), sayDifference(95.7, 92.9, '%'), sayDifference(1, null, '件'), sayDifference(1_250_050, 1_000_000, '分')])
      .toEqual(['+5', '−1', '0', '+2.8', '—', '+2,500.5'])
  })
})

describe('Periods', () => {
  const calendar: Calendar = { today: '2025-11-24', termStart: '2021-12-20', sessions: ['2024-01-10', '2025-01-12'] }

  it('end today while they are running', () => {
    expect(choicesOf('year', calendar).slice(0, 2)).toEqual([
      { key: '2025-0', label: '2025年（到11月24日）', from: '2025-01-01', to: '2025-11-24', now: '今年', before: '去年同期' },
      { key: '2024-0', label: '2024年', from: '2024-01-01', to: '2024-12-31', now: '2024年', before: '2023年' },
    ])
    expect(choicesOf('quarter', calendar).slice(0, 2).map(({ label, from, to }) => [label, from, to])).toEqual([
      ['2025年第四季度（到11月24日）', '2025-10-01', '2025-11-24'], ['2025年第三季度', '2025-07-01', '2025-09-30'],
    ])
    expect(choicesOf('half', { ...calendar, today: '2025-06-30' })[0]).toMatchObject({ label: '2025年上半年', from: '2025-01-01', to: '2025-06-30' })
  })

  it('run from one congress to the day before the next', () => {
    expect(choicesOf('session', calendar).map(({ from, to }) => [from, to])).toEqual([['2025-01-12', '2025-11-24'], ['2024-01-10', '2025-01-11']])
    expect(yearlySessions(['2025-06-01', '2025-01-12', '2024-01-10'])).toEqual(['2024-01-10', '2025-01-12'])
  })

  it('are offered only where their dates are known', () => {
    expect(kindsOf(calendar)).toEqual(['year', 'half', 'quarter', 'session', 'term', 'custom'])
    expect(kindsOf({ ...calendar, termStart: null, sessions: [] })).toEqual(['year', 'half', 'quarter', 'custom'])
    expect(sayPeriod({ from: '2024-12-01', to: '2025-01-31' })).toBe('2024年12月1日—2025年1月31日')
  })
})

describe('A table', () => {
  it('puts two figures on a line and parts under their sum', () => {
    const rows = tableRows(tab('suggestions'), false, now, before)
    expect(rows[1]).toMatchObject({ name: '会议期间 / 闭会期间', indent: true, unit: '件', cells: [{ text: '38', before: '35', difference: '+3' }, { text: '14', before: '12', difference: '+2' }] })
    expect(rows.map((row) => row.cells.map((cell) => cell.text).join(' / '))).toEqual(['52', '38 / 14', '46', '29', '9', '6', '2', '95.7', '95.3'])
  })

  it('names only figures that exist, every group once', () => {
    const known = new Set(indicators.map((one) => one.id))
    const paths = tabs.flatMap((one) => [...one.rows.flatMap((row) => row.paths), ...(one.chart?.bars ?? []).map(([, path]) => path), ...(one.chart?.partsOf === undefined ? [] : [one.chart.partsOf])])
    expect(paths.filter((path) => !known.has(path.replace(/[/%].*$/u, '')))).toEqual([])
    expect(tabs.flatMap((one) => one.groups).sort()).toEqual(['B1', 'B10', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8', 'B9'])
  })

  it('shows every figure of the group on wish, long breakdowns without their empty parts', () => {
    const figures = figureMap(figuresOf({ 'B5.07': [3, null, { 农业: 2, 教育: 1, 卫生: 0, 交通: 0, 水利: 0, 环保: 0, 其他: 0 }] }))
    const names = tableRows(tab('suggestions'), true, figures, null).map((row) => row.name)
    expect(names.filter((name) => ['农业', '教育', '卫生', '交通'].includes(name))).toEqual(['农业', '教育'])
    expect(names.filter((name) => name === '按期答复率')).toHaveLength(1)
  })
})

describe('Identities', () => {
  it('are said in digits, empty terms left out', () => {
    expect(checkLines(['C11', 'C12'], stats.checks, now).map((line) => line.words)).toEqual(['立案 52 = 38 + 14', '已答复 46 = 29 + 9 + 6 + 2'])
  })

  it('that fail are said by both sides with the records that break them; one that does not apply is left out', () => {
    expect(checkLines(['C13', 'C20'], stats.checks, now)).toEqual([{ id: 'C13', ok: false, words: '已测评 43 ≠ 满意＋基本满意＋不满意 42', ids: ['s3'] }])
  })

  it('are never said in digits that do not add up', () => {
    const odd = figureMap(figuresOf({ 'B5.02': [52], 'B5.03': [52, null, { 会议: 38, 闭会: 13 }] }))
    expect(checkLines(['C11'], [{ id: 'C11', ok: true, detail: '相符' }], odd)[0]?.words).toBe('立案相符')
  })

  it('are said of counties in a city', () => {
    const check = [{ id: 'C22', ok: true, detail: '' }]
    expect([checkLines(['C22'], check, now)[0]?.words, checkLines(['C22'], check, now, '各县')[0]?.words]).toEqual(['各镇合计相符', '各县合计相符'])
  })

  it('subtract what left', () => {
    const figures = figureMap(figuresOf({ 'B3.01': [58], 'B3.02': [1], 'B3.04': [2], 'B3.11': [1], 'B3.13': [56] }))
    expect(checkLines(['C01'], [{ id: 'C01', ok: true, detail: '' }], figures)[0]?.words).toBe('期末实有 56 = 58 + 1 − 2 − 1')
  })
})

describe('What stands beside a period', () => {
  const calendar: Calendar = { today: '2025-11-24', termStart: '2021-12-20', sessions: ['2024-01-10', '2025-01-12'], terms: ['2016-12-18', '2021-12-20'] }

  it('is the same days a year ago, or the period just before it', () => {
    const quarter = choicesOf('quarter', calendar)[0]!
    expect(besideOf(quarter, 'year')).toEqual({ word: '上年同期', days: null })
    expect(besideOf(quarter, 'last')).toEqual({ word: '上季度', days: { from: '2025-07-01', to: '2025-09-30' } })
    expect(besideOf(choicesOf('half', { ...calendar, today: '2025-03-01' })[0]!, 'last')).toEqual({ word: '上一个半年', days: { from: '2024-07-01', to: '2024-12-31' } })
    expect(besideOf(choicesOf('session', calendar)[0]!, 'last')).toEqual({ word: '上一会期年', days: { from: '2024-01-10', to: '2025-01-11' } })
    expect(besideOf(quarter, 'none')).toBeNull()
  })

  it('is for a year only the year before, whatever was chosen for other periods', () => {
    expect(besideOf(choicesOf('year', calendar)[0]!, 'last')).toEqual({ word: '去年同期', days: null })
  })

  it('is for a term the whole term before it; earlier terms can be looked at', () => {
    expect(choicesOf('term', calendar).map(({ from, to }) => [from, to])).toEqual([['2021-12-20', '2025-11-24'], ['2016-12-18', '2021-12-19']])
    expect(besideOf(choicesOf('term', calendar)[0]!, 'last')).toEqual({ word: '上届', days: { from: '2016-12-18', to: '2021-12-19' } })
    expect(besideOf(choicesOf('term', calendar)[0]!, 'year')).toBeNull()
  })
})
