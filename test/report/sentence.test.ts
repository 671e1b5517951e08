import { describe, expect, it } from 'vitest'
import type { Figure } from '../../shared/measures/indicator'
import { join, plain, sayMoney, sentence, type FigureMap } from '../../shared/report/sentence'

type Part = Figure['parts'][number]

const part = (key: string, value: number | null, rate: number | null = null): Part => ({ key, name: key, value, rate })
const figure = (id: string, value: number | null, more: Partial<Figure> = {}): Figure => ({ id, name: `指标${id}`, unit: '次', value, rate: null, parts: [], ...more })
const map = (...figures: readonly Figure[]): FigureMap => new Map(figures.map((one) => [one.id, one]))

const text = (template: Parameters<typeof sentence>[0], figures: FigureMap): string => sentence(template, figures).text

describe('a sentence of the report', () => {
  it('says its figure', () => {
    expect(text('召开主席团会议{B4.13}次。', map(figure('B4.13', 4)))).toBe('召开主席团会议4次。')
  })

  it('is not there when its figure is zero: nobody boasts of 0次', () => {
    expect(text('召开主席团会议{B4.13}次[，研究议题{B4.15}项]。', map(figure('B4.13', 0), figure('B4.15', 3)))).toBe('')
  })

  it('leaves out a clause whose figure is zero or unknown', () => {
    const template = '会议{B4.01}次[，会期{B4.02}天][，出席率{B4.03%}]。'
    expect(text(template, map(figure('B4.01', 2), figure('B4.02', 0), figure('B4.03', 90, { rate: 88.8 })))).toBe('会议2次，出席率88.8%。')
    expect(text(template, map(figure('B4.01', 2), figure('B4.02', 3), figure('B4.03', 0, { rate: null })))).toBe('会议2次，会期3天。')
  })

  it('says no share above the whole, as when a deputy who took part has left since; money may be overspent', () => {
    expect(text('组织代表活动{B8.01}次[，参加活动的代表占代表总数的{B8.03%}]。', map(figure('B8.01', 58), figure('B8.03', 59, { rate: 101.7 })))).toBe('组织代表活动58次。')
    expect(text('经费支出{B9.02}次[，预算执行率{B9.02%}]。', map(figure('B9.02', 120, { rate: 120 })))).toBe('经费支出120次，预算执行率120%。')
  })

  it('names the parts that there are, and none where one part is the whole', () => {
    const template = '建议{B5.01}件[，其中>会议期间{B5.03/会议}件|闭会期间{B5.03/闭会}件]。'
    const of = (inside: number, outside: number): FigureMap => map(figure('B5.01', inside + outside), figure('B5.03', inside + outside, { parts: [part('会议', inside), part('闭会', outside)] }))
    expect(text(template, of(6, 20))).toBe('建议26件，其中会议期间6件、闭会期间20件。')
    expect(text(template, of(0, 26))).toBe('建议26件。')
  })

  it('parts items that have commas by semicolons', () => {
    const template = '[从结果看，>解决{B5.14}件，占{B5.14%}|正在解决{B5.15}件，占{B5.15%}]。'
    const figures = map(figure('B5.14', 10, { rate: 43.5 }), figure('B5.15', 5, { rate: 21.7 }))
    expect(text(template, figures)).toBe('从结果看，解决10件，占43.5%；正在解决5件，占21.7%。')
    expect(text(template, map(figure('B5.14', 0, { rate: 0 }), figure('B5.15', 0, { rate: 0 })))).toBe('')
  })

  it('marks what nobody knows with 【待补】 and says which figure it is', () => {
    expect(sentence('代表名额{B1.04}名，现有{B1.05}名。', map(figure('B1.04', null, { name: '代表名额' }), figure('B1.05', 58)))).toEqual({
      text: '代表名额【待补】名，现有58名。', missing: ['数字：代表名额'],
      figures: [{ indicator: 'B1.04', at: 4, length: 4 }, { indicator: 'B1.05', at: 12, length: 2 }],
    })
  })

  it('is not there when a rate is over nothing', () => {
    expect(text('满意率为{B5.23%}。', map(figure('B5.23', 0, { rate: null })))).toBe('')
  })

  it('is said only where its condition holds', () => {
    const template = { say: '实现全覆盖。', when: { figure: 'B8.18%', atLeast: 100 } }
    expect(text(template, map(figure('B8.18', 58, { rate: 100 })))).toBe('实现全覆盖。')
    expect(text(template, map(figure('B8.18', 57, { rate: 98.3 })))).toBe('')
    expect(text(template, map(figure('B8.18', 0, { rate: null })))).toBe('')
  })

  it('says money in 元, and in 万元 where two decimals say all of it', () => {
    expect([1_234_500, 4_470_000, 100_000_000, 123_456, 999_900, 50].map(sayMoney)).toEqual(['12345元', '4.47万元', '100万元', '1234.56元', '9999元', '0.50元'])
    expect(text('支出{B9.02}。', map(figure('B9.02', 4_470_000, { unit: '分' })))).toBe('支出4.47万元。')
    expect(text('办实事{B8.14}件[，投入{B8.14/金额}]。', map(figure('B8.14', 3, { unit: '件', parts: [part('金额', 4_000_000)] })))).toBe('办实事3件，投入4万元。')
  })

  it('knows where its numbers stand, also behind other sentences', () => {
    const figures = map(figure('B4.01', 2), figure('B4.13', 14), figure('B4.15', 30, { rate: 50, parts: [part('决定', 12)] }))
    const said = join([plain('一年来，'), sentence('大会{B4.01}次；', figures), sentence('主席团会议{B4.13}次，决定{B4.15/决定}项，完成{B4.15%}。', figures)])
    expect(said.text).toBe('一年来，大会2次；主席团会议14次，决定12项，完成50%。')
    expect(said.figures.map((use) => [use.indicator, use.part, use.rate, said.text.slice(use.at, use.at + use.length)])).toEqual([
      ['B4.01', undefined, undefined, '2'], ['B4.13', undefined, undefined, '14'], ['B4.15', '决定', undefined, '12'], ['B4.15', undefined, true, '50%'],
    ])
  })
})
