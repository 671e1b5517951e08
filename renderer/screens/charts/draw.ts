/** Charts as pictures: drawn to text by echarts, the same for the screen and for paper, sharp at any size. Loaded with the first chart. */
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Chart } from '../../../shared/indicators/charts'

register([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer])

/** Dark to light, so that a black-and-white print tells them apart. */
const colours = ['#0B4A8F', '#7FA9D6', '#C8881A', '#D9D9D4', '#6B2A2A'] as const
const ink = '#1F2328'
const quiet = '#55595F'
const font = '"Noto Sans CJK SC","Microsoft YaHei","SimHei",sans-serif'

/** Height that the chart needs; lying bars need a line each. */
const heightOf = (chart: Chart): number => (lies(chart) ? 70 + chart.categories.length * (chart.kind === 'stacked' ? 30 : 26) : 300)

/** Long names stand at the left of lying bars. */
const lies = (chart: Chart): boolean => chart.kind === 'stacked' || chart.key === 'structure'

export interface Drawn {
  readonly svg: string
  readonly height: number
}

/** The picture of a chart at a width in pixels. */
export function draw(chart: Chart, width: number): Drawn {
  const height = heightOf(chart)
  const picture = init(null, null, { renderer: 'svg', ssr: true, width, height })
  const names = { type: 'category' as const, data: [...chart.categories], axisTick: { show: false }, axisLine: { lineStyle: { color: '#B8BAB5' } }, axisLabel: { color: ink, fontSize: 14, fontFamily: font, interval: 0, hideOverlap: true } }
  const values = { type: 'value' as const, minInterval: 1, splitLine: { lineStyle: { color: '#E4E4E0' } }, axisLabel: { color: quiet, fontSize: 13, fontFamily: font } }
  const many = chart.series.length > 1
  picture.setOption({
    animation: false, textStyle: { fontFamily: font }, color: [...colours],
    legend: { show: many, top: 0, left: 0, itemWidth: 14, itemHeight: 14, textStyle: { color: ink, fontSize: 14, fontFamily: font } },
    grid: { left: 8, right: 46, top: many ? 40 : 16, bottom: 8, containLabel: true },
    ...(lies(chart) ? { xAxis: values, yAxis: { ...names, inverse: true } } : { xAxis: names, yAxis: values }),
    series: chart.series.map((series) => (chart.kind === 'lines'
      ? { type: 'line' as const, name: series.name, data: [...series.values], symbolSize: 7, lineStyle: { width: 2.5 }, label: { show: true, color: ink, fontSize: 12, fontFamily: font } }
      : {
        type: 'bar' as const, name: series.name, data: series.values.map((value) => (value === 0 && chart.kind === 'stacked' ? null : value)), barMaxWidth: 26, ...(chart.kind === 'stacked' ? { stack: 'all' } : {}),
        label: { show: true, position: chart.kind === 'stacked' ? ('inside' as const) : lies(chart) ? ('right' as const) : ('top' as const), fontSize: 12, fontFamily: font, ...(chart.kind === 'stacked' ? {} : { color: ink }) },
      })),
  })
  const svg = picture.renderToSVGString()
  picture.dispose()
  return { svg, height }
}
