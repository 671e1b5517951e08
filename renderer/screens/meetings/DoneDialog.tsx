import { useState } from 'react'
import type { Rec } from '../../../shared/record'
import { decision as declaration } from '../../../shared/records/presidium-meeting'
import type { Failure } from '../../../shared/result'
import { call } from '../../api'
import { FieldRow } from '../../fields/FieldRow'
import { errorsOf, isEmptyValue, type FieldErrors } from '../../records/form-fields'
import { notifySaved } from '../../state/notices'
import { useOffice } from '../../state/session'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorBox } from '../../ui/ErrorBox'

/** When a decision was carried out and what came of it. */
export function DoneDialog({ decision, onClose }: { readonly decision: Rec; readonly onClose: () => void }) {
  const today = useOffice()?.today ?? ''
  const [values, setValues] = useState<{ readonly done_on: unknown; readonly done_note: unknown }>({ done_on: today, done_note: null })
  const [errors, setErrors] = useState<FieldErrors>({})
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async (): Promise<void> => {
    if (isEmptyValue(values.done_on)) return setErrors({ done_on: { code: 'required' } })
    setBusy(true)
    const fields = { done_on: values.done_on, ...(isEmptyValue(values.done_note) ? {} : { done_note: values.done_note }) }
    const answer = await call('record.set', { id: decision.id, fields, base: decision.version })
    setBusy(false)
    if (!answer.ok) {
      const { fields: wrong, rest } = errorsOf(answer, (key) => key === 'done_on' || key === 'done_note')
      setErrors(wrong)
      return setFailure(rest)
    }
    notifySaved('已登记完成，这件待办了结', { id: answer.value.record.id, version: answer.value.record.version })
    onClose()
  }
  return (
    <Dialog
      title="登记完成"
      onClose={onClose}
      footer={<><Button onClick={onClose}>取消</Button><Button look="primary" busy={busy} onClick={() => void save()}>保存</Button></>}
    >
      {failure !== null && <ErrorBox failure={failure} />}
      {(['done_on', 'done_note'] as const).map((key) => (
        <FieldRow
          key={key} id={`done-${key}`} field={declaration.fields[key]} required={key === 'done_on'} value={values[key]} error={errors[key] ?? null}
          onChange={(value) => {
            setValues((before) => ({ ...before, [key]: value }))
            setErrors({})
          }}
        />
      ))}
    </Dialog>
  )
}
