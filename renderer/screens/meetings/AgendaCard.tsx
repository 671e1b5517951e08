import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, EditOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { labelOf } from '../../../shared/codes'
import type { RecordPage } from '../../../shared/contract/records'
import { textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { papersOf } from '../../../shared/report/papers/paper'
import { call } from '../../api'
import { FormsDialog } from '../../records/FormsDialog'
import { go } from '../../state/navigation'
import { notifyFailure, notifySaved } from '../../state/notices'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { agendaOf, moved, nextNo, otherVotes, usualAgenda, usualTitles, voteOf, type AgendaSide } from './agenda'
import { AgendaAdd } from './AgendaAdd'
import { useRule } from './QuorumLine'
import { VoteTold } from './VoteTold'

interface AgendaCardProps {
  readonly page: RecordPage
  /** Takes down the vote of an item, or one that belongs to none. */
  readonly onVote: (item: Rec | null, vote: Rec | null) => void
}

/** The agenda in order, each item with who reports and what the vote said. */
export function AgendaCard({ page, onVote }: AgendaCardProps) {
  const [busy, setBusy] = useState(false)
  const [printing, setPrinting] = useState<Rec | null>(null)
  const majority = useRule('congress.majority')
  const items = agendaOf(page)
  const others = otherVotes(page)
  const { record } = page

  const write = async (side: readonly AgendaSide[], text: string): Promise<boolean> => {
    if (busy || side.length === 0) return false
    setBusy(true)
    const answer = await call('record.quick', { type: 'session', id: record.id, fields: {}, side: [...side] })
    setBusy(false)
    if (answer.ok) notifySaved(text, { id: answer.value.ids[0] ?? record.id })
    else notifyFailure(answer)
    return answer.ok
  }
  const remove = async (item: Rec): Promise<void> => {
    const answer = await call('record.delete', { id: item.id, reason: '调整议程', base: item.version })
    if (answer.ok) notifySaved(`已从议程中去掉：${textOf(item.fields, 'title')}`, { id: item.id })
    else notifyFailure(answer)
  }
  const usual = (): Promise<boolean> =>
    write(usualAgenda.map((kind, index) => ({ type: 'agenda_item', parent: 'session', fields: { no: index + 1, kind, title: usualTitles[kind] ?? labelOf('agenda.kind', kind) } })), `已排上 ${usualAgenda.length} 项常用议程`)

  /** Ballots before the election, the count and the announcement after it. */
  const print = (vote: Rec) => <Button look="text" title="打印选票、计票单、公告" aria-label={`打印表决票、计票单：${textOf(vote.fields, 'subject')}`} icon={<Icon of={PrinterOutlined} />} onClick={() => setPrinting(vote)} />

  return (
    <Card bare title="议程和表决" beside={<span className="mut">{`${items.length} 项`}</span>} tools={<Button look="text" icon={<Icon of={PlusOutlined} />} onClick={() => onVote(null, null)}>另记一项表决</Button>}>
      {items.length === 0 && (
        <EmptyState title="还没有排议程" hint="在下面一项一项加，或先把常用的排上再改。">
          <Button busy={busy} onClick={() => void usual()}>{`排上常用的 ${usualAgenda.length} 项`}</Button>
        </EmptyState>
      )}
      <ol className="agenda" aria-label="议程">
        {items.map((item, index) => {
          const title = textOf(item.fields, 'title')
          const vote = voteOf(page, item)
          return (
            <li key={item.id}>
              <span className="agenda-no num">{index + 1}</span>
              <div className="agenda-what">
                <b>{title}</b>
                <span className="sm mut">{[labelOf('agenda.kind', textOf(item.fields, 'kind')), textOf(item.fields, 'reporter') === '' ? '' : `报告人 ${textOf(item.fields, 'reporter')}`, textOf(item.fields, 'remark')].filter((word) => word !== '').join('　')}</span>
              </div>
              <div className="agenda-do">
                <Button onClick={() => onVote(item, vote)} aria-label={`${vote === null ? '记表决' : '改表决'}：${title}`}>{vote === null ? '记表决' : '改表决'}</Button>
                {vote !== null && print(vote)}
                <Button look="text" title="上移" aria-label={`上移：${title}`} disabled={busy || index === 0} icon={<Icon of={ArrowUpOutlined} />} onClick={() => void write(moved(items, index, index - 1), '已调整议程顺序')} />
                <Button look="text" title="下移" aria-label={`下移：${title}`} disabled={busy || index === items.length - 1} icon={<Icon of={ArrowDownOutlined} />} onClick={() => void write(moved(items, index, index + 1), '已调整议程顺序')} />
                <Button look="text" title="修改" aria-label={`修改：${title}`} icon={<Icon of={EditOutlined} />} onClick={() => go({ screen: 'edit', type: 'agenda_item', id: item.id })} />
                <Button look="text" title="去掉" aria-label={`去掉：${title}`} icon={<Icon of={DeleteOutlined} />} onClick={() => void remove(item)} />
              </div>
              {vote !== null && <VoteTold vote={vote} majority={majority} />}
            </li>
          )
        })}
        {others.map((vote) => (
          <li key={vote.id}>
            <span className="agenda-no">另</span>
            <div className="agenda-what"><b>{textOf(vote.fields, 'subject')}</b></div>
            <div className="agenda-do"><Button onClick={() => onVote(null, vote)} aria-label={`改表决：${textOf(vote.fields, 'subject')}`}>改表决</Button>{print(vote)}</div>
            <VoteTold vote={vote} majority={majority} />
          </li>
        ))}
      </ol>
      {!record.deleted && <AgendaAdd session={record.id} no={nextNo(items)} busy={busy} onAdd={write} />}
      {printing !== null && <FormsDialog id={printing.id} papers={papersOf(printing)} onClose={() => setPrinting(null)} />}
    </Card>
  )
}
