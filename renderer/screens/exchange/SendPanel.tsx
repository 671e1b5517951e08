import { useState } from 'react'
import type { ExchangeState } from '../../../shared/contract/exchange'
import { say } from '../../../shared/text'
import { fileNameOf } from '../../print/out-folder'
import { useOffice } from '../../state/session'
import { Button } from '../../ui/Button'
import { ErrorBox } from '../../ui/ErrorBox'
import { sayBytes, sayNumber } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { askAbove, ManyAttachments } from './ManyAttachments'
import { SafeRemoval, useWasStick } from './SafeRemoval'
import type { ReadReceipts } from './receipts'
import { clearRun, send, useRun, type Run } from './run'
import { SendProgress } from './SendProgress'
import { Standing } from './Standing'
import { StickLine } from './StickLine'
import type { PlaceState } from './use-place'

interface SendPanelProps {
  readonly state: ExchangeState
  readonly place: PlaceState
  /** New receipts on the stick. */
  readonly receipts: readonly string[]
}

/** The stick, the one button, and in its place what it is doing or has done. */
export function SendPanel({ state, place, receipts }: SendPanelProps) {
  const run = useRun((store) => store.run)
  if (run.state === 'running') return <SendProgress run={run} />
  if (run.state === 'done') return <Sent run={run} place={place} county={state.paired?.county ?? '县人大'} />
  if (run.state === 'failed') {
    return (
      <div>
        <StickLine state={place} />
        <ErrorBox failure={run.failure}>
          <Button look="primary" disabled={place.place === null} onClick={() => { if (place.place) void send(place.place.path, { full: run.full, receipts, always: true }) }}>
            {run.failure.code === 'stick-removed' ? '插回 U 盘，重写一遍' : '再上报一次'}
          </Button>
          <Button look="text" onClick={clearRun}>先不报</Button>
        </ErrorBox>
      </div>
    )
  }
  return <Ready state={state} place={place} receipts={receipts} />
}

/** Room that a package without attachments needs, with what must stay free. */
const air = 24 * 1024 * 1024

function Ready({ state, place, receipts }: SendPanelProps) {
  const today = useOffice()?.today ?? ''
  const { unsent, next_pseq: pseq, paired } = state
  const nothing = unsent.records === 0 && unsent.files === 0 && paired?.accepted === true
  const to = place.place?.path
  const free = place.place?.free ?? null
  const tight = free !== null && free < unsent.bytes * 1.1 + air
  const [asking, setAsking] = useState(false)
  const start = (attachmentsMb?: number): void => {
    setAsking(false)
    if (to !== undefined) void send(to, { receipts, ...(attachmentsMb === undefined ? {} : { attachmentsMb }) })
  }
  return (
    <div>
      {nothing && <Standing state={state} today={today} />}
      <StickLine state={place} />
      <div className="send">
        {nothing
          ? <Button disabled={to === undefined} onClick={() => { if (to !== undefined) void send(to, { always: true, receipts }) }}>仍然做一包</Button>
          : <Button look={receipts.length > 0 ? 'plain' : 'primary'} className="send-button" disabled={to === undefined} onClick={() => { if (unsent.bytes > askAbove) setAsking(true); else start() }}>上报到 U 盘</Button>}
        <div>
          {nothing
            ? <><Status tone="done">县里都有了，现在不用上报</Status><br /></>
            : <><b>{`第 ${String(pseq)} 包`}</b>{`：${inWords(unsent)}${unsent.files > 0 ? `，附件 ${String(unsent.files)} 个，约 ${sayBytes(unsent.bytes)}` : ''}`}<br /></>}
          <span className="mut">不含身份证号、电话和来访人姓名</span>
        </div>
      </div>
      {tight && <Status tone="late" quiet>U 盘快满了，可能写不下。请删掉一些不用的文件，或换一个 U 盘。</Status>}
      {asking && <ManyAttachments unsent={unsent} onSend={start} onClose={() => setAsking(false)} />}
      <p className="mut">U 盘丢了也不要紧：没有收到回执的，下一包会自动再带上。</p>
    </div>
  )
}

/** 活动 12 次、建议 8 件等; a new computer that has nothing to say yet asks to be admitted; only details (a name put right in a roll): how many of them. */
function inWords({ groups, records }: ExchangeState['unsent']): string {
  const few = groups.slice(0, 3).map(({ label, count, unit }) => `${label} ${sayNumber(count)} ${unit}`)
  if (records === 0) return '请县里准许这台电脑'
  return few.length === 0 ? `明细 ${sayNumber(records)} 条` : `${few.join('、')}${groups.length > few.length ? '等' : ''}`
}

/** Why receipts that were to be read first were not. */
function unread({ held, failure }: ReadReceipts): readonly string[] {
  const told = failure === null ? held.map(({ code, detail }) => say(code ?? 'internal', detail ?? {})) : [say(failure.code, failure.detail ?? {})]
  return [...new Set(told.map((words) => `${words.say}${words.next}`))]
}

const checked = { 'read-back': '已写好并读回核对。', sampled: '已写好，抽查核对过。', none: '已写好，没有读回核对。' } as const

function Sent({ run, place, county }: { readonly run: Extract<Run, { readonly state: 'done' }>; readonly place: PlaceState; readonly county: string }) {
  const onStick = useWasStick(place.drives, run.to)
  const { made, read } = run
  return (
    <div className="sent">
      <div className={made.file === null ? 'note idle' : 'note done'} role="status">
        {made.file === null
          ? <div><b>没有新的内容，没有做包。</b>县里都有了。</div>
          : <div><b>{`第 ${String(made.pseq)} 包${checked[made.check]}`}</b>{onStick ? `先安全移除，再拔下 U 盘，送到${county}。` : `请送到${county}。`}</div>}
      </div>
      {read !== null && read.taken > 0 && <Status tone="done" quiet>{`先读入了 ${String(read.taken)} 份回执`}</Status>}
      {read !== null && unread(read).map((words) => <Status key={words} tone="late" quiet>{`回执没有读进来：${words}`}</Status>)}
      {made.file !== null && <p className="mut sent-file">{`文件：${fileNameOf(made.file)}`}</p>}
      <div className="sent-foot">
        {onStick && <SafeRemoval path={run.to} />}
        <Button onClick={clearRun}>知道了</Button>
      </div>
    </div>
  )
}
