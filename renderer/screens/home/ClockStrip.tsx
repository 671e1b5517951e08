import type { OfficeInfo } from '../../../shared/contract/office'
import { sayDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'

/** Said where the computer's date is far from the last day of work: everything that is due depends on it. */
export function ClockStrip({ office }: { readonly office: OfficeInfo }) {
  if (office.clock_doubt === undefined) return null
  return (
    <div className="card row draft-strip">
      <Status tone="late">请核对电脑日期</Status>
      <span className="grow">{`电脑上是${sayDate(office.today)}，上次使用是${sayDate(office.clock_doubt)}。日期不对，期限和统计都会算错；请点桌面右下角的时间改好，再打开软件。`}</span>
    </div>
  )
}
