import { useState } from 'react'
import { useLevel } from '../../state/level'
import { Button } from '../../ui/Button'

interface TownChoiceProps {
  readonly towns: readonly { readonly code: string; readonly name: string }[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

/** Which towns it goes to: ticked one by one, all at once, or found by name. */
export function TownChoice({ towns, chosen, onChange }: TownChoiceProps) {
  const level = useLevel()
  const [text, setText] = useState('')
  const shown = towns.filter((town) => text.trim() === '' || town.name.includes(text.trim()) || town.code.includes(text.trim()))
  const tick = (code: string, on: boolean): void => {
    const next = new Set(chosen)
    if (on) next.add(code)
    else next.delete(code)
    onChange(next)
  }
  const all = shown.every((town) => chosen.has(town.code))
  const tickShown = (): void => {
    const next = new Set(chosen)
    for (const { code } of shown) if (all) next.delete(code)
    else next.add(code)
    onChange(next)
  }
  return (
    <fieldset className="town-choice">
      <legend className="lab req">交办给</legend>
      <div className="row">
        {towns.length > 12 && <input className="input" aria-label={`找${level.which}`} placeholder={`找${level.which}`} value={text} onChange={(event) => setText(event.target.value)} />}
        <Button disabled={shown.length === 0} onClick={tickShown}>{all && shown.length > 0 ? '全不选' : '全选'}</Button>
        <span className="mut nw">{`已选 ${String(chosen.size)} 个，共 ${String(towns.length)} 个`}</span>
      </div>
      <div className="town-choice-list">
        {shown.map((town) => (
          <label key={town.code} className="row">
            <input type="checkbox" className="tick" checked={chosen.has(town.code)} onChange={(event) => tick(town.code, event.target.checked)} />
            {town.name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
