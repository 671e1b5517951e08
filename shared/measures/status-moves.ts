/** Dated status events: what a record went through, read from its log and never from its present status alone. */
import { statusLog } from '../facts'
import type { Rec } from '../record'
import type { Period } from './indicator'
import { within } from './periods'

/** A change of status; `from` is the status that the row before it left behind, '' at the beginning. */
export interface Move {
  readonly from: string
  readonly to: string
  readonly step: string
  readonly on: string
}

const movesOf = new WeakMap<Rec, readonly Move[]>()

/** The record's changes of status in the order of the log; rows that were taken back or changed nothing are not among them. */
export function moves(rec: Rec): readonly Move[] {
  const known = movesOf.get(rec)
  if (known) return known
  const found: Move[] = []
  let from = ''
  for (const row of statusLog(rec)) {
    if (row.to === from) continue
    found.push({ from, to: row.to, step: row.step, on: row.event_on })
    from = row.to
  }
  movesOf.set(rec, found)
  return found
}

/** Changes of status whose event lies in the period and that `test` takes. */
export function movesIn(rec: Rec, period: Period, test: (move: Move) => boolean): readonly Move[] {
  return moves(rec).filter((move) => within(move.on, period) && test(move))
}

/** Ids of the records, once per change of status of the period that `test` takes. */
export function eventIds(recs: readonly Rec[], period: Period, test: (move: Move, rec: Rec) => boolean): readonly string[] {
  return recs.flatMap((rec) => movesIn(rec, period, (move) => test(move, rec)).map(() => rec.id))
}

/** Whether the record ever got to one of `statuses`: a planned event is not yet real, a cancelled one never was. */
export function reached(rec: Rec, statuses: readonly string[]): boolean {
  return statuses.includes(rec.status ?? '') || statusLog(rec).some((row) => statuses.includes(row.to))
}

/** Whether the record got to one of `statuses` by `day`. */
export function reachedBy(rec: Rec, statuses: readonly string[], day: string): boolean {
  return statusLog(rec).some((row) => row.event_on <= day && statuses.includes(row.to))
}

/** 补录: typed in later without its steps, so that its deadlines say nothing. */
export const isHistoric = (rec: Rec): boolean => rec.fields['as_history'] === true
