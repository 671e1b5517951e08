import { describe, expect, it } from 'vitest'
import { indicatorOf, indicators } from '../../shared/indicators'
import { basisOf } from '../../shared/indicators/basis'
import { rulesBehind, workingOf } from '../../shared/why/why'
import { ruleBook } from '../../shared/rules/presets'
import { town } from '../support/build'

const working = (id: string, t: ReturnType<typeof town>, part: string | null = null): readonly string[] => {
  const indicator = indicatorOf(id)
  if (!indicator) throw new Error(id)
  return workingOf(indicator, indicator.compute(t.question('2025')), part)
}

function answered() {
  const t = town()
  const raised = (no: number): string => t.suggestion('2025-03-01', { no: String(no), period: no > 2 ? '1' : '2', accept: '1', assigned_on: '2025-03-05', due_on: '2025-06-05' }, ['待交办', '2025-03-03', 'review'], ['已交办', '2025-03-05', 'assign'])
  const [a, b] = [raised(1), raised(2), raised(3)]
  t.add('reply', { suggestion: a, round: 1, reply_on: '2025-05-01', result_class: 'A' })
  t.add('reply', { suggestion: b, round: 1, reply_on: '2025-07-01', result_class: 'B' })
  return t
}

describe('why a figure is what it is', () => {
  it('is said in digits: the rate by its two numbers, the whole by its parts', () => {
    const t = answered()
    expect(working('B5.10', t)).toEqual(['1 ÷ 3 = 33.3%'])
    expect(working('B5.03', t)).toEqual(['会议期间 1 ＋ 闭会期间 2 = 3'])
    expect(working('B5.12', t)).toEqual(['175 ÷ 2 = 87.5'])
  })

  it('says that nothing can be compared where the denominator is nothing', () => {
    expect(working('B5.10', town())).toEqual(['0 ÷ 0，没有可比的，写作“—”'])
  })

  it('names the rule in force with its article and the year of the law', () => {
    expect(rulesBehind('B5.10', ruleBook(null))).toEqual([
      { who: '法律', source: '代表法（2025年）第51条', says: '建议答复（一般）：交办后3个月' }, { who: '法律', source: '代表法（2025年）第51条', says: '建议答复（复杂）：交办后6个月' },
    ])
    expect(rulesBehind('B4.03', ruleBook(null))).toEqual([{ who: '法律', source: '地方组织法（2022年）第14条', says: '人代会法定人数：2/3' }])
  })

  it('takes the rule of the province where it has one, with the year of that text', () => {
    const [first] = rulesBehind('B5.10', ruleBook('重庆市'))
    expect(first?.who).toBe('省里')
    expect(first?.says).toBe('建议答复（一般）：交办后2个月')
    expect(first?.source).toMatch(/2016/u)
  })

  it('has its formula in words and only rules that exist, for every indicator', () => {
    const book = ruleBook(null)
    const keys = new Set(book.all().map((entry) => entry.key))
    expect(indicators.filter(({ words }) => words.trim() === '').map(({ id }) => id)).toEqual([])
    expect(indicators.flatMap(({ id }) => (basisOf(id).rules ?? []).filter((key) => !keys.has(key)))).toEqual([])
    expect(indicators.filter(({ id }) => /^B[568]\./u.test(id)).every(({ id }) => rulesBehind(id, book).length > 0)).toBe(true)
  })
})
