import type { OfficeInfo } from '../../../shared/contract/office'
import { Status } from '../../ui/Status'

/** Said while the office lies in a folder that a cloud program copies: it opens all the same, but two that write into one file break it. */
export function PlaceStrip({ office }: { readonly office: OfficeInfo }) {
  if (office.cloud_folder === undefined) return null
  return (
    <div className="card row draft-strip">
      <Status tone="late">数据放在网盘文件夹里</Status>
      <span className="grow">{`网盘软件（${office.cloud_folder}）会一边用一边改这些文件，容易弄坏。请先备份到 U 盘，再请维护人员把数据文件夹移到这台电脑自己的硬盘。`}</span>
    </div>
  )
}
