import { useId, useState } from 'react'
import { declarationOf } from '../../shared/records'
import { readDate } from '../ui/read-date'
import { notify } from '../state/notices'
import { useOffice } from '../state/session'
import { useLevel } from '../state/level'
import { useCommand } from '../state/use-command'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ErrorBox } from '../ui/ErrorBox'

interface AskToMendProps {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly onClose: () => void
}

/** The county asks a town to mend a record: which field, what is wrong, until when. It goes with the next receipt. */
export function AskToMend({ id, type, title, onClose }: AskToMendProps) {
  const base = useId()
  const { theirs } = useLevel()
  const today = useOffice()?.today ?? ''
  const [field, setField] = useState('')
  const [words, setWords] = useState('')
  const [due, setDue] = useState('')
  const ask = useCommand('exchange.issue')
  const day = due.trim() === '' ? null : readDate(due, 'day', today)
  const dueWrong = due.trim() !== '' && day === null
  const fields = Object.entries(declarationOf(type)?.fields ?? {}).filter(([, one]) => one.kind !== 'derived')
  const run = async (): Promise<void> => {
    const answer = await ask.run({ uid: id, say: words.trim(), ...(field === '' ? {} : { field }), ...(day === null ? {} : { due_on: day }) })
    if (!answer.ok) return
    notify({ tone: 'done', text: `已记下，随下一份回执告诉${theirs}：${title}` })
    onClose()
  }
  return (
    <Dialog
      title={`请${theirs}改`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>先不记</Button>
          <Button look="primary" disabled={words.trim() === '' || dueWrong} busy={ask.busy} onClick={() => void run()}>记下</Button>
        </>
      }
    >
      <b>{title}</b>
      <label htmlFor={`${base}-field`}>哪一项</label>
      <select id={`${base}-field`} className="input" value={field} onChange={(event) => setField(event.target.value)}>
        <option value="">整条记录</option>
        {fields.map(([key, one]) => <option key={key} value={key}>{one.label}</option>)}
      </select>
      <label htmlFor={`${base}-say`} className="req">意见</label>
      <textarea id={`${base}-say`} className="input" rows={2} maxLength={500} value={words} placeholder="例如：上级名册为大学本科，请核对" onChange={(event) => setWords(event.target.value)} />
      <label htmlFor={`${base}-due`}>期限</label>
      <input id={`${base}-due`} className="input" value={due} placeholder="如 12.5，可以不填" aria-invalid={dueWrong} onChange={(event) => setDue(event.target.value)} />
      {ask.error !== null && <ErrorBox failure={ask.error} />}
    </Dialog>
  )
}
