import { useId, useState } from 'react'
import type { SetManyError } from '../../shared/contract/records'
import type { Declaration } from '../../shared/record'
import { say } from '../../shared/text'
import { FieldControl } from '../fields/FieldControl'
import { notifySaved } from '../state/notices'
import { useCommand } from '../state/use-command'
import { Button } from '../ui/Button'
import { ErrorBox } from '../ui/ErrorBox'
import { Status } from '../ui/Status'
import { batchFields } from './batch-fields'
import { isEmptyValue } from './form-fields'
import { changeView } from './list-view'

const mostNamed = 5

/** One field of all ticked records, under the list. What a record refuses is named, and it stays ticked. */
export function BatchBar({ declaration, ids }: { readonly declaration: Declaration; readonly ids: readonly string[] }) {
  const id = useId()
  const fields = batchFields(declaration)
  const [key, setKey] = useState(fields[0]?.[0] ?? '')
  const [value, setValue] = useState<unknown>(null)
  const [left, setLeft] = useState<readonly SetManyError[]>([])
  const change = useCommand('record.set-many')
  const field = fields.find(([one]) => one === key)?.[1]
  if (field === undefined) return null
  const save = async (): Promise<void> => {
    const empty = isEmptyValue(value)
    const answer = await change.run({ ids: [...ids], fields: { [key]: empty ? null : value } })
    if (!answer.ok) return
    const { done, undo, errors } = answer.value
    setLeft(errors)
    changeView(declaration.type, { ticked: errors.map((error) => error.id) })
    if (undo !== null) notifySaved(`${done} 条的“${field.label}”已${empty ? '清空' : '改好'}`, { id: undo })
  }
  return (
    <div className="rec-batch">
      <div className="row">
        <b className="num">{`已选 ${ids.length} 条`}</b>
        <label className="row" htmlFor={`${id}key`}>把
          <select id={`${id}key`} className="input" aria-label="改哪一项" value={key} onChange={(event) => { setKey(event.target.value); setValue(null) }}>
            {fields.map(([one, { label }]) => <option key={one} value={one}>{label}</option>)}
          </select>
          改成
        </label>
        <div className="rec-batch-value"><FieldControl key={key} field={field} id={`${id}value`} name={`${field.label}改成`} value={value} onChange={setValue} compact /></div>
        <Button look="primary" busy={change.busy} disabled={ids.length === 0 || (isEmptyValue(value) && value !== null)} onClick={() => void save()}>{isEmptyValue(value) ? `清空 ${ids.length} 条` : `改 ${ids.length} 条`}</Button>
      </div>
      {change.error !== null && <ErrorBox failure={change.error} />}
      {left.length > 0 && (
        <ul role="alert">
          {left.slice(0, mostNamed).map((error) => <li key={error.id}><Status tone="late" quiet>{`${error.title}没有改：${say(error.code, { label: field.label, ...error.detail }).say}`}</Status></li>)}
          {left.length > mostNamed && <li className="mut">{`还有 ${left.length - mostNamed} 条没有改，仍然选着。`}</li>}
        </ul>
      )}
    </div>
  )
}
