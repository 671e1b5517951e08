import './routes'
import './report.css'
import { useState } from 'react'
import type { ReportDraft } from '../../../shared/contract/report'
import { call } from '../../api'
import { go } from '../../state/navigation'
import { notifyFailure } from '../../state/notices'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Card } from '../../ui/Card'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { FrozenDrawer } from './FrozenDrawer'
import { MakeCard } from './MakeCard'
import { MissingList } from './MissingList'
import { Aside, Paper } from './Paper'
import { yearAtFirst, yearsOffered } from './report-year'
import { SignOff } from './SignOff'

/** The paragraph that lacks something, where it can be written in. */
const pieceLacking = (draft: ReportDraft | null, words: string): string | null =>
  draft === null || draft.frozen !== null ? null : draft.pieces.find(({ key, missing }) => key !== '' && missing.includes(words))?.key ?? null

/** The year's report to be written in, what is still missing, signing it off, and one button that makes the files. */
export default function ReportScreen({ route }: ScreenProps<'annual-report'>) {
  const office = useOffice()
  const today = office?.today ?? ''
  const [year, setYear] = useState(route.year ?? yearAtFirst(today))
  const [open, setOpen] = useState<string | null>(null)
  const [list, setList] = useState<{ readonly compare: string | null } | null>(null)
  const query = useQuery('report.draft', { year }, { wait: 50 })
  const draft = query.data
  const close = (key: string | null): void => {
    setOpen(key)
    if (key === null) query.reload()
  }
  const edit = async (key: string, change: { readonly hidden?: boolean; readonly auto?: boolean }): Promise<void> => {
    const done = await call('report.edit', { year, key, ...change })
    if (done.ok) query.reload()
    else notifyFailure(done)
  }
  return (
    <>
      <PageHead title="年度报告" crumb="统计报表" onCrumb={() => go({ screen: 'statistics' })} />
      <div className="body report">
        <Card
          bare
          className="report-text"
          title={draft?.frozen ? '定稿' : '正文'}
          beside={<span className="sm mut">{draft?.frozen ? '按签发时的样子，不再变' : '点数字看来历，点“改”写自己的话'}</span>}
          tools={
            <select className="input report-year" aria-label="哪一年的报告" value={year} onChange={(event) => { setYear(Number(event.target.value)); setOpen(null) }}>
              {yearsOffered(today).map((one) => <option key={one} value={one}>{`${String(one)}年`}</option>)}
            </select>
          }
        >
          <div className="report-scroll">
            <Loaded query={query} rows={12}>
              {(data) => (
                <>
                  <Paper draft={data} year={year} open={open} onOpen={close} />
                  <Aside draft={data} onShow={(key) => void edit(key, { hidden: false })} onDrop={(key) => void edit(key, { auto: true })} />
                </>
              )}
            </Loaded>
          </div>
        </Card>
        <div className="report-side">
          <MissingList
            missing={draft?.missing ?? []}
            ready={draft !== null}
            onWrite={(words) => {
              const key = pieceLacking(draft, words)
              return key === null ? null : () => setOpen(key)
            }}
          />
          <MakeCard key={year} year={year} />
          {draft !== null && <SignOff draft={draft} year={year} onList={(compare) => setList({ compare })} onSigned={() => query.reload()} />}
        </div>
        {list !== null && <FrozenDrawer compare={list.compare} onClose={() => setList(null)} onVoided={() => query.reload()} />}
      </div>
    </>
  )
}
