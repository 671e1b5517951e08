/** Due dates: an entry of the rule book counted from the day of its event. */
import { addDays, addMonths } from './calendar'
import type { Due, RuleEntry } from './rule-book'
import { weekendsOnly, type Workdays } from './workdays'

/**
 * The day on which `entry` falls when it starts at `from`. Months clip to the month's end both ways, the day of the event is day 0, the next
 * working day is working day 1; a `before` entry counts backwards. Null where the rule is off or is no period of time (count, share).
 */
export function dueOf(entry: RuleEntry, from: string, workdays: Workdays): Due | null {
  if (entry.n === null || from === '') return null
  const count = entry.before ? -entry.n : entry.n
  switch (entry.unit) {
    case 'day': return { due_on: addDays(from, count), rule: entry }
    case 'month': return { due_on: addMonths(from, count), rule: entry }
    case 'workday': {
      const { day, guessed } = workdays.add(from, count)
      return { due_on: day, rule: entry, ...(guessed ? { note: weekendsOnly } : {}) }
    }
    case 'count':
    case 'share': return null
  }
}
