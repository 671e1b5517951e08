import '../../records/records.css'
import './matters.css'
import type { RecordPage, StepOnPage } from '../../../shared/contract/records'
import { idsOf, textOf } from '../../../shared/facts'
import { declarations } from '../../../shared/records'
import { call } from '../../api'
import { Children } from '../../records/Children'
import { FieldsCard } from '../../records/FieldsCard'
import { titleIn } from '../../records/format-value'
import { missingOf, NextStep } from '../../records/NextStep'
import { PageTools, RecordBanners } from '../../records/PageTools'
import { FilesCard } from '../../records/SideCards'
import { StepDrawer } from '../../records/StepDrawer'
import { toneOfStatus } from '../../records/status-words'
import { useOpenStep } from '../../records/use-open-step'
import { go } from '../../state/navigation'
import { notifyFailure, notifySaved } from '../../state/notices'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Card } from '../../ui/Card'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { sayShortDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { TimelineRow } from '../../ui/Timeline'
import { courseOf, type CourseStep } from './course'
import { DueRow } from './DueRow'
import { VisitorsCard } from './VisitorsCard'

/** The page of a voter's matter: what is owed to the voter, how it went, what became of it. */
export default function MatterScreen({ route }: ScreenProps<'record'>) {
  const query = useQuery('record.page', { id: route.id })
  const record = query.data?.record
  return (
    <>
      <PageHead
        title={textOf(record?.fields ?? {}, 'no') || '群众反映事项'} crumb="群众反映事项" onCrumb={() => go({ screen: 'list', type: 'voter_matter' })}
        tag={record?.status !== undefined && <Status tone={toneOfStatus('voter_matter', record.status)} box>{record.status}</Status>}
      />
      <Loaded query={query} rows={8}>{(page) => <Page page={page} {...(route.step === undefined ? {} : { wanted: route.step })} />}</Loaded>
    </>
  )
}

/** One press: the draft of the suggestion is made, and both point at each other. */
async function convert(page: RecordPage): Promise<void> {
  const { id, version } = page.record
  const answer = await call('step.run', { step: 'convert', id, fields: {}, base: version })
  if (answer.ok) notifySaved('已转成一件代表建议（草稿），在本页可以打开', { id, version: answer.value.record.version })
  else notifyFailure(answer)
}

/** Shown elsewhere on the page. */
const elsewhere = ['no', 'content', 'reply_text', 'deputies', 'site', 'received_on', 'due_on', 'suggestion', 'routed_on', 'sent_on', 'reply_on', 'informed_on', 'closed_on', 'anonymous', 'visitor_rate'] as const

const suggestionsOf = (page: RecordPage) => page.children.filter((list) => list.type === 'suggestion').flatMap((list) => list.rows)

/** What has become a suggestion does not become a second one. */
const withoutConvert = (page: RecordPage): RecordPage =>
  (suggestionsOf(page).length === 0 ? page : { ...page, steps: page.steps.filter((step) => step.name !== 'convert') })

/** The day of a step; until it is answered, the day until which that is owed. */
function dateWords({ key, day }: CourseStep, due: string, today: string): string {
  if (day !== '') return sayShortDate(day, today)
  return key === 'replied' && due !== '' ? `${sayShortDate(due, today)}前` : '—'
}

function Page({ page, wanted }: { readonly page: RecordPage; readonly wanted?: string }) {
  const today = useOffice()?.today ?? ''
  const { step, openStep, closeStep } = useOpenStep(page, wanted)
  const { record } = page
  const titleOf = titleIn(page.titles)
  const onStep = (one: StepOnPage): void => (one.name === 'convert' ? void convert(page) : openStep(one))
  const unit = textOf(record.fields, 'to_unit')
  const course = courseOf(record, today, unit === '' ? '' : titleOf(unit) ?? '')
  const reply = textOf(record.fields, 'reply_text')
  const due = textOf(record.fields, 'due_on')
  return (
    <>
      <div className="body">
        <PageTools page={page} declaration={declarations.voter_matter} drawerOpen={step !== null} />
        <RecordBanners page={page} />
        <div className="rec-cols">
          <div className="rec-col">
            {!record.deleted && <NextStep page={withoutConvert(page)} missing={missingOf(page)} onStep={onStep} quiet={step !== null} />}
            <Card title="办理经过">
              <TimelineRow label="办理经过" steps={course.map((one) => ({ ...one, date: dateWords(one, due, today), ...(one.note === '' ? {} : { note: one.note }) }))} />
            </Card>
            <Card title="反映内容" beside={<Where page={page} />}>
              <p className="matter-words">{textOf(record.fields, 'content')}</p>
              {reply !== '' && <><h3 className="matter-h3">答复反映人</h3><p className="matter-words">{reply}</p></>}
            </Card>
            <FieldsCard declaration={declarations.voter_matter} record={record} titleOf={titleOf} title="其他登记" without={elsewhere} />
            <Children page={page} without={['visitor', 'suggestion']} />
          </div>
          <div className="rec-col">
            <DueRow page={page} />
            <Became page={page} />
            <VisitorsCard page={page} />
            <FilesCard page={page} />
          </div>
        </div>
      </div>
      {step !== null && <StepDrawer key={`${step.name} ${record.version}`} record={record} step={step} onClose={closeStep} />}
    </>
  )
}

/** At which station, and who received it: each a way to its page. */
function Where({ page }: { readonly page: RecordPage }) {
  const { fields } = page.record
  const link = (id: string, type: string) => <button key={id} type="button" className="link" onClick={() => go({ screen: 'record', id, type })}>{page.titles[id]?.title ?? '…'}</button>
  const site = textOf(fields, 'site')
  return <span className="row matter-where">{site !== '' && link(site, 'site')}{idsOf(fields, 'deputies').map((id) => link(id, 'mandate'))}</span>
}

/** What it was turned into. */
function Became({ page }: { readonly page: RecordPage }) {
  const rows = suggestionsOf(page)
  if (rows.length === 0) return null
  return (
    <Card title="转成的建议">
      {rows.map((rec) => (
        <div key={rec.id} className="row">
          <button type="button" className="link cut grow" onClick={() => go({ screen: 'record', id: rec.id, type: 'suggestion' })}>{page.titles[rec.id]?.title ?? textOf(rec.fields, 'title')}</button>
          {rec.status !== undefined && <Status tone={toneOfStatus('suggestion', rec.status)} quiet>{rec.status}</Status>}
        </div>
      ))}
    </Card>
  )
}
