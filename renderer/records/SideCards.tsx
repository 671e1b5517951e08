import { AttachmentsCard } from '../attachments/AttachmentsCard'
import type { Todo } from '../../shared/todos/todo'
import type { RecordPage, StepOnPage } from '../../shared/contract/records'
import { go } from '../state/navigation'
import { routeOfTodo } from '../state/todo-action'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { RuleTag } from '../ui/RuleTag'
import { sayTodoDays, sayShortDate } from '../ui/say-date'
import { Status, type Tone } from '../ui/Status'
import { WhyButton } from '../why/WhyButton'

const tones: Readonly<Record<Todo['state'], Tone>> = { late: 'late', soon: 'soon', later: 'idle', past: 'idle' }

/** What this record is waited for, by whom and until when. */
export function DueCard({ page, today, onStep }: { readonly page: RecordPage; readonly today: string; readonly onStep: (step: StepOnPage) => void }) {
  if (page.todos.length === 0) return null
  const press = (todo: Todo): void => {
    const step = todo.action.kind === 'step' ? page.steps.find((one) => one.open && one.name === todo.action.step) : undefined
    if (step !== undefined) onStep(step)
    else go(routeOfTodo(todo))
  }
  // What would only open this very page has no button here; a field of it, another screen or a step has.
  const onThisPage = (todo: Todo): boolean => {
    const route = routeOfTodo(todo)
    return route.screen === 'record' && route.id === page.record.id && route.step === undefined
  }
  return (
    <Card bare title="要办的事" beside={<span className="mut">{`${page.todos.length} 件`}</span>}>
      <ul className="rec-due">
        {page.todos.map((todo) => (
          <li key={todo.id}>
            <div className="row">
              <Status tone={tones[todo.state]}>{sayTodoDays(todo)}</Status>
              <span className="grow sm mut num">{`${sayShortDate(todo.due_on, today)}前`}</span>
              <WhyButton about={`${todo.title}的期限`} asked={{ of: 'record', input: { todo: todo.id } }} />
            </div>
            <b>{todo.title}</b>
            <div className="row">
              <div className="grow cut" title={todo.source}><RuleTag who={todo.who}>{[todo.source, todo.owner].filter(Boolean).join(' · ')}</RuleTag></div>
              {!onThisPage(todo) && <Button aria-label={`${todo.action.label}：${todo.title}`} onClick={() => press(todo)}>{todo.action.label}</Button>}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The attachments of a record. */
export function FilesCard({ page }: { readonly page: RecordPage }) {
  return page.record.type === 'file' ? null : <AttachmentsCard owner={page.record.id} frozen={page.record.deleted} />
}
