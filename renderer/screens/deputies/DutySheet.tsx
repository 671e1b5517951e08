import type { DutyFile } from '../../../shared/contract/records'
import { Sheet } from '../../print/Sheet'
import { sayDate } from '../../ui/say-date'
import { sayHalfDays } from './duty-years'

/** The duty record card of one deputy on paper. */
export function DutySheet({ file, office, period }: { readonly file: DutyFile; readonly office: string; readonly period: string }) {
  const basics = file.parts.find((part) => part.key === 'basics')
  return (
    <Sheet title="人大代表履职登记卡" lines={[`${office}人民代表大会`, `姓名：${file.name}`, `时间：${period}`, `折合履职 ${sayHalfDays(file.half_days)}（出席会议不计）`]} signs={['代表签名', '登记人', '日期']}>
      {basics !== undefined && (
        <table>
          <tbody>{basics.rows.map((row) => <tr key={row.title}><th scope="row">{row.title}</th><td>{row.note}</td></tr>)}</tbody>
        </table>
      )}
      {file.parts.filter((part) => part.key !== 'basics').map((part) => (
        <section key={part.key}>
          <h2>{`${part.label}（${part.rows.length} 次）`}</h2>
          {part.rows.length === 0 ? <p>无</p> : (
            <table>
              <thead><tr><th>日期</th><th>内容</th><th>情况</th></tr></thead>
              <tbody>{part.rows.map((row, index) => <tr key={`${row.id} ${index}`}><td>{sayDate(row.date)}</td><td>{row.title}</td><td>{row.note}</td></tr>)}</tbody>
            </table>
          )}
        </section>
      ))}
    </Sheet>
  )
}
