import './quick.css'
import { useState } from 'react'
import type { DeputyRow } from '../../../shared/contract/records'
import { declarationOf } from '../../../shared/records'
import type { Failure } from '../../../shared/result'
import { call } from '../../api'
import { FieldRow } from '../../fields/FieldRow'
import { PasteNames } from '../../fields/PasteNames'
import { useDraft } from '../../state/drafts'
import { back, replace } from '../../state/navigation'
import { notify, notifySaved } from '../../state/notices'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useKeys } from '../../state/use-keys'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorBox } from '../../ui/ErrorBox'
import { PageHead } from '../../ui/PageHead'
import { SaveBar } from '../../ui/SaveBar'
import { Segmented } from '../../ui/Segmented'
import { Status } from '../../ui/Status'
import { sayShortDate, sayTime } from '../../ui/say-date'
import { AttendanceGrid } from './AttendanceGrid'
import { countOf, participants, type Marks, type Presence } from './attendance'
import { Effects } from './Effects'

const kinds = [
  { value: '07', label: '小组活动' }, { value: '08', label: '走访选民' }, { value: '09', label: '联络站接待' }, { value: '12', label: '帮扶办实事' }, { value: '13', label: '化解矛盾' }, { value: '15', label: '其他' },
] as const

const first = ['title', 'start_on', 'place', 'group', 'voters_met'] as const
const more = ['site', 'content', 'half_days', 'organizer', 'outcome'] as const

const typed = (values: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> => {
  const filled = keys.filter((key) => values[key] !== undefined && values[key] !== null && values[key] !== '')
  return Object.fromEntries(filled.map((key): [string, unknown] => [key, values[key]]))
}

/** One activity with its attendance in one commit: it feeds the duty files, the figures and the report. */
export default function ActivityEntry({ route }: ScreenProps<'quick-activity'>) {
  const office = useOffice()
  const kept = useQuery('draft.list', route.draft === undefined ? null : { type: 'quick-activity' }, { types: [] })
  if (office === null || (route.draft !== undefined && !kept.data)) return null
  const draft = kept.data?.drafts.find((one) => one.id === route.draft)
  return <Entry key={route.draft ?? 'new'} today={office.today} initial={draft?.data ?? { kind: '07', start_on: office.today, ...route.preset }} {...(draft ? { id: draft.id } : {})} />
}

function Entry({ today, initial, id }: { readonly today: string; readonly initial: Readonly<Record<string, unknown>>; readonly id?: string }) {
  const draft = useDraft({ type: 'quick-activity', initial, ...(id === undefined ? {} : { id }) })
  const deputies = useQuery('deputies.list', { level: '5', status: '在任' }, { types: ['mandate', 'group', 'person'] })
  const kind = typeof draft.values['kind'] === 'string' ? draft.values['kind'] : '07'
  const last = useQuery('activity.last', { kind }, { types: ['activity', 'participation'] })
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [open, setOpen] = useState(false)
  const [pasting, setPasting] = useState(false)
  const group = typeof draft.values['group'] === 'string' ? draft.values['group'] : ''
  const groupName = useQuery('record.get', group === '' ? null : { id: group }, { types: ['group'] })
  const marks = (draft.values['marks'] ?? {}) as Marks
  const chosen = draft.values['people'] as readonly string[] | undefined
  const everyone = deputies.data?.rows ?? []
  const people: readonly DeputyRow[] = chosen ? everyone.filter((row) => chosen.includes(row.mandate)) : group === '' ? everyone : everyone.filter((row) => row.group === groupName.data?.fields['name'])
  const fields = declarationOf('activity')?.fields ?? {}
  const mark = (mandate: string, state: Presence) => { draft.set('marks', { ...marks, [mandate]: state }) }

  const asLast = () => {
    const rows = last.data?.participants ?? []
    draft.patch({ people: rows.map((row) => row.mandate), marks: Object.fromEntries(rows.map((row) => [row.mandate, row.state])) })
  }
  const save = async (again: boolean) => {
    if (busy) return
    setBusy(true)
    setFailure(null)
    const day = draft.values['start_on']
    const answer = await call('record.quick', {
      type: 'activity', draft: draft.id, fields: { kind, ...typed(draft.values, [...first, ...more]) },
      steps: [{ step: 'hold', fields: { ...(typeof day === 'string' && day !== '' ? { start_on: day } : {}), participants: participants(people, marks) } }],
    })
    setBusy(false)
    if (!answer.ok) {
      setFailure(answer)
      return
    }
    draft.drop()
    notifySaved(`已记下活动，${String(countOf(people, marks, '1'))} 名代表的履职档案已更新`, { id: answer.value.record.id, version: answer.value.record.version })
    if (again) {
      draft.patch({ title: undefined, content: undefined, voters_met: undefined, marks: {} })
      notify({ tone: 'doing', text: '可以接着记下一次' })
    } else replace({ screen: 'record', id: answer.value.record.id, type: 'activity' })
  }
  useKeys({ 'mod+s': () => { void save(false) }, escape: back })
  const row = (key: string) => {
    const field = fields[key]
    return field ? <FieldRow key={key} field={field} value={draft.values[key]} required={key === 'start_on'} onChange={(value) => { draft.set(key, value) }} onLeave={draft.flush} error={failure?.field === key ? { code: failure.code, ...(failure.detail ? { detail: failure.detail } : {}) } : null} /> : null
  }
  return (
    <>
      <PageHead title="记活动" crumb="活动" onCrumb={back} tag={draft.kept === 'kept' && draft.keptAt ? <Status tone="idle" box>{`草稿 已自动保存 ${sayTime(draft.keptAt)}`}</Status> : undefined} />
      <div className="body quick-cols">
        <div className="quick-main">
          {failure && !(String(failure.field) in fields) && <ErrorBox failure={failure} />}
          <section className="card"><div className="b">
            <Segmented label="活动类型" options={kinds} value={kind as (typeof kinds)[number]['value']} onChange={(value) => { draft.set('kind', value) }} />
            {first.map(row)}
            {open ? more.map(row) : <Button look="text" onClick={() => { setOpen(true) }}>{`更多 ${String(more.length)} 项`}</Button>}
          </div></section>
          <Card title="出席" tools={<>
            <Button onClick={() => { draft.patch({ marks: {}, people: undefined }) }}>全部出席</Button>
            {last.data && <Button onClick={asLast}>{`和上次一样（${sayShortDate(last.data.date, today)}）`}</Button>}
            <Button onClick={() => { setPasting(true) }}>从表格粘贴名单</Button>
          </>}>
            {people.length === 0 ? <p className="mut">还没有在任代表，请先在“代表”里导入花名册。</p> : <AttendanceGrid people={people} marks={marks} onMark={mark} />}
          </Card>
        </div>
        <Effects today={today} present={countOf(people, marks, '1')} kind={kind} voters={typeof draft.values['voters_met'] === 'number' ? draft.values['voters_met'] : 0} halfDays={typeof draft.values['half_days'] === 'number' ? draft.values['half_days'] : 1} />
      </div>
      {pasting && <PasteNames people={everyone.map((one) => ({ id: one.mandate, title: one.name, note: one.note }))} onPick={(ids) => { draft.patch({ people: ids, marks: {} }); setPasting(false) }} onClose={() => { setPasting(false) }} />}
      <SaveBar onSave={() => { void save(false) }} onLeave={back} onSaveAndNew={() => { void save(true) }} busy={busy}>照片不是必填。保存后可以撤销。</SaveBar>
    </>
  )
}
