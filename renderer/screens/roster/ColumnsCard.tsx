import { useState } from 'react'
import type { RosterPreview } from '../../../shared/contract/figures'
import { maskIdNo } from '../../../shared/parse/id-no'
import { maskPhone } from '../../../shared/parse/phone'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ListSelect } from '../../ui/ListSelect'
import { Status } from '../../ui/Status'
import { columnName, ignored, isSerial, letterOf } from './roster-words'

interface ColumnsCardProps {
  readonly preview: RosterPreview
  readonly onChoose: (column: string, field: string) => void
}

/** Numbers that identify somebody are not laid open by a preview. */
function sampleOf(column: RosterPreview['columns'][number]): string {
  if (column.field === 'person_private.id_no') return maskIdNo(column.sample)
  return column.field?.startsWith('person_private.phone') === true ? maskPhone(column.sample) : column.sample
}

/** What each column of the sheet is taken for; folded, because most sheets are understood as they are. */
export function ColumnsCard({ preview, onChoose }: ColumnsCardProps) {
  const columns = preview.columns.filter((column) => column.heading.trim() !== '' || column.sample.trim() !== '')
  const unknown = columns.filter((column) => column.field === null)
  const [shown, setShown] = useState(false)
  const options = [{ value: ignored, label: '不导入' }, ...preview.fields.map(({ key, label }) => ({ value: key, label }))]
  return (
    <Card
      bare
      title="列的对应"
      beside={unknown.length === 0
        ? <Status tone="done">{`${columns.length} 列都认出来了`}</Status>
        : <span className="cut"><Status tone="done">{`认出 ${columns.length - unknown.length} 列`}</Status>　<Status tone={unknown.every(({ heading }) => isSerial(heading)) ? "idle" : "soon"} quiet>{`不导入：${unknown.map((column) => column.heading || `${letterOf(column.index)} 列`).join('、')}`}</Status></span>}
      tools={<Button look="text" aria-expanded={shown} onClick={() => setShown(!shown)}>{shown ? '收起' : '核对列、改对应'}</Button>}
    >
      {shown && (
        <div className="ros-columns">
          {columns.map((column) => (
            <div key={column.index} className={column.field === null ? 'out' : undefined}>
              <div className="cut" title={column.heading}><b>{column.heading || `${letterOf(column.index)} 列`}</b></div>
              <div className="sm mut cut" title={sampleOf(column)}>{column.sample === '' ? '（第一行是空的）' : `如 ${sampleOf(column)}`}</div>
              <ListSelect
                aria-label={`“${column.heading || letterOf(column.index)}”这一列是`}
                options={options}
                value={column.field ?? ignored}
                showSearch={{ optionFilterProp: 'label' }}
                style={{ width: '100%' }}
                onChange={(field) => onChoose(columnName(preview, column.index), field)}
              />
            </div>
          ))}
        </div>
      )}
    </Card>
  )
}
