import { useState } from 'react'
import type { Field } from '../../../shared/fields'
import type { Declaration } from '../../../shared/record'
import { isOwnKey, longestLabel, mayHide, withSettings, type FieldSetting } from '../../../shared/records/own-fields'
import { call } from '../../api'
import { notifyFailure } from '../../state/notices'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { kindWords, type Done } from './kind-words'

interface FieldsTableProps {
  readonly declaration: Declaration
  readonly settings: readonly FieldSetting[]
  readonly onDone: Done
}

/** Set by the application, or a table of its own: not a column that a form has. */
const isColumn = ([key, field]: readonly [string, Field]): boolean => !['files', 'list'].includes(field.kind) && field.settable !== true && key !== 'remark'

/** Every field of the type: what it is called here, whether the form asks for it, whether the list shows it. */
export function FieldsTable({ declaration, settings, onDone }: FieldsTableProps) {
  const { type } = declaration
  const ours = withSettings(declaration, settings)
  const set = async (key: string, change: { readonly label?: string; readonly hidden?: boolean; readonly column?: boolean }, text: string): Promise<boolean> => {
    const answer = await call('fields.set', { type, key, ...change })
    if (answer.ok) await onDone(text)
    else notifyFailure(answer)
    return answer.ok
  }
  const drop = async (key: string, label: string): Promise<void> => {
    const answer = await call('fields.drop', { type, key })
    if (!answer.ok) return notifyFailure(answer)
    const { filled } = answer.value
    await onDone(isOwnKey(key) ? `已去掉“${label}”${filled > 0 ? `；${filled} 条记录里填过的内容还在，历史记录里能看到` : ''}` : `“${label}”已恢复原样`)
  }
  return (
    <Card bare title="栏目" beside={<span className="mut">改完就存好了，不用点保存</span>}>
      <div className="rec-scroll-x" tabIndex={0}>
        <table className="tbl own-table">
          <thead><tr><th scope="col">栏目</th><th scope="col">这里叫什么</th><th scope="col">填什么</th><th scope="col">填表时要填</th><th scope="col">名册里显示</th><th scope="col"><span className="unseen">操作</span></th></tr></thead>
          <tbody>
            {Object.entries(ours.fields).filter(isColumn).map(([key, field]) => {
              const plain = declaration.fields[key]
              const setting = settings.find((one) => one.type === type && one.key === key)
              const computed = field.kind === 'derived' || field.need === 'app'
              return (
                <tr key={key}>
                  <td>{plain === undefined ? <b>自己加的</b> : plain.label}</td>
                  <td><LabelInput label={field.label} name={plain?.label ?? field.label} onSave={(label) => set(key, { label }, `已改叫“${label || plain?.label || ''}”`)} /></td>
                  <td className="mut">{field.oneOf === undefined ? kindWords[field.kind] : `选一项：${field.oneOf.join('、')}`}</td>
                  <td>
                    {computed ? <span className="mut">自动算</span> : (
                      <input
                        type="checkbox" className="tick" aria-label={`填表时要填${field.label}`} checked={field.hidden !== true} disabled={plain !== undefined && !mayHide(plain)}
                        title={plain !== undefined && !mayHide(plain) ? '保存或数据质量要用，不能去掉' : undefined}
                        onChange={(event) => void set(key, { hidden: !event.target.checked }, event.target.checked ? `填表时又有“${field.label}”` : `填表时不再有“${field.label}”`)}
                      />
                    )}
                  </td>
                  <td>
                    <input
                      type="checkbox" className="tick" aria-label={`名册里显示${field.label}`} checked={ours.columns.includes(key)} disabled={field.hidden === true}
                      onChange={(event) => void set(key, { column: event.target.checked }, event.target.checked ? `名册里有了“${field.label}”` : `名册里不再有“${field.label}”`)}
                    />
                  </td>
                  <td className="num">
                    {setting !== undefined && (isOwnKey(key) || ['label', 'hidden', 'column'].some((one) => one in setting)) && <Button look="text" onClick={() => void drop(key, plain?.label ?? field.label)}>{isOwnKey(key) ? '去掉' : '恢复原样'}</Button>}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

interface LabelInputProps {
  readonly label: string
  readonly name: string
  readonly onSave: (label: string) => Promise<boolean>
}

/** Kept when the field is left. */
function LabelInput({ label, name, onSave }: LabelInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const leave = (): void => {
    if (typed === null || typed.trim() === label) return setTyped(null)
    void onSave(typed.trim()).then(() => { setTyped(null) })
  }
  return <input className="input" aria-label={`${name}叫什么`} value={typed ?? label} maxLength={longestLabel} onChange={(event) => setTyped(event.target.value)} onBlur={leave} />
}
