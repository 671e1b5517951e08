import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import type { Declaration } from '../../../shared/record'
import { withSettings, type FieldSetting } from '../../../shared/records/own-fields'
import { call } from '../../api'
import { notifyFailure } from '../../state/notices'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import type { Done } from './kind-words'

interface ColumnOrderProps {
  readonly declaration: Declaration
  readonly settings: readonly FieldSetting[]
  readonly onDone: Done
}

/** The columns of the list as they stand from left to right; each goes one place to the left or to the right. */
export function ColumnOrder({ declaration, settings, onDone }: ColumnOrderProps) {
  const { type } = declaration
  const { columns, fields } = withSettings(declaration, settings)
  const moved = settings.some((one) => one.type === type && one.at !== undefined)
  const order = async (next: readonly string[], text: string): Promise<void> => {
    const answer = await call('fields.order', { type, columns: next })
    if (answer.ok) await onDone(text)
    else notifyFailure(answer)
  }
  const swap = (at: number, to: number): void => {
    const next = columns.with(at, columns[to] ?? '').with(to, columns[at] ?? '')
    void order(next, '名册里各栏的次序已改')
  }
  return (
    <Card title="名册里从左到右" {...(moved ? { tools: <Button look="text" onClick={() => void order([], '名册里各栏的次序已恢复原样')}>恢复原来的次序</Button> } : {})}>
      <ol className="own-order">
        {columns.map((key, at) => {
          const label = fields[key]?.label ?? '状态'
          return (
            <li key={key}>
              <button type="button" aria-label={`${label}往左移`} title="往左移" disabled={at === 0} onClick={() => swap(at, at - 1)}><Icon of={LeftOutlined} /></button>
              <span>{label}</span>
              <button type="button" aria-label={`${label}往右移`} title="往右移" disabled={at === columns.length - 1} onClick={() => swap(at, at + 1)}><Icon of={RightOutlined} /></button>
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
