import { declarationOf } from '../../../shared/records'
import { aheadOf } from '../../../shared/todos/todo'
import { go } from '../../state/navigation'
import { routeOfTodo } from '../../state/todo-action'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { RuleTag } from '../../ui/RuleTag'
import { sayTodoDays, sayShortDate, sayWeekday } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import type { Cell } from './month'

const kinds = { off: '放假', worked: '调休上班', weekend: '周末', work: '' } as const

/** Everything of one day, with the buttons that settle it. */
export function DayCard({ cell, today }: { readonly cell: Cell; readonly today: string }) {
  const { day, info, todos, events } = cell
  const beside = [sayWeekday(day), info === null ? '' : kinds[info.kind], info?.known === false ? '按周末推算' : ''].filter((word) => word !== '').join('，')
  return (
    <Card bare className="day-card" title={sayShortDate(day, today)} beside={<span className="mut">{beside}</span>}>
      {todos.length + events.length === 0 && <EmptyState title="这一天没有安排" hint="到期的事和会议、活动会列在这里。" />}
      <ul>
        {todos.map((todo) => (
          <li key={todo.id}>
            <div className="row"><Status tone={todo.state === 'past' ? 'idle' : aheadOf(todo.days) === 'late' ? 'late' : 'soon'}>{`到期，${sayTodoDays(todo)}`}</Status></div>
            <b>{todo.title}</b>
            <RuleTag who={todo.who}>{[todo.source, todo.owner].filter(Boolean).join(' · ')}</RuleTag>
            <Button aria-label={`${todo.action.label}：${todo.title}`} onClick={() => go(routeOfTodo(todo))}>{todo.action.label}</Button>
          </li>
        ))}
        {events.map((event) => (
          <li key={event.id}>
            <div className="row"><Status tone={event.done ? 'done' : 'doing'}>{declarationOf(event.type)?.label ?? event.type}</Status></div>
            <button type="button" className="link" onClick={() => go({ screen: 'record', id: event.id, type: event.type })}>{event.title}</button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
