import type { Why } from '../../shared/contract/why'
import { Sheet } from '../print/Sheet'
import { sayDate } from '../ui/say-date'
import { countyWords, enteredWords } from './why-words'

interface WhySheetProps {
  readonly why: Why
  readonly office: string
  readonly today: string
  readonly days: { readonly from: string; readonly to: string } | null
}

/** The same as the panel, on one sheet. */
export function WhySheet({ why, office, today, days }: WhySheetProps) {
  return (
    <Sheet
      title={`${why.title}：${why.value}`}
      lines={[`填报单位：${office}`, ...(days === null ? [] : [`报表期：${sayDate(days.from)}—${sayDate(days.to)}`]), `打印日期：${sayDate(today)}`]}
      signs={['核对人', '日期']}
    >
      <h2>算法</h2>
      <p>{why.formula}</p>
      {why.working.map((line) => <p key={line}>{line}</p>)}
      <h2>依据</h2>
      {why.rules.length === 0
        ? <p>没有专门的规定，按这张表的口径数。</p>
        : why.rules.map((rule) => <p key={`${rule.source} ${rule.says}`}>{`${rule.who}　${rule.source}　${rule.says}${rule.note === undefined ? '' : `（${rule.note}）`}`}</p>)}
      {(why.missing ?? []).map(({ say }) => <p key={say}>{`还没有填的：${say}。`}</p>)}
      <h2>{`记录 ${String(why.total)} 条`}</h2>
      <p>{countyWords(why)}</p>
      {why.rows.length > 0 && (
        <table>
          <thead><tr><th className="num">序号</th><th>名称</th><th>说明</th><th>日期</th><th>谁登记的</th></tr></thead>
          <tbody>
            {why.rows.map((row, index) => (
              <tr key={row.id}>
                <td className="num">{index + 1}</td><td>{row.title}</td><td>{row.times > 1 ? `${row.note}（数了 ${String(row.times)} 次）` : row.note}</td><td className="whole">{sayDate(row.date)}</td><td>{enteredWords(row, null)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {why.rows.length < why.total && <p>{`只列前 ${String(why.rows.length)} 条。`}</p>}
    </Sheet>
  )
}
