/** Who was there: codes of participation.state, everybody present until unticked. */
import type { DeputyRow } from '../../../shared/contract/records'

export type Presence = '1' | '2' | '3'

export const presenceWords: Readonly<Record<Presence, string>> = { 1: '出席', 2: '请假', 3: '缺席' }

/** The people of the grid, as they stand on it: absent from the map = present. */
export type Marks = Readonly<Record<string, Presence>>

export const stateOf = (marks: Marks, mandate: string): Presence => marks[mandate] ?? '1'

export function countOf(people: readonly DeputyRow[], marks: Marks, state: Presence): number {
  return people.filter((row) => stateOf(marks, row.mandate) === state).length
}

/** Rows for the step `hold`, or for participation children. */
export const participants = (people: readonly DeputyRow[], marks: Marks) => people.map((row) => ({ mandate: row.mandate, state: stateOf(marks, row.mandate) }))
