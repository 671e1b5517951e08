import type { Todo } from '../../../shared/todos/todo'
import { Sheet } from '../../print/Sheet'
import { sayDate, sayTodoDays } from '../../ui/say-date'

/** The list on paper: what, by which rule, whose, until when, and room for a tick. */
export function TodosSheet({ todos, office, today }: { readonly todos: readonly Todo[]; readonly office: string; readonly today: string }) {
  return (
    <Sheet title="待办事项清单" lines={[`${office}人大主席团`, `截至：${sayDate(today)}`, `共 ${todos.length} 件`]}>
      <table className="todo-sheet">
        <thead><tr><th>序号</th><th>事项</th><th>依据</th><th>责任人</th><th>期限</th><th>办结</th></tr></thead>
        <tbody>
          {todos.map((todo, at) => (
            <tr key={todo.id}>
              <td>{at + 1}</td><td>{todo.title}</td><td>{`${todo.who}：${todo.source}`}</td><td className="owner">{todo.owner || '主席团'}</td><td className="due">{sayDate(todo.due_on)}<br />{sayTodoDays(todo)}</td><td />
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
