import { useState } from 'react'
import type { PaperEntry } from '../../../shared/contract/paper'
import { call } from '../../api'
import { FieldRow } from '../../fields/FieldRow'
import { errorsOf, isEmptyValue, type FieldErrors } from '../../records/form-fields'
import { notifySaved } from '../../state/notices'
import { useKeys } from '../../state/use-keys'
import type { Failure } from '../../../shared/result'
import { Button } from '../../ui/Button'
import { ErrorBox } from '../../ui/ErrorBox'

interface EntryStepProps {
  readonly entry: PaperEntry
  readonly step: NonNullable<PaperEntry['step']>
  readonly onDone: () => void
}

/** The date and the tick of one sheet, and nothing else: the step is known by the form. */
export function EntryStep({ entry, step, onDone }: EntryStepProps) {
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>(() => Object.fromEntries(step.inputs.map(({ key, value }) => [key, value])))
  const [errors, setErrors] = useState<FieldErrors>({})
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async (): Promise<void> => {
    if (busy) return
    const missing = step.inputs.filter(({ key, required }) => required && isEmptyValue(values[key]))
    if (missing.length > 0) return setErrors(Object.fromEntries(missing.map(({ key }) => [key, { code: 'required' as const }])))
    setBusy(true)
    const fields = { ...step.known, ...Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmptyValue(value))) }
    const answer = await call('step.run', { step: step.name, id: entry.record, fields })
    setBusy(false)
    if (!answer.ok) {
      const found = errorsOf(answer, (key) => step.inputs.some((input) => input.key === key))
      setErrors(found.fields)
      return setFailure(found.rest)
    }
    notifySaved(`已保存：${step.label}`, { id: answer.value.record.id, version: answer.value.record.version })
    onDone()
  }
  useKeys({ 'Ctrl+s': () => void save() })
  return (
    <div className="paper-step">
      <h3>{step.label}</h3>
      {failure !== null && <ErrorBox failure={failure} />}
      {step.inputs.map(({ key, required, field }) => (
        <FieldRow
          key={key} id={`paper-${entry.record}-${key}`} field={field} required={required} value={values[key]} error={errors[key] ?? null}
          onChange={(value) => {
            setValues({ ...values, [key]: value })
            setErrors({})
          }}
        />
      ))}
      <Button look="primary" busy={busy} title="Ctrl+S" onClick={() => void save()}>登记，看下一张</Button>
    </div>
  )
}
