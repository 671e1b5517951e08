import { useState } from 'react'
import type { Figure } from '../../../shared/measures/indicator'
import { meaningOf, type FormSheet } from '../../../shared/report/county-form'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorBox } from '../../ui/ErrorBox'
import type { GridCell } from './grid'
import { findPaths, pathChoices } from './paths'

interface CellCardProps {
  readonly sheet: FormSheet
  readonly cell: GridCell
  readonly figures: readonly Figure[]
  readonly onDone: () => void
}

const most = 12

/** What belongs into one cell: pressed from a list that is found by a few letters. */
export function CellCard({ sheet, cell, figures, onDone }: CellCardProps) {
  const { label, head } = meaningOf(sheet, cell.ref)
  const [typed, setTyped] = useState('')
  const [past, setPast] = useState(/上年|去年|上期/u.test(head))
  const put = useCommand('form.map')
  const point = async (path: string | undefined): Promise<void> => {
    const done = await put.run({ sheet: sheet.name, ref: cell.ref, ...(path === undefined ? {} : { path }) })
    if (done.ok) onDone()
  }
  const found = findPaths(pathChoices(figures), typed, most)
  const words = [label.replaceAll('/', ' › '), head].filter((one) => one !== '').join('，')
  return (
    <Card className="form-cell" title={`${cell.ref} 填什么`}>
      <p className="mut">{words === '' ? '这一格旁边没有字。' : words}</p>
      {cell.entry && <p className="row"><b className="grow">{`${cell.entry.name} ＝ ${cell.entry.value || '（现在没有数）'}`}</b><Button look="text" onClick={() => void point(undefined)}>不填这格</Button></p>}
      {cell.guess && <p className="row"><span className="grow">{`像是：${cell.guess.name}`}</span><Button onClick={() => void point(cell.guess?.path)}>就是它</Button></p>}
      <input className="input" aria-label="找指标" placeholder="找指标或记录，如 满意率、建议 标题" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <label className="form-past"><input type="checkbox" className="tick" checked={past} onChange={(event) => setPast(event.target.checked)} />填上一年的数</label>
      <ul className="form-paths">
        {found.map(({ path, name }) => (
          <li key={path}><button type="button" onClick={() => void point(past && !path.startsWith('head:') && !path.startsWith('rec:') ? `${path}@` : path)}>{name}</button></li>
        ))}
      </ul>
      {found.length === 0 && <p className="mut">没有这样的指标或记录。</p>}
      {put.error !== null && <ErrorBox failure={put.error} />}
    </Card>
  )
}
