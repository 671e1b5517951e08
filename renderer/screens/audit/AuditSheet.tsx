import type { AuditRow } from '../../../shared/contract/audit'
import { TableSheet } from '../../print/TableSheet'
import { labelOfType } from '../../state/type-words'
import { sayDate, sayFullMoment } from '../../ui/say-date'
import { detailWords, whatWord } from './audit-words'

interface AuditSheetProps {
  readonly rows: readonly AuditRow[]
  readonly office: string
  readonly today: string
  /** What was asked for: the kind and the person. */
  readonly which: string
}

const columns = ['时间', '谁', '做了什么', '哪一条'].map((label) => ({ label }))

/** What was done on this computer, on paper: all that the conditions leave. */
export function AuditSheet({ rows, office, today, which }: AuditSheetProps) {
  return (
    <TableSheet
      title={`${office}操作记录`} lines={[which, `截至：${sayDate(today)}`, `共 ${String(rows.length)} 条`]} columns={columns}
      rows={rows.map((row) => [
        sayFullMoment(row.at), row.by, whatWord(row),
        [row.record === undefined ? row.about ?? '' : `${labelOfType(row.record.type)}　${row.record.title}`, detailWords(row)].filter((word) => word !== '').join('　'),
      ])}
    />
  )
}
