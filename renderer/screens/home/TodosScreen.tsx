import './home.css'
import { CalendarOutlined } from '@ant-design/icons'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Draft } from '../../../shared/contract/records'
import type { Todo } from '../../../shared/todos/todo'
import { call } from '../../api'
import { printSheet } from '../../print/print-sheet'
import { SheetButtons } from '../../print/SheetButtons'
import { routeOfDraft, wordsOfDraft } from '../../state/draft-words'
import { go, replace } from '../../state/navigation'
import { notifyFailure } from '../../state/notices'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { sayMoment } from '../../ui/say-date'
import { Segmented } from '../../ui/Segmented'
import { TodoCounts, TodoRow } from '../../ui/TodoRow'
import type {} from '../calendar/routes'
import { SettleDialog } from './SettleDialog'
import { TodosSheet } from './TodosSheet'

type Shown = Todo['state'] | 'all'
const choices = [{ value: 'all', label: '全部' }, { value: 'late', label: '逾期' }, { value: 'soon', label: '30天内' }, { value: 'later', label: '以后' }, { value: 'past', label: '启用前' }] as const
const page = 50

/** Everything that is due, printable, and all that was typed and not saved. */
export default function TodosScreen({ route }: ScreenProps<'todos'>) {
  const today = useOffice()?.today ?? ''
  const todos = useQuery('todo.list', {})
  const drafts = useQuery('draft.list', {})
  const [shown, setShown] = useState<Shown>(route.state ?? 'all')
  const [rows, setRows] = useState(route.print === true ? Number.POSITIVE_INFINITY : page)
  const [settling, setSettling] = useState<Todo | null>(null)
  const office = useOffice()
  const list = (todos.data?.items ?? []).filter((todo) => shown === 'all' || todo.state === shown)
  const printNow = route.print === true && todos.data !== null && !todos.loading
  const sheet = <TodosSheet todos={list} office={office?.name ?? ''} today={today} />
  const print = useEffectEvent(() => void printSheet(sheet))
  useEffect(() => {
    if (!printNow) return
    // Not a second time when one comes back to this page.
    replace({ screen: 'todos' })
    print()
  }, [printNow])
  return (
    <>
      <PageHead title="待办" crumb="首页" onCrumb={() => go({ screen: 'home' })} tag={<TodoCounts todos={todos.data?.items ?? []} />} />
      <div className="body">
        {(drafts.data?.drafts.length ?? 0) > 0 && <Drafts drafts={drafts.data?.drafts ?? []} today={today} onDropped={drafts.reload} />}
        <Card
          bare
          title="要办的事"
          beside={<Segmented label="看哪些" options={choices.filter(({ value }) => value !== 'past' || (todos.data?.items ?? []).some(({ state }) => state === 'past'))} value={shown} onChange={(value) => { setShown(value); setRows(page) }} />}
          tools={
            <>
              <Button look="text" onClick={() => go({ screen: 'year' })}>今年依法必须做的事</Button>
              <Button look="text" icon={<Icon of={CalendarOutlined} />} onClick={() => go({ screen: 'calendar' })}>日历</Button>
              <SheetButtons name="待办事项清单" sheet={todos.data === null ? null : sheet} />
            </>
          }
        >
          <Loaded query={todos} rows={8}>
            {() => {
              if (list.length === 0) return <EmptyState title={shown === 'late' ? '没有逾期的' : '没有要办的事'} hint="有期限的事会按先后列在这里。" />
              return (
                <>
                  <ul>{list.slice(0, rows).map((todo) => <TodoRow key={todo.id} todo={todo} today={today} beside={<Button look="text" aria-label={`暂缓：${todo.title}`} onClick={() => setSettling(todo)}>暂缓</Button>} />)}</ul>
                  {list.length > rows && <button type="button" className="link more" onClick={() => setRows(rows + page)}>{`再看 ${Math.min(page, list.length - rows)} 条，共 ${list.length} 条`}</button>}
                </>
              )
            }}
          </Loaded>
        </Card>
      </div>
      {settling !== null && <SettleDialog todo={settling} today={today} onClose={() => setSettling(null)} />}
    </>
  )
}

function Drafts({ drafts, today, onDropped }: { readonly drafts: readonly Draft[]; readonly today: string; readonly onDropped: () => void }) {
  const drop = async (id: string): Promise<void> => {
    const answer = await call('draft.drop', { id })
    if (answer.ok) onDropped()
    else notifyFailure(answer)
  }
  return (
    <Card bare title="没写完的" beside={<span className="mut">{`${drafts.length} 份，断电也不会丢`}</span>}>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id} className="todo idle">
            <span className="grow cut"><b>{wordsOfDraft(draft)}</b>　<span className="mut">{sayMoment(draft.updated_at, today)}存的</span></span>
            <Button look="text" onClick={() => void drop(draft.id)}>不要了</Button>
            <Button onClick={() => go(routeOfDraft(draft))}>接着写</Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
