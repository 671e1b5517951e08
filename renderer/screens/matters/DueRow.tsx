import type { RecordPage } from '../../../shared/contract/records'
import { textOf } from '../../../shared/facts'
import { go } from '../../state/navigation'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { RuleTag } from '../../ui/RuleTag'
import { sayDate, sayTodoDays } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { daysToSpare } from './course'

const tones = { late: 'late', soon: 'soon', later: 'idle', past: 'idle' } as const

/** Until when an answer is owed, who says so, and whether it came in time. */
export function DueRow({ page }: { readonly page: RecordPage }) {
  const { record } = page
  const due = textOf(record.fields, 'due_on')
  const todo = page.todos.find((one) => one.due_on === due)
  const spare = daysToSpare(record)
  const open = record.status === '已转办' || record.status === '代表自办'
  if (due === '' && !open) return null
  return (
    <Card title="办理期限">
      <div className="matter-due">
        {due === ''
          ? <><span className="mut grow">还没有定到哪天答复，到期也就不会提醒。</span><Button onClick={() => go({ screen: 'edit', type: record.type, id: record.id, focus: 'due_on' })}>定期限</Button></>
          : (
            <>
              <b className="num">{sayDate(due)}</b>
              {spare !== null && <Status tone={spare < 0 ? 'late' : 'done'}>{spare < 0 ? `超期 ${-spare} 天才答复` : spare === 0 ? '当天答复' : `提前 ${spare} 天答复`}</Status>}
              {spare === null && todo !== undefined && <Status tone={tones[todo.state]}>{sayTodoDays(todo)}</Status>}
              <RuleTag who={todo?.who ?? '镇里'}>{todo?.source ?? '群众反映事项办理期限'}</RuleTag>
            </>
          )}
      </div>
    </Card>
  )
}
