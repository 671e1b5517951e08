import './town-drawer.css'
import type { BoardTown, ListedDevice } from '../../../shared/contract/exchange'
import { go } from '../../state/navigation'
import { notify } from '../../state/notices'
import { useLevel } from '../../state/level'
import { useOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Drawer } from '../../ui/Drawer'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorBox } from '../../ui/ErrorBox'
import { Loaded } from '../../ui/Loading'
import { sayMoment } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { ReceivedList } from './ReceivedList'
import { SlipList } from './SlipList'
import { toneOfTown, wordOfTown } from './town-state'

interface TownDrawerProps {
  readonly town: BoardTown
  readonly overdue: number
  /** Under which code and name: a town with a new code goes on writing under the old one. */
  readonly onInvite: (town: { readonly code: string; readonly name: string }) => void
  /** What the board shows may have changed. */
  readonly onChanged: () => void
  readonly onMap: () => void
  /** Above a county: what it reported. */
  readonly onFigures: () => void
  readonly onClose: () => void
}

/** One town: its figures, its computers, and the way to pair another one. */
export function TownDrawer({ town, overdue, onInvite, onChanged, onMap, onFigures, onClose }: TownDrawerProps) {
  const today = useOffice()?.today ?? ''
  const level = useLevel()
  const devices = useQuery('exchange.devices', { town: town.code })
  const slips = useQuery('exchange.slips', { town: town.code })
  return (
    <Drawer
      title={town.name}
      width={480}
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => onInvite(writesUnder(town, devices.data?.devices ?? []))}>{devices.data?.devices.length === 0 ? '做配对文件' : '再配一台电脑'}</Button>
          <Button look="text" onClick={onMap}>撤并、改名</Button>
          <span className="grow" />
          {town.last_pseq !== null && <Button onClick={() => { if (level.digits === 6) onFigures(); else go({ screen: 'statistics', town: town.code }) }}>{level.digits === 6 ? '看报来的数字' : `看这个${level.one}的统计`}</Button>}
        </>
      }
    >
      <div className="town-words">
        <Status tone={toneOfTown(town)}>{wordOfTown(town, overdue)}</Status>
        <span className="mut">{town.last_pseq === null ? '还没有上报过' : `第 ${String(town.last_pseq)} 包，${sayMoment(town.last_package, today)}`}</span>
      </div>
      <h3 className="town-head">登记的电脑</h3>
      <Loaded query={devices}>
        {(data) => (data.devices.length === 0
          ? <EmptyState title="还没有" hint={`${level.theirs}第一包导入、准许以后，电脑登记在这里。`} />
          : <ul>{data.devices.map((device) => <Device key={device.device} device={device} town={town} today={today} onChanged={devices.reload} />)}</ul>)}
      </Loaded>
      <SlipList slips={slips.data?.slips ?? []} onChanged={() => { slips.reload(); onChanged() }} />
      {(town.formerly ?? []).length > 0 && <Mapped town={town} onChanged={onChanged} />}
      <h3 className="town-head">收到的包</h3>
      <ReceivedList town={town.code} limit={50} />
    </Drawer>
  )
}

/** The code that another computer of this town is to write under: the one that its records and its other computers have. */
function writesUnder(town: BoardTown, devices: readonly ListedDevice[]): { readonly code: string; readonly name: string } {
  const own = devices.find((device) => device.town === town.code) ?? devices.find((device) => device.state === 'open') ?? devices[0]
  return own === undefined ? { code: town.code, name: town.name } : { code: own.town, name: own.name }
}

/** Codes that stand under this town, each with the way back where it was put there by mistake. */
function Mapped({ town, onChanged }: { readonly town: BoardTown; readonly onChanged: () => void }) {
  const map = useCommand('exchange.map-town')
  const back = async (code: string): Promise<void> => {
    const answer = await map.run({ from: code, to: code })
    if (!answer.ok) return
    notify({ tone: 'done', text: `${code} 已分开，和原来一样单独一行` })
    onChanged()
  }
  return (
    <>
      <h3 className="town-head">并到这里的代码</h3>
      <ul>
        {(town.formerly ?? []).map((code) => (
          <li key={code} className="device">
            <div className="row"><b className="grow">{code}</b><Button busy={map.busy} aria-label={`撤回 ${code}`} onClick={() => void back(code)}>填错了，撤回</Button></div>
          </li>
        ))}
      </ul>
      {map.error !== null && <ErrorBox failure={map.error} />}
    </>
  )
}

function Device({ device, town, today, onChanged }: { readonly device: ListedDevice; readonly town: BoardTown; readonly today: string; readonly onChanged: () => void }) {
  const close = useCommand('exchange.close-device')
  const open = device.state === 'open'
  const change = async (): Promise<void> => {
    const answer = await close.run({ device: device.device, ...(open ? {} : { reopen: true }) })
    if (!answer.ok) return
    notify({ tone: 'done', text: open ? '已停用，这台电脑的包不再接收' : '已恢复，这台电脑的包照常接收' })
    onChanged()
  }
  return (
    <li className="device">
      <div className="row">
        <b className="grow cut">{device.letter === '' ? '第一台' : `电脑 ${device.letter}`}{device.by === '' ? '' : `，${device.by}`}{device.town === town.code ? '' : `（${device.name}）`}</b>
        {open ? <Status tone="done">在用</Status> : <Status tone="idle">已停用</Status>}
        <Button busy={close.busy} onClick={() => void change()}>{open ? '停用' : '恢复'}</Button>
      </div>
      <div className="sm mut">{`${sayMoment(device.since, today)} 登记${device.last_package === null ? '' : `，最近一包 ${sayMoment(device.last_package, today)}`}`}</div>
      {close.error !== null && <ErrorBox failure={close.error} />}
    </li>
  )
}
