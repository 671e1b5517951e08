import { useState } from 'react'
import type { Failure } from '../../../shared/result'
import { notify } from '../../state/notices'
import { useJob } from '../../state/use-job'
import { useOutFolder } from '../../print/out-folder'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorBox } from '../../ui/ErrorBox'
import { JobProgress } from '../../ui/JobProgress'
import { FolderButton } from './FolderButton'
import { kindsAtFirst, reportKinds, type ReportKind } from './kinds'
import { MadeList } from './MadeList'
import { makeReport, type MadeReport } from './make-report'

/** One button that makes the chosen documents of the year. */
export function MakeCard({ year }: { readonly year: number }) {
  const place = useOutFolder()
  const [kinds, setKinds] = useState(kindsAtFirst)
  const [pdf, setPdf] = useState(false)
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<MadeReport | null>(null)
  const job = useJob()
  const [failure, setFailure] = useState<Failure | null>(null)
  const make = async (): Promise<void> => {
    setBusy(true)
    setFailure(null)
    const chosen = reportKinds.map(({ kind }) => kind).filter((kind) => kinds.includes(kind))
    const answer = await job.follow((name, told) => makeReport(year, place.folder, chosen, pdf, name, told))
    setBusy(false)
    if (answer.ok) setMade(answer.value)
    else if (answer.code === 'cancelled') notify({ tone: 'doing', text: '已经取消，做好的几份留在文件夹里' })
    else setFailure(answer)
  }
  const toggle = (kind: ReportKind): void => setKinds((before) => (before.includes(kind) ? before.filter((one) => one !== kind) : [...before, kind]))
  if (made !== null) return <MadeList made={made} onAgain={() => setMade(null)} />
  return (
    <Card className="report-make" title="生成">
      <div className="report-kinds" role="group" aria-label="生成哪些">
        {reportKinds.map(({ kind, word, hint }) => (
          <label key={kind} title={hint}><input type="checkbox" className="tick" checked={kinds.includes(kind)} onChange={() => toggle(kind)} />{word}</label>
        ))}
        <label><input type="checkbox" className="tick" checked={pdf} onChange={(event) => setPdf(event.target.checked)} />每份另存一份 PDF</label>
      </div>
      <p className="row">
        <span className="grow cut mut" title={place.folder}>{place.folder === '' ? '' : `存到 ${place.folder}`}</span>
        <Button look="text" onClick={() => void place.choose()}>换文件夹</Button>
      </p>
      <Button look="primary" large busy={busy} disabled={place.folder === '' || kinds.length === 0} onClick={() => void make()}>生成年度报告</Button>
      <JobProgress run={job} doing="正在做" />
      <FolderButton year={year} folder={place.folder} />
      {failure !== null && <ErrorBox failure={failure} />}
    </Card>
  )
}
