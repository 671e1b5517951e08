import { useEffect, useRef } from 'react'
import { labelOf } from '../../../shared/codes'
import type { DeputyRow } from '../../../shared/contract/records'
import { moveByArrows } from '../../records/RecordTable'
import { SortHeading, type Sort } from '../../records/SortHeading'
import { toneOfStatus } from '../../records/status-words'
import { sayDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'

interface DeputyTableProps {
  readonly rows: readonly DeputyRow[]
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
  readonly opened: string | null
  readonly onOpen: (row: DeputyRow) => void
  readonly onEnd?: () => void
}

/** Covered numbers have no order. */
const columns: readonly { readonly key: string | null; readonly label: string; readonly className?: string }[] = [
  { key: 'name', label: '姓名' }, { key: 'sex', label: '性别', className: 'dep-opt' }, { key: 'birth', label: '出生年月', className: 'dep-opt' }, { key: 'party', label: '政治面貌' }, { key: 'post', label: '单位、职务' },
  { key: 'constituency', label: '选区' }, { key: 'group', label: '小组' }, { key: null, label: '电话' }, { key: 'events', label: '今年参加', className: 'num' }, { key: 'status', label: '情况' },
]

/** A deputy a line; a press anywhere or Enter opens, arrows move between lines. */
export function DeputyTable({ rows, sort, onSort, opened, onOpen, onEnd }: DeputyTableProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const first = useRef(opened)
  useEffect(() => {
    const row = first.current === null ? null : body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(first.current)}"]`)
    if (!row) return
    first.current = null
    row.focus()
    row.scrollIntoView({ block: 'center' })
  }, [rows])
  return (
    <table className="tbl rec-table">
      <thead>
        <tr>
          {columns.map(({ key, label, className }) => (key === null
            ? <th key={label} scope="col">{label}</th>
            : <SortHeading key={key} name={key} label={label} sort={sort} onSort={onSort} className={className} />))}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={(event) => moveByArrows(event, body.current, onEnd)}>
        {rows.map((row) => (
          <tr key={row.mandate} className="opens" onClick={() => onOpen(row)}>
            <td>
              <button type="button" className="link dep-name" data-row={row.mandate} onClick={(event) => { event.stopPropagation(); onOpen(row) }}>{row.name}</button>
              {row.presidium_role !== null && <span className="dep-role">{row.presidium_role}</span>}
              {row.note !== '' && <span className="sm mut">{` ${row.note}`}</span>}
            </td>
            <td className="dep-opt">{row.sex === null ? '' : labelOf('sex', row.sex)}</td>
            <td className="dep-opt">{sayDate(row.birth)}</td>
            <td className="cut">{row.party === null ? '' : labelOf('party', row.party)}</td>
            <td className="cut dep-post" title={row.post ?? ''}>{row.post ?? ''}</td>
            <td className="cut" title={row.constituency ?? ''}>{row.constituency ?? ''}</td>
            <td className="cut" title={row.group ?? ''}>{row.group ?? ''}</td>
            <td>{row.phone ?? ''}</td>
            <td className="num">{`${row.events} 次`}</td>
            <td>
              <span className="row dep-state">
                {row.status !== '在任' && <Status tone={toneOfStatus('mandate', row.status)} quiet>{row.status}</Status>}
                {row.status === '在任' && row.doubts === 0 && <Status tone="done" quiet>在任</Status>}
                {row.doubts > 0 && <Status tone="soon" quiet>{`待核 ${row.doubts}`}</Status>}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
