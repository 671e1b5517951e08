import type { AuditRow } from '../../../shared/contract/audit'
import { TableSheet } from '../../print/TableSheet'
import { labelOfType } from '../../state/type-words'
import { sayDate, sayFullMoment } from '../../ui/say-date'
import { detailWords, whatWord } from './audit-words'
import type { ChangesInWords } from './read-changes'

interface AuditSheetProps {
  readonly rows: readonly AuditRow[]
  /** What each change changed, before and after. */
  readonly changes: ChangesInWords
  readonly office: string
  readonly today: string
  /** What was asked for: the kind and the person. */
  readonly which: string
}

const columns = ['时间', '谁', '做了什么', '哪一条', '改前改后'].map((label) => ({ label }))

/** What was done on this computer, on paper: all that the conditions leave. */
export function AuditSheet({ rows, changes, office, today, which }: AuditSheetProps) {
  return (
    <TableSheet
      wide title={`${office}操作记录`} lines={[which, `截至：${sayDate(today)}`, `共 ${String(rows.length)} 条`]} columns={columns}
      rows={rows.map((row) => [
        sayFullMoment(row.at), row.by, whatWord(row),
        [row.record === undefined ? row.about ?? '' : `${labelOfType(row.record.type)}　${row.record.title}`, detailWords(row)].filter((word) => word !== '').join('　'),
        changes.get(row.version ?? '') ?? '',
      ])}
    />
  )
}
