import type { DeputyRow } from '../../../shared/contract/records'
import { deputyColumns } from '../../../shared/deputies/deputy-columns'
import { TableSheet } from '../../print/TableSheet'
import { sayDate } from '../../ui/say-date'

interface DeputiesSheetProps {
  readonly rows: readonly DeputyRow[]
  readonly office: string
  /** The day whose roster it is. */
  readonly day: string
  /** 在任, with the group where one was chosen. */
  readonly which: string
}

/** Everybody whom the filters leave, on paper. */
export function DeputiesSheet({ rows, office, day, which }: DeputiesSheetProps) {
  return (
    <TableSheet
      wide title={`${office}人大代表名册`} lines={[which, `截至：${sayDate(day)}`, `共 ${String(rows.length)} 名`]}
      columns={deputyColumns} rows={rows.map((row) => deputyColumns.map(({ cell }) => cell(row, sayDate)))}
    />
  )
}
