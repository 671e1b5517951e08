import '../../records/records.css'
import '../matters/matters.css'
import './debriefs.css'
import type { RecordPage } from '../../../shared/contract/records'
import { intOf, textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { declarations } from '../../../shared/records'
import { mostlyDissatisfied } from '../../../shared/records/rating-count'
import { Children } from '../../records/Children'
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
import { sayShortDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { TimelineRow } from '../../ui/Timeline'
import { VisitorsCard } from '../matters/VisitorsCard'
import { debriefCourse, isAhead } from './course'
import { RatingForm } from './RatingForm'
import { RatingResult } from './RatingResult'

/** The page of a deputy's report to the voters: what is to be done, the count of the rating, what was asked and answered. */
export default function DebriefScreen({ route }: ScreenProps<'record'>) {
  const query = useQuery('record.page', { id: route.id })
  const record = query.data?.record
  return (
    <>
      <PageHead
        title={query.data?.title ?? '代表述职'} crumb="代表述职" onCrumb={() => go({ screen: 'list', type: 'debrief' })}
        tag={record?.status !== undefined && <Status tone={toneOfStatus('debrief', record.status)} box>{record.status}</Status>}
      />
      <Loaded query={query} rows={8}>{(page) => <Page page={page} {...(route.step === undefined ? {} : { wanted: route.step })} />}</Loaded>
    </>
  )
}

const told = [['told_duty', '履职情况'], ['told_contact', '联系选民情况'], ['told_suggestions', '建议情况'], ['told_study', '学习情况']] as const
const toldKeys = told.map(([key]) => key)

const newestFirst = (a: Rec, b: Rec): number => (intOf(b.fields, 'round') ?? 1) - (intOf(a.fields, 'round') ?? 1)

function Page({ page, wanted }: { readonly page: RecordPage; readonly wanted?: string }) {
  const today = useOffice()?.today ?? ''
  const { step, openStep, closeStep } = useOpenStep(page, wanted)
  const { record } = page
  const ratings = [...page.children.filter((list) => list.type === 'rating').flatMap((list) => list.rows)].sort(newestFirst)
  const latest = ratings[0]
  const expected = latest !== undefined && mostlyDissatisfied(latest.fields)
  const course = debriefCourse(record, latest === undefined ? '' : textOf(latest.fields, 'rated_on'), expected)
  const counting = step?.name === 'rate'
  return (
    <>
      <div className="body">
        <PageTools page={page} declaration={declarations.debrief} drawerOpen={step !== null} />
        <RecordBanners page={page} />
        <div className="rec-cols">
          <div className="rec-col">
            {counting && <RatingForm key={record.version} record={record} step={step} today={today} onClose={closeStep} />}
            {!record.deleted && !counting && <NextStep page={page} missing={missingOf(page)} onStep={openStep} quiet={step !== null} {...(isAhead(record) && textOf(record.fields, 'date') !== '' && textOf(record.fields, 'date') <= today ? { first: 'report' } : {})} />}
            <Card title="述职经过">
              <TimelineRow label="述职经过" steps={course.map((one) => ({ ...one, date: one.day === '' ? '—' : sayShortDate(one.day, today) }))} />
            </Card>
            {ratings.length > 0 && <Card title="测评结果">{ratings.map((rating) => <RatingResult key={rating.id} rating={rating} />)}</Card>}
            <Children page={page} without={['rating', 'visitor']} />
          </div>
          <div className="rec-col debrief-side">
            <DueCard page={page} today={today} onStep={openStep} />
            <Card title="报告的四项内容">
              <ul className="debrief-told">{told.map(([key, word]) => <li key={key}>{record.fields[key] === true ? <Status tone="done" quiet>{word}</Status> : <Status tone="idle" quiet>{`${word}（没有记）`}</Status>}</li>)}</ul>
            </Card>
            <FieldsCard declaration={declarations.debrief} record={record} titleOf={titleIn(page.titles)} title="登记内容" without={toldKeys} />
            <VisitorsCard page={page} title="提问选民" role="6" none="没有登记提问的选民。" />
            <FilesCard page={page} />
          </div>
        </div>
      </div>
      {step !== null && !counting && <StepDrawer key={`${step.name} ${record.version}`} record={record} step={step} onClose={closeStep} />}
    </>
  )
}
