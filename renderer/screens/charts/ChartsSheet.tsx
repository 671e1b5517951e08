import { Sheet } from '../../print/Sheet'
import type { Chart } from '../../../shared/indicators/charts'
import { ChartTable } from './ChartTable'

interface ChartsSheetProps {
  readonly office: string
  readonly period: string
  readonly charts: readonly (Chart & { readonly svg: string })[]
}

/** The charts on paper, each with the table behind it. */
export function ChartsSheet({ office, period, charts }: ChartsSheetProps) {
  return (
    <Sheet title={`${office}人大工作图表`} lines={[`填报单位：${office}`, `报表期：${period}`]}>
      {charts.map((chart) => (
        <section key={chart.key} className="chart-sheet">
          <h2>{chart.title}</h2>
          <div dangerouslySetInnerHTML={{ __html: chart.svg }} />
          <ChartTable chart={chart} />
          {chart.note !== undefined && chart.note !== '' && <p>{chart.note}</p>}
        </section>
      ))}
    </Sheet>
  )
}
