import type { RecordPage } from '../../../shared/contract/records'
import { intOf, textOf } from '../../../shared/facts'
import { rateOf } from '../../../shared/indicators/figures'
import { satisfaction } from '../../../shared/measures/supervision-of'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { sayDate } from '../../ui/say-date'

interface RatingsCardProps {
  readonly page: RecordPage
  /** Takes down a rating of this round; absent where the status allows none now. */
  readonly onRate?: ((round: number) => void) | undefined
}

const columns = [['satisfied', '满意'], ['basically', '基本满意'], ['dissatisfied', '不满意'], ['abstain', '弃权']] as const

/** Votes of satisfaction, round by round: the second one shows whether it was put right. */
export function RatingsCard({ page, onRate }: RatingsCardProps) {
  const rows = [...page.children.find((list) => list.type === 'rating')?.rows ?? []].sort((a, b) => (intOf(a.fields, 'round') ?? 0) - (intOf(b.fields, 'round') ?? 0) || textOf(a.fields, 'aspect').localeCompare(textOf(b.fields, 'aspect')))
  const last = Math.max(0, ...rows.map((row) => intOf(row.fields, 'round') ?? 0))
  if (rows.length === 0 && onRate === undefined) return null
  return (
    <Card bare title="测评" tools={onRate === undefined ? undefined : <Button onClick={() => onRate(last + 1)}>{last === 0 ? '登记测评' : '整改后再测评'}</Button>}>
      {rows.length === 0 && <p className="mut ratings-none">还没有测评。</p>}
      {rows.length > 0 && (
        <div className="rec-scroll-x" tabIndex={0}>
          <table className="tbl">
            <thead><tr><th>轮次</th><th>对象</th><th>日期</th>{columns.map(([key, word]) => <th key={key} className="num">{word}</th>)}<th className="num">满意率</th></tr></thead>
            <tbody>
              {rows.map((row) => {
                const rate = rateOf(satisfaction([row]))
                return (
                  <tr key={row.id}>
                    <td>{`第 ${intOf(row.fields, 'round') ?? 1} 轮`}</td><td>{textOf(row.fields, 'aspect')}</td><td>{sayDate(textOf(row.fields, 'rated_on'))}</td>
                    {columns.map(([key]) => <td key={key} className="num">{intOf(row.fields, key) ?? '—'}</td>)}
                    <td className="num"><b>{rate === null ? '—' : `${rate}%`}</b></td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}
