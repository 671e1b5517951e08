import { Fragment } from 'react'
import type { SizedTown } from '../../../shared/indicators/like-size'
import { FigureLink } from '../../ui/FigureLink'
import { Status } from '../../ui/Status'
import type { PeriodChoice } from './periods'
import type { Cell, TableRow } from './rows'
import { drillPath } from './figure-text'
import { setView, useView } from './view'

interface FigureTableProps {
  readonly rows: readonly TableRow[]
  readonly period: PeriodChoice
  readonly shares: boolean
  /** With the year before and the difference. */
  readonly compared: boolean
  /** Towns of like size, whose median is shown; null = not shown. */
  readonly like?: readonly SizedTown[] | null
  /** Head of the figures, where it is not the period's. */
  readonly now?: string
}

/** Figures one under the other, parts indented under their sum. */
export function FigureTable({ rows, period, shares, compared, like = null, now = period.now }: FigureTableProps) {
  const open = useView((view) => view.open)
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th>指标</th>
          <th className="unit">单位</th>
          <th className="num">{now}</th>
          {shares && <th className="num">占比</th>}
          {compared && <th className="num">{period.before}</th>}
          {compared && <th className="num">增减</th>}
          {like !== null && <th className="num" title={likeWords(like)}>同规模乡镇</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={open !== null && row.cells.some((cell) => drillPath(cell.path) === open.path) ? 'on' : undefined}>
            <td className={row.indent ? 'part' : undefined}>
              {row.name}
              {row.cells.filter((cell) => cell.below !== '').map((cell) => <Fragment key={cell.path}>{'　'}<Status tone="soon">{cell.below}</Status></Fragment>)}
            </td>
            <td className="mut unit">{row.unit}</td>
            <td className="num">
              {row.cells.map((cell, index) => (
                <Fragment key={cell.path}>
                  {index > 0 && ' / '}
                  <Figure cell={cell} about={row.cells.length > 1 ? (row.name.split(' / ')[index] ?? row.name) : row.name} unit={row.unit} />
                </Fragment>
              ))}
            </td>
            {shares && <td className="num mut">{row.share === '—' ? '' : `${row.share}%`}</td>}
            {compared && <td className="num mut">{row.cells.map((cell) => cell.before).join(' / ')}</td>}
            {compared && <td className="num">{row.cells.map((cell) => cell.difference).join(' / ')}</td>}
            {like !== null && <td className="num mut">{row.cells.map((cell) => cell.like).join(' / ')}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Figure({ cell, about, unit }: { readonly cell: Cell; readonly about: string; readonly unit: string }) {
  return <FigureLink quiet={cell.value === null || cell.value === 0} value={cell.text} about={`${about} ${unit}`.trim()} onOpen={() => setView({ open: { path: drillPath(cell.path), town: '' } })} />
}

/** Which towns the median is of, and why these. */
export const likeWords = (towns: readonly SizedTown[]): string => `代表名额相近的 ${String(towns.length)} 个乡镇的中位数：${towns.map(({ name, size }) => `${name} ${String(size ?? '')} 名`).join('、')}`
