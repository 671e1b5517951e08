import type { DrillRow } from '../../../shared/contract/figures'
import type { SiteFigure } from '../../../shared/sites/site-work'
import { useOffice } from '../../state/session'
import { Drawer } from '../../ui/Drawer'
import { EmptyState } from '../../ui/EmptyState'
import { sayNumber } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { SiteRows } from './SiteRows'

interface SiteDrillProps {
  readonly figure: SiteFigure
  readonly rows: readonly DrillRow[]
  readonly onClose: () => void
}

/** The records behind a figure of the station, beside its page. */
export function SiteDrill({ figure, rows, onClose }: SiteDrillProps) {
  const today = useOffice()?.today ?? ''
  const ids = new Set(figure.ids)
  const behind = rows.filter((row) => ids.has(row.id))
  const value = figure.value === null ? '—' : sayNumber(figure.value)
  return (
    <Drawer title={`${figure.label}，${value} ${figure.unit}`} onClose={onClose}>
      <div className="site-agree">
        <Status tone={figure.value === behind.length ? 'done' : 'doing'}>{figure.value === behind.length ? `名单 ${behind.length} 条 = 表中 ${value} ${figure.unit}` : `由这 ${behind.length} 条记录算出`}</Status>
      </div>
      {behind.length === 0 ? <EmptyState title="没有记录" hint="这个数是 0。" /> : <SiteRows rows={behind} today={today} />}
    </Drawer>
  )
}
