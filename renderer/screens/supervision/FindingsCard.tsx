import { PlusOutlined } from '@ant-design/icons'
import type { RecordPage } from '../../../shared/contract/records'
import { intOf, textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { go } from '../../state/navigation'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { Status } from '../../ui/Status'
import { findingState, stepWord } from './finding-state'

interface FindingsCardProps {
  readonly page: RecordPage
  readonly onAdd: () => void
  readonly onStep: (finding: Rec, step: string) => void
}

/** Every problem found, who puts it right by when, and the step that is next for it. */
export function FindingsCard({ page, onAdd, onStep }: FindingsCardProps) {
  const today = useOffice()?.today ?? ''
  const todos = useQuery('todo.list', {}, { types: ['finding', 'task'] })
  const rows = [...page.children.find((list) => list.type === 'finding')?.rows ?? []].sort((a, b) => (intOf(a.fields, 'no') ?? 0) - (intOf(b.fields, 'no') ?? 0))
  const settled = rows.filter((row) => row.status === '销号').length
  const unitOf = (row: Rec): string => { const id = textOf(row.fields, 'unit'); return id === '' ? '' : page.titles[id]?.title ?? '…' }
  return (
    <Card
      bare title="发现的问题" beside={rows.length > 0 && <span className="mut">{`${rows.length} 个，销号 ${settled} 个`}</span>}
      tools={<Button look="text" icon={<Icon of={PlusOutlined} />} onClick={onAdd}>记问题</Button>}
    >
      {rows.length === 0 && <EmptyState title="还没有记问题" hint="发现了问题就记下来，逐条交办、整改、核验、销号。" />}
      <ol className="decisions" aria-label="发现的问题">
        {rows.map((row) => {
          const state = findingState(row, todos.data?.items.find((todo) => todo.rule === 'finding.due' && todo.about?.id === row.id), today)
          const problem = textOf(row.fields, 'problem')
          const who = [unitOf(row) === '' ? '还没有定责任单位' : unitOf(row), textOf(row.fields, 'measure'), textOf(row.fields, 'done_note')].filter((word) => word !== '').join('　')
          return (
            <li key={row.id}>
              <span className="agenda-no num">{intOf(row.fields, 'no')}</span>
              <div className="agenda-what">
                <button type="button" className="link" onClick={() => go({ screen: 'record', id: row.id, type: 'finding' })}>{problem}</button>
                <span className="sm mut">{who}</span>
              </div>
              <div className="decision-do">
                <Status tone={state.tone}>{state.say}</Status>
                {state.steps.map((name, index) => <Button key={name} look={index === 0 ? 'plain' : 'text'} aria-label={`${stepWord(name)}：${problem}`} onClick={() => onStep(row, name)}>{stepWord(name)}</Button>)}
              </div>
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
