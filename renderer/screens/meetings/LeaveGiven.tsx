import { labelOf } from '../../../shared/codes'
import type { RecordPage } from '../../../shared/contract/records'
import { textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { call } from '../../api'
import { notifyFailure, notifySaved } from '../../state/notices'
import { useOffice } from '../../state/session'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Status } from '../../ui/Status'

const leave: readonly string[] = ['2', '3', '4']

/** Who asked for leave, and whether it was granted: what was not granted counts as absence. */
export function LeaveGiven({ page, rows }: { readonly page: RecordPage; readonly rows: readonly Rec[] }) {
  const office = useOffice()
  const away = rows.filter((row) => leave.includes(textOf(row.fields, 'state')))
  if (away.length === 0) return null
  const open = away.filter((row) => typeof row.fields['approved'] !== 'boolean')
  const settle = async (some: readonly Rec[], approved: boolean): Promise<void> => {
    const by = office?.chair ?? office?.by ?? ''
    const side = some.map((row) => ({ type: 'attendance', parent: 'session', id: row.id, fields: { approved, ...(textOf(row.fields, 'approved_by') === '' && by !== '' ? { approved_by: by } : {}) } }))
    const answer = await call('record.quick', { type: 'session', id: page.record.id, fields: {}, side })
    if (answer.ok) notifySaved(approved ? `已记下准假 ${some.length} 人` : '已记下没有准假，算未经批准缺席', { id: answer.value.ids[0] ?? page.record.id })
    else notifyFailure(answer)
  }
  return (
    <Card
      bare title="请假" beside={<span className="mut">{`${away.length} 人`}</span>}
      tools={open.length > 1 ? <Button onClick={() => void settle(open, true)}>{`都准假（${open.length} 人）`}</Button> : undefined}
    >
      <ul className="leave-given">
        {away.map((row) => {
          const name = page.titles[textOf(row.fields, 'mandate')]?.title ?? '…'
          const approved = row.fields['approved']
          return (
            <li key={row.id}>
              <b>{name}</b>
              <span className="grow mut cut">{[labelOf('attendance.state', textOf(row.fields, 'state')), textOf(row.fields, 'leave_reason')].filter((word) => word !== '').join('　')}</span>
              {typeof approved === 'boolean' && <Status tone={approved ? 'done' : 'late'} quiet>{approved ? `已准假${textOf(row.fields, 'approved_by') === '' ? '' : `（${textOf(row.fields, 'approved_by')}）`}` : '没有准假'}</Status>}
              {approved !== true && <Button aria-label={`${name}准假`} onClick={() => void settle([row], true)}>准假</Button>}
              {approved !== false && <Button look="text" aria-label={`${name}不准假`} onClick={() => void settle([row], false)}>不准假</Button>}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
