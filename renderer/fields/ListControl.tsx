import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { ComponentType } from 'react'
import type { Field, Row } from '../../shared/fields'
import { useOffice } from '../state/session'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { listValue, type ControlProps } from './control-props'
import { isTable, pasteCells } from './paste-cells'

/** A small table that is typed into, or pasted into from Excel starting at any cell. `Cell` is the control of a cell by its kind. */
export function ListControl({ Cell, ...props }: ControlProps & { readonly Cell: ComponentType<ControlProps> }) {
  const { field, onChange } = props
  const items = field.items ?? {}
  const today = useOffice()?.today ?? ''
  const rows = listValue<Row>(props.value)
  const put = (next: readonly Row[]): void => onChange(next.length === 0 ? null : next)
  const setCell = (index: number, key: string, value: unknown): void =>
    put(rows.map((row, at) => (at === index ? { ...row, [key]: value as Row[string] } : row)))
  const full = rows.length >= (field.max ?? 500)
  return (
    <div id={props.id} role="group" aria-label={props.name ?? field.label} aria-describedby={props.describedBy}>
      {rows.length > 0 && (
        <div className="grid-scroll">
          <table className="grid">
            <thead>
              <tr>
                {Object.entries(items).map(([key, item]) => <th key={key} scope="col">{item.label}</th>)}
                <th><span className="unseen">删除</span></th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={index}>
                  {Object.entries(items).map(([key, item]) => (
                    <td
                      key={key}
                      onPaste={(event) => {
                        const text = event.clipboardData.getData('text/plain')
                        if (!isTable(text)) return
                        event.preventDefault()
                        put(pasteCells(rows, items, { row: index, key }, text, today))
                      }}
                    >
                      <Cell
                        field={asCell(item)}
                        id={`${props.id}-${index}-${key}`}
                        name={`${item.label} 第${index + 1}行`}
                        value={row[key]}
                        disabled={props.disabled === true}
                        compact
                        onChange={(value) => setCell(index, key, value)}
                        {...(props.onLeave === undefined ? {} : { onLeave: props.onLeave })}
                      />
                    </td>
                  ))}
                  <td>
                    <Button look="text" aria-label={`删除第${index + 1}行`} icon={<Icon of={DeleteOutlined} />} disabled={props.disabled === true} onClick={() => put(rows.filter((_, at) => at !== index))} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="row">
        <Button icon={<Icon of={PlusOutlined} />} disabled={props.disabled === true || full} onClick={() => put([...rows, {}])}>加一行</Button>
        <span className="hint">可以从 Excel 复制几行几列，粘贴到任一格</span>
      </div>
    </div>
  )
}

// In a narrow cell a list of codes is always a drop-down, and long text one line.
const asCell = (item: Field): Field => (item.kind === 'longText' ? { ...item, kind: 'text' } : item)
