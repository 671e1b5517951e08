/** Due dates: an entry of the rule book counted from the day of its event. */
import { addDays, addMonths } from './calendar'
import type { Due, RuleEntry } from './rule-book'
import { weekendsOnly, type Workdays } from './workdays'

/**
 * The day on which `entry` falls when it starts at `from`. Months clip to the month's end both ways, the day of the event is day 0, the next
 * working day is working day 1; a `before` entry counts backwards. With `shift` a due day on which nobody works moves to the next working
 * day, one that counts backwards to the one before, so that a notice is never too late. Null where the rule is off or is no period of time (count, share).
 */
export function dueOf(entry: RuleEntry, from: string, workdays: Workdays, shift = false): Due | null {
  if (entry.n === null || from === '') return null
  const count = entry.before ? -entry.n : entry.n
  switch (entry.unit) {
    case 'day': return shifted(addDays(from, count), entry, workdays, shift)
    case 'month': return shifted(addMonths(from, count), entry, workdays, shift)
    case 'workday': {
      const { day, guessed } = workdays.add(from, count)
      return { due_on: day, rule: entry, ...(guessed ? { note: weekendsOnly } : {}) }
    }
    case 'count':
    case 'share': return null
  }
}

/** Said beside a due day that was moved off a day on which nobody works. */
export const shiftedForward = '遇休息日顺延'
export const shiftedBack = '遇休息日提前'

function shifted(day: string, rule: RuleEntry, workdays: Workdays, shift: boolean): Due {
  // a month of the year (by the end of March) is a date of the calendar and no period
  if (!shift || rule.from === 'year' || workdays.isWorkday(day)) return { due_on: day, rule }
  const moved = workdays.shift(day, rule.before ? -1 : 1)
  return { due_on: moved.day, rule, note: [rule.before ? shiftedBack : shiftedForward, moved.guessed ? weekendsOnly : ''].filter(Boolean).join('；') }
}
