import './deputies.css'
import { useState } from 'react'
import type { RecordPage } from '../../../shared/contract/records'
import { textOf } from '../../../shared/facts'
import type { Row } from '../../../shared/fields'
import { LabelledRow } from '../../fields/LabelledRow'
import RecordScreen from '../../records/RecordScreen'
import { notifySaved } from '../../state/notices'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { DayInput } from '../../ui/DayInput'
import { ErrorBox } from '../../ui/ErrorBox'
import { Segmented } from '../../ui/Segmented'
import { Namesakes } from './Namesakes'

/** A by-election: once the return is reviewed, who won takes the seat with one press. */
export default function ByElectionScreen(props: ScreenProps<'record'>) {
  return <RecordScreen {...props} above={(page) => (winnersOf(page).length === 0 ? null : <ElectedCard key={page.record.version} page={page} />)} />
}

/** Names of those who won and are not yet entered as deputies. */
function winnersOf({ record }: RecordPage): readonly string[] {
  const rows = record.fields['candidates']
  if (record.status !== '资格审查' || !Array.isArray(rows)) return []
  return (rows as readonly Row[]).filter((row) => row['elected'] === true).map((row) => (typeof row['name'] === 'string' ? row['name'] : '')).filter((name) => name !== '')
}

function ElectedCard({ page }: { readonly page: RecordPage }) {
  const today = useOffice()?.today ?? ''
  const winners = winnersOf(page)
  const [name, setName] = useState(winners[0] ?? '')
  const [on, setOn] = useState(today)
  const [certNo, setCertNo] = useState('')
  const [person, setPerson] = useState<string | null>(null)
  const elect = useCommand('term.elect')
  const reviewed = textOf(page.record.fields, 'review_on')
  const wrong = on > today ? '还没有到这一天' : on !== '' && on < reviewed ? '早于资格审查日' : null
  const run = async (): Promise<void> => {
    const answer = await elect.run({ id: page.record.id, confirmed_on: on, name, ...(person === null ? {} : { person }), ...(certNo.trim() === '' ? {} : { cert_no: certNo.trim() }) })
    if (answer.ok) notifySaved(`${name}已登记为代表，补选已确认`, { id: page.record.id, version: answer.value.version })
  }
  return (
    <Card title={`主席团确认当选：${name}`} beside={<span className="mut">确认后自动登记为代表，产生方式为补选，不用再录</span>}>
      {winners.length > 1 && <Segmented label="当选人" value={name} onChange={(next) => { setName(next); setPerson(null) }} options={winners.map((value) => ({ value, label: value }))} />}
      <Namesakes name={name} chosen={person} onChoose={(rec) => setPerson(rec?.id ?? null)} />
      <LabelledRow label="主席团确认日" htmlFor="elect-on" required error={wrong} hint="资格审查委员会审查后由主席团确认（选举法第47条）"><DayInput id="elect-on" value={on} today={today} invalid={wrong !== null} onChange={setOn} /></LabelledRow>
      <LabelledRow label="代表证号" htmlFor="elect-cert"><input id="elect-cert" className="input short" maxLength={60} value={certNo} onChange={(event) => setCertNo(event.target.value)} /></LabelledRow>
      {elect.error !== null && <ErrorBox failure={elect.error} />}
      <div className="row">
        <span className="grow" />
        <Button look="primary" busy={elect.busy} disabled={on === '' || wrong !== null} onClick={() => void run()}>确认并登记为代表</Button>
      </div>
    </Card>
  )
}
