/** The year of an office: reminders acted on, the calendar, and what the law wants of a year. */
import { command, day, integer, nonEmpty, object, optional, string } from '../input'
import type { Rec } from '../record'
import type { Todo } from '../todos/todo'
import type { YearDuty } from '../todos/year-duties'
import type { Titles } from './records'

export interface CalendarDay {
  readonly day: string
  /** `worked` = a Saturday or Sunday that the notice makes a working day. */
  readonly kind: 'work' | 'weekend' | 'off' | 'worked'
  /** False where the year has no official notice: 按周末推算. */
  readonly known: boolean
}

/** A meeting, an activity, a poll: what is planned or was held on a day. */
export interface CalendarEvent {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly day: string
  readonly done: boolean
}

export interface Calendar {
  readonly today: string
  readonly days: readonly CalendarDay[]
  readonly todos: readonly Todo[]
  readonly events: readonly CalendarEvent[]
}

export interface YearPage {
  readonly year: number
  readonly today: string
  /** First year with a record, for the choice of years. */
  readonly first: number
  readonly duties: readonly YearDuty[]
  /** Titles of the records that tick the duties. */
  readonly titles: Titles
}

export const yearCommands = {
  /** Puts a reminder off, with a reason; it comes back on its day. */
  'todo.snooze': command<{ readonly record: Rec }>()(object({ id: nonEmpty(200), to: day, reason: string(500) })),
  /** Ticks a reminder off that no record settles. */
  'todo.finish': command<{ readonly record: Rec }>()(object({ id: nonEmpty(200), on: optional(day) })),
  'calendar.get': command<Calendar>()(object({ from: day, to: day })),
  'year.get': command<YearPage>()(object({ year: optional(integer(1990, 2100)), town: optional(string(12)) })),
} as const
