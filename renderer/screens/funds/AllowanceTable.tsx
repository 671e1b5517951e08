import { go } from '../../state/navigation'
import { sayMoney } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import type { Due } from './allowance-rows'

interface AllowanceTableProps {
  readonly due: readonly Due[]
  readonly marks: Readonly<Record<string, boolean>>
  readonly onMark: (mandate: string, on: boolean) => void
}

/** Who is due how much; ticked ones get an expense. */
export function AllowanceTable({ due, marks, onMark }: AllowanceTableProps) {
  return (
    <div className="rec-scroll-x" tabIndex={0}>
      <table className="tbl">
        <thead><tr><th scope="col">代表</th><th scope="col" className="num">出席半天</th><th scope="col" className="num">已记半天</th><th scope="col" className="num">这次补</th><th scope="col" className="num">金额</th><th scope="col">固定收入</th></tr></thead>
        <tbody>
          {due.map(({ row, half_days, amount_fen, usual }) => (
            <tr key={row.mandate}>
              <td>
                <label className="fund-who"><input type="checkbox" className="tick" aria-label={`给${row.name}记补贴`} checked={marks[row.mandate] ?? usual} onChange={(event) => onMark(row.mandate, event.target.checked)} /></label>
                <button type="button" className="link" onClick={() => go({ screen: 'record', id: row.mandate, type: 'mandate' })}>{row.name}</button>
              </td>
              <td className="num">{row.half_days}</td>
              <td className="num">{row.paid_half_days}</td>
              <td className="num"><b>{half_days}</b></td>
              <td className="num">{amount_fen === null ? '—' : sayMoney(amount_fen)}</td>
              <td>{row.fixed_income === true ? <Status tone="soon" quiet>有，不发</Status> : row.fixed_income === false ? <Status tone="done" quiet>没有</Status> : <Status tone="idle" quiet>没有填</Status>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
