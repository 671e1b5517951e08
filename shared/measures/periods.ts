/** Periods: both days included. A record belongs to the period that its own date lies in. */
import { addDays, firstDayOf, yearEnd, yearOf, yearStart } from '../rules/calendar'
import { intOf, textOf } from '../facts'
import type { Rec } from '../record'
import type { Period } from './indicator'

/** Whether a day lies in the period; an empty one does not. A month counts from its first day. */
export function within(dayOrMonth: string, period: Period): boolean {
  if (dayOrMonth === '') return false
  const day = firstDayOf(dayOrMonth)
  return day >= period.from && day <= period.to
}

/** Whether the record's field `key` is a date of the period. */
export const dated = (rec: Rec, key: string, period: Period): boolean => within(textOf(rec.fields, key), period)

/** Whether the record's field `key` is filled and not later than `day`. */
export function doneBy(rec: Rec, key: string, day: string): boolean {
  const at = textOf(rec.fields, key)
  return at !== '' && at <= day
}

/** The day before the period, on which its opening figures are taken. */
export const eve = (period: Period): string => addDays(period.from, -1)

/** The whole years that the period touches: yearly lists (plans, budgets, scores) are counted by them. */
export const wholeYears = (period: Period): Period => ({ from: yearStart(yearOf(period.from)), to: yearEnd(yearOf(period.to)) })

/** Whether a record with a field `year` belongs to a year of the period. */
export function ofYears(rec: Rec, period: Period): boolean {
  const year = intOf(rec.fields, 'year')
  return year !== null && year >= yearOf(period.from) && year <= yearOf(period.to)
}
