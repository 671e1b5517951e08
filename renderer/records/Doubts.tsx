import type { RecordPage } from '../../shared/contract/records'
import { declarationNow } from '../state/declarations'
import type { Row } from '../../shared/fields'
import { rosterField } from '../../shared/roster/fields'
import { rosterErrorCodes, rosterWarningCodes, type RosterIssue } from '../../shared/roster/issue'
import { sayRosterIssue } from '../../shared/text/roster'
import { call } from '../api'
import { notifyFailure, notifySaved } from '../state/notices'
import { go } from '../state/navigation'
import type { Route } from '../state/routes'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Status } from '../ui/Status'

const codes: readonly string[] = [...rosterErrorCodes, ...rosterWarningCodes]
const isCode = (code: unknown): code is RosterIssue['code'] => typeof code === 'string' && codes.includes(code)

function words(type: string, row: Row): string {
  const key = typeof row['field'] === 'string' ? row['field'] : ''
  const label = declarationNow(type)?.fields[key]?.label ?? rosterField(key)?.label ?? rosterField(`person_private.${key}`)?.label ?? key
  return isCode(row['code']) ? sayRosterIssue({ row: 0, column: label, code: row['code'], value: '' }).say : label
}

const rowsOf = (page: RecordPage): readonly Row[] => (Array.isArray(page.record.fields['doubts']) ? (page.record.fields['doubts'] as readonly Row[]) : [])

/** The form that holds the doubtful field: a person's number stands in the private part. */
function formOf({ record, children }: RecordPage, row: Row): Route {
  const key = typeof row['field'] === 'string' ? row['field'] : ''
  const hidden = children.find((list) => list.type === 'person_private')?.rows[0]
  const other = declarationNow(record.type)?.fields[key] === undefined && hidden !== undefined
  return { screen: 'edit', type: other ? hidden.type : record.type, id: other ? hidden.id : record.id, focus: key }
}

/** What an import was not sure of: looked at by a person, then mended or taken as right. */
export function Doubts({ pages }: { readonly pages: readonly RecordPage[] }) {
  const all = pages.flatMap((page) => rowsOf(page).map((row, index) => ({ page, row, index })))
  if (all.length === 0) return null
  const clear = async (page: RecordPage, index: number): Promise<void> => {
    const left = rowsOf(page).filter((_, at) => at !== index)
    const answer = await call('record.set', { id: page.record.id, fields: { doubts: left.length === 0 ? null : left }, base: page.record.version })
    if (answer.ok) notifySaved('已核对，不再提示', { id: answer.value.record.id, version: answer.value.record.version })
    else notifyFailure(answer)
  }
  return (
    <Card bare title="待核" beside={<Status tone="soon">{`${all.length} 项`}</Status>}>
      <ul className="rec-due">
        {all.map(({ page, row, index }) => (
          <li key={`${page.record.id} ${index}`}>
            <span>{words(page.record.type, row)}</span>
            <div className="row">
              <span className="grow" />
              <Button onClick={() => go(formOf(page, row))}>去改</Button>
              <Button onClick={() => void clear(page, index)}>核对过，没有错</Button>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
