import { useState } from 'react'
import type { FrozenReport } from '../../../shared/contract/report'
import { call } from '../../api'
import { openMade } from '../../print/out-folder'
import { notifyFailure } from '../../state/notices'
import { useCommand } from '../../state/use-command'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { ConfirmDelete } from '../../ui/ConfirmDelete'
import { Drawer } from '../../ui/Drawer'
import { EmptyState } from '../../ui/EmptyState'
import { Loaded } from '../../ui/Loading'
import { sayDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { Changes } from './Changes'

interface FrozenDrawerProps {
  /** The report whose changes are shown first; null = the list. */
  readonly compare: string | null
  readonly onClose: () => void
  readonly onVoided: () => void
}

/** Every report that was signed off: its files, what changed since, and withdrawing it. */
export function FrozenDrawer({ compare, onClose, onVoided }: FrozenDrawerProps) {
  const list = useQuery('report.frozen', {})
  const [at, setAt] = useState(compare)
  return (
    <Drawer title={at === null ? '历次定稿' : '冻结后变更'} width={560} onClose={onClose}>
      {at === null
        ? (
          <Loaded query={list} rows={4}>
            {({ reports }) => (reports.length === 0
              ? <EmptyState title="还没有定过稿" hint="报告写好后，在“定稿”里签发。" />
              : <ul className="frozen">{reports.map((report) => <Signed key={report.id} report={report} onCompare={() => setAt(report.id)} onVoided={() => { list.reload(); onVoided() }} />)}</ul>)}
          </Loaded>
        )
        : <Changes id={at} report={list.data?.reports.find(({ id }) => id === at)} onBack={() => setAt(null)} />}
    </Drawer>
  )
}

async function openFile(id: string): Promise<void> {
  const opened = await call('file.open', { id })
  if (!opened.ok) notifyFailure(opened)
  else await openMade(opened.value.path)
}

function Signed({ report, onCompare, onVoided }: { readonly report: FrozenReport; readonly onCompare: () => void; readonly onVoided: () => void }) {
  const [asking, setAsking] = useState(false)
  const withdraw = useCommand('report.void')
  const gone = report.void
  return (
    <li>
      <div className="row"><b className="grow">{report.title}</b>{gone === undefined ? <Status tone="done">有效</Status> : <Status tone="idle">已撤回</Status>}</div>
      <p className="sm mut">{`${report.signer}，${sayDate(report.signed_on)}签发；${String(report.figures)} 个数，${String(report.records)} 条记录`}</p>
      {gone !== undefined && <p className="sm mut">{`撤回原因：${gone.reason}`}</p>}
      <div className="row frozen-tools">
        {report.files.filter((file) => !file.name.endsWith('.json')).map((file) => (
          <Button key={file.id} look="text" disabled={!file.here} title={file.here ? file.name : '文件还没有到这台电脑'} onClick={() => void openFile(file.id)}>{file.name.endsWith('.xlsx') ? '打开统计表' : '打开报告'}</Button>
        ))}
        <Button look="text" onClick={onCompare}>看变更</Button>
        {gone === undefined && <Button look="text" onClick={() => setAsking(true)}>撤回…</Button>}
      </div>
      {asking && (
        <ConfirmDelete
          question="撤回这份定稿？" name={report.title} consequences={['撤回后报告又跟着记录变，可以重新编、重新签发。', '已经报出去的那一份，数字仍留在这里备查。']} reasons={['数字报错了', '文字要改']}
          busy={withdraw.busy} failure={withdraw.error} onClose={() => setAsking(false)}
          onDelete={(reason) => void withdraw.run({ id: report.id, reason }).then((done) => { if (done.ok) { setAsking(false); onVoided() } })}
        />
      )}
    </li>
  )
}
