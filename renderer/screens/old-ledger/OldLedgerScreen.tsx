import './old-ledger.css'
import { useState } from 'react'
import type { HistoryImported } from '../../../shared/contract/history'
import { declarationOf } from '../../../shared/records'
import { call } from '../../api'
import { LabelledRow } from '../../fields/LabelledRow'
import { go } from '../../state/navigation'
import { notifySaved } from '../../state/notices'
import type { ScreenProps } from '../../state/routes'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorBox } from '../../ui/ErrorBox'
import { PageHead } from '../../ui/PageHead'
import { Status } from '../../ui/Status'

/** What old ledgers are kept of. */
const kinds = ['suggestion', 'voter_matter', 'letter', 'activity', 'supervision', 'follow_up', 'training', 'bill', 'major_matter', 'livelihood_project', 'presidium_meeting', 'document'] as const

/** Old ledgers of closed cases: chosen, looked at, taken in as 补录. They count, but never as late or in time. */
export default function OldLedgerScreen({ route }: ScreenProps<'old-ledger'>) {
  const [type, setType] = useState<string>(route.type ?? 'suggestion')
  const [file, setFile] = useState<string | null>(null)
  const [seen, setSeen] = useState<HistoryImported | null>(null)
  const read = useCommand('history.import')
  const declaration = declarationOf(type)
  const look = async (path: string, of: string): Promise<void> => {
    const answer = await read.run({ file: path, type: of, dry_run: true })
    setSeen(answer.ok ? answer.value : null)
  }
  const pick = async (): Promise<void> => {
    const answer = await call('shell.pick-file', { title: '选旧台账', kinds: 'roster' })
    if (!answer.ok || answer.value.path === null) return
    setFile(answer.value.path)
    await look(answer.value.path, type)
  }
  const take = async (): Promise<void> => {
    if (file === null) return
    const answer = await read.run({ file, type })
    if (!answer.ok) return
    if (answer.value.undo !== null) notifySaved(`已补录 ${answer.value.new} 条`, answer.value.undo)
    go({ screen: 'list', type })
  }
  return (
    <>
      <PageHead title="补录旧台账" crumb="设置" onCrumb={() => go({ screen: 'settings' })} beside="以前办完的事，一次导入" />
      <div className="body">
        <Card title="选类别和文件">
          <LabelledRow label="类别" htmlFor="old-type">
            <select id="old-type" className="input old-type" value={type} onChange={(event) => { setType(event.target.value); if (file !== null) void look(file, event.target.value) }}>
              {kinds.map((kind) => <option key={kind} value={kind}>{declarationOf(kind)?.label ?? kind}</option>)}
            </select>
          </LabelledRow>
          <LabelledRow label="文件" htmlFor="old-file" hint="Excel、WPS 或 CSV；第一行是栏目名，如“标题、领衔代表、提出日期、承办单位、办结日期”。不认识的栏目记进备注。">
            <div className="row"><Button look={seen === null ? 'primary' : 'plain'} busy={read.busy} onClick={() => void pick()}>选择文件</Button><span id="old-file" className="mut cut">{file ?? '还没有选'}</span></div>
          </LabelledRow>
          <p className="mut">补录的记录标明“补录”，计入件数、人次等统计，不计入按期、逾期，也不提醒。</p>
        </Card>
        {read.error !== null && <ErrorBox failure={read.error} />}
        {seen !== null && <Seen seen={seen} word={declaration?.label ?? ''} busy={read.busy} onTake={() => void take()} />}
      </div>
    </>
  )
}

function Seen({ seen, word, busy, onTake }: { readonly seen: HistoryImported; readonly word: string; readonly busy: boolean; readonly onTake: () => void }) {
  const told = [...seen.errors.map((one) => ({ ...one, tone: 'late' as const })), ...seen.warnings.map((one) => ({ ...one, tone: 'soon' as const }))].sort((a, b) => a.row - b.row)
  return (
    <Card
      bare title={`“${seen.sheet}”共 ${seen.rows} 行`} beside={<Status tone={seen.new > 0 ? 'done' : 'idle'}>{`要补录 ${seen.new} 条${word}`}</Status>}
      tools={<Button look="primary" busy={busy} disabled={seen.new === 0} onClick={onTake}>{`补录 ${seen.new} 条`}</Button>}
    >
      <div className="old-seen">
        <p><b>认出的栏目</b>　{seen.columns.filter((one) => one.label !== null).map((one) => (one.label === one.heading ? one.heading : `${one.heading}→${one.label ?? ''}`)).join('、')}</p>
        {seen.columns.some((one) => one.label === null) && <p className="mut">记进备注的栏目　{seen.columns.filter((one) => one.label === null).map((one) => one.heading).join('、')}</p>}
        {seen.same > 0 && <p className="mut">{`${seen.same} 行已经有了，不重复录`}</p>}
      </div>
      {told.length > 0 && (
        <table className="tbl">
          <thead><tr><th>行</th><th>情况</th></tr></thead>
          <tbody>
            {told.slice(0, 60).map((one) => <tr key={one.row}><td>{one.row}</td><td className="wrap"><Status tone={one.tone} quiet>{one.tone === 'late' ? `没有录：${one.say}` : one.say}</Status></td></tr>)}
          </tbody>
        </table>
      )}
    </Card>
  )
}
