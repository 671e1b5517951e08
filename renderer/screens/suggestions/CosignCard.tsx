import { CopyOutlined, SnippetsOutlined } from '@ant-design/icons'
import { useState, type KeyboardEvent } from 'react'
import type { DeputyRow } from '../../../shared/contract/records'
import { PasteNames } from '../../fields/PasteNames'
import { composing } from '../../state/use-keys'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'

interface CosignCardProps {
  /** Everybody who can be meant, without the one who leads. */
  readonly people: readonly DeputyRow[]
  readonly chosen: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
  /** Those of the last suggestion. */
  readonly last: readonly string[]
}

/** Who signs with the one who leads: names to tick, found by a few letters or pasted from a table. */
export function CosignCard({ people, chosen, onChange, last }: CosignCardProps) {
  const [text, setText] = useState('')
  const [pasting, setPasting] = useState(false)
  const word = text.trim().toLowerCase()
  const found = word === '' ? people : people.filter((row) => row.name.includes(word) || row.initials.startsWith(word))
  const toggle = (id: string): void => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const onKey = (event: KeyboardEvent): void => {
    const only = found.length === 1 ? found[0] : undefined
    if (event.key !== 'Enter' || composing(event.nativeEvent) || only === undefined) return
    event.preventDefault()
    toggle(only.mandate)
    setText('')
  }
  const names = people.filter((row) => chosen.includes(row.mandate)).map((row) => row.name)
  return (
    <Card bare className="sug-cosign" title="联名代表" beside={<span className="mut" role="status">{chosen.length === 0 ? '没有就不用勾' : `${chosen.length} 人`}</span>}>
      <div className="sug-find">
        <input className="input" aria-label="找联名代表" placeholder="姓名或拼音首字母" autoComplete="off" value={text} onChange={(event) => setText(event.target.value)} onKeyDown={onKey} />
        <Button icon={<Icon of={SnippetsOutlined} />} onClick={() => setPasting(true)}>粘贴</Button>
      </div>
      {last.length > 0 && chosen.length === 0 && <Button look="text" icon={<Icon of={CopyOutlined} />} onClick={() => onChange(last)}>{`和上一件一样（${last.length} 人）`}</Button>}
      {names.length > 0 && <p className="sug-names">{names.join('、')}</p>}
      {found.length === 0 && <p className="mut sug-names">{people.length === 0 ? '还没有在任代表，请先导入花名册。' : '没有找到，换个写法再试。'}</p>}
      <ul className="sug-ticks" aria-label="联名代表">
        {found.map((row) => (
          <li key={row.mandate}>
            <label title={[row.name, row.note].filter(Boolean).join(' ')}>
              <input type="checkbox" className="tick" checked={chosen.includes(row.mandate)} onChange={() => toggle(row.mandate)} />
              <span className="cut">{row.name}</span>
              {row.note !== '' && <span className="sm mut cut">{row.note}</span>}
            </label>
          </li>
        ))}
      </ul>
      {pasting && (
        <PasteNames
          people={people.map((row) => ({ id: row.mandate, title: row.name, note: row.note }))}
          title="粘贴联名代表"
          onPick={(ids) => {
            onChange(ids)
            setPasting(false)
          }}
          onClose={() => setPasting(false)}
        />
      )}
    </Card>
  )
}
