import { PrinterOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { DrillRow, Stats } from '../../../shared/contract/figures'
import { go } from '../../state/navigation'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Drawer } from '../../ui/Drawer'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { Loaded } from '../../ui/Loading'
import { sayDate, sayShortDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { printSheet } from '../../print/print-sheet'
import { nameOf } from './figure-name'
import { drillPath, figureMap, rawUnit, readFigure, sayFigure, unitWord } from './figure-text'
import { sayPeriod, type PeriodChoice } from './periods'
import { ListSheet } from './ListSheet'
import { closeWhy, whyIsOpen } from '../../state/ask-why'
import { WhyButton } from '../../why/WhyButton'

const page = 50

interface DrillDrawerProps {
  readonly path: string
  /** '' = the office itself, or all towns. */
  readonly town: string
  readonly period: PeriodChoice
  readonly stats: Stats
  readonly onClose: () => void
}

/** The records behind a figure, beside the table: how many they are, how they were counted, each a way to its page. */
export function DrillDrawer({ path, town, period, stats, onClose }: DrillDrawerProps) {
  const office = useOffice()
  const [rows, setRows] = useState(page)
  const query = useQuery('stats.drill', { from: period.from, to: period.to, indicator: path, limit: 5000, ...(town === '' ? {} : { town }) })
  const ofTown = stats.towns?.find((one) => one.code === town)
  const figures = figureMap(ofTown?.indicators ?? stats.indicators)
  const unit = rawUnit(figures, path)
  const value = readFigure(figures, path)
  const before = stats.before === undefined ? null : readFigure(figureMap(stats.before), path)
  const figure = `${sayFigure(value, unit)} ${unitWord(unit)}`.trim()
  const title = `${ofTown ? `${ofTown.name} ` : ''}${nameOf(path, figures)}，${figure}`
  const today = office?.today ?? ''
  return (
    <Drawer
      title={title}
      onClose={() => { if (whyIsOpen()) closeWhy(); else onClose() }}
      footer={query.data !== null && (
        <>
          {query.data.rows.length > 0 && <Button icon={<Icon of={PrinterOutlined} />} onClick={() => void printSheet(<ListSheet title={title} period={sayPeriod(period)} office={office?.name ?? ''} rows={query.data?.rows ?? []} />)}>打印名单</Button>}
          <span className="grow" />
          <WhyButton word="这个数怎么来的" about={title} asked={{ of: 'figure', input: { from: period.from, to: period.to, indicator: drillPath(path), ...(town === '' ? {} : { town }) } }} />
        </>
      )}
    >
      <div className="drill-words">
        {query.data !== null && <Agreement count={query.data.ids.length} value={value} unit={unit} figure={figure} />}
        <span className="sm mut">{query.data !== null && `算法：${query.data.words.replaceAll('率：/', '率＝本数÷')}。`}{before !== null && `${period.before} ${sayFigure(before, unit)} ${unitWord(unit)}。`}</span>
      </div>
      <Loaded query={query} rows={8}>
        {(data) => (data.rows.length === 0
          ? <EmptyState title="没有记录" hint={value === 0 ? '这个数是 0。' : '这个数不是从记录里数出来的。'} />
          : (
            <>
              <ol className="record-rows">
                {data.rows.slice(0, rows).map((row, index) => <Row key={`${row.id} ${String(index)}`} row={row} today={today} />)}
              </ol>
              {data.rows.length > rows && <button type="button" className="link more" onClick={() => setRows(rows + page)}>{`再看 ${String(Math.min(page, data.rows.length - rows))} 条，共 ${String(data.rows.length)} 条`}</button>}
            </>
          ))}
      </Loaded>
    </Drawer>
  )
}

/** The list says that its length is the figure; where the figure is a sum or a mean, from how many records it was worked out. */
function Agreement({ count, value, unit, figure }: { readonly count: number; readonly value: number | null; readonly unit: string; readonly figure: string }) {
  if (value === count && unit !== '%') return <Status tone="done">{`名单 ${String(count)} 条 = 表中 ${figure}`}</Status>
  return <Status tone="doing">{`由这 ${String(count)} 条记录算出`}</Status>
}

function Row({ row, today }: { readonly row: DrillRow; readonly today: string }) {
  return (
    <li>
      <button type="button" disabled={row.type === ''} onClick={() => go({ screen: 'record', id: row.id, type: row.type })}>
        <span className="row">
          <b className="cut grow" title={row.title}>{row.title}</b>
          <span className="sm mut nw">{row.date.length === 10 ? sayShortDate(row.date, today) : sayDate(row.date)}</span>
        </span>
        <span className="sm mut cut">{row.note}</span>
      </button>
    </li>
  )
}
