import { useState } from 'react'
import type { Stats } from '../../../shared/contract/figures'
import type { Check, Figure } from '../../../shared/measures/indicator'
import { useLevel } from '../../state/level'
import { Status } from '../../ui/Status'
import { EmptyState } from '../../ui/EmptyState'
import { FigureLink } from '../../ui/FigureLink'
import { drillPath, figureMap, rawUnit, readFigure, sayFigure, unitWord } from './figure-text'
import type { TabSpec } from './tabs'
import { setView, useView } from './view'

const page = 50
const mostColumns = 10

interface Column {
  readonly name: string
  readonly path: string
}

/** The figures that matter of a tab, one a column. */
const columnsOf = (tab: TabSpec, figures: readonly Figure[]): readonly Column[] => (tab.rows.length > 0
  ? tab.rows.flatMap((row) => row.paths.map((path, index): Column => ({ path, name: tab.chart?.bars?.find(([, of]) => of === path)?.[0] ?? row.name.split(' / ')[index] ?? row.name })))
  : figures.filter((figure) => tab.groups.includes(figure.id.slice(0, figure.id.indexOf('.')))).map((figure): Column => ({ path: figure.id, name: figure.name }))).slice(0, mostColumns)

/** Towns side by side, the county under them. Pressing a head puts the greatest first, pressing it again the least. */
export function TownTable({ stats, tab, whole = false }: { readonly stats: Stats; readonly tab: TabSpec; readonly whole?: boolean }) {
  const open = useView((view) => view.open)
  const level = useLevel()
  const [sorted, setSorted] = useState<{ readonly path: string; readonly down: boolean } | null>(null)
  const [rows, setRows] = useState(page)
  const columns = columnsOf(tab, stats.indicators)
  const county = figureMap(stats.indicators)
  const towns = (stats.towns ?? []).map((town) => ({ ...town, figures: figureMap(town.indicators) }))
  const path = sorted?.path ?? ''
  const ordered = sorted === null ? towns : towns.toSorted((a, b) => (sorted.down ? -1 : 1) * ((readFigure(a.figures, path) ?? -1) - (readFigure(b.figures, path) ?? -1)))
  if (towns.length === 0) return <EmptyState title={`还没有${level.which}的数据`} hint={`在“导入”里读入${level.each}的上报包，这里就有了。`} />
  const sort = (at: string): void => setSorted((before) => (before?.path === at ? { path: at, down: !before.down } : { path: at, down: true }))
  const shown = whole ? ordered : ordered.slice(0, rows)
  return (
    <section className="card towns-table" aria-label={`${tab.word}，${level.each}对比`}>
      <table className="tbl">
        <thead>
          <tr>
            <th>{level.unit}</th>
            <th>核对</th>
            {columns.map((column) => (
              <th key={column.path} className="num" aria-sort={path === column.path ? (sorted?.down === true ? 'descending' : 'ascending') : 'none'}>
                <button type="button" onClick={() => sort(column.path)}>
                  {column.name}{path === column.path && (sorted?.down === true ? ' ↓' : ' ↑')}
                  <span className="sm">{unitWord(rawUnit(county, column.path))}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((town) => (
            <tr key={town.code} className={open?.town === town.code ? 'on' : undefined}>
              <td><button type="button" className="link" onClick={() => setView({ town: town.code, open: null })}>{town.name}</button></td>
              <td><TownChecks checks={town.checks} onOpen={() => setView({ town: town.code, open: null })} /></td>
              {columns.map((column) => {
                const value = readFigure(town.figures, column.path)
                const unit = rawUnit(town.figures, column.path)
                return (
                  <td key={column.path} className="num">
                    <FigureLink quiet={value === null || value === 0} value={sayFigure(value, unit)} about={`${town.name} ${column.name}`} onOpen={() => setView({ open: { path: drillPath(column.path), town: town.code } })} />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th>{`全${level.own}`}</th>
            <th />
            {columns.map((column) => (
              <th key={column.path} className="num">
                <FigureLink value={sayFigure(readFigure(county, column.path), rawUnit(county, column.path))} about={`全${level.own} ${column.name}`} onOpen={() => setView({ open: { path: drillPath(column.path), town: '' } })} />
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
      {ordered.length > shown.length && <button type="button" className="link more" onClick={() => setRows(rows + page)}>{`再看 ${String(Math.min(page, ordered.length - rows))} 个，共 ${String(ordered.length)} 个${level.which}`}</button>}
    </section>
  )
}

/** Whether a town's own identities hold; a press shows which do not, with their records. */
function TownChecks({ checks, onOpen }: { readonly checks: readonly Check[]; readonly onOpen: () => void }) {
  const wrong = checks.filter((check) => !check.ok)
  if (wrong.length === 0) return <span className="mut">一致</span>
  return <button type="button" className="link" title={wrong.map((check) => check.detail).join('；')} onClick={onOpen}><Status tone="late">{`${String(wrong.length)} 项对不上`}</Status></button>
}
