import { useState } from 'react'
import type { DeputyRow } from '../../shared/contract/records'
import { labelOf } from '../../shared/codes'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'

interface PickPeopleProps {
  readonly all: readonly DeputyRow[]
  readonly chosen: readonly string[]
  readonly onPick: (ids: readonly string[]) => void
  readonly onClose: () => void
  readonly title?: string
}

const townLevel = '5'
const groupOf = (row: DeputyRow): string => (row.level === townLevel ? row.group ?? '没有编组' : `${labelOf('level', row.level)}代表`)

/** Who is expected: names under their groups, a whole group with one press. */
export function PickPeople({ all, chosen, onPick, onClose, title = '增减人员' }: PickPeopleProps) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set(chosen))
  const [text, setText] = useState('')
  const word = text.trim().toLowerCase()
  const found = word === '' ? all : all.filter((row) => row.name.includes(word) || row.initials.includes(word))
  const groups = [...new Set(found.map(groupOf))]
  const put = (rows: readonly DeputyRow[], on: boolean): void => {
    const next = new Set(ids)
    for (const row of rows) {
      if (on) next.add(row.mandate)
      else next.delete(row.mandate)
    }
    setIds(next)
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button look="primary" onClick={() => onPick(all.filter((row) => ids.has(row.mandate)).map((row) => row.mandate))}>{`就这 ${ids.size} 人`}</Button>
        </>
      }
    >
      <input className="input" role="searchbox" aria-label="找人" placeholder="打姓名或拼音首字母来找" autoComplete="off" value={text} onChange={(event) => setText(event.target.value)} />
      {found.length === 0 && <p className="mut">没有找到，换个写法再试。</p>}
      {groups.map((group) => {
        const rows = found.filter((row) => groupOf(row) === group)
        const whole = rows.every((row) => ids.has(row.mandate))
        return (
          <fieldset key={group} className="pick-group">
            <legend className="row">
              <b>{group}</b>
              <Button look="text" onClick={() => put(rows, !whole)} aria-label={`${group}${whole ? '全不选' : '全选'}`}>{whole ? '全不选' : '全选'}</Button>
            </legend>
            <div className="choices">
              {rows.map((row) => (
                <label key={row.mandate}>
                  <input type="checkbox" checked={ids.has(row.mandate)} onChange={(event) => put([row], event.target.checked)} />
                  {row.name}
                  {row.note !== '' && <span className="sm mut">　{row.note}</span>}
                </label>
              ))}
            </div>
          </fieldset>
        )
      })}
    </Dialog>
  )
}
