import { PlusOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract'
import type { BoardTown } from '../../../shared/contract/exchange'
import { printSheet } from '../../print/print-sheet'
import { SheetButtons } from '../../print/SheetButtons'
import { go } from '../../state/navigation'
import { useLevel } from '../../state/level'
import type { RouteOf } from '../../state/routes'
import { useOffice } from '../../state/session'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { dayOfMoment, sayShortDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { BoardSheet } from './BoardSheet'
import { InviteDialog } from './InviteDialog'
import { MapTownDialog } from './MapTownDialog'
import { RealmKeysDialog } from './RealmKeysDialog'
import { ReportedDrawer } from './ReportedDrawer'
import { TownDrawer } from './TownDrawer'
import { countTowns, toneOfTown, townsToCall, wordOfTown } from './town-state'

const page = 50

/** One row a town, how it stands told by shape and word. */
export function Board({ board, asked, onChanged }: { readonly board: OutputOf<'exchange.board'>; readonly asked: RouteOf<'towns'>; readonly onChanged: () => void }) {
  const office = useOffice()
  const level = useLevel()
  const [inviting, setInviting] = useState<{ readonly code: string; readonly name: string } | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const [mapping, setMapping] = useState<BoardTown | null>(null)
  const [renewing, setRenewing] = useState(false)
  const [reported, setReported] = useState<BoardTown | null>(null)
  const [rows, setRows] = useState(page)
  const { towns, overdue_days: overdue } = board
  // Once for each way that led here; a town that the board does not know is invited.
  const [answered, setAnswered] = useState<RouteOf<'towns'> | null>(null)
  if (asked.town !== undefined && answered !== asked) {
    const { code, name } = asked.town
    const known = towns.find((town) => town.code === code || (town.formerly ?? []).includes(code))
    setAnswered(asked)
    if (known === undefined) setInviting({ code, name })
    else setShown(known.code)
  }
  const today = office?.today ?? ''
  const counts = countTowns(towns)
  const toCall = townsToCall(towns)
  const open = towns.find((town) => town.code === shown)
  const sheet = (which: readonly BoardTown[], title: string) => <BoardSheet title={title} office={office?.name ?? ''} today={today} towns={which} overdue={overdue} />
  return (
    <section className="card board" aria-label="上报情况">
      <div className="h">
        <h2>上报情况</h2>
        {counts.complete > 0 && <Status tone="done">{`齐全 ${String(counts.complete)}`}</Status>}
        {counts.soon > 0 && <Status tone="soon">{`待补 ${String(counts.soon)}`}</Status>}
        {counts.late > 0 && <Status tone="late">{`超期 ${String(counts.late)}`}</Status>}
        {counts.idle > 0 && <Status tone="idle">{`没报过 ${String(counts.idle)}`}</Status>}
        <div className="tools">
          <Button look="text" onClick={() => setRenewing(true)}>{`更换本${level.own}的钥匙`}</Button>
          <Button look="text" icon={<Icon of={PlusOutlined} />} onClick={() => setInviting({ code: office?.code ?? '', name: '' })}>{`配对新${level.one}`}</Button>
        </div>
      </div>
      <div className="board-scroll">
        {towns.length === 0
          ? (
            <EmptyState title={`还没有${level.unit}`} hint={`给每个${level.one}做一份配对文件和一张纸条，${level.theirs}配对后就能上报。`}>
              <Button look="primary" onClick={() => setInviting({ code: office?.code ?? '', name: '' })}>{`配对第一个${level.one}`}</Button>
            </EmptyState>
          )
          : (
            <table className="tbl">
              <thead><tr><th>{level.unit}</th><th colSpan={2}>最近一包</th><th className="num">已隔（天）</th><th>情况</th><th className="num">待改</th><th className="num">冲突</th><th className="num">缺附件</th></tr></thead>
              <tbody>{towns.slice(0, rows).map((town) => <TownRow key={town.code} town={town} overdue={overdue} today={today} onOpen={() => setShown(town.code)} />)}</tbody>
            </table>
          )}
        {towns.length > rows && <button type="button" className="link more" onClick={() => setRows(rows + page)}>{`再看 ${String(Math.min(page, towns.length - rows))} 个，共 ${String(towns.length)} 个${level.unit}`}</button>}
      </div>
      {towns.length > 0 && (
        <div className="board-foot">
          <span className="grow sm mut">{`超过 ${String(overdue)} 天未上报为“超期”，可在设置中改`}</span>
          <SheetButtons name={`各${level.unit}上报情况`} sheet={sheet(towns, `各${level.unit}上报情况`)} />
          {toCall.length === 0 ? <span className="sm mut">没有要催的</span> : <Button look="text" onClick={() => void printSheet(sheet(toCall, '催报名单'))}>{`打印催报名单（${String(toCall.length)}）`}</Button>}
        </div>
      )}
      {open !== undefined && <TownDrawer town={open} overdue={overdue} onInvite={(under) => { setShown(null); setInviting(under) }} onChanged={onChanged} onMap={() => { setShown(null); setMapping(open) }} onFigures={() => { setShown(null); setReported(open) }} onClose={() => setShown(null)} />}
      {reported !== null && <ReportedDrawer code={reported.code} name={reported.name} onClose={() => setReported(null)} />}
      {mapping !== null && <MapTownDialog town={mapping} onDone={() => { setMapping(null); onChanged() }} onClose={() => setMapping(null)} />}
      {renewing && <RealmKeysDialog onClose={() => setRenewing(false)} />}
      {inviting !== null && <InviteDialog first={inviting} onClose={() => { setInviting(null); onChanged() }} />}
    </section>
  )
}

interface TownRowProps {
  readonly town: BoardTown
  readonly overdue: number
  readonly today: string
  readonly onOpen: () => void
}

function TownRow({ town, overdue, today, onOpen }: TownRowProps) {
  const never = town.last_pseq === null
  return (
    <tr>
      <td><button type="button" className="link" onClick={onOpen}>{town.name}</button></td>
      {never
        ? <td colSpan={2} className="mut">还没有</td>
        : <><td>{`第 ${String(town.last_pseq)} 包`}</td><td className="mut">{sayShortDate(dayOfMoment(town.last_package), today)}</td></>}
      <td className="num">{town.days_since ?? '—'}</td>
      <td><Status tone={toneOfTown(town)}>{wordOfTown(town, overdue)}</Status></td>
      <td className="num">{town.open_issues > 0 ? <b>{town.open_issues}</b> : <span className="mut">0</span>}</td>
      <td className="num">{town.conflicts > 0
        ? <button type="button" className="fig" aria-label={`${town.name} 冲突 ${String(town.conflicts)} 处，逐项看`} onClick={() => go({ screen: 'conflicts' })}>{town.conflicts}</button>
        : <span className="mut">0</span>}</td>
      <td className="num">{town.pending_attachments > 0 ? <b>{town.pending_attachments}</b> : <span className="mut">0</span>}</td>
    </tr>
  )
}
