import { UsbOutlined } from '@ant-design/icons'
import { call } from '../../api'
import { fileNameOf } from '../../print/out-folder'
import { notifyFailure } from '../../state/notices'
import { useLevel } from '../../state/level'
import { useOffice } from '../../state/session'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorBox } from '../../ui/ErrorBox'
import { Icon } from '../../ui/Icon'
import { Bones } from '../../ui/Loading'
import { nameOfDrive, type PlaceState } from '../exchange/use-place'
import { ReceivedList } from './ReceivedList'
import { PackageItem } from './PackageItem'
import { StickFoot } from './StickFoot'
import { lookAt, lookAtFiles, useStickDesk } from './stick-desk'

const folderOf = (path: string): string => path.replace(/[\\/][^\\/]*$/u, '')

async function pickPackages(dir: string | null): Promise<void> {
  const picked = await call('shell.pick-files', { title: '选上报包', kinds: 'package' })
  if (!picked.ok) notifyFailure(picked)
  else if (picked.value.paths[0] !== undefined) await lookAtFiles(dir ?? folderOf(picked.value.paths[0]), picked.value.paths.map((path) => ({ path, name: fileNameOf(path) })))
}

/** What is on the stick, each package previewed before anything is written. */
export function StickCard({ place }: { readonly place: PlaceState }) {
  const desk = useStickDesk()
  const today = useOffice()?.today ?? ''
  const { theirs } = useLevel()
  const here = place.place
  const busy = desk.state === 'importing'
  const none = desk.items.length === 0
  return (
    <section className="card stick-card" aria-label="U 盘上的包">
      <div className="h">
        <Icon of={UsbOutlined} />
        <h2 className="cut">{!none && desk.dir === null ? '归档里的包' : here === null ? '没有插 U 盘' : here.free === null ? '文件夹里的包' : `U 盘${here.label}`}</h2>
        {!none && <span className="mut nw">{`${String(desk.items.length)} 个包`}</span>}
        <div className="tools">
          {place.drives.length > 1 && !busy && (
            <select className="input stick-choice" aria-label="用哪个 U 盘" value={here?.path} onChange={(event) => place.choose(event.target.value)}>
              {place.drives.map((drive) => <option key={drive.path} value={drive.path}>{nameOfDrive(drive)}</option>)}
            </select>
          )}
          {here !== null && !busy && <Button look="text" onClick={() => void lookAt(here.path)}>再看一遍</Button>}
        </div>
      </div>
      <div className="stick-list">
        {desk.failure !== null && <div className="stick-say"><ErrorBox failure={desk.failure} /></div>}
        {none && desk.failure === null && (desk.state === 'looking'
          ? <div className="stick-say"><Bones rows={4} /></div>
          : (
            <EmptyState title={here === null ? `插上${theirs}的 U 盘` : '这里没有上报包'} hint={here === null ? '上报包会自动列在这里，先看后导。' : '也可以从别的文件夹里选。'}>
              <Button onClick={() => void pickPackages(here?.path ?? null)}>从别处选包</Button>
            </EmptyState>
          ))}
        {none && desk.state !== 'looking' && <section className="stick-received" aria-label="最近收到的包"><h3>最近收到的包</h3><ReceivedList limit={20} /></section>}
        <ul>{desk.items.map((item) => <PackageItem key={item.path} item={item} busy={busy} reading={desk.at === item.path} today={today} />)}</ul>
      </div>
      {!none && <StickFoot drives={place.drives} />}
    </section>
  )
}
