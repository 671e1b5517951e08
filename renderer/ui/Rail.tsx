import { Fragment } from 'react'
import type { OfficeInfo } from '../../shared/contract/office'
import { go } from '../state/navigation'
import type { RailKey } from '../state/routes'
import { levelOf } from '../state/level'
import { Icon } from './Icon'
import { railOf } from './rail-items'
import { sayMoment } from './say-date'
import { Status } from './Status'

export type Badges = Readonly<Partial<Record<RailKey, number>>>

interface RailProps {
  readonly office: OfficeInfo
  /** The item that the shown screen belongs to. */
  readonly at: RailKey | null
  /** What is late, by item. */
  readonly badges: Badges
}

/** 望川县, of 望川县人大常委会: what the narrow head has room for. */
const placeOf = (name: string): string => name.replace(/(?:人大|人民代表大会)(?:常委会|常务委员会)?$/u, '')

/** The way to everything, the last backup and who works here. */
export function Rail({ office, at, badges }: RailProps) {
  return (
    <aside className="rail">
      <div className="brand">
        <span className="seal" aria-hidden="true">人大</span>
        <div>
          <b>镇人大工作台</b>
          <span className="cut" title={office.name}>{office.role === 'county' ? `${placeOf(office.name)} · ${levelOf(office.code).own}级` : [office.name, office.term?.name].filter(Boolean).join(' · ')}</span>
        </div>
      </div>
      <nav className="nav" aria-label="主导航">
        {railOf[office.role].map((group, index) => (
          <Fragment key={group[0]?.key ?? index}>
            {index > 0 && <hr />}
            {group.map(({ key, word, icon, route }) => (
              <button key={key} type="button" aria-current={key === at ? 'page' : undefined} onClick={() => go(route)}>
                <Icon of={icon} />
                {key === 'towns' ? levelOf(office.code).each : word}
                {(badges[key] ?? 0) > 0 && <span className="n" title="逾期或要改的件数"><span className="unseen">，逾期或要改 </span>{badges[key]}</span>}
              </button>
            ))}
          </Fragment>
        ))}
      </nav>
      <Foot office={office} />
    </aside>
  )
}

function Foot({ office }: { readonly office: OfficeInfo }) {
  const backup = sayMoment(office.last_backup, office.today)
  return (
    <div className="foot">
      {backup === '' ? <Status tone="soon">还没有备份</Status> : <Status tone={office.last_backup?.slice(0, 7) === office.today.slice(0, 7) ? 'done' : 'soon'}>{`已备份 ${backup}`}</Status>}
      <br />
      <span className="cut">{office.by === '' ? '未填姓名' : office.by}　{office.role === 'county' ? '代工委' : '主席团'}</span>
    </div>
  )
}
