import { useState } from 'react'
import type { StepOnPage } from '../../shared/contract/records'
import type { Rec } from '../../shared/record'
import type { Failure } from '../../shared/result'
import { sayWarning } from '../../shared/text'
import { call } from '../api'
import { FieldRow } from '../fields/FieldRow'
import { notify, notifySaved } from '../state/notices'
import { useOffice } from '../state/session'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ErrorBox } from '../ui/ErrorBox'

interface StepDialogProps {
  readonly record: Rec
  readonly step: StepOnPage
  readonly onClose: () => void
}

/** One step: its inputs with what is known filled in, today as the event's day. */
export function StepDialog({ record, step, onClose }: StepDialogProps) {
  const office = useOffice()
  const firstDate = step.inputs.find((input) => input.field.kind === 'date')?.key
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>(() => Object.fromEntries(step.inputs.map((input) => [input.key, input.value ?? (input.key === firstDate ? office?.today : undefined)])))
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const run = async () => {
    if (busy) return
    setBusy(true)
    setFailure(null)
    const fields = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''))
    const answer = await call('step.run', { step: step.name, id: record.id, fields, base: record.version })
    setBusy(false)
    if (!answer.ok) {
      setFailure(answer)
      return
    }
    notifySaved(`${step.label}：已登记`, { id: answer.value.record.id, version: answer.value.record.version })
    for (const warning of answer.value.warnings.slice(0, 2)) {
      const words = sayWarning(warning)
      if (words !== null) notify({ tone: 'soon', text: words })
    }
    onClose()
  }
  return (
    <Dialog title={step.label} onClose={onClose} footer={<><Button onClick={onClose}>先不办</Button><Button look="primary" busy={busy} onClick={() => { void run() }}>保存</Button></>}>
      {step.inputs.map((input) => (
        <FieldRow key={input.key} field={input.field} value={values[input.key]} required={input.required} onChange={(value) => { setValues((before) => ({ ...before, [input.key]: value })) }}
          error={failure?.field === input.key && failure.code !== 'not-now' ? { code: failure.code, ...(failure.detail ? { detail: failure.detail } : {}) } : null} />
      ))}
      {failure && (failure.code === 'not-now' || !step.inputs.some((input) => input.key === failure.field)) && <ErrorBox failure={failure} />}
    </Dialog>
  )
}
