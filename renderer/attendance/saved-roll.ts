/** The roll of a saved event, and what is to be written when it is ticked again. Pure. */
import type { RecordPage } from '../../shared/contract/records'
import { textOf } from '../../shared/facts'
import type { Rec } from '../../shared/record'
import { emptyRoll, rowsOfRoll, type Register, type Roll, type RollRow } from './roll'

export type RollType = 'participation' | 'attendance'

/** Rows of the page's event, in their order. */
export const rollRows = (page: RecordPage, type: RollType): readonly Rec[] => page.children.filter((list) => list.type === type).flatMap((list) => list.rows)

/** What was ticked the last time; nobody yet = the screen proposes. */
export function savedRoll(page: RecordPage | null, type: RollType, register: Register): Roll {
  const rows = page === null ? [] : rollRows(page, type)
  if (rows.length === 0) return emptyRoll
  const away = rows.filter((row) => textOf(row.fields, 'state') !== register.present)
  const reasons = rows.filter((row) => textOf(row.fields, 'leave_reason') !== '')
  return {
    ids: rows.map((row) => textOf(row.fields, 'mandate')),
    marks: Object.fromEntries(away.map((row) => [textOf(row.fields, 'mandate'), textOf(row.fields, 'state')])),
    reasons: Object.fromEntries(reasons.map((row) => [textOf(row.fields, 'mandate'), textOf(row.fields, 'leave_reason')])),
  }
}

/** The town whose people stand on the roll of a saved event, at the county; the office itself keeps no roll there. */
export const townOfRoll = (role: 'town' | 'county', page: RecordPage | null): string | undefined => (role === 'county' ? page?.record.org : undefined)

export interface RollChange {
  /** Rows that are new or say something else than before. */
  readonly rows: readonly RollRow[]
  /** Ids of saved rows whose person was taken off the list: somebody who could not be seen on it was not. */
  readonly gone: readonly string[]
}

/**
 * Only what differs from what is saved, so that the county gets no line twice. `known` = everybody who could be on the list; default: all.
 */
export function changedRows(page: RecordPage | null, type: RollType, roll: Roll, register: Register, expected: readonly string[], known?: readonly string[]): RollChange {
  const saved = new Map((page === null ? [] : rollRows(page, type)).map((row) => [textOf(row.fields, 'mandate'), row]))
  const rows = rowsOfRoll(roll, register, expected).flatMap((row): readonly RollRow[] => {
    const before = saved.get(row.mandate)
    if (before === undefined) return [row]
    const reason = row.leave_reason ?? ''
    if (textOf(before.fields, 'state') === row.state && textOf(before.fields, 'leave_reason') === reason) return []
    return [{ ...row, leave_reason: reason === '' ? null : reason }]
  })
  const stay = new Set(expected)
  const seen = known === undefined ? null : new Set(known)
  return { rows, gone: [...saved].filter(([mandate]) => !stay.has(mandate) && seen?.has(mandate) !== false).map(([, row]) => row.id) }
}
