import { useState } from 'react'
import type { OnDuty } from '../../../shared/sites/site-work'
import { go } from '../../state/navigation'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { sayShortDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'

interface DutyRosterProps {
  readonly duty: readonly OnDuty[]
  readonly openTime: string
  readonly year: string
  readonly today: string
}

/** The deputies of the station; whoever has not been on duty longest stands first. */
export function DutyRoster({ duty, openTime, year, today }: DutyRosterProps) {
  const [helpers, setHelpers] = useState(false)
  const next = duty.find((row) => row.own)
  const own = duty.filter((row) => row.own)
  const shown = helpers || own.length === 0 ? duty : own
  return (
    <Card bare title="值班代表" beside={<span className="mut">{openTime === '' ? '没有定接待日' : `接待日：${openTime}`}</span>}>
      {duty.length === 0
        ? <EmptyState title="还没有进站代表" hint="在“修改”里把进站代表选上，值班情况就会自己算出来。" />
        : (
          <div className="rec-scroll-x" tabIndex={0}>
            <table className="tbl">
              <thead><tr><th scope="col">代表</th><th scope="col" className="num">{`${year}年值班接待`}</th><th scope="col" className="num">接件</th><th scope="col">最近一次</th><th scope="col"><span className="unseen">轮到谁</span></th></tr></thead>
              <tbody>
                {shown.map((row) => (
                  <tr key={row.mandate}>
                    <td><button type="button" className="link" onClick={() => go({ screen: 'record', id: row.mandate, type: 'mandate' })}>{row.name}</button>{!row.own && <span className="sm mut">　外站来的</span>}</td>
                    <td className="num">{row.receptions === 0 ? <span className="mut">0</span> : `${row.receptions} 次`}</td>
                    <td className="num">{row.matters === 0 ? <span className="mut">0</span> : `${row.matters} 件`}</td>
                    <td>{row.last === '' ? <span className="mut">没有</span> : sayShortDate(row.last, today)}</td>
                    <td>{row === next && duty.length > 1 && <Status tone="doing" quiet>该轮到</Status>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      {shown.length < duty.length && <button type="button" className="link rec-more" onClick={() => setHelpers(true)}>{`还有外站来接待的 ${duty.length - shown.length} 名代表`}</button>}
    </Card>
  )
}
