import { useState } from 'react'
import type { PaperEntry, PaperPage } from '../../../shared/contract/paper'
import { paperWords } from '../../../shared/text/paper'
import { call } from '../../api'
import { SearchField } from '../../records/SearchField'
import { go } from '../../state/navigation'
import { notifyFailure } from '../../state/notices'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { EntryRoll } from './EntryRoll'
import { EntryStep } from './EntryStep'
import { isOpen } from './sort-pages'

interface PanelProps {
  readonly page: PaperPage
  /** Nothing is left to do with the page. */
  readonly onDone: () => void
  readonly reload: () => void
}

/**
 * Beside the picture: what is still asked about the page, or a search for where it belongs. The second page of a signed sheet begins with what was
 * ticked on the first, also when that is read only after the page is shown: else it would say of everybody again that he came.
 */
export function PagePanel({ page, onDone, reload }: PanelProps) {
  const settled = async (entry: PaperEntry): Promise<void> => {
    const answer = await call('paper.settle', { id: page.id, record: entry.record })
    if (!answer.ok) return notifyFailure(answer)
    if (page.entries.some((one) => one !== entry && isOpen(one))) reload()
    else onDone()
  }
  const back = async (entry: PaperEntry): Promise<void> => {
    const answer = await call('paper.back', { id: page.id, record: entry.record })
    if (!answer.ok) notifyFailure(answer)
    reload()
  }
  return (
    <div className="card paper-panel">
      {page.entries.length === 0 ? <Tray page={page} onDone={onDone} /> : page.entries.map((entry) => (
        <section key={entry.record} aria-label={entry.title}>
          <div className="paper-entry">
            <b>{entry.form === '' ? '已归到' : `${entry.form}，已归到`}</b>
            <button type="button" className="link" onClick={() => go({ screen: 'record', id: entry.record, type: entry.type })}>{entry.title}</button>
          </div>
          {entry.why !== null && <p className="note soon">{paperWords[entry.why]}</p>}
          {!entry.settled && entry.step !== null && <EntryStep entry={entry} step={entry.step} onDone={() => void settled(entry)} />}
          {!entry.settled && entry.roll !== null && <EntryRoll key={entry.roll.map(({ state }) => state ?? '').join()} entry={entry} roll={entry.roll} onDone={() => void settled(entry)} />}
          <div className="paper-foot">
            {isOpen(entry) && <Button look="text" onClick={() => void settled(entry)}>只归档，不登记</Button>}
            <Button look="text" onClick={() => void back(entry)}>不是这条记录</Button>
          </div>
        </section>
      ))}
    </div>
  )
}

function Tray({ page, onDone }: { readonly page: PaperPage; readonly onDone: () => void }) {
  const [text, setText] = useState('')
  const query = useQuery('search.all', text.trim() === '' ? null : { text: text.trim(), limit: 12 }, { wait: 150 })
  const give = async (record: string): Promise<void> => {
    const answer = await call('paper.give', { id: page.id, record })
    if (answer.ok) onDone()
    else notifyFailure(answer)
  }
  const drop = async (): Promise<void> => {
    const answer = await call('paper.drop', { id: page.id })
    if (answer.ok) onDone()
    else notifyFailure(answer)
  }
  return (
    <section aria-label="找它的记录">
      {page.why !== null && <p className="note soon">{paperWords[page.why]}</p>}
      {page.said !== '' && <p className="mut sm">{`表上写着：${page.said}`}</p>}
      <SearchField label="找它属于哪条记录" value={text} onSearch={setText} />
      <ul className="paper-hits">
        {text.trim() !== '' && (query.data?.hits ?? []).map((hit) => (
          <li key={hit.id}>
            <button type="button" onClick={() => void give(hit.id)}>
              <span className="cut">{hit.title}</span>
              <span className="sm mut cut">{hit.note}</span>
            </button>
          </li>
        ))}
        {text.trim() !== '' && query.data?.hits.length === 0 && <li className="mut">没有找到，换个词再试。</li>}
      </ul>
      <div className="paper-foot"><Button look="danger" onClick={() => void drop()}>扔掉这一页</Button></div>
    </section>
  )
}
