import '../../records/records.css'
import './meetings.css'
import { useState } from 'react'
import type { RecordPage, StepOnPage } from '../../../shared/contract/records'
import { textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { declarations } from '../../../shared/records'
import { townOfRoll } from '../../attendance/saved-roll'
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
import { Segmented } from '../../ui/Segmented'
import { Status } from '../../ui/Status'
import { agendaOf } from './agenda'
import { AgendaCard } from './AgendaCard'
import { NumbersCard } from './NumbersCard'
import { useRule } from './QuorumLine'
import { SessionRoll } from './SessionRoll'
import { useExpected } from './use-expected'
import { VoteDrawer } from './VoteDrawer'

/** The page of a session: its agenda with the votes, its roll, and what comes next. */
export default function SessionScreen({ route }: ScreenProps<'record'>) {
  const query = useQuery('record.page', { id: route.id })
  const status = query.data?.record.status
  return (
    <>
      <PageHead
        title={query.data?.title ?? '人代会'} crumb="人代会" onCrumb={() => go({ screen: 'list', type: 'session' })}
        tag={status !== undefined && <Status tone={toneOfStatus('session', status)} box>{status}</Status>}
      />
      <Loaded query={query} rows={8}>{(page) => <Page page={page} {...(route.step === undefined ? {} : { wanted: route.step })} />}</Loaded>
    </>
  )
}

type Part = 'agenda' | 'roll' | 'record'

/** A step whose first number is known already: all deputies on the day of the session. */
const withTotal = (step: StepOnPage, total: number | null): StepOnPage => ({
  ...step, inputs: step.inputs.map((input) => (input.key === 'total_deputies' && input.value === undefined && total !== null ? { ...input, value: total } : input)),
})

const ownParts = ['agenda_item', 'attendance', 'vote']

function Page({ page, wanted }: { readonly page: RecordPage; readonly wanted?: string }) {
  const office = useOffice()
  const today = office?.today ?? ''
  const { step, openStep, closeStep } = useOpenStep(page, wanted)
  const [part, setPart] = useState<Part>(wanted === 'roll' ? 'roll' : 'agenda')
  const [voting, setVoting] = useState<{ readonly item: Rec | null; readonly vote: Rec | null } | null>(null)
  const { record } = page
  const expected = useExpected('session', textOf(record.fields, 'start_on'), today, townOfRoll(office?.role ?? 'town', page))
  const rule = useRule('congress.quorum')
  const rows = page.children.find((list) => list.type === 'attendance')?.total ?? 0
  const total = typeof record.fields['total_deputies'] === 'number' ? record.fields['total_deputies'] : expected.expected?.total ?? null
  const present = rows === 0 || typeof record.fields['present'] !== 'number' ? null : record.fields['present']
  const parts = [
    { value: 'agenda', label: `议程和表决 ${agendaOf(page).length} 项` },
    { value: 'roll', label: present === null ? '点名' : `点名 实到 ${present} 人` },
    { value: 'record', label: '登记内容' },
  ] as const
  const head = (
    <>
      <PageTools page={page} declaration={declarations.session} drawerOpen={step !== null || voting !== null}>
        <Segmented label="这次会议" options={parts} value={part} onChange={setPart} />
      </PageTools>
      <RecordBanners page={page} />
    </>
  )
  if (part === 'roll') return <SessionRoll page={page} expected={expected} head={head} />
  return (
    <>
      <div className="body">
        {head}
        <div className="rec-cols">
          <div className="rec-col">
            {!record.deleted && <NextStep page={page} missing={missingOf(page)} onStep={openStep} quiet={step !== null || voting !== null} />}
            <Doubts pages={[page]} />
            {part === 'agenda' && <AgendaCard page={page} onVote={(item, vote) => setVoting({ item, vote })} />}
            {part === 'record' && (
              <>
                <FieldsCard declaration={declarations.session} record={record} titleOf={titleIn(page.titles)} without={['present', 'on_leave', 'absent', 'quorum_ok', 'title']} />
                <Children page={page} without={ownParts} />
              </>
            )}
          </div>
          <div className="rec-col">
            <NumbersCard record={record} who="全体代表" total={total} rule={rule} ticked={rows > 0} />
            <DueCard page={page} today={today} onStep={openStep} />
            <CourseCard record={record} />
            <FilesCard page={page} />
          </div>
        </div>
      </div>
      {step !== null && <StepDrawer key={`${step.name} ${record.version}`} record={record} step={withTotal(step, expected.expected?.total ?? null)} onClose={closeStep} />}
      {voting !== null && <VoteDrawer key={`${voting.item?.id ?? ''} ${voting.vote?.id ?? ''}`} start={{ session: record, ...voting, total: expected.expected?.total ?? null, present }} onClose={() => setVoting(null)} />}
    </>
  )
}
