import { useId, useState } from 'react'
import { normaliseName } from '../../shared/parse/name'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Status } from '../ui/Status'
import { matchNames, type Named } from './match-names'

interface PasteNamesProps {
  /** Everybody who can be meant. */
  readonly people: readonly Named[]
  readonly title?: string
  /** Of a roll: a sheet says beside some names that they did not come. */
  readonly roll?: boolean
  /** Ids in the order of the sheet, and the word beside those who did not come: 请假. */
  readonly onPick: (ids: readonly string[], away: Readonly<Record<string, string>>) => void
  readonly onClose: () => void
}

/** A column of names copied in Excel or WPS is pasted here; namesakes are chosen by hand, unknown names are said. */
export function PasteNames({ people, title = '从表格粘贴名单', roll = false, onPick, onClose }: PasteNamesProps) {
  const id = useId()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const matched = matchNames(text, people)
  const picked = [...new Set([...matched.ids, ...matched.namesakes.flatMap(({ name }) => (chosen[name] ? [chosen[name]] : []))])]
  const titles = new Map(people.map((one) => [one.id, one.title]))
  const away = Object.fromEntries(picked.flatMap((one) => {
    const word = matched.away[normaliseName(titles.get(one) ?? '')]
    return roll && word !== undefined ? [[one, word]] : []
  }))
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button look="primary" disabled={picked.length === 0} onClick={() => onPick(picked, away)}>{`选上 ${picked.length} 人`}</Button>
        </>
      }
    >
      <label htmlFor={id}>在表格里选中姓名一列，复制，再粘贴到这里（Ctrl+V）</label>
      <textarea id={id} className="input" autoFocus rows={6} value={text} onChange={(event) => setText(event.target.value)} />
      {text.trim() !== '' && <Status tone={matched.ids.length > 0 ? 'done' : 'soon'}>{`认出 ${matched.ids.length} 人`}</Status>}
      {matched.namesakes.map(({ name, candidates }) => (
        <fieldset key={name}>
          <legend><Status tone="soon">{`有 ${candidates.length} 位“${name}”，是哪一位？`}</Status></legend>
          <div className="choices">
            {candidates.map((one) => (
              <label key={one.id}>
                <input type="radio" name={`${id}${name}`} checked={chosen[name] === one.id} onChange={() => setChosen({ ...chosen, [name]: one.id })} />
                {one.title}　<span className="mut">{one.note}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {Object.keys(away).length > 0 && <Status tone="soon" quiet>{`写明没来的不算出席：${Object.entries(away).map(([one, word]) => `${titles.get(one) ?? ''}（${word}）`).join('、')}`}</Status>}
      {matched.again.length > 0 && <Status tone="soon" quiet>{`写了不止一次，只算一次：${matched.again.join('、')}`}</Status>}
      {matched.unknown.length > 0 && <Status tone="late" quiet>{`名单里没有：${matched.unknown.join('、')}`}</Status>}
    </Dialog>
  )
}
