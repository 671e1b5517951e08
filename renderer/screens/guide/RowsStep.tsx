import { useState } from 'react'
import type { Draft } from '../../../shared/contract/records'
import type { LineError } from '../../../shared/contract/line-error'
import { say } from '../../../shared/text'
import { FieldRow } from '../../fields/FieldRow'
import { useDraft, type FormValues } from '../../state/drafts'
import { notifyAdded } from '../../state/notices'
import { useCommand } from '../../state/use-command'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { ErrorBox } from '../../ui/ErrorBox'
import { Loaded } from '../../ui/Loading'
import { Status } from '../../ui/Status'
import type { RowForm } from './row-forms'

interface RowsStepProps {
  readonly form: RowForm
  readonly onSaved: () => void
}

/** Goes on with what was typed the last time. */
export function RowsStep(props: RowsStepProps) {
  const type = `guide ${props.form.type}`
  const query = useQuery('draft.list', { type })
  return <Loaded query={query} rows={4}>{({ drafts }) => <Rows {...props} type={type} kept={drafts[0] ?? null} />}</Loaded>
}

const rowsOf = (values: FormValues): readonly FormValues[] => (Array.isArray(values['rows']) ? (values['rows'] as readonly FormValues[]) : [])

function Rows({ form, onSaved, type, kept }: RowsStepProps & { readonly type: string; readonly kept: Draft | null }) {
  // What a reload of the drafts would bring is what is on the screen already.
  const [start] = useState(kept)
  const draft = useDraft({ type, initial: start?.data ?? { rows: Array.from({ length: form.start ?? 1 }, (_, at) => form.fresh(at + 1)) }, ...(start === null ? {} : { id: start.id }) })
  const [wrong, setWrong] = useState<readonly LineError[]>([])
  const add = useCommand('record.add')
  const rows = rowsOf(draft.values)
  const put = (next: readonly FormValues[]): void => draft.set('rows', next)
  // Which row each record comes from: an error is told by the number of the record.
  const typed = rows.flatMap((row) => form.recordsOf(row).map((record) => ({ row, record })))

  const save = async (): Promise<void> => {
    const answer = await add.run({ type: form.type, records: typed.map(({ record }) => record) })
    if (!answer.ok) return
    setWrong(answer.value.errors)
    if (answer.value.errors.length > 0) {
      const bad = new Set(answer.value.errors.map((error) => typed[error.line - 1]?.row))
      put(rows.filter((row) => bad.has(row)))
    } else {
      draft.drop()
      notifyAdded(`已保存 ${answer.value.added} ${form.what}`, answer.value.ids)
      onSaved()
    }
  }
  return (
    <div className="guide-rows">
      {rows.map((row, index) => (
        <fieldset key={index}>
          <legend className="row">
            <b>{`第 ${index + 1} 个`}</b>
            {rows.length > 1 && <Button look="text" onClick={() => put(rows.filter((_one, at) => at !== index))}>去掉</Button>}
          </legend>
          {Object.entries(form.fields).map(([key, field]) => (
            <FieldRow key={key} id={`guide-${index + 1}-${key}`} field={field} value={row[key]} onLeave={draft.flush} onChange={(value) => put(rows.map((one, at) => (at === index ? { ...one, [key]: value } : one)))} />
          ))}
        </fieldset>
      ))}
      {wrong.map((error) => <Status key={`${error.line} ${error.field ?? ''}`} tone="late">{say(error.code, { ...error.detail, label: error.field === undefined ? undefined : form.fields[error.field]?.label }).say}</Status>)}
      {add.error !== null && <ErrorBox failure={add.error} />}
      <div className="row">
        <Button onClick={() => put([...rows, form.fresh(rows.length + 1)])}>再加一个</Button>
        <Button look="primary" busy={add.busy} disabled={typed.length === 0} onClick={() => void save()}>{`保存 ${typed.length} ${form.what}`}</Button>
      </div>
    </div>
  )
}
