import { useState } from 'react'
import type { Rehearsal } from '../../../shared/contract/rehearsal'
import { go } from '../../state/navigation'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'

const page = 30

/** Records that are not filled in: by who entered them, and one by one. */
export function MissingCard({ told }: { readonly told: Rehearsal }) {
  const [by, setBy] = useState('')
  const [rows, setRows] = useState(page)
  const shown = told.missing.filter((record) => by === '' || record.by === by)
  return (
    <Card
      bare
      title="没填全的记录"
      tools={told.by_person.length > 1 && (
        <select className="input" aria-label="谁登记的" value={by} onChange={(event) => { setBy(event.target.value); setRows(page) }}>
          <option value="">{`所有人，${String(told.missing.length)} 条`}</option>
          {told.by_person.map(({ name, records, fields }) => <option key={name} value={name}>{`${name} ${String(records)} 条，缺 ${String(fields)} 处`}</option>)}
        </select>
      )}
    >
      {told.missing.length === 0 && <EmptyState title="都填全了" hint="这一年的记录没有空着的必填内容。" />}
      <ul className="rehearsal-list">
        {shown.slice(0, rows).map((record) => (
          <li key={record.id}>
            <span className="grow">
              <button type="button" className="link" onClick={() => go({ screen: 'record', id: record.id, type: record.type })}>{record.title || record.label}</button>
              <span className="sm mut">{`${record.label} · ${record.by}登记 · 缺：${record.fields.join('、')}`}</span>
            </span>
            <Button look="text" aria-label={`去填 ${record.title}`} onClick={() => go({ screen: 'edit', type: record.type, id: record.id })}>去填</Button>
          </li>
        ))}
      </ul>
      {shown.length > rows && <button type="button" className="link more" onClick={() => setRows(rows + page)}>{`再看 ${String(Math.min(page, shown.length - rows))} 条，共 ${String(shown.length)} 条`}</button>}
    </Card>
  )
}
