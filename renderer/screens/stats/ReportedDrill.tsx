import type { Stats } from '../../../shared/contract/figures'
import { useLevel } from '../../state/level'
import { useQuery } from '../../state/use-query'
import { Drawer } from '../../ui/Drawer'
import { EmptyState } from '../../ui/EmptyState'
import { Loaded } from '../../ui/Loading'
import { Status } from '../../ui/Status'
import { figureMap, rawUnit, readFigure, sayFigure, unitWord } from './figure-text'
import { nameOf } from './figure-name'
import type { PeriodChoice } from './periods'

interface ReportedDrillProps {
  readonly path: string
  /** '' = of all who reported. */
  readonly town: string
  readonly period: PeriodChoice
  readonly stats: Stats
  readonly onClose: () => void
}

/** What a reported figure is made of: no records came, so it opens what each office below reported. */
export function ReportedDrill({ path, town, period, stats, onClose }: ReportedDrillProps) {
  const { own } = useLevel()
  const query = useQuery('stats.get', { from: period.from, to: period.to, by_town: true, ...(town === '' ? {} : { town }) })
  const figures = figureMap((stats.towns?.find(({ code }) => code === town) ?? stats).indicators)
  const unit = rawUnit(figures, path)
  const value = readFigure(figures, path)
  return (
    <Drawer title={`${nameOf(path, figures)}，${sayFigure(value, unit)} ${unitWord(unit)}`.trim()} onClose={onClose}>
      <Loaded query={query} rows={6}>
        {({ towns = [] }) => {
          const rows = towns.map((one) => ({ code: one.code, name: one.name, value: readFigure(figureMap(one.indicators), path) }))
          const sum = rows.reduce((all, one) => all + (one.value ?? 0), 0)
          if (rows.length === 0) return <EmptyState title="没有更细的数" hint="报上来的只有这一个数，记录没有报来。" />
          return (
            <>
              <div className="drill-words">
                {value === null && <Status tone="idle">{`同一个人可能在几处登记，全${own}不能相加`}</Status>}
                {value !== null && unit !== '%' && sum === value && <Status tone="done">{`${String(rows.length)} 处相加 = ${sayFigure(value, unit)} ${unitWord(unit)}`.trim()}</Status>}
              </div>
              <table className="tbl">
                <tbody>{rows.map((one) => <tr key={one.code}><td>{one.name}</td><td className="num">{sayFigure(one.value, unit)}</td></tr>)}</tbody>
              </table>
            </>
          )
        }}
      </Loaded>
    </Drawer>
  )
}
