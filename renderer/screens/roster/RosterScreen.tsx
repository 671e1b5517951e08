import '../../records/records.css'
import './roster.css'
import { useState } from 'react'
import type { RosterPreview, RosterRow } from '../../../shared/contract/figures'
import type { Failure } from '../../../shared/result'
import { call } from '../../api'
import { back, go } from '../../state/navigation'
import { notify } from '../../state/notices'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorBox } from '../../ui/ErrorBox'
import { PageHead } from '../../ui/PageHead'
import { Status, type Tone } from '../../ui/Status'

const words: Readonly<Record<RosterRow['state'], readonly [string, Tone]>> = { new: ['新增', 'doing'], changed: ['修改', 'soon'], same: ['未变', 'idle'], doubtful: ['待核', 'soon'], wrong: ['有误', 'late'] }

/** Choose a file, see what it would do, import. Nothing is written before 导入. */
export default function RosterScreen() {
  const [file, setFile] = useState<string | null>(null)
  const [map, setMap] = useState<Readonly<Record<string, string>>>({})
  const [preview, setPreview] = useState<RosterPreview | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [state, setState] = useState<RosterRow['state'] | 'all'>('all')

  const look = async (path: string, choices: Readonly<Record<string, string>>) => {
    setBusy(true)
    setFailure(null)
    const answer = await call('roster.preview', { file: path, map: choices })
    setBusy(false)
    if (answer.ok) setPreview(answer.value)
    else {
      setPreview(null)
      setFailure(answer)
    }
  }
  const pick = async () => {
    const picked = await call('shell.pick-file', { title: '选择代表花名册', kinds: 'roster' })
    if (!picked.ok || picked.value.path === null) return
    setFile(picked.value.path)
    setMap({})
    await look(picked.value.path, {})
  }
  const take = async () => {
    if (file === null || busy) return
    setBusy(true)
    const answer = await call('roster.import', { file, map })
    setBusy(false)
    if (!answer.ok) {
      setFailure(answer)
      return
    }
    notify({ tone: 'done', text: `花名册已导入：新增 ${String(answer.value.new)} 人，修改 ${String(answer.value.changed)} 人，未变 ${String(answer.value.same)} 人` })
    go({ screen: 'deputies' })
  }
  const choose = (heading: string, field: string) => {
    const next = { ...map, [heading]: field === '' ? '忽略' : field }
    setMap(next)
    if (file !== null) void look(file, next)
  }
  const lines = preview?.lines.filter((line) => state === 'all' || line.state === state) ?? []
  return (
    <>
      <PageHead title="导入花名册" crumb="代表" onCrumb={back} beside={preview ? `表“${preview.sheet}”，${String(preview.rows)} 行` : ''} />
      <div className="body">
        {failure && <ErrorBox failure={failure}><Button onClick={() => { void pick() }}>换一个文件</Button></ErrorBox>}
        {!preview && !failure && <EmptyState title="选择现有的花名册" hint="支持 .xlsx、.xls 和 .csv。标题行、合计行会自动跳过；同一份表导入两次不会重复。"><Button look="primary" busy={busy} onClick={() => { void pick() }}>选择文件</Button></EmptyState>}
        {preview && (
          <>
            <Card title="列对应" beside="不对的可以改">
              <div className="columns">
                {preview.columns.filter((column) => column.heading !== '').map((column) => (
                  <label key={column.index}>
                    <span>{column.heading}<span className="mut sm"> {column.sample}</span></span>
                    <select value={column.field ?? ''} onChange={(event) => { choose(column.heading, event.target.value) }}>
                      <option value="">不导入</option>
                      {preview.fields.map((field) => <option key={field.key} value={field.key}>{field.label}</option>)}
                    </select>
                  </label>
                ))}
              </div>
            </Card>
            <Card title="逐行预览" bare tools={(['all', 'new', 'changed', 'doubtful', 'wrong', 'same'] as const).map((one) => (
              <Button key={one} look={state === one ? 'plain' : 'text'} onClick={() => { setState(one) }}>{`${one === 'all' ? '全部' : words[one][0]} ${String(one === 'all' ? preview.lines.length : preview.lines.filter((line) => line.state === one).length)}`}</Button>
            ))}>
              <table className="rows">
                <thead><tr><th className="num">行</th><th>姓名</th><th>情况</th><th>改动和提醒</th></tr></thead>
                <tbody>
                  {lines.slice(0, 300).map((line) => (
                    <tr key={line.row}>
                      <td className="num">{line.row}</td><td>{line.name}</td><td><Status tone={words[line.state][1]}>{words[line.state][0]}</Status></td>
                      <td className="wrap">{[...line.changes.slice(0, 4).map((change) => `${change.label}：${change.before} → ${change.after}`), ...line.notes.map((note) => note.say)].join('　')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Card>
          </>
        )}
      </div>
      {preview && (
        <div className="bar">
          <span className="mut">{`新增 ${String(preview.new)}　修改 ${String(preview.changed)}　未变 ${String(preview.same)}　有误 ${String(preview.errors.length)}`}</span>
          <span className="grow" />
          <Button onClick={() => { void pick() }}>换一个文件</Button>
          <Button look="primary" busy={busy} disabled={preview.new + preview.changed === 0} onClick={() => { void take() }}>{`导入 ${String(preview.new + preview.changed)} 人`}</Button>
        </div>
      )}
    </>
  )
}
