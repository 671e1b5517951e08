import { BarChartOutlined, CalendarOutlined, ProfileOutlined, UploadOutlined } from '@ant-design/icons'
import type { DeputyRow } from '../../../shared/contract/records'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Icon } from '../../ui/Icon'
import { sayNumber } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import type { Handling } from './handling'
import { matterFigures } from './reception-feed'

interface ReceptionFeedProps {
  readonly handling: Handling | null
  readonly received: readonly DeputyRow[]
  readonly day: string
  /** A reception of the day at this site is recorded, and the matter stands under it. */
  readonly underReception: boolean
  readonly visitor: boolean
  /** Leaves for the entry of the reception itself. */
  readonly onReception: () => void
}

/** What the one entry feeds, so that it is written nowhere else. */
export function ReceptionFeed({ handling, received, day, underReception, visitor, onReception }: ReceptionFeedProps) {
  const office = useOffice()
  const year = day.slice(0, 4)
  const stats = useQuery('stats.get', office === null ? null : { from: `${year}-01-01`, to: office.today.startsWith(year) ? office.today : `${year}-12-31` }, { types: ['voter_matter'], wait: 300 })
  const rows = matterFigures(handling, stats.data?.indicators ?? [])
  const names = received.length <= 3 ? received.map((row) => row.name).join('、') : `${received[0]?.name ?? ''}等 ${received.length} 名代表`
  return (
    <aside className="card entry-feed" aria-label="保存后自动记入">
      <div className="h"><h2>保存后自动记入</h2></div>
      <section>
        <h3><Icon of={ProfileOutlined} />履职档案</h3>
        {received.length === 0 ? <Status tone="soon" quiet>还没有选接待代表</Status> : <ul><li><span>{`${names}“联系选民”`}</span><b className="up">{received.length > 1 ? '各 +1 件' : '+1 件'}</b></li></ul>}
      </section>
      {rows.length > 0 && (
        <section>
          <h3><Icon of={BarChartOutlined} />{`统计（${year}年）`}</h3>
          <ul>{rows.map((row) => <li key={row.label}><span>{row.label}</span><b>{`${sayNumber(row.before)} → ${sayNumber(row.after)} ${row.unit}`}</b></li>)}</ul>
        </section>
      )}
      <section>
        <h3><Icon of={CalendarOutlined} />接待场次</h3>
        {underReception
          ? <Status tone="done" quiet>记在当天的接待活动下</Status>
          : <span className="mut">当天还没有接待活动。要算场次和出席，<button type="button" className="link" onClick={onReception}>补一条接待活动</button>，这里填的先存为草稿。</span>}
      </section>
      {office !== null && office.paired !== null && (
        <section>
          <h3><Icon of={UploadOutlined} />下次上报</h3>
          <ul><li><span>群众反映事项</span><b>+1 条</b></li></ul>
          {visitor && <p className="sm mut">反映人不在里面。</p>}
        </section>
      )}
    </aside>
  )
}
