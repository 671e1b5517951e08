import { useEffect, useState } from 'react'
import type { Chart, ChartAsk } from '../../../shared/indicators/charts'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { ChartTable } from './ChartTable'
import type { Drawn } from './draw'

const width = 560

/** One chart; the table behind it is one press away. */
export function ChartCard({ chart, onAsk }: { readonly chart: Chart; readonly onAsk: (ask: ChartAsk) => void }) {
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const [table, setTable] = useState(false)
  const empty = chart.series.every(({ values }) => values.every((value) => (value ?? 0) === 0))
  useEffect(() => {
    let wanted = true
    if (!empty) void import('./draw').then(({ draw }) => { if (wanted) setDrawn(draw(chart, width)) })
    return () => {
      wanted = false
    }
  }, [chart, empty])
  return (
    <Card
      className="chart-card" title={chart.title} beside={chart.unit === '' ? undefined : <span className="sm mut">{`单位：${chart.unit}`}</span>}
      tools={<Button look="text" aria-expanded={table} onClick={() => setTable(!table)}>{table ? '看图' : '看表'}</Button>}
    >
      {empty && <EmptyState title="这一期没有数" />}
      {!empty && (table
        ? <ChartTable chart={chart} onAsk={onAsk} />
        : drawn !== null && <div className="chart-picture" role="img" aria-label={`${chart.title}图`} dangerouslySetInnerHTML={{ __html: drawn.svg }} />)}
      {chart.note !== undefined && chart.note !== '' && <p className="sm mut">{chart.note}</p>}
    </Card>
  )
}
