/** From July on: deputies who have not yet done in this year what a rule wants of each in a year (浙 履职天数, 京 选民接待日). */
import { deputiesAt, personId } from '../measures/deputies-at'
import { activitiesIn, halfDaysOf, ofKinds, townPresence } from '../measures/events-of'
import { wasPresent } from '../measures/meetings-of'
import { dated } from '../measures/periods'
import { idsOf, textOf } from '../facts'
import type { Rec } from '../record'
import { yearEnd, yearOf, yearStart } from '../rules/calendar'
import type { Todo } from './todo'
import { byEntry, makeTodo, newAction, someNames, type TodoContext } from './make-todo'

const day = (rec: Rec, key: string): string => textOf(rec.fields, key)

const reception = '09'

/** Half days of duty of each person this year. */
function halfDays({ facts, rules, settings, today }: TodoContext): ReadonlyMap<string, number> {
  const question = { facts, rules, settings, period: { from: yearStart(yearOf(today)), to: today }, asAt: today }
  const sums = new Map<string, number>()
  for (const row of townPresence(question)) {
    const mandate = facts.get(day(row, 'mandate'))
    if (mandate) sums.set(personId(facts, mandate), (sums.get(personId(facts, mandate)) ?? 0) + halfDaysOf(facts, row))
  }
  return sums
}

/** Days of each person this year on which voters were received: a reception attended, or a matter taken at a site. */
function receptions({ facts, today }: TodoContext): ReadonlyMap<string, number> {
  const period = { from: yearStart(yearOf(today)), to: today }
  const days = new Map<string, Set<string>>()
  const note = (mandate: string, on: string): void => {
    const rec = facts.get(mandate)
    if (rec) days.set(personId(facts, rec), (days.get(personId(facts, rec)) ?? new Set()).add(on))
  }
  for (const event of ofKinds(activitiesIn(facts, period), reception)) {
    for (const row of facts.where('participation', 'event', event.id)) if (wasPresent(row)) note(day(row, 'mandate'), day(event, 'start_on'))
  }
  for (const matter of facts.all('voter_matter')) {
    if (day(matter, 'site') === '' || !dated(matter, 'received_on', period)) continue
    for (const mandate of idsOf(matter.fields, 'deputies')) note(mandate, day(matter, 'received_on'))
  }
  return new Map([...days].map(([person, set]) => [person, set.size]))
}

/** Deputies with too little of what is counted, in one line. */
export function yearCountTodos(context: TodoContext): readonly Todo[] {
  const { facts, today, rules } = context
  if (Number(today.slice(5, 7)) < 7) return []
  const year = yearOf(today)
  const rows = [
    { key: 'deputy.days', per: 2, done: halfDays, words: (n: number) => `今年履职不足${n}天` },
    { key: 'reception.min', per: 1, done: receptions, words: (n: number) => `今年接待选民不足${n}次` },
  ]
  return rows.flatMap(({ key, per, done, words }) => {
    const entry = rules.entry(key)
    if (entry.n === null) return []
    const counts = done(context)
    const needed = entry.n * per
    const short = deputiesAt(facts, today).filter((rec) => (counts.get(personId(facts, rec)) ?? 0) < needed)
    if (short.length === 0) return []
    return [makeTodo(context, {
      ...byEntry(entry), on: String(year), title: `${short.length}名代表${words(entry.n)}（${someNames(facts, short)}）`, due_on: yearEnd(year), started_on: yearStart(year),
      action: newAction('记活动', 'activity'),
    })]
  })
}
