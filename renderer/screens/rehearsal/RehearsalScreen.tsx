import './routes'
import './rehearsal.css'
import { useState } from 'react'
import type { Rehearsal } from '../../../shared/contract/rehearsal'
import { printSheet } from '../../print/print-sheet'
import { go } from '../../state/navigation'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { Status } from '../../ui/Status'
import { yearsOffered } from '../report/report-year'
import { sayPeriod } from '../stats/periods'
import { FilesCard, TextCard } from './HandInCards'
import { MissingCard } from './MissingCard'
import { MovedCard } from './MovedCard'
import { RehearsalSheet } from './RehearsalSheet'

/** 现在就交年报会怎样: built aside from the records of today; nothing is changed, nothing is sent. */
export default function RehearsalScreen({ route }: ScreenProps<'rehearsal'>) {
  const office = useOffice()
  const today = office?.today ?? ''
  const [year, setYear] = useState(route.year ?? Number(today.slice(0, 4)))
  const query = useQuery('report.rehearse', { year }, { wait: 200 })
  const told = query.data
  return (
    <>
      <PageHead
        title="现在就交年报会怎样" crumb="统计报表" onCrumb={() => go({ screen: 'statistics' })}
        beside={<span className="sm mut">只是预演，不改记录，也不上报</span>}
      />
      <div className="body rehearsal">
        <div className="rehearsal-tools">
          <select className="input" aria-label="哪一年" value={year} onChange={(event) => setYear(Number(event.target.value))}>
            {yearsOffered(today).map((one) => <option key={one} value={one}>{`${String(one)}年`}</option>)}
          </select>
          {told !== null && <span className="mut">{sayPeriod(told)}</span>}
          <span className="grow" />
          <Button disabled={told === null} onClick={() => { if (told !== null) void printSheet(<RehearsalSheet told={told} office={office?.name ?? ''} today={today} />) }}>打印清单</Button>
          <Button onClick={() => go({ screen: 'annual-report', year })}>去写年度报告</Button>
        </div>
        <Loaded query={query} rows={12}>
          {(data) => (
            <>
              <Verdict told={data} />
              <div className="rehearsal-cards">
                <MissingCard key={data.year} told={data} />
                <div className="rehearsal-side">
                  <TextCard told={data} />
                  <MovedCard told={data} />
                  <FilesCard told={data} />
                </div>
              </div>
            </>
          )}
        </Loaded>
      </div>
    </>
  )
}

function packWords(pack: Rehearsal['pack']): string {
  if (pack === null) return '还没有和县里配对'
  if (pack.problem !== null) return '上报包做不成'
  return pack.files_gone > 0 ? `上报包缺 ${String(pack.files_gone)} 个附件` : `上报包能做成，带 ${String(pack.records)} 条记录`
}

/** The state of each part in one line. */
function Verdict({ told }: { readonly told: Rehearsal }) {
  const { broken, held, text, missing, late, form, pack } = told
  return (
    <section className="card rehearsal-verdict" aria-label="结论">
      <Status tone={text.length === 0 ? 'done' : 'soon'}>{text.length === 0 ? '报告不缺内容' : `报告还有 ${String(text.length)} 处【待补】`}</Status>
      <Status tone={broken.length === 0 ? 'done' : 'late'}>{broken.length === 0 ? `${String(held)} 项核对都一致` : `${String(broken.length)} 项对不上`}</Status>
      <Status tone={missing.length === 0 ? 'done' : 'soon'}>{missing.length === 0 ? '记录都填全了' : `${String(missing.length)} 条记录没填全`}</Status>
      {late === 0 ? <Status tone="done">没有逾期的事</Status> : <button type="button" className="link" onClick={() => go({ screen: 'todos' })}><Status tone="late">{`${String(late)} 件事逾期`}</Status></button>}
      <Status tone={form === null ? 'idle' : form.unknown.length === 0 ? 'done' : 'soon'}>{form === null ? '没有装县里的表' : form.unknown.length === 0 ? `县里的表 ${String(form.filled)} 格都有数` : `县里的表 ${String(form.unknown.length)} 格没有数`}</Status>
      <Status tone={pack === null ? 'idle' : pack.problem !== null ? 'late' : pack.files_gone > 0 ? 'soon' : 'done'}>{packWords(pack)}</Status>
    </section>
  )
}
