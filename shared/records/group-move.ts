/** A deputy goes from one group to another on a day: what the lists of members say from then on. Pure. */
import { addDays } from '../rules/calendar'
import type { Row } from '../fields'
import { inSpan } from './spans'

/** The members without `mandate` from `on`: its row ends the day before; one that only began that day was never true. */
export function membersWithout(rows: readonly Row[], mandate: string, on: string): readonly Row[] {
  return rows.flatMap((row) => {
    if (row['mandate'] !== mandate || !inSpan(row, on)) return [row]
    return typeof row['from_on'] === 'string' && row['from_on'] >= on ? [] : [{ ...row, to_on: addDays(on, -1) }]
  })
}

/** The members with `mandate` from `on`; as they are where it is one of them that day. */
export function membersWith(rows: readonly Row[], mandate: string, on: string): readonly Row[] {
  return rows.some((row) => row['mandate'] === mandate && inSpan(row, on)) ? rows : [...rows, { mandate, from_on: on }]
}
