/** What a preview of a roster shows: changes in words, and private values hidden where they go to a window. */
import { labelOf } from '../../shared/codes'
import type { RosterRow } from '../../shared/contract/figures'
import type { Value } from '../../shared/fields'
import { maskIdNo } from '../../shared/parse/id-no'
import { maskPhone } from '../../shared/parse/phone'
import { showSigns, withoutDirections } from '../../shared/parse/text'
import { declarationOf } from '../../shared/records'
import type { Column } from '../../shared/roster/guess-columns'
import type { RosterIssue } from '../../shared/roster/issue'
import { previewState, type PlanRow } from '../../shared/roster/plan-row'
import { sayRosterIssue } from '../../shared/text/roster'
import type { Desk } from './desk'

/** A private value with its middle covered; what is no private field is shown as it is. */
function covered(desk: Desk, record: string, field: string, word: string): string {
  if (!desk.masks || record !== 'person_private' || word === '') return word
  if (field === 'id_no') return maskIdNo(withoutDirections(word))
  return field.startsWith('phone') ? maskPhone(withoutDirections(word)) : '******'
}

/** The cell of a column, as this desk may show it: what turns or hides its letters is seen as a mark. */
export function shownCell(desk: Desk, column: Column | undefined, word: string): string {
  const [record = '', field = ''] = (column?.key ?? '').split('.')
  return showSigns(covered(desk, record, field, word))
}

/** What is said of a row, its value covered where its column is a private one. */
export const shownIssue = (desk: Desk, columns: readonly Column[], issue: RosterIssue): RosterIssue =>
  ({ ...issue, value: shownCell(desk, columns.find((column) => column.heading !== '' && column.heading === issue.column), issue.value) })

function shownValue(desk: Desk, record: string, field: string, value: Value | undefined): string {
  if (value === undefined || value === null || value === '') return '（空）'
  const spec = declarationOf(record)?.fields[field]
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value !== 'string' && typeof value !== 'number') return `${String(value.length)} 项`
  const word = covered(desk, record, field, String(value))
  return spec?.codes ? labelOf(spec.codes, word) : word
}

export function previewRow(desk: Desk, columns: readonly Column[], row: PlanRow, under: readonly string[] = []): RosterRow {
  return {
    row: row.row, name: row.name, state: previewState(row), under: under.map(showSigns),
    changes: row.changes.map((change) => ({
      label: change.label, before: shownValue(desk, change.record, change.field, change.from), after: shownValue(desk, change.record, change.field, change.to),
    })),
    notes: [...row.errors, ...row.warnings].map((one) => {
      const issue = shownIssue(desk, columns, one)
      const words = sayRosterIssue(issue)
      return { column: issue.column, code: issue.code, value: issue.value, say: `${words.say}${words.next}` }
    }),
  }
}
