import { useState, type ReactNode } from 'react'
import type { ExchangeState } from '../../../shared/contract/exchange'
import { sayNumber, sayShortDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { UnsentDrawer } from './UnsentDrawer'

/** Two numbers: what the county is known to have, and what it lacks. */
export function HaveCard({ state, today, children }: { readonly state: ExchangeState; readonly today: string; readonly children: ReactNode }) {
  const [listed, setListed] = useState(false)
  const { confirmed, unsent } = state
  const affairs = unsent.groups.reduce((sum, group) => sum + group.count, 0)
  const waiting = state.packages[0]?.state === 'CONFIRMED' ? undefined : state.packages[0]
  return (
    <section className="card have-card" aria-label="上报情况">
      <div className="have">
        <div>
          <Status tone={confirmed.records > 0 ? 'done' : 'idle'}>县里已有</Status>
          <div className="have-big">{confirmed.pseq === null ? '还没有' : `第 ${String(confirmed.pseq)} 包`}{confirmed.pseq !== null && <small>为止的都有了</small>}</div>
          <div className="have-line mut">
            {confirmed.received_on === null ? <span>还没有收到过回执</span> : <span>{`回执 ${sayShortDate(confirmed.received_on, today)} 读入`}</span>}
            {confirmed.records > 0 && <span className="mut">{`共 ${sayNumber(confirmed.records)} 条登记`}</span>}
            {confirmed.files > 0 && <span>{`附件 ${sayNumber(confirmed.files)} 个`}</span>}
          </div>
        </div>
        <div>
          <div className="row">
            <Status tone={unsent.records === 0 ? 'done' : 'doing'}>县里还没有</Status>
            <span className="grow" />
            {unsent.records > 0 && <button type="button" className="link" onClick={() => setListed(true)}>看清单</button>}
          </div>
          <div className="have-big">{sayNumber(affairs === 0 ? unsent.records : affairs)}<small>{`${affairs === 0 && unsent.records > 0 ? '条明细' : '件事'}${unsent.since === null ? '' : `，${sayShortDate(unsent.since, today)}以后`}`}</small></div>
          <div className="have-line">{waiting !== undefined && unsent.records > 0 && <span className="mut">{`第 ${String(waiting.pseq)} 包已带走，等回执`}</span>}{fewGroups(unsent.groups).map(({ label, count, unit }) => <span key={label}>{label} <b>{sayNumber(count)}</b>{` ${unit}`}</span>)}{affairs > 0 && unsent.records > affairs && <span className="mut">{`连同点名、明细共 ${sayNumber(unsent.records)} 条`}</span>}</div>
        </div>
      </div>
      <div className="go">{children}</div>
      {listed && <UnsentDrawer onClose={() => setListed(false)} />}
    </section>
  )
}

const mostGroups = 4

/** The largest groups by name, the rest together, so that the line stays short. */
export function fewGroups(groups: ExchangeState['unsent']['groups']): ExchangeState['unsent']['groups'] {
  if (groups.length <= mostGroups + 1) return groups
  const rest = groups.slice(mostGroups).reduce((sum, group) => sum + group.count, 0)
  return [...groups.slice(0, mostGroups), { label: '其他', count: rest, unit: '件' }]
}
