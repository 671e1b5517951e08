import { labelOf } from '../../../shared/codes'
import type { RecordPage } from '../../../shared/contract/records'
import { textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { go } from '../../state/navigation'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Status } from '../../ui/Status'

interface MembersCardProps {
  readonly page: RecordPage
  readonly title: string
  /** Opens the entry with its roll. */
  readonly onEdit: () => void
}

/** Who came, in one line of names, and who did not with the reason. */
export function MembersCard({ page, title, onEdit }: MembersCardProps) {
  const rows = page.children.find((list) => list.type === 'participation')?.rows ?? []
  const name = (row: Rec): string => page.titles[textOf(row.fields, 'mandate')]?.title ?? '…'
  const present = rows.filter((row) => textOf(row.fields, 'state') === '1')
  const away = rows.filter((row) => textOf(row.fields, 'state') !== '1')
  const role = (row: Rec): string => (['2', '4', '5'].includes(textOf(row.fields, 'role')) ? `（${labelOf('participation.role', textOf(row.fields, 'role'))}）` : '')
  return (
    <Card bare title={title} beside={<span className="mut">{rows.length === 0 ? '' : `出席 ${present.length} 人`}</span>} tools={<Button look="text" onClick={onEdit}>{rows.length === 0 ? '去点名' : '改名单'}</Button>}>
      <div className="members">
        {rows.length === 0 && <p className="mut">还没有点名。</p>}
        <p>
          {present.map((row) => (
            <button key={row.id} type="button" className="link" onClick={() => go({ screen: 'record', id: textOf(row.fields, 'mandate'), type: 'mandate' })}>{`${name(row)}${role(row)}`}</button>
          ))}
        </p>
        {away.map((row) => (
          <p key={row.id}>
            <Status tone={textOf(row.fields, 'state') === '3' ? 'late' : 'idle'} quiet>{`${name(row)}　${labelOf('participation.state', textOf(row.fields, 'state'))}${textOf(row.fields, 'leave_reason') === '' ? '' : `（${textOf(row.fields, 'leave_reason')}）`}`}</Status>
          </p>
        ))}
      </div>
    </Card>
  )
}
