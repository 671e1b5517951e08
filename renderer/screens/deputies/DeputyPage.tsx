import '../../records/records.css'
import './deputies.css'
import { EditOutlined, PlusOutlined, SwapOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { labelOf } from '../../../shared/codes'
import type { RecordPage } from '../../../shared/contract/records'
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
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { Status } from '../../ui/Status'
import { DutyCard } from './DutyCard'
import { MoveGroup } from './MoveGroup'

/** The page of a deputy: what is to be done, the duty file, and who the deputy is. */
export function DeputyPage({ mandate, step }: { readonly mandate: string; readonly step?: string }) {
  const query = useQuery('record.page', { id: mandate })
  const record = query.data?.record
  const personId = typeof record?.fields['person'] === 'string' ? record.fields['person'] : null
  const person = useQuery('record.page', personId === null ? null : { id: personId })
  const level = typeof record?.fields['level'] === 'string' ? labelOf('level', record.fields['level']) : ''
  return (
    <>
      <PageHead
        title={query.data?.title ?? '代表'} crumb="代表" onCrumb={() => go({ screen: 'deputies' })}
        tag={record?.status !== undefined && <Status tone={toneOfStatus('mandate', record.status)} box>{record.status}</Status>}
        beside={level === '' ? undefined : `${level}级代表`}
      />
      <Loaded query={query} rows={8}>{(page) => <Page page={page} person={person.data} {...(step === undefined ? {} : { wanted: step })} />}</Loaded>
    </>
  )
}

interface PageProps {
  readonly page: RecordPage
  readonly person: RecordPage | null
  readonly wanted?: string
}

function Page({ page, person, wanted }: PageProps) {
  const office = useOffice()
  const today = office?.today ?? ''
  const { step, openStep, closeStep } = useOpenStep(page, wanted)
  const [moving, setMoving] = useState(false)
  const { record } = page
  const sits = office?.role !== 'county' && record.fields['level'] === '5' && ['在任', '暂停执行职务', '当选待确认'].includes(record.status ?? '')
  const text = (key: string): string | null => (typeof record.fields[key] === 'string' ? record.fields[key] : null)
  const missing = [...(person === null ? [] : missingOf(person)), ...missingOf(page)]
  return (
    <>
      <div className="body">
        <PageTools page={page} declaration={declarations.mandate} drawerOpen={step !== null} withoutEdit />
        <RecordBanners page={page} />
        <div className="rec-cols">
          <div className="rec-col">
            {!record.deleted && <NextStep page={page} missing={missing} onStep={openStep} quiet={step !== null} />}
            <DutyCard mandate={record.id} since={text('confirm_on') ?? text('elected_on')} />
            <Children page={page} without={['presidium_member', 'by_election', 'participation', 'attendance']} />
          </div>
          <div className="rec-col dep-side">
            <Doubts pages={person === null ? [page] : [person, page]} />
            <DueCard page={page} today={today} onStep={openStep} />
            {person !== null && <PersonCards person={person} />}
            <FieldsCard declaration={declarations.mandate} record={record} titleOf={titleIn(page.titles)} title="任职" without={['person', 'level']} tools={
              <>
                {sits && !record.deleted && <Button look="text" icon={<Icon of={SwapOutlined} />} onClick={() => setMoving(true)}>换小组</Button>}
                <EditLink type="mandate" id={record.id} label="任职" />
              </>
            } />
            <CourseCard record={record} />
            <FilesCard page={page} />
          </div>
        </div>
      </div>
      {moving && <MoveGroup mandate={record} name={page.title} onClose={() => setMoving(false)} />}
      {step !== null && <StepDrawer key={`${step.name} ${record.version}`} record={record} step={step} onClose={closeStep} />}
    </>
  )
}

function EditLink({ type, id, label }: { readonly type: string; readonly id: string; readonly label: string }) {
  return <Button look="text" icon={<Icon of={EditOutlined} />} aria-label={`修改${label}`} onClick={() => go({ screen: 'edit', type, id })}>修改</Button>
}

/** Who the person is; the private part stays in the town and is masked. */
function PersonCards({ person }: { readonly person: RecordPage }) {
  const { record } = person
  const hidden = person.children.find((list) => list.type === 'person_private')?.rows[0]
  return (
    <>
      <FieldsCard declaration={declarations.person} record={record} titleOf={titleIn(person.titles)} title="基本情况" tools={<EditLink type="person" id={record.id} label="基本情况" />} />
      {hidden === undefined
        ? (
          <Card title="联系方式" beside={<span className="sm mut">只留在本镇，不上报</span>}>
            <Button icon={<Icon of={PlusOutlined} />} onClick={() => go({ screen: 'edit', type: 'person_private', preset: { person: record.id } })}>填电话、身份证号</Button>
          </Card>
        )
        : (
          <FieldsCard
            declaration={declarations.person_private} record={hidden} titleOf={titleIn(person.titles)} title="联系方式" without={['person']}
            beside={<span className="sm mut">只留在本镇，不上报</span>} tools={<EditLink type="person_private" id={hidden.id} label="联系方式" />}
          />
        )}
    </>
  )
}
