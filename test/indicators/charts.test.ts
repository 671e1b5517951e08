import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCharts, chartsOf, type Chart, type ChartAsk } from '../../shared/indicators/charts'
import { figures } from '../../shared/indicators'
import { busyTown, ordinary } from '../report/support/busy-town'

const of = (charts: readonly Chart[], key: Chart['key']): Chart => {
  const chart = charts.find((one) => one.key === key)
  if (!chart) throw new Error(key)
  return chart
}
const sum = (values: readonly (number | null)[]): number => values.reduce<number>((all, one) => all + (one ?? 0), 0)

describe('charts', () => {
  it('say the numbers of the table, whatever the year was', () => {
    fc.assert(fc.property(fc.record({ suggestions: fc.nat(18), activities: fc.nat(10), deputies: fc.integer({ min: 1, max: 12 }), supervisions: fc.nat(9) }), (some) => {
      const question = busyTown({ ...ordinary, ...some }).question('2026')
      const charts = chartsOf(question)
      const value = (id: string): number => figures(question).find((one) => one.id === id)?.value ?? 0
      expect(sum(of(charts, 'field-result').series.flatMap(({ values }) => values))).toBe(value('B5.02'))
      expect(sum(of(charts, 'timely-unit').series.flatMap(({ values }) => values))).toBe(value('B5.02'))
      expect(sum(of(charts, 'timely-unit').series[0]?.values ?? [])).toBe(value('B5.10'))
      expect(sum(of(charts, 'month').series[0]?.values ?? [])).toBe(value('B8.01'))
      expect(of(charts, 'trend').series.map(({ values }) => values.at(-1))).toEqual(['B5.02', 'B8.01', 'B6.01', 'B8.11', 'B8.17'].map(value))
    }), { numRuns: 40 })
  })

  it('have a value for every category and series', () => {
    for (const chart of chartsOf(busyTown(ordinary).question('2026'))) expect(chart.series.every(({ values }) => values.length === chart.categories.length)).toBe(true)
  })

  it('every number names the figure that it is, with its days, or its category does', () => {
    const question = busyTown(ordinary).question('2026')
    const valueAt = ({ indicator, from = question.period.from, to = question.period.to }: ChartAsk): number | null | undefined => {
      const [id = '', key] = indicator.split('/')
      const figure = figures({ ...question, period: { from, to } }).find((one) => one.id === id)
      return key === undefined ? figure?.value : figure?.parts.find((part) => part.key === key)?.value
    }
    for (const chart of chartsOf(question)) {
      if (chart.categoryAsks) expect([chart.key, chart.categories.map((_, at) => sum(chart.series.map(({ values }) => values[at] ?? 0)))]).toEqual([chart.key, chart.categoryAsks.map(valueAt)])
      // Bands of times are counted out of the persons' times of B8.02.
      else if (chart.key === 'deputies') expect(chart.series[0]?.asks?.map(({ indicator }) => indicator)).toEqual(['B8.04', 'B8.02', 'B8.02', 'B8.02', 'B8.02', 'B8.02'])
      else for (const { values, asks } of chart.series) expect([chart.key, asks?.map(valueAt)]).toEqual([chart.key, values])
    }
  })

  it('of several towns are added up by the names of their categories', () => {
    const one = chartsOf(busyTown(ordinary).question('2026'))
    const two = addCharts([one, one])
    expect(of(two, 'month').series.map(({ values }) => values)).toEqual(of(one, 'month').series.map(({ values }) => values.map((value) => 2 * (value ?? 0))))
    expect(of(two, 'structure').categories).toEqual([...new Set(of(one, 'structure').categories)])
  })
})
