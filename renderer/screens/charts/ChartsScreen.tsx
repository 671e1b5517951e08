import './routes'
import './charts.css'
import { PrinterOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { ChartAsk } from '../../../shared/indicators/charts'
import { printSheet } from '../../print/print-sheet'
import { go } from '../../state/navigation'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { askWhy } from '../../state/ask-why'
import { choicesOf, sayPeriod } from '../stats/periods'
import { ChartCard } from './ChartCard'
import { ChartsSheet } from './ChartsSheet'

const widthOnPaper = 660

/** Figures for those who would rather look than read. */
export default function ChartsScreen({ route }: ScreenProps<'charts'>) {
  const office = useOffice()
  const years = choicesOf('year', { today: office?.today ?? '', termStart: null, sessions: [] })
  const [days, setDays] = useState({ from: route.from ?? years[0]?.from ?? '', to: route.to ?? years[0]?.to ?? '' })
  const query = useQuery('stats.charts', days.from === '' ? null : { ...days, ...(route.town === undefined ? {} : { town: route.town }) }, { wait: 100 })
  const chosen = years.find(({ from, to }) => from === days.from && to === days.to)
  const ask = ({ indicator, from = days.from, to = days.to }: ChartAsk): void => askWhy({ of: 'figure', input: { indicator, from, to, ...(route.town === undefined ? {} : { town: route.town }) } })
  const print = async (): Promise<void> => {
    const { draw } = await import('./draw')
    const charts = (query.data?.charts ?? []).map((chart) => ({ ...chart, svg: draw(chart, widthOnPaper).svg }))
    await printSheet(<ChartsSheet office={office?.name ?? ''} period={sayPeriod(days)} charts={charts} />)
  }
  return (
    <>
      <PageHead title="图表" crumb="统计报表" onCrumb={() => go({ screen: 'statistics' })} />
      <div className="body charts">
        <div className="charts-tools">
          <select
            className="input" aria-label="哪一年" value={chosen?.key ?? ''}
            onChange={(event) => { const year = years.find(({ key }) => key === event.target.value); if (year) setDays({ from: year.from, to: year.to }) }}
          >
            {chosen === undefined && <option value="">{sayPeriod(days)}</option>}
            {years.map(({ key, label }) => <option key={key} value={key}>{label}</option>)}
          </select>
          <span className="grow" />
          <Button icon={<Icon of={PrinterOutlined} />} disabled={query.data === null || query.data.charts.length === 0} onClick={() => void print()}>打印图和表</Button>
        </div>
        <Loaded query={query} rows={10}>{({ charts }) => (charts.length === 0
          ? <EmptyState title="这一期没有可以画的数字" hint="有了记录，或读入了下面的上报包，图就在这里。" />
          : <div className="charts-grid">{charts.map((chart) => <ChartCard key={chart.key} chart={chart} onAsk={ask} />)}</div>)}</Loaded>
      </div>
    </>
  )
}
