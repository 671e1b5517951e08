import { useQuery } from '../../state/use-query'
import { sayNumber } from '../../ui/say-date'

interface EffectsProps {
  readonly today: string
  readonly present: number
  readonly kind: string
  readonly voters: number
  readonly halfDays: number
}

/** What the one entry feeds, with old and new numbers, and the sentence of the annual report. */
export function Effects({ today, present, kind, voters, halfDays }: EffectsProps) {
  const query = useQuery('stats.get', { from: `${today.slice(0, 4)}-01-01`, to: today }, { types: ['activity', 'participation'], wait: 400 })
  const value = (id: string): number => query.data?.indicators.find((one) => one.id === id)?.value ?? 0
  const line = (label: string, before: number, more: number, unit: string) => <li key={label}><span>{label}</span><b>{`${sayNumber(before)} → ${sayNumber(before + more)} ${unit}`}</b></li>
  return (
    <aside className="card effects" aria-label="保存后自动记入">
      <div className="h"><h2>保存后自动记入</h2></div>
      <section><h3>履职档案</h3><ul><li><span>{`${String(present)} 名出席代表`}</span><b className="up">各 +1 次</b></li><li><span>折合履职时间</span><b className="up">{`各 +${String(halfDays / 2)} 天`}</b></li></ul></section>
      <section><h3>统计</h3><ul>
        {line('组织代表活动', value('B8.01'), 1, '次')}
        {line('参加活动', value('B8.02'), present, '人次')}
        {kind === '09' && line('接待选民', query.data?.indicators.find((one) => one.id === 'B8.09')?.parts.find((part) => part.key === '人次')?.value ?? 0, voters, '人次')}
      </ul></section>
      <section><h3>年度报告 · 代表工作一段</h3><blockquote>{`“组织代表活动${sayNumber(value('B8.01') + 1)}次，${sayNumber(value('B8.02') + present)}人次参加。”`}</blockquote></section>
      <p className="mut sm">填一次，各处都用这一份，不再另填。</p>
    </aside>
  )
}
