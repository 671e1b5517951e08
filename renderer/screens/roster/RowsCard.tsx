import { useState } from 'react'
import type { RosterPreview, RosterRow } from '../../../shared/contract/figures'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { Segmented } from '../../ui/Segmented'
import { Status } from '../../ui/Status'
import { countState, rowStates, stateWords, type RowState } from './roster-words'

type Shown = RowState | 'all'
const page = 50
const shownChanges = 6

/** Row by row what would be written and what is doubtful. */
export function RowsCard({ preview, start = 'all' }: { readonly preview: RosterPreview; readonly start?: Shown }) {
  const [shown, setShown] = useState<Shown>(start)
  const [count, setCount] = useState(page)
  const rows = preview.lines.filter((line) => shown === 'all' || line.state === shown)
  const states = rowStates.filter((state) => state === shown || countState(preview, state) > 0)
  return (
    <Card
      bare
      className="ros-rows"
      title="逐行预览"
      beside={(
        <Segmented
          label="看哪些行" value={shown} onChange={(value) => { setShown(value); setCount(page) }}
          options={[{ value: 'all', label: `全部 ${preview.lines.length}` }, ...states.map((state) => ({ value: state, label: `${stateWords[state].word} ${countState(preview, state)}` }))]}
        />
      )}
    >
      {rows.length === 0 ? <EmptyState title="没有这样的行" /> : (
        <table className="tbl ros-table">
          <thead><tr><th scope="col" className="num">行</th><th scope="col">姓名</th><th scope="col">情况</th><th scope="col">会写入什么、要留意什么</th></tr></thead>
          <tbody>{rows.slice(0, count).map((row) => <Line key={row.row} row={row} />)}</tbody>
        </table>
      )}
      {rows.length > count && <button type="button" className="link rec-more" onClick={() => setCount(count + page)}>{`再看 ${Math.min(page, rows.length - count)} 行，共 ${rows.length} 行`}</button>}
    </Card>
  )
}

function Line({ row }: { readonly row: RosterRow }) {
  const { word, tone } = stateWords[row.state]
  const rest = row.changes.length - shownChanges
  // A new person has nothing before: the arrow would only be noise.
  const isNew = row.changes.every((change) => change.before === '（空）')
  return (
    <tr>
      <td className="num mut">{row.row}</td>
      <td className="nw"><b>{row.name || '（空）'}</b></td>
      <td><Status tone={tone} box>{word}</Status></td>
      <td>
        {row.under.length > 0 && row.state !== 'wrong' && <div><span className="mut">按上面的标题行归到　</span>{row.under.join('、')}</div>}
        {row.changes.length > 0 && (
          <div>
            {row.changes.slice(0, shownChanges).map((change) => (
              <span key={change.label} className="ros-change">
                <span className="mut">{change.label}</span>
                {isNew ? ` ${change.after}` : ` ${change.before} → ${change.after}`}
              </span>
            ))}
            {rest > 0 && <span className="mut">{`等 ${row.changes.length} 项`}</span>}
          </div>
        )}
        {row.notes.map((note, index) => <div key={index}><Status tone={row.state === 'wrong' ? 'late' : 'soon'} quiet>{note.say}</Status></div>)}
        {row.changes.length === 0 && row.notes.length === 0 && (row.under.length === 0 || row.state === 'same') && <span className="mut">{row.state === 'same' ? '和名册里的一样，不改动' : '新增这一名，表里的内容都写入'}</span>}
      </td>
    </tr>
  )
}
