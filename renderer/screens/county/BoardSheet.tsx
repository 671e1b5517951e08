import type { BoardTown } from '../../../shared/contract/exchange'
import { Sheet } from '../../print/Sheet'
import { dayOfMoment, sayDate } from '../../ui/say-date'
import { useLevel } from '../../state/level'
import { wordOfTown } from './town-state'

interface BoardSheetProps {
  readonly title: string
  readonly office: string
  readonly today: string
  readonly towns: readonly BoardTown[]
  readonly overdue: number
}

/** The board, or those to be called, on paper: how many of each kind below it, and room for who made it, who looked at it, and the stamp. */
export function BoardSheet({ title, office, today, towns, overdue }: BoardSheetProps) {
  const level = useLevel()
  const counted = new Map<string, number>()
  for (const town of towns) counted.set(wordOfTown(town, overdue), (counted.get(wordOfTown(town, overdue)) ?? 0) + 1)
  const open = towns.reduce((sum, town) => sum + town.open_issues, 0)
  return (
    <Sheet title={`${office}${title}`} lines={[`制表日期：${sayDate(today)}`, `共 ${String(towns.length)} 个${level.unit}`]} signs={['制表人', '审核人', '单位（盖章）']}>
      <table>
        <thead><tr><th className="num">序号</th><th>{level.unit}</th><th>最近一包</th><th className="num">已隔（天）</th><th>情况</th><th className="num">待改</th><th className="to-write">联系情况</th></tr></thead>
        <tbody>
          {towns.map((town, index) => (
            <tr key={town.code}>
              <td className="num">{index + 1}</td><td>{town.name}</td>
              <td>{town.last_pseq === null ? '没有上报过' : `第 ${String(town.last_pseq)} 包，${sayDate(dayOfMoment(town.last_package))}`}</td>
              <td className="num">{town.days_since ?? ''}</td><td className="whole">{wordOfTown(town, overdue)}</td><td className="num">{town.open_issues}</td><td />
            </tr>
          ))}
        </tbody>
      </table>
      {towns.length > 0 && <p>{`合计：${[...counted].map(([word, count]) => `${word} ${String(count)} 个`).join('，')}；待改 ${String(open)} 处。`}</p>}
    </Sheet>
  )
}
