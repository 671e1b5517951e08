import { useEffect, useState } from 'react'
import type { Draft, StepOnPage } from '../../shared/contract/records'
import type { Rec } from '../../shared/record'
import type { Failure } from '../../shared/result'
import { sayWarning } from '../../shared/text'
import { call } from '../api'
import { FieldRow } from '../fields/FieldRow'
import { useDraft } from '../state/drafts'
import { notify, notifySaved } from '../state/notices'
import { useOffice } from '../state/session'
import { useKeys } from '../state/use-keys'
import { useQuery } from '../state/use-query'
import { Button } from '../ui/Button'
import { Drawer } from '../ui/Drawer'
import { ErrorBox } from '../ui/ErrorBox'
import { errorsOf, isEmptyValue, type FieldErrors } from './form-fields'

interface StepDrawerProps {
  readonly record: Rec
  readonly step: StepOnPage
  readonly onClose: () => void
  /** After it was saved; default: close. */
  readonly onDone?: (record: Rec) => void
}

/** Type under which what was typed into a step is kept; the record is the draft's record. */
export const stepDraftType = (type: string, step: string): string => `step ${type} ${step}`

/** The form of one step of a record, beside its page. What was typed and not saved is there again the next time. */
export function StepDrawer(props: StepDrawerProps) {
  const { record, step } = props
  const drafts = useQuery('draft.list', { type: stepDraftType(record.type, step.name) }, { types: [] })
  // A draft that cannot be read is no reason to keep the step away.
  if (drafts.loading) return null
  return <StepForm {...props} kept={drafts.data?.drafts.find((one) => one.record === record.id) ?? null} />
}

function StepForm({ record, step, onClose, onDone, kept }: StepDrawerProps & { readonly kept: Draft | null }) {
  const today = useOffice()?.today ?? ''
  const draft = useDraft({
    type: stepDraftType(record.type, step.name), record: record.id, ...(kept === null ? {} : { id: kept.id }),
    initial: kept?.data ?? { _label: step.label, ...Object.fromEntries(step.inputs.filter(({ value }) => !isEmptyValue(value)).map(({ key, value }) => [key, value])) },
  })
  const [errors, setErrors] = useState<FieldErrors>({})
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const idOf = (key: string): string => `step-${step.name}-${key}`
  const firstId = step.inputs[0] === undefined ? null : idOf(step.inputs[0].key)
  useEffect(() => {
    // After the drawer has taken the focus for itself.
    const first = firstId === null ? null : document.getElementById(firstId)
    if (first) (first.matches('input, textarea, button') ? first : first.querySelector<HTMLElement>('input, button'))?.focus()
  }, [firstId])

  const show = (found: FieldErrors): void => {
    setErrors(found)
    const wrong = step.inputs.find(({ key }) => found[key] !== undefined)
    if (wrong !== undefined) document.getElementById(idOf(wrong.key))?.focus()
  }

  const run = async (): Promise<void> => {
    if (busy) return
    setFailure(null)
    const missing = step.inputs.filter((input) => input.required && isEmptyValue(draft.values[input.key]))
    if (missing.length > 0) {
      show(Object.fromEntries(missing.map(({ key }) => [key, { code: 'required' as const }])))
      return
    }
    setBusy(true)
    const fields = Object.fromEntries(step.inputs.filter(({ key }) => !isEmptyValue(draft.values[key])).map(({ key }) => [key, draft.values[key]]))
    const answer = await call('step.run', { step: step.name, id: record.id, fields, base: record.version })
    setBusy(false)
    if (!answer.ok) {
      const { fields: wrong, rest } = errorsOf(answer, (key) => step.inputs.some((input) => input.key === key))
      show(wrong)
      setFailure(rest)
      return
    }
    draft.drop()
    const saved = answer.value.record
    notifySaved(`已保存：${step.label}${saved.status === undefined || saved.status === record.status ? '' : `，现在是“${saved.status}”`}`, { id: saved.id, version: saved.version })
    for (const warning of answer.value.warnings) {
      const words = sayWarning(warning, step.inputs.find(({ key }) => key === warning.field)?.field.label)
      if (words !== null) notify({ tone: 'soon', text: words })
    }
    if (onDone) onDone(saved)
    else onClose()
  }
  useKeys({ 'Ctrl+s': () => void run() })

  return (
    <Drawer
      title={step.label}
      width={620}
      onClose={onClose}
      footer={
        <>
          <span className="grow mut" style={{ alignSelf: 'center' }}>{kept === null ? '关闭也不会丢，下次接着填。' : '接着上次没存完的填。'}</span>
          <Button onClick={onClose}>先不办</Button>
          <Button look="primary" busy={busy} title="Ctrl+S" onClick={() => void run()}>保存</Button>
        </>
      }
    >
      <div className="rec-step">
        {failure !== null && <ErrorBox failure={failure} />}
        {step.inputs.length === 0 && <p>这一步不用填内容，按“保存”即可。</p>}
        {step.inputs.map(({ key, required, field }) => (
          <FieldRow
            key={key}
            id={idOf(key)}
            field={field}
            required={required}
            value={draft.values[key]}
            error={errors[key] ?? null}
            onChange={(value) => {
              draft.set(key, value)
              setErrors(Object.fromEntries(Object.entries(errors).filter(([one]) => one !== key)))
            }}
            onLeave={draft.flush}
          >
            {field.kind === 'date' && isEmptyValue(draft.values[key]) && today !== '' && (
              <Button look="text" onClick={() => draft.set(key, today)} aria-label={`${field.label}填今天`}>今天</Button>
            )}
          </FieldRow>
        ))}
      </div>
    </Drawer>
  )
}
