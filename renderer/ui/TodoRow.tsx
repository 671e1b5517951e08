import type { ReactNode } from 'react'
import { aheadOf, type Todo } from '../../shared/todos/todo'
import { go } from '../state/navigation'
import { routeOfTodo } from '../state/todo-action'
import { Button } from './Button'
import { askWhy } from '../state/ask-why'
import { CutTitle } from './CutTitle'
import { RuleTag } from './RuleTag'
import { sayShortDate, sayTodoDays } from './say-date'
import { Status, type Tone } from './Status'

const tones: Readonly<Record<Todo['state'], Tone>> = { late: 'late', soon: 'soon', later: 'idle', past: 'idle' }

/** 逾期 (启用前 where the program was not used yet), then the flags 7, 15 and 30 days before. */
function nearness({ days, state }: Todo): string {
  if (state === 'past') return '启用前'
  const ahead = aheadOf(days)
  return ahead === 'late' ? '逾期' : ahead === 'later' ? '以后' : `${ahead}天内`
}

/** One thing to do: what, who wants it by which rule, until when, and the button that settles it in the same row. */
export function TodoRow({ todo, today, beside }: { readonly todo: Todo; readonly today: string; readonly beside?: ReactNode }) {
  const tone = tones[todo.state]
  const { about } = todo
  const due = sayShortDate(todo.due_on, today)
  const source = [todo.source, todo.owner, todo.note].filter(Boolean).join(' · ')
  return (
    <li className={`todo ${tone}`}>
      <Status tone={tone} box>{nearness(todo)}</Status>
      <div className="grow">
        {about === null
          ? <span className="todo-title cut" title={todo.title}><CutTitle text={todo.title} /></span>
          : <button type="button" className="link todo-title cut" title={todo.title} aria-label={todo.title} onClick={() => go({ screen: 'record', id: about.id, type: about.type })}><CutTitle text={todo.title} /></button>}
        <button type="button" className="todo-why cut" title={`${source}，点开看这个期限怎么来的`} onClick={() => askWhy({ of: 'record', input: { todo: todo.id } })}>
          <RuleTag who={todo.who}>{source}</RuleTag>
          <span className="unseen">，期限怎么来的</span>
        </button>
      </div>
      <div className="todo-due">
        <span className="sm mut">{todo.state === 'late' || todo.state === 'past' ? `应于${due}` : `${due}前`}</span>
        <b>{sayTodoDays(todo)}</b>
      </div>
      {beside}
      <Button className="todo-button" aria-label={`${todo.action.label}：${todo.title}`} onClick={() => go(routeOfTodo(todo))}>{todo.action.label}</Button>
    </li>
  )
}

/** 逾期 2, 30天内 5, 以后 4. */
export function TodoCounts({ todos }: { readonly todos: readonly Todo[] }) {
  const count = (state: Todo['state']): number => todos.filter((todo) => todo.state === state).length
  return (
    <>
      {count('late') > 0 && <Status tone="late">{`逾期 ${count('late')}`}</Status>}
      {count('soon') > 0 && <Status tone="soon">{`30天内 ${count('soon')}`}</Status>}
      {count('later') > 0 && <Status tone="idle">{`以后 ${count('later')}`}</Status>}
      {count('past') > 0 && <Status tone="idle" quiet>{`启用前 ${count('past')}，可补录`}</Status>}
    </>
  )
}
