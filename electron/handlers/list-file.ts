/** Any list as .xlsx: what the list shows with its filters, in its order, with all that was filled in. */
import { fileSafe } from '../../shared/exchange/names'
import type { Rec } from '../../shared/record'
import { fail, ok, type Result } from '../../shared/result'
import { xlsxOf } from '../documents/write-document'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { putDocument } from './put-document'
import { listHandlers } from './lists'
import { shownTitle } from './print-record'
import { registerSheet } from './register-sheet'
import { distinctTitles } from './table-titles'

type Asked = Omit<Parameters<Handlers<Desk>['list.file']>[0], 'out'>

const page = 1000
/** More rows than Excel can show on a sheet. */
const mostRows = 1_000_000

/** All records that the list would show. Errors: too-long, and those of the list itself. */
export function allRows(desk: Desk, asked: Asked, most = mostRows): Result<readonly Rec[]> {
  const found: Rec[] = []
  for (let after: string | null = null; ;) {
    const answer: ReturnType<(typeof listHandlers)['record.list']> = listHandlers['record.list']({ ...asked, limit: page, ...(after === null ? {} : { after }) }, desk)
    if (!answer.ok) return answer
    found.push(...answer.value.rows)
    after = answer.value.next
    if (after === null) return ok(found)
    if (found.length >= most) return fail('too-long', { field: 'type', detail: { max: most, rows: most } })
  }
}

/** What this desk may call a record, each looked up once. */
export function titlesAt(desk: Desk): (id: string) => string {
  const titles = new Map<string, string>()
  return (id) => {
    const known = titles.get(id)
    if (known !== undefined) return known
    const rec = desk.store.get(desk.store.resolve(id))
    const title = rec ? shownTitle(desk, rec.id, rec.type) : ''
    titles.set(id, title)
    return title
  }
}

export const listFileHandlers = {
  'list.file': async (asked, desk) => {
    const declaration = desk.layouts.declaration(asked.type)
    if (!declaration) return fail('unknown-type', { detail: { type: asked.type } })
    const { out: _out, ...query } = asked
    const rows = allRows(desk, query)
    if (!rows.ok) return rows
    const { titleOf } = distinctTitles(desk)
    const bytes = await xlsxOf([registerSheet(desk, declaration, rows.value, titleOf)])
    const made = await putDocument(desk, asked.out, `${fileSafe(`${declaration.label} ${desk.today}`)}.xlsx`, 'xlsx', bytes)
    if (!made.ok) return made
    desk.store.events.note({ kind: 'export', by: desk.by, about: declaration.label, detail: { rows: rows.value.length } })
    return ok({ files: [made.value], rows: rows.value.length })
  },
} satisfies Partial<Handlers<Desk>>
