import { useEffect, useRef } from 'react'
import { labelOf } from '../../../shared/codes'
import type { DeputyRow } from '../../../shared/contract/records'
import { moveByArrows } from '../../records/RecordTable'
import { toneOfStatus } from '../../records/status-words'
import { sayDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'

interface DeputyTableProps {
  readonly rows: readonly DeputyRow[]
  readonly opened: string | null
  readonly onOpen: (row: DeputyRow) => void
  readonly onEnd?: () => void
}

/** A deputy a line; a press anywhere or Enter opens, arrows move between lines. */
export function DeputyTable({ rows, opened, onOpen, onEnd }: DeputyTableProps) {
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
          <th scope="col">姓名</th><th scope="col" className="dep-opt">性别</th><th scope="col" className="dep-opt">出生年月</th><th scope="col">政治面貌</th><th scope="col">单位、职务</th><th scope="col">选区</th>
          <th scope="col">小组</th><th scope="col">电话</th><th scope="col" className="num">今年参加</th><th scope="col">情况</th>
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
