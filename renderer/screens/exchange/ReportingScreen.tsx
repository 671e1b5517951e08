import './exchange.css'
import { ImportOutlined } from '@ant-design/icons'
import { useEffect, useState } from 'react'
import type { ExchangeState } from '../../../shared/contract/exchange'
import { say } from '../../../shared/text'
import { call } from '../../api'
import { notify, notifyFailure } from '../../state/notices'
import { refreshOffice, useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { Status } from '../../ui/Status'
import type { Faults } from './FaultDrawer'
import { FullAgain } from './FullAgain'
import { HaveCard } from './HaveCard'
import { IssueTable } from './IssueTable'
import { Pairing } from './Pairing'
import type { ScreenProps } from '../../state/routes'
import { PairedNote } from './PairedNote'
import { PlainHandIn } from './PlainHandIn'
import { ReceiptList } from './ReceiptList'
import { readReceipts } from './receipts'
import { RefusedNote } from './RefusedNote'
import { clearDone, useRun } from './run'
import { SheetNote } from './SheetNote'
import { SendPanel } from './SendPanel'
import { TwoSides } from './TwoSides'
import { usePlace } from './use-place'
import { useReceipts } from './use-receipts'

/** Everything to the county: what it has, one button, what came back, what is to be mended. */
export default function ReportingScreen({ route }: ScreenProps<'report'>) {
  const office = useOffice()
  const state = useQuery('exchange.state', {})
  const done = useRun(({ run }) => run.state === 'done')
  const { reload } = state
  useEffect(() => {
    if (done) reload()
  }, [done, reload])
  const paired = state.data?.paired ?? null
  return (
    <>
      <PageHead title="上报" beside={paired?.county} />
      <div className="body exchange">
        <Loaded query={state} rows={8}>
          {(data) => (data.paired === null
            ? <Pairing {...(route.file === undefined ? {} : { given: route.file })} onPaired={() => { state.reload(); void refreshOffice() }} />
            : <Reporting {...(route.file === undefined ? {} : { file: route.file })} state={data} today={office?.today ?? ''} reload={state.reload} />)}
        </Loaded>
      </div>
    </>
  )
}

function Reporting({ state, today, reload, file }: { readonly file?: string; readonly state: ExchangeState; readonly today: string; readonly reload: () => void }) {
  const place = usePlace()
  const receipts = useReceipts(place.place?.path ?? null, state.packages.at(-1)?.made_at ?? '')
  const [reading, setReading] = useState(false)
  const [fullAsked, setFullAsked] = useState(false)
  const [refused, setRefused] = useState<{ readonly faults: Faults; readonly total: number } | null>(null)
  const sending = useRun(({ run }) => run.state === 'running')
  const finished = useRun(({ run }) => run.state === 'done')
  const { look } = receipts
  useEffect(() => {
    if (finished) look()
  }, [finished, look])

  // What was done is said until one leaves or goes on; then the button is there again.
  useEffect(() => clearDone, [])

  const read = async (given?: readonly string[]): Promise<void> => {
    const files = given ?? await filesToRead(place.place?.path ?? null)
    if (files.length === 0) return
    setReading(true)
    const done = await readReceipts(files)
    setReading(false)
    clearDone()
    if (done.faultCount > 0) setRefused({ faults: done.faults, total: done.faultCount })
    const first = done.held[0]
    if (done.taken > 0 && state.paired?.another === true) notify({ tone: 'done', text: '县里有的记录都回来了', next: '身份证号、电话这些不上报的：原来的电脑坏了，在“设置”的“备份和密码”里点“用恢复单找回”；还在用，等它再上报一次。' })
    if (done.failure !== null) notifyFailure(done.failure)
    else if (done.taken > 0) notify({ tone: 'done', text: `读入了 ${String(done.taken)} 份回执，县里收到的已经记下` })
    else if (done.known > 0) notify({ tone: 'doing', text: '这些回执以前都读过了' })
    else if (first?.code !== undefined) notify({ tone: 'late', text: say(first.code, first.detail ?? {}).say, next: say(first.code, first.detail ?? {}).next })
    look()
    reload()
    void refreshOffice()
  }
  const news = receipts.files.length
  const waits = state.paired !== null && !state.paired.accepted && !state.paired.closed
  return (
    <>
      {news > 0 && !sending && (
        <div className="note doing receipt-news">
          <div className="grow"><b>{`U 盘上有县里的回执 ${String(news)} 份。`}</b>先读回执，再上报：县里已经有的不再带，要改的列在下面。</div>
          <Button look="primary" busy={reading} onClick={() => void read()}>读回执</Button>
        </div>
      )}
      {file !== undefined && !sending && (
        <div className="note doing receipt-news">
          <div className="grow"><b>打开了一份文件：</b>{file.split(/[\\/]/u).at(-1)}。是县里的回执就读入；不是的会说明，什么也不改。</div>
          <Button look={news > 0 ? 'plain' : 'primary'} busy={reading} onClick={() => void read([file])}>读入这一份</Button>
        </div>
      )}
      {!waits && <SheetNote />}
      {state.clock_ahead && <div className="note late"><div><b>电脑的日期可能不对。</b>它比本机最近的记录晚了一天以上。请先核对屏幕右下角的日期，再上报。</div></div>}
      {state.paired?.closed === true && <div className="note late"><div><b>县里已停用这台电脑。</b>这里做的包县里不再接收。请打电话问县人大，要用就请他们恢复。</div></div>}
      <RefusedNote lastRun={refused} strays={state.strays ?? 0} />
      <TwoSides />
      {waits && state.paired !== null && <PairedNote paired={state.paired} sent={state.packages.length > 0} />}
      <div className="exchange-cols">
        <HaveCard state={state} today={today}><SendPanel state={state} place={place} receipts={receipts.files} /></HaveCard>
        <ReceiptList packages={state.packages} restorable={state.restorable ?? null} today={today} roomy={state.issues.length === 0} />
      </div>
      <Card bare className="issues" title="县里请你改的" beside={state.issues.length === 0 ? <Status tone="done">没有</Status> : <Status tone="soon">{`${String(state.issues.length)} 处`}</Status>} tools={<span className="mut">改好后随下一包上报，不用另交材料</span>}>
        {state.issues.length > 0 && <IssueTable issues={state.issues} today={today} />}
        <div className="issues-foot">
          <PlainHandIn />
          <span className="grow mut">县里的回执也在 U 盘上，插好后会自动提示读入</span>
          <Button icon={<Icon of={ImportOutlined} />} busy={reading} disabled={sending} onClick={() => void read()}>读回执</Button>
          <Button disabled={sending || place.place === null} onClick={() => setFullAsked(true)}>全部重报一遍</Button>
        </div>
      </Card>
      {fullAsked && place.place !== null && <FullAgain place={place.place} onClose={() => setFullAsked(false)} />}
    </>
  )
}

/** Receipts on the stick; where there are none, or no stick, those that the person picks. */
async function filesToRead(dir: string | null): Promise<readonly string[]> {
  if (dir !== null) {
    const scan = await call('exchange.scan', { dir })
    if (!scan.ok) {
      notifyFailure(scan)
      return []
    }
    const readable = scan.value.files.filter((file) => file.state !== 'unreadable')
    if (readable.length > 0) return readable.map((file) => file.path)
  }
  const picked = await call('shell.pick-files', { title: '选县里的回执', kinds: 'package' })
  return picked.ok ? picked.value.paths : []
}
