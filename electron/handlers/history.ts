/** 补录 of an old ledger: one sheet, one record type, one commit. What a row names and nobody knows is kept in its remark. */
import { basename } from 'node:path'
import type { HistoryImported, HistoryLine } from '../../shared/contract/history'
import { textOf } from '../../shared/facts'
import { readOldLedger, type LedgerRow, type OldLedger } from '../../shared/history/old-ledger'
import type { Declaration } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import { fail, ok, type Result } from '../../shared/result'
import { say } from '../../shared/text'
import { mostTableBytes, readChosen } from '../documents/read-chosen'
import { readTablesSafely } from '../documents/read-table-safely'
import type { Handlers } from '../ipc/route'
import type { Change } from '../store/change'
import type { Desk } from './desk'
import { prepareNew, type Prepared } from './prepare'
import { commit } from './save'

type Bag = Readonly<Record<string, unknown>>

const lineOf = (row: number, failure: { readonly code: Parameters<typeof say>[0]; readonly detail?: Bag }): HistoryLine => ({ row, code: failure.code, say: say(failure.code, failure.detail).say })

/** Prepares a row; references and codes that are not found are taken out one by one and put into the remark. */
function prepareRow(desk: Desk, declaration: Declaration, row: LedgerRow, status: string): { readonly prepared: Result<Prepared>; readonly left: readonly string[] } {
  const left: string[] = []
  const { status: told, ...rest } = row.fields
  let fields: Readonly<Record<string, unknown>> = rest
  let given = typeof told === 'string' ? told : status
  for (let tries = 0; tries < 12; tries++) {
    const remark = [fields['remark'], ...row.rest, ...left].filter((part): part is string => typeof part === 'string' && part !== '').join('；')
    const machine = declaration.firstStatus !== undefined
    const prepared = prepareNew(desk, declaration.type, { ...fields, ...(remark === '' ? {} : { remark }), as_history: true, ...(machine ? { status: given } : {}) })
    if (!prepared.ok && prepared.field === 'status' && given !== status) {
      left.push(`办理状态：${given}`)
      given = status
      continue
    }
    const key = prepared.ok ? undefined : prepared.field
    const field = key === undefined ? undefined : declaration.fields[key]
    if (prepared.ok || key === undefined || field === undefined || field.need === 'identity' || !(key in fields)) return { prepared, left }
    left.push(`${field.label}：${row.texts[key] ?? ''}`)
    fields = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key))
  }
  return { prepared: fail('bad-input'), left }
}

/** How a closed case of the type is called: old ledgers hold what was brought to its end, not what was withdrawn or merged. */
const closedStatus = ({ endStatuses = [] }: Declaration): string =>
  ['已办结', '办结', '归档', '已归档', '执行完毕', '终结', '销号', '完成', '已完成'].find((word) => endStatuses.includes(word)) ?? endStatuses[0] ?? ''

/** Title and day: what makes two rows of an old ledger the same case. */
const sameness = (declaration: Declaration, data: Bag): string => {
  const text = (key: string): string => (typeof data[key] === 'string' ? data[key] : '')
  return [text('no'), text('title') || text('content') || text('subject') || text('topic') || text('item'), declaration.dateField === undefined ? '' : text(declaration.dateField)].join('|')
}

/** The first sheet that has headings of the type. */
async function ledgerIn(file: string, declaration: Declaration): Promise<Result<{ readonly sheet: string; readonly ledger: OldLedger }>> {
  const bytes = await readChosen(file, mostTableBytes)
  if (!bytes.ok) return bytes
  const tables = await readTablesSafely(bytes.value, basename(file))
  if (!tables.ok) return tables
  for (const table of tables.value) {
    const ledger = table.hidden === true ? null : readOldLedger(declaration, table)
    if (ledger) return ok({ sheet: table.name, ledger })
  }
  return fail('no-header', { field: 'file', detail: { label: declaration.label } })
}

export const historyHandlers = {
  'history.import': async ({ file, type, status, dry_run: dryRun }, desk) => {
    const declaration = declarationOf(type)
    if (!declaration || type === 'person_private' || type === 'file') return fail('unknown-type', { field: 'type', detail: { type } })
    const read = await ledgerIn(file, declaration)
    if (!read.ok) return read
    const { sheet, ledger } = read.value
    const end = status?.trim() || closedStatus(declaration)
    const known = new Set(desk.store.facts([desk.store.office.code]).all(type).map((rec) => sameness(declaration, rec.fields)))
    const [changes, errors, warnings]: [Change[], HistoryLine[], HistoryLine[]] = [[], [], []]
    let same = 0
    for (const row of ledger.rows) {
      const { prepared, left } = prepareRow(desk, declaration, row, end)
      if (!prepared.ok) {
        errors.push(lineOf(row.row, prepared))
        continue
      }
      const { data } = prepared.value
      const key = sameness(declaration, data)
      if (known.has(key)) {
        same += 1
        continue
      }
      known.add(key)
      if (left.length > 0) warnings.push({ row: row.row, code: 'kept-in-remark', say: `${left.join('；')}，没有找到，记在备注里` })
      const uid = desk.store.uidOf(type, data) ?? desk.newId()
      changes.push({ op: 'put', type, uid, data })
    }
    const answer: HistoryImported = {
      type, sheet, rows: ledger.rows.length, new: changes.length, same, errors, warnings, undo: null,
      columns: ledger.columns.map(({ heading, key }) => ({ heading, label: key === null ? null : key === 'status' ? '办理状态' : declaration.fields[key]?.label ?? null })),
    }
    if (dryRun === true || changes.length === 0) return ok(answer)
    const done = commit(desk, changes)
    if (!done.ok) return done
    const [main] = done.value.versions
    desk.store.events.note({ kind: 'import', by: desk.by, about: file, detail: { what: `补录${declaration.label}`, count: changes.length, title: textOf(changes[0]?.op === 'put' ? changes[0].data : {}, 'title') } })
    return ok({ ...answer, undo: main ? { id: main.uid, version: main.id } : null })
  },
} satisfies Partial<Handlers<Desk>>
