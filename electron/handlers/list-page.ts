/** Any list as a page for paper and PDF: the columns that the list shows, every row that its filters leave, its head on every sheet. */
import { fileSafe } from '../../shared/exchange/names'
import { listBlocks } from '../../shared/report/list-sheet'
import { fail, ok } from '../../shared/result'
import { printableHtml } from '../documents/html'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { allRows, titlesAt } from './list-file'

/** Some hundred sheets; more is for a table, not for paper. */
const mostRows = 5000

export const listPageHandlers = {
  'list.html': (asked, desk) => {
    const declaration = desk.layouts.declaration(asked.type)
    if (!declaration) return fail('unknown-type', { detail: { type: asked.type } })
    const rows = allRows(desk, asked, mostRows)
    if (!rows.ok) return rows
    const title = `${desk.store.office.name}${declaration.label}`
    const html = printableHtml(title, listBlocks(declaration, rows.value, titlesAt(desk), title, desk.today))
    return ok({ html, name: `${fileSafe(`${declaration.label} ${desk.today}`)}.pdf`, rows: rows.value.length })
  },
} satisfies Partial<Handlers<Desk>>
