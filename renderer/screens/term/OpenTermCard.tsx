import { useState } from 'react'
import type { TermPlan } from '../../../shared/contract/term'
import { addMonths } from '../../../shared/rules/calendar'
import { LabelledRow } from '../../fields/LabelledRow'
import { go } from '../../state/navigation'
import { notifySaved } from '../../state/notices'
import { refreshOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { DayInput } from '../../ui/DayInput'
import { ErrorBox } from '../../ui/ErrorBox'
import { sayDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'

/** The first meeting: what happens on that day is said before it is done, and can be taken back as one. */
export function OpenTermCard({ plan, next }: { readonly plan: TermPlan; readonly next: NonNullable<TermPlan['next']> }) {
  const [on, setOn] = useState(next.first_meeting_on ?? '')
  const [confirmOn, setConfirmOn] = useState('')
  const open = useCommand('term.open')
  const latest = next.elected_on === null ? null : addMonths(next.elected_on, 2)
  const future = on > plan.today
  const run = async (): Promise<void> => {
    const answer = await open.run({ term: next.id, on, ...(confirmOn === '' ? {} : { confirm_on: confirmOn }) })
    if (!answer.ok) return
    notifySaved(`第${next.no}届开始：${answer.value.confirmed} 名代表在任，上届 ${answer.value.expired} 名卸任`, { id: answer.value.term, version: answer.value.version })
    void refreshOffice()
    go({ screen: 'deputies' })
  }
  const happens = [
    `第${plan.current?.no ?? ''}届到这一天届满，${plan.deputies.length} 名代表办理卸任`, `第${next.no}届 ${next.deputies.length} 名代表（连任 ${next.deputies.filter((one) => one.reelected).length} 名）资格确认、在任`,
    ...(plan.presidium > 0 ? [`上届主席团 ${plan.presidium} 名成员到这一天为止，新的主席团在会上选举后登记`] : []), ...(plan.by_elections > 0 ? [`没有办完的 ${plan.by_elections} 件补选取消，原因写“换届”`] : []),
    ...(plan.upper > 0 ? [`上级代表 ${plan.upper} 名不动，届满时各自办理`] : []),
  ]
  return (
    <Card title={`第${next.no}届第一次会议`} beside={latest === null ? undefined : <Status tone={plan.today > latest ? 'late' : 'soon'} quiet>{`${sayDate(latest)}前召开，地方组织法第20条`}</Status>}>
      <LabelledRow label="会议日期" htmlFor="open-on" required error={future ? '还没有到这一天，开会以后再办' : null}><DayInput id="open-on" value={on} today={plan.today} invalid={future} onChange={setOn} /></LabelledRow>
      <LabelledRow label="资格确认日期" htmlFor="open-confirm" hint="上届主席团确认代表资格、公布名单的日子（选举法第47条）；空着按会议日期"><DayInput id="open-confirm" value={confirmOn} today={plan.today} onChange={setConfirmOn} /></LabelledRow>
      <b>办理以后</b>
      <ul className="term-happens">{happens.map((words) => <li key={words}>{words}</li>)}</ul>
      {open.error !== null && <ErrorBox failure={open.error} />}
      <div className="row" style={{ marginTop: 12 }}>
        <Button onClick={() => go({ screen: 'list', type: 'mandate', where: { term: next.id } })}>看新一届名单</Button>
        <span className="grow" />
        <Button look="primary" busy={open.busy} disabled={on === '' || future} onClick={() => void run()}>办理换届</Button>
      </div>
    </Card>
  )
}
