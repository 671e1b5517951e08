import { useId, useState } from 'react'
import { longestLabel, ownKinds, type OwnKind } from '../../../shared/records/own-fields'
import { LabelledRow } from '../../fields/LabelledRow'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorBox } from '../../ui/ErrorBox'
import { ownKindWords, type Done } from './kind-words'

/** One more column of the office's own. */
export function NewField({ type, onDone }: { readonly type: string; readonly onDone: Done }) {
  const id = useId()
  const [label, setLabel] = useState('')
  const [kind, setKind] = useState<OwnKind>('text')
  const [words, setWords] = useState('')
  const [column, setColumn] = useState(true)
  const make = useCommand('fields.set')
  const add = async (): Promise<void> => {
    const answer = await make.run({ type, label, kind, column, ...(kind === 'choice' ? { options: words.split(/[\n\t、，,;；]+/u).map((word) => word.trim()).filter((word) => word !== '') } : {}) })
    if (!answer.ok) return
    setLabel('')
    setWords('')
    await onDone(`已加栏目“${label.trim()}”，填表时就有了`)
  }
  return (
    <Card title="加一栏" beside={<span className="mut">县里表上有、这里没有的</span>}>
      <form
        className="own-new"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <LabelledRow label="名称" htmlFor={`${id}label`} required>
          <input id={`${id}label`} className="input" value={label} maxLength={longestLabel} autoComplete="off" onChange={(event) => setLabel(event.target.value)} />
        </LabelledRow>
        <LabelledRow label="填什么" htmlFor={`${id}kind`} required hint="定了以后不能换，名称随时能改。">
          <select id={`${id}kind`} className="input" value={kind} onChange={(event) => setKind(event.target.value as OwnKind)}>
            {ownKinds.map((one) => <option key={one} value={one}>{ownKindWords[one]}</option>)}
          </select>
        </LabelledRow>
        {kind === 'choice' && (
          <LabelledRow label="选项" htmlFor={`${id}words`} required hint="用顿号或换行分开，如：好、较好、一般">
            <textarea id={`${id}words`} className="input" rows={2} value={words} onChange={(event) => setWords(event.target.value)} />
          </LabelledRow>
        )}
        <LabelledRow label="名册里显示" htmlFor={`${id}column`}>
          <input id={`${id}column`} type="checkbox" className="tick" checked={column} onChange={(event) => setColumn(event.target.checked)} />
        </LabelledRow>
        {make.error !== null && <ErrorBox failure={make.error} />}
        <div className="own-do"><Button look="primary" submit busy={make.busy}>加上这一栏</Button></div>
      </form>
    </Card>
  )
}
