/** The roster as .xlsx: the deputies whom its screen shows, in its order and columns. */
import { deputyColumns } from '../../shared/deputies/deputy-columns'
import { fileSafe } from '../../shared/exchange/names'
import { ok } from '../../shared/result'
import { xlsxOf } from '../documents/write-document'
import type { Handlers } from '../ipc/route'
import { deputyHandlers } from './deputies'
import type { Desk } from './desk'
import { putDocument } from './put-document'

export const deputyFileHandlers = {
  'deputies.file': async ({ at, mandates, out }, desk) => {
    const list = deputyHandlers['deputies.list'](at === undefined ? {} : { at }, desk)
    if (!list.ok) return list
    const byMandate = new Map(list.value.rows.map((row) => [row.mandate, row]))
    const rows = mandates.flatMap((id) => byMandate.get(id) ?? [])
    const day = at ?? desk.today
    const bytes = await xlsxOf([{
      name: '代表名册', title: `${desk.store.office.name}人大代表名册`, head: [[{ text: `截至 ${day}　共 ${String(rows.length)} 名`, to: deputyColumns.length }]], columns: deputyColumns,
      rows: rows.map((row) => ({ cells: deputyColumns.map(({ cell }) => cell(row, (iso) => iso)) })), landscape: true,
    }])
    const made = await putDocument(desk, out, `${fileSafe(`代表名册 ${day}`)}.xlsx`, 'xlsx', bytes)
    if (!made.ok) return made
    desk.store.events.note({ kind: 'export', by: desk.by, about: '代表名册', detail: { rows: rows.length } })
    return ok({ files: [made.value], rows: rows.length })
  },
} satisfies Partial<Handlers<Desk>>
