import type { PeriodChoice } from './periods'
import { drillPath, rawUnit, readFigure, sayFigure, unitWord, type FigureMap } from './figure-text'
import type { ChartSpec } from './tabs'
import { setView } from './view'

interface ChartProps {
  readonly spec: ChartSpec
  readonly now: FigureMap
  readonly before: FigureMap | null
  readonly period: PeriodChoice
}

interface Bar {
  readonly name: string
  readonly path: string
  readonly value: number
  readonly before: number | null
}

const mostBars = 8
/** Share of the line that the longest bar takes, so that its words still fit behind it. */
const longest = 60

/** The bars of a chart: those that are nothing in both periods are left out. */
export function barsOf(spec: ChartSpec, now: FigureMap, before: FigureMap | null): readonly Bar[] {
  const ages = (now.get(spec.ages ?? '')?.parts ?? []).filter(({ key }) => /^a\d+$/u.test(key)).map(({ key, name }) => [/岁/u.test(name) ? name : `${name}岁`, `${spec.ages ?? ''}/${key}`] as const)
  const named = spec.bars ?? (spec.ages === undefined ? null : ages) ?? (now.get(spec.partsOf ?? '')?.parts ?? []).map((part) => [part.name, `${spec.partsOf ?? ''}/${part.key}`] as const)
  const bars = named.map(([name, path]): Bar => ({ name, path, value: readFigure(now, path) ?? 0, before: before ? readFigure(before, path) : null }))
  const ordered = spec.partsOf === undefined ? bars : bars.toSorted((a, b) => b.value - a.value)
  return ordered.filter((bar) => bar.value !== 0 || (bar.before ?? 0) !== 0).slice(0, mostBars)
}

/** Bars labelled at their end; last year is a mark, so that the chart reads in grey. */
export function Chart({ spec, now, before, period }: ChartProps) {
  const bars = barsOf(spec, now, before)
  if (bars.length === 0) return null
  const unit = rawUnit(now, bars[0]?.path ?? '')
  const most = Math.max(...bars.map((bar) => Math.max(bar.value, bar.before ?? 0)))
  const sum = bars.reduce((all, bar) => all + bar.value, 0)
  const width = (value: number): number => (value * longest) / most
  return (
    <section className="card chart" aria-label={spec.title}>
      <div className="chart-head">
        <b>{spec.title}</b>
        <span className="grow" />
        <span className="sm mut"><i className="chart-now" />{period.now}</span>
        {before !== null && <span className="sm mut"><i className="chart-was" />{period.before}</span>}
      </div>
      <ol className="bars">
        {bars.map((bar) => (
          <li key={bar.path}>
            <span className="cut" title={bar.name}>{bar.name}</span>
            <button type="button" className="bar-line" onClick={() => setView({ open: { path: drillPath(bar.path), town: '' } })}>
              <span className="unseen">{`打开名单：${bar.name}`}</span>
              <i className="bar-now" style={{ width: `${String(width(bar.value))}%` }} />
              {bar.before !== null && <i className="bar-was" style={{ left: `${String(width(bar.before))}%` }} />}
              <span className="bar-words sm" style={{ left: `calc(${String(width(Math.max(bar.value, bar.before ?? 0)))}% + 12px)` }}>
                <b>{`${sayFigure(bar.value, unit)} ${unitWord(unit)}`}</b>
                {sum > 0 && <span className="mut">{`${((bar.value * 100) / sum).toFixed(1)}%`}</span>}
                {bar.before !== null && <span className="mut">{`${period.before === '去年同期' ? '去年' : '上年'} ${sayFigure(bar.before, unit)}`}</span>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
