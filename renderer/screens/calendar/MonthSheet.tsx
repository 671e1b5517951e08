import type { Calendar } from '../../../shared/contract/year'
import { declarationOf } from '../../../shared/records'
import { Sheet } from '../../print/Sheet'
import { sayDate, sayShortDate, sayWeekday } from '../../ui/say-date'
import { weeksOf } from './month'

const kinds = { off: '放假', worked: '上班', weekend: '', work: '' } as const

/** The month on paper: every day with something on it, a line each. */
export function MonthSheet({ month, calendar, office }: { readonly month: string; readonly calendar: Calendar; readonly office: string }) {
  const cells = weeksOf(month, calendar).flat().filter((cell) => cell.inMonth && (cell.todos.length > 0 || cell.events.length > 0))
  return (
    <Sheet title={`${sayDate(month)}工作日历`} lines={[`${office}人大主席团`, `打印日期：${sayDate(calendar.today)}`]}>
      {cells.length === 0 ? <p>本月没有到期的事，也没有登记的安排。</p> : (
        <table>
          <thead><tr><th>日期</th><th>安排</th><th>到期的事</th><th>责任人</th></tr></thead>
          <tbody>
            {cells.map(({ day, info, todos, events }) => (
              <tr key={day}>
                <td>{`${sayShortDate(day, day)} ${sayWeekday(day)}${info === null ? '' : kinds[info.kind]}`}</td>
                <td>{events.map((event) => <div key={event.id}>{`${declarationOf(event.type)?.label ?? ''}：${event.title}`}</div>)}</td>
                <td>{todos.map((todo) => <div key={todo.id}>{`${todo.title}（${todo.source}）`}</div>)}</td>
                <td>{[...new Set(todos.map((todo) => todo.owner).filter((owner) => owner !== ''))].join('、')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  )
}
