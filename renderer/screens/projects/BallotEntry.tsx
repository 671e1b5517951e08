import './projects.css'
import { useState } from 'react'
import type { OfficeInfo } from '../../../shared/contract/office'
import { intOf, textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { voteDoubts } from '../../../shared/records/vote-sums'
import type { Failure } from '../../../shared/result'
import { sayWarning } from '../../../shared/text'
import { call } from '../../api'
import { EntryDoor, type Opened } from '../../entry/EntryDoor'
import { EntryField } from '../../entry/EntryField'
import { EntryPage } from '../../entry/EntryPage'
import { Fold } from '../../entry/Fold'
import { missingIn, useEntry } from '../../entry/use-entry'
import { textValue } from '../../fields/control-props'
import { errorsOf } from '../../records/form-fields'
import { go, replace, stillHere } from '../../state/navigation'
import { notify, notifySaved } from '../../state/notices'
import type { ScreenProps } from '../../state/routes'
import { useQuery } from '../../state/use-query'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { Status } from '../../ui/Status'
import { RuleLine, useRule } from '../meetings/QuorumLine'
import { sayMajority } from '../meetings/quorum-words'
import { useExpected } from '../meetings/use-expected'
import { ballotData, ballotKeys, ballotToSave, cellKey, countKeys, fatesOf } from './ballot'
import { BallotRows } from './BallotRows'

const draftType = 'project-vote'
const shown = ['voted_on', ...ballotKeys]

/** 记票决: the candidates with their votes, what follows from them, one save. */
export default function BallotEntry({ route }: ScreenProps<'project-vote'>) {
  return (
    <EntryDoor title="记票决" crumb="民生实事项目" draftType={draftType} draft={route.draft}>
      {(opened) => <Candidates opened={opened} year={route.year} />}
    </EntryDoor>
  )
}

function Candidates({ opened, year }: { readonly opened: Opened; readonly year: number | undefined }) {
  const kept = opened.draft?.values['_year']
  const of = year ?? (typeof kept === 'number' ? kept : Number(opened.office.today.slice(0, 4)))
  const projects = useQuery('record.list', { type: 'livelihood_project', where: { status: '候选', year: String(of) }, limit: 200 }, { types: [] })
  const sessions = useQuery('record.list', { type: 'session', limit: 1 }, { types: [] })
  if (projects.data !== null && sessions.data !== null && projects.data.rows.length > 0) {
    return <Form opened={opened} year={of} projects={projects.data.rows} session={sessions.data.rows[0] ?? null} />
  }
  return (
    <>
      <PageHead title="记票决" crumb="民生实事项目" onCrumb={() => go({ screen: 'list', type: 'livelihood_project' })} />
      <div className="body">
        <Loaded query={projects}>{(data) => (data.rows.length === 0 ? <Card><EmptyState title={`${of}年没有候选项目`} hint="先把初选项目列为候选，再来记票决。" /></Card> : null)}</Loaded>
      </div>
    </>
  )
}

interface FormProps {
  readonly opened: Opened
  readonly year: number
  readonly projects: readonly Rec[]
  readonly session: Rec | null
}

function startOf({ today }: OfficeInfo, year: number, session: Rec | null, count: number) {
  const day = session === null ? '' : textOf(session.fields, 'start_on')
  const fits = day !== '' && day <= today && day.startsWith(String(year))
  return {
    _year: year, subject: `票决${year}年民生实事项目`, voted_on: fits ? day : today, seats: Math.max(1, count - 1),
    ...(fits && session !== null ? { meeting: session.id, total: intOf(session.fields, 'total_deputies'), present: intOf(session.fields, 'present') } : {}),
  }
}

function Form({ opened, year, projects, session }: FormProps) {
  const [initial] = useState(() => startOf(opened.office, year, session, projects.length))
  const entry = useEntry({ draftType, draft: opened.draft, initial }, shown)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const rule = useRule('congress.majority')
  const { values } = entry
  const expected = useExpected('session', textValue(values['voted_on']), opened.office.today).expected
  const data = ballotData(values, projects)
  const total = intOf(data, 'total')
  const fates = fatesOf(values, projects, rule)
  const doubts = voteDoubts(data)
  const at = { ...entry, busy, failure }

  const save = async (): Promise<void> => {
    if (busy) return
    const missing = missingIn(values, ['voted_on', 'meeting', 'subject', 'seats', 'total'])
    if (Object.keys(missing).length > 0) return entry.refuse(missing)
    const uncounted = projects.find((project) => typeof values[cellKey(project.id, 'for_count')] !== 'number')
    if (uncounted !== undefined) {
      document.getElementById(`ballot-${uncounted.id}`)?.focus()
      return
    }
    setFailure(null)
    entry.draft.flush()
    setBusy(true)
    const isHere = stillHere()
    const answer = await call('project.vote', { ...ballotToSave(values, projects), draft: entry.draft.id })
    setBusy(false)
    if (!answer.ok) {
      const { fields, rest } = errorsOf(answer, (key) => shown.includes(key))
      entry.refuse(fields)
      setFailure(rest)
      return
    }
    entry.draft.drop()
    const passed = answer.value.fates.filter((fate) => fate === 'elected').length
    const open = answer.value.fates.filter((fate) => fate === 'open').length
    notifySaved(`已记下票决：通过 ${passed} 项${open > 0 ? `，${open} 项要再投一次` : ''}`, { id: answer.value.record.id, version: answer.value.record.version })
    for (const warning of answer.value.warnings) {
      const words = sayWarning(warning)
      if (words !== null) notify({ tone: 'soon', text: words })
    }
    if (isHere()) replace({ screen: 'list', type: 'livelihood_project' })
  }

  return (
    <EntryPage title="记票决" crumb="民生实事项目" onCrumb={() => go({ screen: 'list', type: 'livelihood_project' })} entry={at} onSave={() => void save()} note="谁通过由票数和规则定，不用自己判断。保存后可以撤销。">
      <Card className="entry-form ballot-numbers">
        <div className="entry-two">
          <EntryField entry={at} type="vote" name="meeting" required as={{ label: '票决会议' }} />
          <EntryField entry={at} type="livelihood_project" name="voted_on" required />
        </div>
        <div className="ballot-row">
          {(['total', 'present', 'seats', 'issued', 'collected', 'valid', 'invalid'] as const).map((key) => (
            <EntryField key={key} entry={at} type="vote" name={key} required={key === 'total' || key === 'seats'} {...(key === 'seats' ? { as: { label: '应选', unit: '项' } } : {})} />
          ))}
        </div>
        {total === null && expected !== null && <p className="ballot-say"><button type="button" className="link" onClick={() => entry.set('total', expected.total)}>{`按当天在任代表填：全体代表 ${expected.total} 人`}</button></p>}
        <div className="ballot-say">
          <RuleLine label="过半数" said={sayMajority(null, total, rule)} entry={rule} open />
          {doubts.map((doubt) => <p key={doubt.say}><Status tone="soon" quiet>{`对不上：${doubt.say}`}</Status></p>)}
        </div>
        <Fold count={2}><EntryField entry={at} type="vote" name="tellers" /><EntryField entry={at} type="vote" name="scrutineers" /></Fold>
      </Card>
      <BallotRows projects={projects} values={values} fates={fates} onChange={(key, value) => entry.set(key, value)} onLeave={entry.draft.flush} columns={countKeys} />
    </EntryPage>
  )
}
