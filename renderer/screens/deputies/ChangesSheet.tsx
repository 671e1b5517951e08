import type { ChangeTable } from '../../../shared/report/change-table'
import { Sheet } from '../../print/Sheet'
import { sayDate } from '../../ui/say-date'
import { sayBalance, sayCourse } from './change-words'

/** 代表变动表 on paper. */
export function ChangesSheet({ table, year, office }: { readonly table: ChangeTable; readonly year: number; readonly office: string }) {
  return (
    <Sheet title={`${year}年人大代表变动表`} lines={[`${office}人民代表大会`, sayBalance(table)]} signs={['填表人', '审核人', '日期']}>
      {table.rows.length === 0 ? <p>本年没有变动。</p> : (
        <table>
          <thead><tr><th>日期</th><th>姓名</th><th>选区</th><th>变动</th><th>原因和依据</th><th>法定程序</th><th>公告文号</th></tr></thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={`${row.ids[0] ?? ''} ${row.kind} ${row.date}`}>
                <td>{sayDate(row.date)}</td><td>{row.who}</td><td>{row.constituency}</td><td>{row.kind}</td><td>{row.ground}</td><td>{sayCourse(row).join('；')}</td><td>{row.announce_no}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  )
}
