import { FileOutlined } from '@ant-design/icons'
import type { RecordPage } from '../../../shared/contract/records'
import type { Timeline } from '../../../shared/suggestions/timeline'
import { attachPaper } from '../../attachments/attach-paper'
import { go } from '../../state/navigation'
import { useTitles } from '../../state/titles'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { sayShortDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { papersOf, type Paper } from './papers'

/** The papers that are kept with it, the missing ones named. */
export function PapersCard({ page, timeline, today }: { readonly page: RecordPage; readonly timeline: Timeline; readonly today: string }) {
  const papers = papersOf(page, timeline, (day) => sayShortDate(day, today))
  const known = useTitles(papers.flatMap(({ file }) => (file === null || page.titles[file] !== undefined ? [] : [file])))
  if (papers.length === 0) return null
  const kept = papers.filter(({ file }) => file !== null).length
  return (
    <Card bare title="答复件、回执" beside={<span className="mut">{`${kept} 件${kept < papers.length ? `，缺 ${papers.length - kept} 件` : ''}`}</span>}>
      <ul className="sug-papers">
        {papers.map((paper) => <PaperRow key={paper.key} paper={paper} title={paper.file === null ? '' : page.titles[paper.file]?.title ?? known[paper.file] ?? '…'} />)}
      </ul>
    </Card>
  )
}

function PaperRow({ paper, title }: { readonly paper: Paper; readonly title: string }) {
  const { file, name, note, into } = paper
  return (
    <li>
      <Icon of={FileOutlined} />
      <div className="grow">
        {file === null ? <span className="cut">{name}</span> : <button type="button" className="link cut" title={title} onClick={() => go({ screen: 'record', id: file, type: 'file' })}>{name}</button>}
        {note !== '' && <span className="sm mut cut">{note}</span>}
      </div>
      {file === null && <Status tone="soon">缺</Status>}
      {into !== null && <Button look="text" aria-label={`添加${name}`} onClick={() => void attachPaper(into, name)}>添加</Button>}
    </li>
  )
}
