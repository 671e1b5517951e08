import './routes'
import './report.css'
import { useState } from 'react'
import type { Failure } from '../../../shared/result'
import { useOutFolder } from '../../print/out-folder'
import { go } from '../../state/navigation'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorBox } from '../../ui/ErrorBox'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { kindsAtFirst, reportKinds, type ReportKind } from './kinds'
import { MadeList } from './MadeList'
import { makeReport, type MadeReport } from './make-report'
import { MissingList } from './MissingList'
import { Preview } from './Preview'
import { yearAtFirst, yearsOffered } from './report-year'

/** The year's report as it will be printed, what is still missing, and one button that makes it. */
export default function ReportScreen({ route }: ScreenProps<'annual-report'>) {
  const office = useOffice()
  const today = office?.today ?? ''
  const [year, setYear] = useState(route.year ?? yearAtFirst(today))
  const preview = useQuery('report.preview', { year }, { wait: 50 })
  const place = useOutFolder()
  const [kinds, setKinds] = useState(kindsAtFirst)
  const [pdf, setPdf] = useState(false)
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<MadeReport | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const make = async (): Promise<void> => {
    setBusy(true)
    setFailure(null)
    const answer = await makeReport(year, place.folder, reportKinds.map(({ kind }) => kind).filter((kind) => kinds.includes(kind)), pdf)
    setBusy(false)
    if (answer.ok) setMade(answer.value)
    else setFailure(answer)
  }
  const toggle = (kind: ReportKind): void => setKinds((before) => (before.includes(kind) ? before.filter((one) => one !== kind) : [...before, kind]))
  return (
    <>
      <PageHead title="年度报告" crumb="统计报表" onCrumb={() => go({ screen: 'statistics' })} />
      <div className="body report">
        <Card
          bare
          className="report-text"
          title="正文预览"
          tools={
            <select className="input report-year" aria-label="哪一年的报告" value={year} onChange={(event) => { setYear(Number(event.target.value)); setMade(null) }}>
              {yearsOffered(today).map((one) => <option key={one} value={one}>{`${String(one)}年`}</option>)}
            </select>
          }
        >
          <div className="report-scroll"><Loaded query={preview} rows={12}>{(data) => <Preview paragraphs={data.paragraphs} />}</Loaded></div>
        </Card>
        <div className="report-side">
          <MissingList missing={preview.data?.missing ?? []} ready={preview.data !== null} />
          {made === null
            ? (
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
                {failure !== null && <ErrorBox failure={failure} />}
              </Card>
            )
            : <MadeList made={made} onAgain={() => setMade(null)} />}
        </div>
      </div>
    </>
  )
}
