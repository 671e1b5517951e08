/** A month as a sheet of weeks. Pure: days in, weeks out. */
import type { Calendar, CalendarDay, CalendarEvent } from '../../../shared/contract/year'
import { addDays, addMonths, lastDayOf, weekday } from '../../../shared/rules/calendar'
import type { Todo } from '../../../shared/todos/todo'

export const weekWords = ['一', '二', '三', '四', '五', '六', '日'] as const

export interface Cell {
  readonly day: string
  readonly inMonth: boolean
  readonly info: CalendarDay | null
  readonly todos: readonly Todo[]
  readonly events: readonly CalendarEvent[]
}

/** Monday before (or on) the first and Sunday after (or on) the last of a month `YYYY-MM`: five or six whole weeks. */
export function spanOf(month: string): { readonly from: string; readonly to: string } {
  const first = `${month}-01`
  const last = lastDayOf(month)
  return { from: addDays(first, -((weekday(first) + 6) % 7)), to: addDays(last, (7 - weekday(last)) % 7) }
}

/** The month `count` later or earlier. */
export const monthAfter = (month: string, count: number): string => addMonths(`${month}-01`, count).slice(0, 7)

/** The cells of a month, seven a week, Monday first. */
export function weeksOf(month: string, { days, todos, events }: Calendar): readonly (readonly Cell[])[] {
  const { from, to } = spanOf(month)
  const info = new Map(days.map((one) => [one.day, one]))
  const cells: Cell[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    cells.push({
      day, inMonth: day.startsWith(month), info: info.get(day) ?? null, todos: todos.filter((todo) => todo.due_on === day), events: events.filter((event) => event.day === day),
    })
  }
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}
