import { useState, type ReactNode } from 'react'
import type { Draft, RecordPage } from '../../../shared/contract/records'
import { textOf } from '../../../shared/facts'
import { countRoll, rollOf, sessionRegister, type Roll } from '../../attendance/roll'
import { RollCard } from '../../attendance/RollCard'
import { changedRows, savedRoll } from '../../attendance/saved-roll'
import { call } from '../../api'
import { useDraft } from '../../state/drafts'
import { notifyFailure, notifySaved } from '../../state/notices'
import { useOffice } from '../../state/session'
import { useKeys } from '../../state/use-keys'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Status } from '../../ui/Status'
import { LeaveGiven } from './LeaveGiven'
import { RuleLine, useRule } from './QuorumLine'
import { sayQuorum } from './quorum-words'
import type { ExpectedPeople } from './use-expected'

const draftType = 'step session roll'

interface SessionRollProps {
  readonly page: RecordPage
  readonly expected: ExpectedPeople
  /** Above the names: what can be done with the session as a whole. */
  readonly head: ReactNode
}

/** The roll of a session: all deputies, ticked off by names, saved in one press. */
export function SessionRoll(props: SessionRollProps) {
  const drafts = useQuery('draft.list', { type: draftType }, { types: [] })
  if (drafts.loading) return <div className="body">{props.head}</div>
  return <RollForm {...props} kept={drafts.data?.drafts.find((one) => one.record === props.page.record.id) ?? null} />
}

function RollForm({ page, expected, head, kept }: SessionRollProps & { readonly kept: Draft | null }) {
  const today = useOffice()?.today ?? ''
  const { record } = page
  const draft = useDraft({ type: draftType, record: record.id, ...(kept === null ? {} : { id: kept.id }), initial: kept?.data ?? { _label: '点名', roll: savedRoll(page, 'attendance', sessionRegister) } })
  const [busy, setBusy] = useState(false)
  const rule = useRule('congress.quorum')
  const roll = rollOf(draft.values['roll'])
  const rows = page.children.find((list) => list.type === 'attendance')?.rows ?? []
  const ticked = new Set(rows.map((row) => textOf(row.fields, 'mandate')))
  // Whoever was counted that day, and whoever a saved line names.
  const people = expected.all.filter((row) => ticked.has(row.mandate) || expected.people.some((one) => one.mandate === row.mandate))
  const ids = people.map((row) => row.mandate)
  const { present } = countRoll(roll, sessionRegister, ids)
  const total = typeof record.fields['total_deputies'] === 'number' ? record.fields['total_deputies'] : expected.expected?.total ?? null
  const changes = changedRows(page, 'attendance', roll, sessionRegister, ids)
  const setRoll = (next: Roll): void => draft.set('roll', { ...next, ids: null })

  const save = async (): Promise<void> => {
    if (busy || changes.rows.length === 0) return
    setBusy(true)
    const answer = await call('record.quick', { type: 'session', id: record.id, fields: {}, side: changes.rows.map((row) => ({ type: 'attendance', parent: 'session', fields: { ...row } })), draft: draft.id })
    setBusy(false)
    if (!answer.ok) return notifyFailure(answer)
    draft.drop()
    notifySaved(`点名已保存：实到 ${present} 人`, { id: answer.value.ids[0] ?? record.id })
  }
  useKeys({ 'Ctrl+s': () => void save() })

  return (
    <>
      <div className="body">
        {head}
        {expected.expected === null ? <Card title="点名"><p className="mut">正在列出代表…</p></Card> : (
          <RollCard
            title="点名" register={sessionRegister} all={expected.all} people={people} roll={roll} onChange={setRoll} today={today} paste="present" fixed
            emptyTitle="那天还没有在任代表" emptyHint="请先到“代表”里导入花名册，或核对开会日期。"
          />
        )}
        <LeaveGiven page={page} rows={rows} />
      </div>
      <div className="bar">
        <div className="grow">
          <RuleLine label="法定人数" said={sayQuorum('全体代表', present, total, rule)} entry={rule} />
          {total !== null && total !== ids.length && <Status tone="soon" quiet>{`名单 ${ids.length} 人，应到 ${total} 人，差 ${Math.abs(total - ids.length)} 人，请核对。`}</Status>}
        </div>
        {changes.rows.length === 0
          ? <Status tone="done" quiet>点名已保存</Status>
          : <Button look="primary" busy={busy} title="Ctrl+S" onClick={() => void save()}>{`保存点名（实到 ${present} 人）`}</Button>}
      </div>
    </>
  )
}
