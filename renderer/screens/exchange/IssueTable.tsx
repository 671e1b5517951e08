import type { Issue } from '../../../shared/contract/exchange'
import { declarationOf } from '../../../shared/records'
import { sayValue, titleIn } from '../../records/format-value'
import { go } from '../../state/navigation'
import { labelOfType } from '../../state/type-words'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { sayShortDate } from '../../ui/say-date'
import { Status, type Tone } from '../../ui/Status'

/** What the county asks to have mended, each with the way to its record. */
export function IssueTable({ issues, today }: { readonly issues: readonly Issue[]; readonly today: string }) {
  return (
    <table className="tbl">
      <thead><tr><th>记录</th><th>项目</th><th>现在是</th><th>县里意见</th><th>期限</th><th aria-label="去改" /></tr></thead>
      <tbody>{issues.map((issue) => <IssueRow key={`${issue.uid} ${issue.field ?? ''}`} issue={issue} today={today} />)}</tbody>
    </table>
  )
}

function IssueRow({ issue, today }: { readonly issue: Issue; readonly today: string }) {
  const page = useQuery('record.page', { id: issue.uid }, { types: [issue.type] })
  const field = issue.field === null ? undefined : declarationOf(issue.type)?.fields[issue.field]
  const now = field && page.data && issue.field !== null ? sayValue(field, page.data.record.fields[issue.field], titleIn(page.data.titles)) : ''
  const tone: Tone = issue.due_on !== undefined && issue.due_on < today ? 'late' : 'soon'
  return (
    <tr>
      <td><button type="button" className="link issue-title cut" title={issue.title} onClick={() => go({ screen: 'record', id: issue.uid, type: issue.type })}>{`${labelOfType(issue.type)} ${issue.title}`}</button></td>
      <td>{field?.label ?? issue.field ?? ''}</td>
      <td className="mut"><span className="issue-now cut" title={now}>{now === '' && field !== undefined && page.data !== null ? '没有填' : now}</span></td>
      <td className="issue-say">{issue.say}</td>
      <td>{issue.due_on === undefined ? <Status tone="soon">尽快</Status> : <Status tone={tone}>{`${sayShortDate(issue.due_on, today)}前`}</Status>}</td>
      <td className="num"><Button aria-label={`去改 ${issue.title}`} onClick={() => go({ screen: 'edit', type: issue.type, id: issue.uid, ...(issue.field === null ? {} : { focus: issue.field }) })}>去改</Button></td>
    </tr>
  )
}
