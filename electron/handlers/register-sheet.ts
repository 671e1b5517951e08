/** A register as a sheet of a workbook, as a list is saved and as it is handed in: titled, ruled, its head on every printed page. */
import type { Declaration, Rec } from '../../shared/record'
import { listTable, type TitleOf } from '../../shared/report/list-sheet'
import type { Sheet } from '../documents/xlsx'
import type { Desk } from './desk'

/** More columns do not stand on upright paper. */
const uprightColumns = 6
/** What Excel refuses in the name of a sheet. */
const notInSheets = /[*?:\\/[\]]/gu

export function registerSheet(desk: Desk, declaration: Declaration, records: readonly Rec[], titleOf: TitleOf): Sheet {
  const { columns, rows } = listTable(declaration, records, titleOf)
  return {
    name: declaration.label.replace(notInSheets, '、').slice(0, 31), title: `${desk.store.office.name}${declaration.label}`, head: [[{ text: `${desk.today}　共 ${records.length} 条`, to: columns.length }]], columns, rows,
    ...(columns.length > uprightColumns ? { landscape: true as const } : {}),
  }
}
