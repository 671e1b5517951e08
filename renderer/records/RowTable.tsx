import type { Titles } from '../../shared/contract/records'
import type { Rec } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import { titleOfRow } from '../state/titles'
import { Button } from '../ui/Button'
import { Status } from '../ui/Status'
import { showValue, toneOfStatus } from './show-value'

interface RowTableProps {
  readonly type: string
  readonly rows: readonly Rec[]
  readonly titles: Titles
  readonly onOpen: (id: string) => void
  readonly action?: { readonly label: string; readonly run: (id: string) => void }
  /** Columns left out, e.g. the parent that all rows share. */
  readonly without?: readonly string[]
}

const alignRight = new Set(['int', 'money'])

/** Rows of one type under the columns of its declaration; the whole row opens the record, also by Enter. */
export function RowTable({ type, rows, titles, onOpen, action, without = [] }: RowTableProps) {
  const declaration = declarationOf(type)
  if (!declaration) return null
  const columns = declaration.columns.filter((key) => !without.includes(key))
  const named = columns[0] !== undefined && ['text', 'longText'].includes(declaration.fields[columns[0]]?.kind ?? '')
  return (
    <table className="rows">
      <thead>
        <tr>
          {!named && <th>名称</th>}
          {columns.map((key) => <th key={key} className={alignRight.has(declaration.fields[key]?.kind ?? '') ? 'num' : ''}>{key === 'status' ? '状态' : declaration.fields[key]?.label ?? key}</th>)}
          {action && <th aria-label="操作" />}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} tabIndex={0} onClick={() => { onOpen(row.id) }} onKeyDown={(event) => { if (event.key === 'Enter' && event.target === event.currentTarget) onOpen(row.id) }}>
            {!named && <td className="name"><span className="cut">{titleOfRow(row, titles)}</span></td>}
            {columns.map((key, index) => {
              const field = declaration.fields[key]
              if (key === 'status') return <td key={key}>{row.status === undefined ? '' : <Status tone={toneOfStatus(row.status, declaration.endStatuses)}>{row.status}</Status>}</td>
              const shown = field ? showValue(field, row.fields[key], titles) : ''
              return <td key={key} className={named && index === 0 ? 'name' : alignRight.has(field?.kind ?? '') ? 'num' : ''}><span className="cut" title={shown}>{shown === '' && named && index === 0 ? titleOfRow(row, titles) : shown}</span></td>
            })}
            {action && <td className="num"><Button onClick={(event) => { event.stopPropagation(); action.run(row.id) }}>{action.label}</Button></td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
