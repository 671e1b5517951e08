import { Sheet } from '../../print/Sheet'
import { sayMoney } from '../../ui/say-date'
import { totalOf, type Due } from './allowance-rows'

/** The list that the deputies sign when they are paid. */
export function AllowanceSheet({ year, office, due }: { readonly year: string; readonly office: string; readonly due: readonly Due[] }) {
  return (
    <Sheet title={`${year}年代表误工补贴签领表`} lines={[`单位：${office}人大主席团`, `共 ${due.length} 人，${sayMoney(totalOf(due))}`]} signs={['审批人', '经办人', '日期']}>
      <table>
        <thead><tr><th>序号</th><th>代表</th><th>半天数</th><th>金额</th><th>签领</th></tr></thead>
        <tbody>{due.map((one, index) => <tr key={one.row.mandate}><td>{index + 1}</td><td>{one.row.name}</td><td>{one.half_days}</td><td>{sayMoney(one.amount_fen ?? 0)}</td><td /></tr>)}</tbody>
      </table>
    </Sheet>
  )
}
