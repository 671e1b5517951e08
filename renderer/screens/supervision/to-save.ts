/** From what was typed to one commit: the matter, who took part, what was found. Pure. */
import type { RecordPage } from '../../../shared/contract/records'
import { participationRegister, type Roll } from '../../attendance/roll'
import { changedRows } from '../../attendance/saved-roll'
import { asChanges, filled, type QuickInput } from '../../entry/use-entry'
import type { FormValues } from '../../state/drafts'
import { problemSides, type Problem } from './findings'

export const supervisionKeys = [
  'form', 'topic', 'start_on', 'place', 'field', 'targets', 'laws', 'persons', 'leaders', 'linkage', 'plan_ref', 'focus', 'end_on', 'half_days', 'site', 'experts', 'process', 'remark',
] as const

export interface SupervisionToSave {
  readonly values: FormValues
  readonly roll: Roll
  readonly expected: readonly string[]
  /** Everybody who can be seen on the list: only they can have been taken off it. */
  readonly known: readonly string[]
  readonly problems: readonly Problem[]
  readonly today: string
  readonly page: RecordPage | null
}

/** Its day is still to come: a plan, in which nobody took part and nothing was found. */
export const isPlanned = (day: unknown, today: string): boolean => typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(day) && day > today

const isWaiting = (page: RecordPage | null): boolean => page === null || ['计划', '准备'].includes(page.record.status ?? '')

/** A matter of the past is begun in the same commit; one to come stays planned. */
export function supervisionToSave({ values, roll, expected, known, problems, today, page }: SupervisionToSave): QuickInput {
  const before = page === null ? {} : { id: page.record.id, base: page.record.version }
  const fields = page === null ? filled(values, supervisionKeys) : asChanges(values, supervisionKeys)
  const planned = isPlanned(values['start_on'], today)
  const halfDays = typeof values['half_days'] === 'number' ? values['half_days'] : 1
  const { rows, gone } = planned ? { rows: [], gone: [] } : changedRows(page, 'participation', roll, participationRegister, expected, known)
  const found = page === null ? problemSides(problems) : []
  const side = [...rows.map((row) => ({ type: 'participation', parent: 'event', fields: { ...row, half_days: halfDays } })), ...found]
  const steps = planned || !isWaiting(page) ? [] : [{ step: 'start', fields: filled(values, ['start_on', 'end_on', 'place', 'laws']) }]
  return { type: 'supervision', ...before, fields, ...(side.length > 0 ? { side } : {}), ...(steps.length > 0 ? { steps } : {}), ...(gone.length > 0 ? { drop: gone } : {}) }
}
