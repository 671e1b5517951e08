/**
 * 今年依法必须做的事: one page a year that ticks itself from the records. Nothing on it is typed; every tick names the records behind it, so
 * that the page of a past year says the same whenever it is opened.
 */
import type { Facts } from '../facts'
import { yearEnd, yearStart } from '../rules/calendar'
import type { RuleBook, Settings } from '../rules/rule-book'
import { congressDuties } from './year-duties/congress'
import { deputyDuties, suggestionDuties } from './year-duties/deputies'
import type { DutyContext, YearDuty } from './year-duties/make-duty'
import { presidiumDuties } from './year-duties/presidium'

export type { YearDuty } from './year-duties/make-duty'

export interface YearOptions {
  /** Asia/Shanghai. */
  readonly today: string
  readonly rules: RuleBook
  readonly settings: Settings
}

/** The duties of `year` as at `today` (of a past year: as at its end), in the order of the page. */
export function yearDuties(facts: Facts, year: number, { today, rules, settings }: YearOptions): readonly YearDuty[] {
  const end = yearEnd(year)
  const context: DutyContext = { facts, rules, settings, today, year, period: { from: yearStart(year), to: today < end ? today : end } }
  return [congressDuties, presidiumDuties, deputyDuties, suggestionDuties].flatMap((part) => part(context))
}
