/** The roster: preview and import of a list of deputies from any table (domain.md A.35). */
import path from 'node:path'
import { mostTableBytes, readChosen } from '../documents/read-chosen'
import { readTablesSafely } from '../documents/read-table-safely'
import type { RosterLine, RosterPreview, RosterTaken } from '../../shared/contract/figures'
import type { Rec } from '../../shared/record'
import { fail, ok, type Result } from '../../shared/result'
import { rosterFields } from '../../shared/roster/fields'
import { firstRoster } from '../../shared/roster/find-header'
import { badChoices, fieldOfColumn, guessColumns, nameHeadings, unknownFields, type Column, type ColumnChoices } from '../../shared/roster/guess-columns'
import type { RosterIssue } from '../../shared/roster/issue'
import { parseRosterRows } from '../../shared/roster/parse-rows'
import { countPlan, planRoster } from '../../shared/roster/plan'
import type { PlanRow } from '../../shared/roster/plan-row'
import type { Table } from '../../shared/roster/table'
import type { Handlers } from '../ipc/route'
import { termOf } from './office-info'
import type { Desk } from './desk'
import { applyPlan } from './roster-apply'
import { existingPeople } from './roster-existing'
import { previewRow, shownCell, shownIssue } from './roster-shown'

interface Planned {
  readonly table: Table
  readonly columns: readonly Column[]
  readonly firstRow: number
  readonly plan: readonly PlanRow[]
  readonly warnings: readonly RosterIssue[]
  /** By the sheet's row: the titles between the rows that it belongs to. */
  readonly under: ReadonlyMap<number, readonly string[]>
  readonly term: Rec
}

async function planFile(desk: Desk, file: string, choices: ColumnChoices): Promise<Result<Planned>> {
  const bytes = await readChosen(file, mostTableBytes)
  if (!bytes.ok) return bytes
  const tables = await readTablesSafely(bytes.value, path.basename(file))
  if (!tables.ok) return tables
  const unknown = unknownFields(choices)[0]
  if (unknown) return fail('bad-input', { field: 'map', detail: { column: unknown.column, field: unknown.field, want: '列=字段' } })
  const found = firstRoster(tables.value, nameHeadings(choices))
  if (!found) return fail('no-header', { detail: { file: path.basename(file) } })
  const wrong = badChoices(found.header.headings, choices)[0]
  if (wrong) return fail('bad-input', { field: 'map', detail: { column: wrong.column, field: wrong.field, want: '列=字段' } })
  const term = termOf(desk.store.lookup().all('term').filter((rec) => rec.org === desk.store.office.code), desk.today)
  if (!term) return fail('required', { field: 'term', detail: { label: '届次' } })
  const columns = guessColumns(found.header.headings, choices, found.table.hiddenColumns ?? [])
  const { rows, warnings } = parseRosterRows(found.table, found.header, columns, desk.today)
  return ok({ table: found.table, columns, firstRow: found.header.next, warnings, term, under: new Map(rows.map((row) => [row.row, row.under ?? []])), plan: planRoster(rows, existingPeople(desk, term.id), { today: desk.today }) })
}

const line = (issue: RosterIssue): RosterLine => ({
  row: issue.row, code: issue.code, ...(issue.column === '' ? {} : { column: issue.column }), ...(issue.value === '' ? {} : { value: issue.value }),
})

function countsOf(desk: Desk, planned: Planned): Pick<RosterPreview, 'rows' | 'new' | 'changed' | 'same' | 'errors' | 'warnings'> {
  const told = (issue: RosterIssue): RosterLine => line(shownIssue(desk, planned.columns, issue))
  return {
    ...countPlan(planned.plan),
    errors: planned.plan.flatMap((row) => row.errors).map(told),
    warnings: [...planned.warnings, ...planned.plan.flatMap((row) => row.warnings)].map(told),
  }
}

export const rosterHandlers = {
  'roster.preview': async ({ file, map }, desk) => {
    const planned = await planFile(desk, file, map ?? {})
    if (!planned.ok) return planned
    const { table, columns, firstRow, plan, under } = planned.value
    return ok({
      ...countsOf(desk, planned.value), sheet: table.name,
      columns: columns.map((column) => ({
        index: column.index, heading: column.heading, field: column.key, label: fieldOfColumn(column)?.label ?? null, sample: shownCell(desk, column, table.rows[firstRow]?.[column.index]?.text ?? ''),
      })),
      fields: rosterFields.map(({ key, label }) => ({ key, label })),
      lines: plan.map((row) => previewRow(desk, columns, row, under.get(row.row) ?? [])),
    })
  },
  'roster.import': async ({ file, map, confirm_on: confirmOn, dry_run: dryRun }, desk) => {
    if (confirmOn !== undefined && confirmOn > desk.today) return fail('date-future', { field: 'confirm_on', detail: { label: '资格确认日期', day: confirmOn, today: desk.today } })
    const planned = await planFile(desk, file, map ?? {})
    if (!planned.ok) return planned
    let undo: RosterTaken['undo'] = null
    if (dryRun !== true) {
      const { term, plan } = planned.value
      const applied = desk.aside.ofMany(plan.length, () => applyPlan(desk, plan, { term, ...(confirmOn === undefined ? {} : { confirmOn }) }))
      if (!applied.ok) return applied
      undo = applied.value
      desk.store.events.note({ kind: 'import', by: desk.by, about: path.basename(file), detail: { rows: plan.length } })
    }
    return ok({ ...countsOf(desk, planned.value), undo })
  },
} satisfies Partial<Handlers<Desk>>
