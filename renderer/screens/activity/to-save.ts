/** From what was typed to one commit. Pure. */
import type { RecordPage } from '../../../shared/contract/records'
import { participationRegister, type Roll } from '../../attendance/roll'
import { changedRows, rollRows } from '../../attendance/saved-roll'
import { asChanges, filled, type QuickInput } from '../../entry/use-entry'
import type { FormValues } from '../../state/drafts'
import { trainingKind } from './kinds'

/** Keys of the form that an activity has, and those that a training has. */
export const activityKeys = ['kind', 'title', 'start_on', 'place', 'voters_met', 'content', 'organizer', 'group', 'end_on', 'start_time', 'site', 'plan_ref', 'linkage', 'half_days', 'outcome'] as const
export const trainingKeys = ['title', 'start_on', 'place', 'end_on', 'half_days', 'teacher', 'site', 'systematic', 'plan_ref'] as const

export interface ToSave {
  readonly values: FormValues
  readonly roll: Roll
  readonly expected: readonly string[]
  /** Everybody who can be seen on the list: only they can have been taken off it. */
  readonly known: readonly string[]
  readonly today: string
  readonly page: RecordPage | null
}

const numberOf = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise)

export const isTraining = (values: FormValues): boolean => values['kind'] === trainingKind

/** What a half day counts for where nobody says otherwise. */
export const halfDaysOf = (values: FormValues): number => numberOf(values['half_days'], isTraining(values) ? 2 : 1)

/** Its day is still to come: it is a plan, and nobody has attended. */
export const isPlan = (values: FormValues, today: string): boolean => typeof values['start_on'] === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(values['start_on']) && values['start_on'] > today

const withTraining = (values: FormValues): FormValues => ({ ...values, kind: values['training_kind'] })

/** A new or planned activity is held by its step; one that was held before is corrected line by line. */
export function toSave({ values, roll, expected, known, today, page }: ToSave): QuickInput {
  const training = isTraining(values)
  const keys = training ? ['kind', ...trainingKeys] : activityKeys
  const typed = training ? withTraining(values) : values
  const fields = page === null ? filled(typed, keys) : asChanges(typed, keys)
  const before = page === null ? {} : { id: page.record.id, base: page.record.version }
  const plan = isPlan(values, today)
  const held = page !== null && (training || !['计划', '已通知'].includes(page.record.status ?? ''))
  const halfDays = halfDaysOf(values)
  if (training || held) {
    const { rows, gone } = changedRows(page, 'participation', roll, participationRegister, expected, known)
    const side = plan ? [] : rows.map((row) => ({ type: 'participation', parent: 'event', fields: { ...row, half_days: halfDays } }))
    return { type: training ? 'training' : 'activity', ...before, fields, ...(side.length > 0 ? { side } : {}), ...(gone.length > 0 ? { drop: gone } : {}) }
  }
  if (plan) return { type: 'activity', ...before, fields }
  const gone = goneRows({ roll, expected, page, known })
  const { rows } = changedRows(null, 'participation', roll, participationRegister, expected)
  const day = values['start_on']
  const participants = rows.map((row) => ({ ...row, half_days: halfDays }))
  return { type: 'activity', ...before, fields, steps: [{ step: 'hold', fields: { start_on: day, half_days: halfDays, ...(participants.length > 0 ? { participants } : {}) } }], ...(gone.length > 0 ? { drop: gone } : {}) }
}

/** Saved rows of people who are no longer expected: they go in the same commit, so that one undo brings them back. */
const goneRows = ({ roll, expected, page, known }: Pick<ToSave, 'roll' | 'expected' | 'page' | 'known'>): readonly string[] =>
  (page === null || rollRows(page, 'participation').length === 0 ? [] : changedRows(page, 'participation', roll, participationRegister, expected, known).gone)
