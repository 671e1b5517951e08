import '../../records/records.css'
import './projects.css'
import type { RecordPage } from '../../../shared/contract/records'
import { intOf, textOf } from '../../../shared/facts'
import { declarations } from '../../../shared/records'
import { Children } from '../../records/Children'
import { CourseCard } from '../../records/CourseCard'
import { FieldsCard } from '../../records/FieldsCard'
import { titleIn } from '../../records/format-value'
import { missingOf, NextStep } from '../../records/NextStep'
import { PageTools, RecordBanners } from '../../records/PageTools'
import { DueCard, FilesCard } from '../../records/SideCards'
import { StepDrawer } from '../../records/StepDrawer'
import { toneOfStatus } from '../../records/status-words'
import { useOpenStep } from '../../records/use-open-step'
import { go } from '../../state/navigation'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Card } from '../../ui/Card'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { sayDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { RatingForm } from '../debriefs/RatingForm'
import { RatingResult } from '../debriefs/RatingResult'
import { progressOf, progressRows } from './project-rows'
import { ProgressBar } from './ProgressBar'
import { sayWan } from './say-wan'

/** The page of a project: what comes next, how far it is, how it was rated. */
export default function ProjectPage({ route }: ScreenProps<'record'>) {
  const query = useQuery('record.page', { id: route.id })
  const record = query.data?.record
  const year = intOf(record?.fields ?? {}, 'year')
  return (
    <>
      <PageHead
        title={query.data?.title ?? '民生实事项目'} crumb="民生实事项目" onCrumb={() => go({ screen: 'list', type: 'livelihood_project' })}
        tag={record?.status !== undefined && <Status tone={toneOfStatus('livelihood_project', record.status)} box>{record.status}</Status>} beside={year === null ? undefined : `${year}年`}
      />
      <Loaded query={query} rows={8}>{(page) => <Page page={page} {...(route.step === undefined ? {} : { wanted: route.step })} />}</Loaded>
    </>
  )
}

function Page({ page, wanted }: { readonly page: RecordPage; readonly wanted?: string }) {
  const today = useOffice()?.today ?? ''
  const { step, openStep, closeStep } = useOpenStep(page, wanted)
  const { record } = page
  const ratings = page.children.filter((list) => list.type === 'rating').flatMap((list) => list.rows).sort((a, b) => textOf(b.fields, 'rated_on').localeCompare(textOf(a.fields, 'rated_on')))
  const counting = step?.name === 'rate'
  const fields = <FieldsCard declaration={declarations.livelihood_project} record={record} titleOf={titleIn(page.titles)} title="项目情况" without={['year', 'name', 'progress']} />
  // Before anything was built, the wide column would be empty.
  const begun = progressOf(record).percent !== null || progressRows(record).length > 0 || ratings.length > 0
  return (
    <>
      <div className="body">
        <PageTools page={page} declaration={declarations.livelihood_project} drawerOpen={step !== null} />
        <RecordBanners page={page} />
        <div className="rec-cols">
          <div className="rec-col">
            {counting && <RatingForm key={record.version} record={record} step={step} today={today} onClose={closeStep} />}
            {!record.deleted && !counting && <NextStep page={page} missing={missingOf(page)} onStep={openStep} quiet={step !== null} />}
            {begun ? <ProgressCard page={page} /> : fields}
            {ratings.length > 0 && <Card title="群众测评">{ratings.map((rating) => <RatingResult key={rating.id} rating={rating} />)}</Card>}
            <Children page={page} without={['rating']} />
          </div>
          <div className="rec-col project-side">
            <DueCard page={page} today={today} onStep={openStep} />
            {begun && fields}
            <CourseCard record={record} />
            <FilesCard page={page} />
          </div>
        </div>
      </div>
      {step !== null && !counting && <StepDrawer key={`${step.name} ${record.version}`} record={record} step={step} onClose={closeStep} />}
    </>
  )
}

/** Reports of progress through the year, and what was spent of the investment. */
function ProgressCard({ page }: { readonly page: RecordPage }) {
  const { record } = page
  const rows = [...progressRows(record)].reverse()
  const now = progressOf(record)
  const spent = intOf(record.fields, 'spent_fen')
  if (now.percent === null && rows.length === 0) return null
  return (
    <Card title="进度" beside={<ProgressBar progress={now} />} tools={spent === null ? undefined : <span className="mut">{`实际支出 ${sayWan(spent)}，投资额 ${sayWan(intOf(record.fields, 'invest_fen'))}`}</span>}>
      {rows.length === 0 && <p className="mut">中间没有报过进度。</p>}
      <ol className="project-progress">
        {rows.map((row, index) => <li key={index}><span className="num mut">{sayDate(row.date)}</span><b className="num">{row.percent === null ? '' : `${row.percent}%`}</b><span>{row.text}</span></li>)}
      </ol>
    </Card>
  )
}
