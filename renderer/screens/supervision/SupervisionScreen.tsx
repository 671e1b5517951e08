import '../../records/records.css'
import '../meetings/meetings.css'
import './supervision.css'
import { useState } from 'react'
import type { RecordPage, StepOnPage } from '../../../shared/contract/records'
import { labelOf } from '../../../shared/codes'
import { textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { declarations } from '../../../shared/records'
import { Children } from '../../records/Children'
import { Doubts } from '../../records/Doubts'
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
import { Status } from '../../ui/Status'
import { TimelineRow } from '../../ui/Timeline'
import { RatingForm } from '../debriefs/RatingForm'
import { MembersCard } from '../meetings/MembersCard'
import { useRule } from '../meetings/QuorumLine'
import { courseOf } from './course'
import { FeedbackRule } from './FeedbackRule'
import { FindingsCard } from './FindingsCard'
import { FindingsDrawer } from './FindingsDrawer'
import { FindingStep } from './FindingStep'
import { RatingsCard } from './RatingsCard'

/** The page of a supervision: where it stands, what was found, how each problem is put right, and the votes of satisfaction. */
export default function SupervisionScreen({ route }: ScreenProps<'record'>) {
  const query = useQuery('record.page', { id: route.id })
  const record = query.data?.record
  const status = record?.status
  return (
    <>
      <PageHead
        title={query.data?.title ?? '监督事项'} crumb="监督" onCrumb={() => go({ screen: 'list', type: 'supervision' })}
        tag={status !== undefined && <Status tone={toneOfStatus('supervision', status)} box>{status}</Status>}
        {...(record === undefined ? {} : { beside: labelOf('supervision_form', textOf(record.fields, 'form')) })}
      />
      <Loaded query={query} rows={8}>{(page) => <Page page={page} {...(route.step === undefined ? {} : { wanted: route.step })} />}</Loaded>
    </>
  )
}

/** Shown elsewhere on the page. */
const elsewhere = ['topic', 'feedback_due', 'report_on', 'forward_on', 'feedback_on', 'closed_on']

type Open = { readonly kind: 'findings' } | { readonly kind: 'finding'; readonly finding: Rec; readonly step: string } | { readonly kind: 'rate'; readonly round: number } | null

const withRound = (step: StepOnPage, round: number): StepOnPage => ({ ...step, inputs: step.inputs.map((input) => (input.key === 'round' && input.value === undefined ? { ...input, value: round } : input)) })

function Page({ page, wanted }: { readonly page: RecordPage; readonly wanted?: string }) {
  const today = useOffice()?.today ?? ''
  const { step, openStep, closeStep } = useOpenStep(page, wanted)
  const [open, setOpen] = useState<Open>(wanted === 'findings' ? { kind: 'findings' } : null)
  const rule = useRule('report.feedback')
  const { record } = page
  const close = (): void => setOpen(null)
  const edit = (): void => go({ screen: 'quick-supervision', id: record.id })
  const rate = page.steps.find((one) => one.open && one.name === 'rate')
  const lastRound = Math.max(0, ...(page.children.find((list) => list.type === 'rating')?.rows ?? []).map((row) => Number(row.fields['round'] ?? 0)))
  const onStep = (one: StepOnPage): void => {
    if (one.name === 'rate') setOpen({ kind: 'rate', round: lastRound + 1 })
    else {
      close()
      openStep(one)
    }
  }
  const busy = step !== null || open !== null
  return (
    <>
      <div className="body">
        <PageTools page={page} declaration={declarations.supervision} drawerOpen={busy} onEdit={edit} />
        <RecordBanners page={page} />
        <Card className="sup-course"><TimelineRow steps={courseOf(record, today)} label="监督经过" /></Card>
        <div className="rec-cols">
          <div className="rec-col">
            {open?.kind === 'rate' && rate !== undefined && <RatingForm key={`rate ${open.round} ${record.version}`} record={record} step={withRound(rate, open.round)} today={today} onClose={close} />}
            {!record.deleted && open?.kind !== 'rate' && <NextStep page={page} missing={missingOf(page)} onStep={onStep} quiet={busy} />}
            <Doubts pages={[page]} />
            <FindingsCard page={page} onAdd={() => setOpen({ kind: 'findings' })} onStep={(finding, name) => setOpen({ kind: 'finding', finding, step: name })} />
            <RatingsCard page={page} onRate={rate === undefined ? undefined : (round) => setOpen({ kind: 'rate', round })} />
            <FieldsCard declaration={declarations.supervision} record={record} titleOf={titleIn(page.titles)} without={elsewhere} />
            <Children page={page} without={['finding', 'rating', 'participation']} />
          </div>
          <div className="rec-col">
            <FeedbackRule record={record} rule={rule} today={today} />
            <DueCard page={page} today={today} onStep={onStep} />
            <MembersCard page={page} title="参加人员" onEdit={edit} />
            <FilesCard page={page} />
          </div>
        </div>
      </div>
      {step !== null && open === null && <StepDrawer key={`${step.name} ${record.version}`} record={record} step={step} onClose={closeStep} />}
      {open?.kind === 'findings' && <FindingsDrawer page={page} onClose={close} />}
      {open?.kind === 'finding' && <FindingStep key={`${open.finding.id} ${open.step}`} finding={open.finding} name={open.step} onClose={close} />}
    </>
  )
}
