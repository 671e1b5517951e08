import type { DrillRow } from '../../../shared/contract/figures'
import { Sheet } from '../../print/Sheet'
import { sayDate } from '../../ui/say-date'

interface ListSheetProps {
  readonly title: string
  readonly period: string
  readonly office: string
  readonly rows: readonly DrillRow[]
}

/** The records behind a figure, on paper. */
export function ListSheet({ title, period, office, rows }: ListSheetProps) {
  return (
    <Sheet title={title} lines={[`填报单位：${office}`, `报表期：${period}`]}>
      <table>
        <thead><tr><th className="num">序号</th><th>名称</th><th>说明</th><th>日期</th></tr></thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${row.id} ${String(index)}`}><td className="num">{index + 1}</td><td>{row.title}</td><td>{row.note}</td><td>{sayDate(row.date)}</td></tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
