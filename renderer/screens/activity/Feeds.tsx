import { FolderOpenOutlined, BarChartOutlined, ProfileOutlined, UploadOutlined } from '@ant-design/icons'
import { dutyPartOf, dutyParts } from '../../../shared/deputies/duty-parts'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Icon } from '../../ui/Icon'
import { sayNumber } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { fedFigures, fedSentences, firstThisYear, type Fed } from './feed'
import { trainingKind } from './kinds'

/** What the one entry feeds: duty files, figures with old and new numbers, the sentence of the annual report, the next package. */
export function Feeds({ fed, day }: { readonly fed: Fed; readonly day: string }) {
  const office = useOffice()
  const year = day.slice(0, 4)
  const stats = useQuery('stats.get', office === null ? null : { from: `${year}-01-01`, to: office.today.startsWith(year) ? office.today : `${year}-12-31` }, { types: ['activity', 'participation', 'training'], wait: 300 })
  const figures = stats.data?.indicators ?? []
  const first = firstThisYear(fed)
  const days = fed.halfDays / 2
  const rows = fedFigures(fed, figures)
  const said = fedSentences(fed, figures)
  const type = fed.kind === trainingKind ? '培训' : '代表活动'
  return (
    <aside className="card entry-feed" aria-label="保存后自动记入">
      <div className="h"><h2>保存后自动记入</h2></div>
      <section>
        <h3><Icon of={ProfileOutlined} />履职档案</h3>
        <ul>
          <li><span>{`${fed.present.length} 名代表“${dutyParts[dutyPartOf(fed.kind)]}”`}</span><b className="up">各 +1 次</b></li>
          <li><span>折合履职时间</span><b className="up">{`各 +${days} 天`}</b></li>
          {first.length > 0 && (
            <li>
              <span className="cut" title={first.map((row) => row.name).join('、')}>{first.length <= 2 ? first.map((row) => row.name).join('、') : `${first.length} 名代表`}</span>
              <Status tone="done">今年第一次</Status>
            </li>
          )}
        </ul>
      </section>
      {rows.length > 0 && (
        <section>
          <h3><Icon of={BarChartOutlined} />{`统计（${year}年）`}</h3>
          <ul>
            {rows.map((row) => <li key={`${row.label}${row.unit}`}><span>{row.label}</span><b>{`${sayNumber(row.before)} → ${sayNumber(row.after)} ${row.unit}`}</b></li>)}
          </ul>
        </section>
      )}
      {said !== '' && (
        <section>
          <h3><Icon of={FolderOpenOutlined} />年度报告 · 代表工作一段</h3>
          <q>{`“${said}”`}</q>
        </section>
      )}
      {office !== null && office.paired !== null && (
        <section>
          <h3><Icon of={UploadOutlined} />下次上报</h3>
          <ul><li><span>{`${type}和参加情况`}</span><b>{`+${1 + fed.expected} 条`}</b></li></ul>
        </section>
      )}
      <p className="sm mut">填一次，各处都用这一份，不再另填。</p>
    </aside>
  )
}
