import { UsbOutlined } from '@ant-design/icons'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { sayBytes } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { nameOfDrive, type PlaceState } from './use-place'

/** Which stick, and how much room it has; several are chosen from, a folder stands in for one. */
export function StickLine({ state }: { readonly state: PlaceState }) {
  const { place, drives, looked, choose, chooseFolder } = state
  return (
    <div className="stick">
      <Icon of={UsbOutlined} />
      {place === null
        ? (looked && <><Status tone="soon">还没有插 U 盘</Status><span className="mut">插好后这里自动认出来</span></>)
        : (
          <>
            <Status tone="done">{place.free === null ? '写到文件夹' : '已插好 U 盘'}</Status>
            {drives.length > 1 && place.free !== null
              ? (
                <select className="input stick-choice" aria-label="用哪个 U 盘" value={place.path} onChange={(event) => choose(event.target.value)}>
                  {drives.map((drive) => <option key={drive.path} value={drive.path}>{nameOfDrive(drive)}</option>)}
                </select>
              )
              : <span className="cut" title={place.path}>{place.label}</span>}
            {place.free !== null && <span className="nw">{`空 ${sayBytes(place.free)}`}</span>}
          </>
        )}
      <span className="grow" />
      <Button look="text" onClick={() => void chooseFolder()}>{place === null ? '写到别的位置' : '换一个位置'}</Button>
    </div>
  )
}
