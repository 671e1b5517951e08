import { CalendarOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons'
import { useRef } from 'react'
import type { Todo } from '../../../shared/todos/todo'
import { go } from '../../state/navigation'
import { useSession } from '../../state/session'
import type {} from '../calendar/routes'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { TodoCounts, TodoRow } from '../../ui/TodoRow'
import { useFit } from './use-fit'

const fewest = 4
const rowHeights = { standard: 62, large: 68, xlarge: 74 } as const

/** Late before soon before later; only whole rows are shown, and the way to all of them is always there. */
export function TodoCard({ todos, today }: { readonly todos: readonly Todo[]; readonly today: string }) {
  const size = useSession((state) => state.size)
  const box = useRef<HTMLDivElement>(null)
  const low = globalThis.innerHeight <= 720
  const fits = useFit(box, low && size === 'standard' ? 56 : rowHeights[size], fewest)
  const stacked = size !== 'standard' || globalThis.innerWidth <= 1180
  const shown = todos.slice(0, stacked ? 8 : fits)
  const hidden = todos.length - shown.length
  const hiddenLater = todos.slice(shown.length).every((todo) => todo.state === 'later')
  return (
    <Card
      bare
      className="todo-card"
      title="待办"
      beside={<TodoCounts todos={todos} />}
      tools={
        <>
          <Button look="text" onClick={() => go({ screen: 'year' })}>今年必做</Button>
          <Button look="text" icon={<Icon of={CalendarOutlined} />} onClick={() => go({ screen: 'calendar' })}>日历</Button>
          <Button look="text" icon={<Icon of={PrinterOutlined} />} onClick={() => go({ screen: 'todos', print: true })}>打印</Button>
        </>
      }
    >
      <div className="todo-box" ref={box}>
        {todos.length === 0
          ? <EmptyState title="现在没有要办的事" hint="有期限的事会按先后列在这里。" />
          : <ul>{shown.map((todo) => <TodoRow key={todo.id} todo={todo} today={today} />)}</ul>}
      </div>
      {hidden > 0 && (
        <button type="button" className="link more" onClick={() => go({ screen: 'todos' })}>
          {`还有 ${hidden} 件${hiddenLater ? '在以后' : ''}，查看全部 ${todos.length} 件`}
          <Icon of={RightOutlined} />
        </button>
      )}
    </Card>
  )
}
