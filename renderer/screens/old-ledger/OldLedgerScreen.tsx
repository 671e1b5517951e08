import './old-ledger.css'
import { useState } from 'react'
import { importPhases, type HistoryImported } from '../../../shared/contract/history'
import { declarationOf, recordTypes } from '../../../shared/records'
import { call } from '../../api'
import { LabelledRow } from '../../fields/LabelledRow'
import { fileNameOf } from '../../print/out-folder'
import { tabWord } from '../../records/menus'
import { go } from '../../state/navigation'
import { notify, notifySaved } from '../../state/notices'
import type { ScreenProps } from '../../state/routes'
import { useCommand } from '../../state/use-command'
import { useJob } from '../../state/use-job'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorBox } from '../../ui/ErrorBox'
import { JobProgress } from '../../ui/JobProgress'
import { PageHead } from '../../ui/PageHead'
import { Segmented } from '../../ui/Segmented'
import { Seen } from './Seen'

/** Types with a way in of their own. */
const otherWays: readonly string[] = ['person_private', 'file', 'office']
/** What old ledgers are kept of comes first. */
const usual: readonly string[] = ['suggestion', 'voter_matter', 'letter', 'activity', 'supervision', 'follow_up', 'training', 'bill', 'major_matter', 'livelihood_project', 'presidium_meeting', 'document']
const kinds = [...usual, ...recordTypes.filter((type) => !usual.includes(type) && !otherWays.includes(type))]

const steps = [[importPhases.sort, '核对每一行'], [importPhases.save, '存进台账']] as const
/** Done before anybody could read how far it is. */
const fewRows = 300

type Source = { readonly file: string } | { readonly text: string }
type As = 'new' | 'history'

/** A table of any register: a file or a pasted block, looked at, its columns chosen, taken in as records of today or as 补录. */
export default function OldLedgerScreen({ route }: ScreenProps<'old-ledger'>) {
  // Somebody who came from a list goes back to that list.
  const from = route.type
  const [type, setType] = useState<string>(from ?? 'suggestion')
  const [as, setAs] = useState<As>(route.as ?? 'history')
  const [source, setSource] = useState<Source | null>(null)
  const [map, setMap] = useState<Readonly<Record<string, string>>>({})
  const [seen, setSeen] = useState<HistoryImported | null>(null)
  const read = useCommand('history.import')
  const job = useJob()
  const declaration = declarationOf(type)
  const look = async (table: Source, of: string, how: As, choices: Readonly<Record<string, string>>): Promise<void> => {
    const answer = await job.follow((name) => read.run({ ...table, type: of, as: how, map: choices, dry_run: true, job: name }))
    setSeen(answer.ok ? answer.value : null)
  }
  const start = (table: Source): void => {
    setSource(table)
    setMap({})
    void look(table, type, as, {})
  }
  const pick = async (): Promise<void> => {
    const answer = await call('shell.pick-file', { title: '选表格', kinds: 'roster' })
    if (answer.ok && answer.value.path !== null) start({ file: answer.value.path })
  }
  const choose = (heading: string, key: string): void => {
    const next = { ...map, [heading]: key }
    setMap(next)
    if (source !== null) void look(source, type, as, next)
  }
  const take = async (): Promise<void> => {
    if (source === null) return
    const answer = await job.follow((name) => read.run({ ...source, type, as, map, job: name }))
    if (!answer.ok) {
      if (answer.code === 'cancelled') notify({ tone: 'doing', text: `已经取消，一条也没有${as === 'new' ? '导入' : '补录'}` })
      return
    }
    const told = `已${as === 'new' ? '导入' : '补录'} ${answer.value.new} 条${answer.value.changed > 0 ? `，改了 ${answer.value.changed} 条` : ''}`
    if (answer.value.undo !== null) notifySaved(told, answer.value.undo)
    else notify({ tone: 'done', text: told })
    go({ screen: 'list', type })
  }
  return (
    <>
      <PageHead title={as === 'new' ? '从表格导入' : '补录旧台账'} crumb={from === undefined ? '设置' : tabWord(from)} onCrumb={() => go(from === undefined ? { screen: 'settings' } : { screen: 'list', type: from })} beside={as === 'new' ? '名册、台账一次导入' : '以前办完的事，一次导入'} />
      <div className="body">
        <Card title="选类别和表格">
          <LabelledRow label="怎样录" htmlFor="old-as">
            <Segmented
              id="old-as" label="怎样录" value={as} options={[{ value: 'new', label: '现在的记录' }, { value: 'history', label: '补录以前办完的' }]}
              onChange={(next) => {
                const how: As = next === 'new' ? 'new' : 'history'
                setAs(how)
                if (source !== null) void look(source, type, how, map)
              }}
            />
          </LabelledRow>
          <LabelledRow label="类别" htmlFor="old-type">
            <select
              id="old-type" className="input old-type" value={type}
              onChange={(event) => {
                setType(event.target.value)
                setMap({})
                if (source !== null) void look(source, event.target.value, as, {})
              }}
            >
              {kinds.map((kind) => <option key={kind} value={kind}>{declarationOf(kind)?.label ?? kind}</option>)}
            </select>
          </LabelledRow>
          <LabelledRow label="表格" htmlFor="old-paste" hint="Excel、WPS 或 CSV 文件；也可以在表格里选中（连栏目名一起）复制，再点这个框按 Ctrl+V。本软件“存成表格”的名册可以原样导回来。">
            <div className="row">
              <Button look={seen === null ? 'primary' : 'plain'} busy={read.busy} onClick={() => void pick()}>选择文件</Button>
              <textarea
                id="old-paste" className="input old-paste" rows={1} placeholder="或粘贴在这里" value={source !== null && 'text' in source ? source.text.slice(0, 200) : ''} readOnly={false}
                onChange={() => undefined}
                onPaste={(event) => {
                  event.preventDefault()
                  const text = event.clipboardData.getData('text/plain')
                  if (text.trim() !== '') start({ text })
                }}
              />
              {source !== null && 'file' in source && <span className="mut cut">{fileNameOf(source.file)}</span>}
            </div>
          </LabelledRow>
          {as === 'history' && <p className="mut">补录的记录标明“补录”，计入件数、人次等统计，不计入按期、逾期，也不提醒。</p>}
          {(job.progress?.total ?? 0) > fewRows && <JobProgress run={job} doing={as === 'new' ? '正在导入' : '正在补录'} steps={steps} hint="存进台账以前取消，一条也不留。" bound={job.progress?.words === importPhases.save} />}
        </Card>
        {read.error !== null && read.error.code !== 'cancelled' && <ErrorBox failure={read.error} />}
        {seen !== null && <Seen seen={seen} word={declaration?.label ?? ''} verb={as === 'new' ? '导入' : '补录'} busy={read.busy} onChoose={choose} onTake={() => void take()} />}
      </div>
    </>
  )
}
