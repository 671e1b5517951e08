import { useState } from 'react'
import type { RecordPage } from '../../../shared/contract/records'
import { intOf, textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { go } from '../../state/navigation'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { sayShortDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { decisionState } from './decision-state'
import { DoneDialog } from './DoneDialog'

/** What was talked about and decided; a decision with a day is a to-do until somebody says that it was done. */
export function DecisionsCard({ page }: { readonly page: RecordPage }) {
  const today = useOffice()?.today ?? ''
  const todos = useQuery('todo.list', {}, { types: ['decision', 'task'] })
  const [doing, setDoing] = useState<Rec | null>(null)
  const rows = [...page.children.find((list) => list.type === 'decision')?.rows ?? []].sort((a, b) => Number(a.fields['no']) - Number(b.fields['no']))
  const edit = (): void => go({ screen: 'quick-meeting', id: page.record.id })
  return (
    <Card bare title="议题和决定" beside={<span className="mut">{`${rows.length} 项`}</span>} tools={<Button look="text" onClick={edit}>{rows.length === 0 ? '记议题' : '改议题'}</Button>}>
      {rows.length === 0 && <EmptyState title="还没有记议题和决定"><Button onClick={edit}>去记</Button></EmptyState>}
      <ol className="decisions" aria-label="议题和决定">
        {rows.map((row) => {
          const state = decisionState(row, todos.data?.items.find((todo) => todo.rule === 'decision.due' && todo.about?.id === row.id), today)
          const title = textOf(row.fields, 'title')
          const who = [
            textOf(row.fields, 'owner') === '' ? '' : `承办 ${textOf(row.fields, 'owner')}`, textOf(row.fields, 'due_on') === '' ? '' : `${sayShortDate(textOf(row.fields, 'due_on'), today)}前`,
            textOf(row.fields, 'done_note'),
          ].filter((word) => word !== '').join('　')
          return (
            <li key={row.id}>
              <span className="agenda-no num">{intOf(row.fields, 'no')}</span>
              <div className="agenda-what">
                <button type="button" className="link" onClick={() => go({ screen: 'record', id: row.id, type: 'decision' })}>{title}</button>
                {textOf(row.fields, 'text') !== '' && <span className="prose">{textOf(row.fields, 'text')}</span>}
                {who !== '' && <span className="sm mut">{who}</span>}
              </div>
              <div className="decision-do">
                <Status tone={state.tone}>{state.say}</Status>
                {state.open && <Button aria-label={`登记完成：${title}`} onClick={() => setDoing(row)}>登记完成</Button>}
              </div>
            </li>
          )
        })}
      </ol>
      {doing !== null && <DoneDialog decision={doing} onClose={() => setDoing(null)} />}
    </Card>
  )
}
