import '../../records/records.css'
import './meetings.css'
import type { RecordPage } from '../../../shared/contract/records'
import { textOf } from '../../../shared/facts'
import { declarations } from '../../../shared/records'
import { Children } from '../../records/Children'
import { CourseCard } from '../../records/CourseCard'
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
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { Status } from '../../ui/Status'
import { DecisionsCard } from './DecisionsCard'
import { MembersCard } from './MembersCard'
import { NumbersCard } from './NumbersCard'
import { useRule } from './QuorumLine'

/** The page of a presidium meeting: who came, what was decided, and what has become of it. */
export default function PresidiumScreen({ route }: ScreenProps<'record'>) {
  const query = useQuery('record.page', { id: route.id })
  const status = query.data?.record.status
  return (
    <>
      <PageHead
        title={query.data?.title ?? '主席团会议'} crumb="主席团会议" onCrumb={() => go({ screen: 'list', type: 'presidium_meeting' })}
        tag={status !== undefined && <Status tone={toneOfStatus('presidium_meeting', status)} box>{status}</Status>}
      />
      <Loaded query={query} rows={8}>{(page) => <Page page={page} {...(route.step === undefined ? {} : { wanted: route.step })} />}</Loaded>
    </>
  )
}

/** Shown elsewhere on the page. */
const elsewhere = ['present', 'on_leave', 'absent', 'quorum_ok', 'members_total', 'no', 'term']

function Page({ page, wanted }: { readonly page: RecordPage; readonly wanted?: string }) {
  const today = useOffice()?.today ?? ''
  const { step, openStep, closeStep } = useOpenStep(page, wanted)
  const rule = useRule('presidium.quorum')
  const { record } = page
  const edit = (): void => go({ screen: 'quick-meeting', id: record.id })
  const members = (page.children.find((list) => list.type === 'participation')?.rows ?? []).some((row) => textOf(row.fields, 'role') !== '4')
  return (
    <>
      <div className="body">
        <PageTools page={page} declaration={declarations.presidium_meeting} drawerOpen={step !== null} onEdit={edit} />
        <RecordBanners page={page} />
        <div className="rec-cols">
          <div className="rec-col">
            {!record.deleted && <NextStep page={page} missing={missingOf(page)} onStep={openStep} quiet={step !== null} />}
            <Doubts pages={[page]} />
            <DecisionsCard page={page} />
            <FieldsCard declaration={declarations.presidium_meeting} record={record} titleOf={titleIn(page.titles)} without={elsewhere} />
            <Children page={page} without={['decision', 'participation']} />
          </div>
          <div className="rec-col">
            <NumbersCard record={record} who="主席团成员" total={typeof record.fields['members_total'] === 'number' ? record.fields['members_total'] : null} rule={rule} ticked={members} />
            <MembersCard page={page} title="出席" onEdit={edit} />
            <DueCard page={page} today={today} onStep={openStep} />
            <CourseCard record={record} />
            <FilesCard page={page} />
          </div>
        </div>
      </div>
      {step !== null && <StepDrawer key={`${step.name} ${record.version}`} record={record} step={step} onClose={closeStep} />}
    </>
  )
}
