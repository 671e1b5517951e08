import { useState } from 'react'
import { addDays } from '../../../shared/rules/calendar'
import type { Todo } from '../../../shared/todos/todo'
import { LabelledRow } from '../../fields/LabelledRow'
import { notifySaved } from '../../state/notices'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { DayInput } from '../../ui/DayInput'
import { Dialog } from '../../ui/Dialog'
import { ErrorBox } from '../../ui/ErrorBox'
import { sayDate } from '../../ui/say-date'
import { Segmented } from '../../ui/Segmented'

const spans = [{ value: '3', label: '3 天' }, { value: '7', label: '7 天' }, { value: '15', label: '15 天' }, { value: '30', label: '30 天' }] as const
type Span = (typeof spans)[number]['value']

/** Puts a reminder off with a reason, or says that it is done where no record says so. Both can be undone, and stand in the list of reminders. */
export function SettleDialog({ todo, today, onClose }: { readonly todo: Todo; readonly today: string; readonly onClose: () => void }) {
  const [to, setTo] = useState(addDays(today, 7))
  const [reason, setReason] = useState('')
  const snooze = useCommand('todo.snooze')
  const finish = useCommand('todo.finish')
  const span = spans.find((one) => addDays(today, Number(one.value)) === to)?.value ?? null
  const wrongDay = !/^\d{4}-\d{2}-\d{2}$/u.test(to) || to <= today
  const save = async (): Promise<void> => {
    const answer = await snooze.run({ id: todo.id, to, reason })
    if (!answer.ok) return
    notifySaved(`已暂缓到${sayDate(to)}`, answer.value.record)
    onClose()
  }
  const done = async (): Promise<void> => {
    const answer = await finish.run({ id: todo.id })
    if (!answer.ok) return
    notifySaved('已标为办好', answer.value.record)
    onClose()
  }
  return (
    <Dialog
      title="暂缓提醒" onClose={onClose}
      footer={
        <>
          <Button busy={finish.busy} onClick={() => void done()}>已经办好，不再提醒</Button>
          <span className="grow" />
          <Button onClick={onClose}>返回</Button>
          <Button look="primary" busy={snooze.busy} disabled={wrongDay || reason.trim() === ''} onClick={() => void save()}>暂缓</Button>
        </>
      }
    >
      <p><b>{todo.title}</b></p>
      <p className="mut">{`${todo.who}：${todo.source}。期限${sayDate(todo.due_on)}不变，只是到那天以前不再提醒。`}</p>
      <LabelledRow label="暂缓到" htmlFor="settle-to" required error={wrongDay ? '请填今天以后的日期' : null} >
        <DayInput id="settle-to" value={to} today={today} invalid={wrongDay} onChange={setTo} />
        <div style={{ marginTop: 8 }}><Segmented<Span> label="暂缓几天" options={spans} value={span} onChange={(value) => setTo(addDays(today, Number(value)))} /></div>
      </LabelledRow>
      <LabelledRow label="原因" htmlFor="settle-why" required hint="以后查得到">
        <input id="settle-why" className="input" value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
      </LabelledRow>
      {snooze.error !== null && <ErrorBox failure={snooze.error} />}
      {finish.error !== null && <ErrorBox failure={finish.error} />}
    </Dialog>
  )
}
