import '../../records/records.css'
import './roster.css'
import { date } from '../../../shared/fields'
import { DateControl } from '../../fields/DateControl'
import { back, go } from '../../state/navigation'
import { notify, notifySaved } from '../../state/notices'
import { useOffice } from '../../state/session'
import { useKeys } from '../../state/use-keys'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorBox } from '../../ui/ErrorBox'
import { Bones } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { Status } from '../../ui/Status'
import { ColumnsCard } from './ColumnsCard'
import { fileNameOf, leftOut, sayResult, toImport } from './roster-words'
import { RowsCard } from './RowsCard'
import { useRoster, type RosterWork } from './use-roster'

const confirmField = date('资格确认日期', 'optional')

/** Choose a file, see row by row what it would do, import. The same file twice changes nothing. */
export default function RosterScreen() {
  const work = useRoster()
  const { preview, failure, busy, file, result } = work
  useKeys({ Escape: back })
  return (
    <>
      <PageHead title="导入花名册" crumb="代表" onCrumb={() => go({ screen: 'deputies' })} {...(file === null ? {} : { beside: `${fileNameOf(file)}${preview === null ? '' : `，表“${preview.sheet}”`}` })} />
      <div className="body">
        {failure !== null && <ErrorBox failure={failure}><Button onClick={() => void work.pick()}>换一个文件</Button></ErrorBox>}
        {preview === null && failure === null && busy === 'reading' && <Bones rows={8} />}
        {preview === null && failure === null && busy === null && <Start onPick={work.pick} />}
        {preview !== null && result === null && (
          <>
            {toImport(preview) === 0 && <div className="note done"><div><b>名册里已经都有了。</b>这份表没有新的内容，不用导入。</div></div>}
            <ColumnsCard preview={preview} onChoose={work.choose} />
            <RowsCard key={file} preview={preview} />
          </>
        )}
        {preview !== null && result !== null && <Done work={work} />}
      </div>
      {preview !== null && result === null && <ImportBar work={work} />}
    </>
  )
}

function Start({ onPick }: { readonly onPick: () => Promise<void> }) {
  return (
    <div className="card">
      <EmptyState title="选一份现成的花名册" hint="Excel（.xlsx、.xls）、WPS 表格、CSV 都可以。先看一遍会写入什么，再决定导不导。">
        <Button look="primary" large onClick={() => void onPick()}>选择文件</Button>
      </EmptyState>
      <ul className="ros-tips">
        <li><Status tone="done" quiet>合计行、空行会自动跳过，列名不一样也认得出；“第一选区”“第一代表小组”这样的标题行，下面的人就归到那里。</Status></li>
        <li><Status tone="done" quiet>同一份表导入两次不会多出人来，表里空着的不会把原来的清掉。</Status></li>
        <li><Status tone="done" quiet>身份证号、手机号只留在本镇，不上报到县里。</Status></li>
      </ul>
    </div>
  )
}

/** What will be written, from which day deputies without a day of their own sit, and the button. */
function ImportBar({ work }: { readonly work: RosterWork }) {
  const { preview, busy, confirmOn } = work
  const term = useOffice()?.term ?? null
  if (preview === null) return null
  const count = toImport(preview)
  const out = leftOut(preview)
  const take = async (): Promise<void> => {
    const written = await work.take()
    if (written === null || out > 0) return
    const told = `花名册已导入：${sayResult(written)}`
    if (written.undo === null) notify({ tone: 'done', text: told })
    else notifySaved(told, written.undo)
    go({ screen: 'deputies' })
  }
  return (
    <div className="bar ros-bar">
      <div className="grow">
        <b>{sayResult(preview)}</b>
        {out > 0 && <>　<Status tone="late" quiet>{`${out} 行有误，不导入`}</Status></>}
        {preview.new > 0 && <div className="sm mut" id="ros-confirm-say">{`表里没写资格确认日期的按右边这一天，空着就按${term?.name ?? '本届'}第一次会议。`}</div>}
      </div>
      {preview.new > 0 && (
        <div className="row">
          <label htmlFor="ros-confirm" className="mut">资格确认日期</label>
          <DateControl field={confirmField} id="ros-confirm" precision="day" value={confirmOn} onChange={(day) => work.setConfirmOn(typeof day === 'string' && day !== '' ? day : null)} describedBy="ros-confirm-say" />
        </div>
      )}
      <Button onClick={() => void work.pick()} disabled={busy !== null}>换一个文件</Button>
      <Button look="primary" busy={busy !== null} disabled={count === 0} onClick={() => void take()}>{`导入 ${count} 人`}</Button>
    </div>
  )
}

/** What was written, and the rows that were not. */
function Done({ work }: { readonly work: RosterWork }) {
  const { preview, result } = work
  if (preview === null || result === null) return null
  return (
    <>
      <div className="note done">
        <div className="grow"><b>{`花名册已导入：${sayResult(result)}。`}</b>{`下面 ${leftOut(preview)} 行有误，没有导入；在表里改好，再导入一次就行，已有的不会重复。`}</div>
      </div>
      <div className="row">
        <Button look="primary" onClick={() => go({ screen: 'deputies' })}>看代表名册</Button>
        <Button onClick={() => void work.pick()}>再导入一份</Button>
      </div>
      <RowsCard key="done" preview={preview} start="wrong" />
    </>
  )
}
