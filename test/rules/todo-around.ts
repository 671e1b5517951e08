/** Reminders of one rule on the day before, the day and the day after. */
import { addDays } from '../../shared/rules/calendar'
import { ruleBook } from '../../shared/rules/presets'
import { defaultSettings, type RuleEntry } from '../../shared/rules/rule-book'
import type { Todo } from '../../shared/todos/todo'
import { todos } from '../../shared/todos/todos'
import type { Town } from '../support/build'

interface Book {
  readonly province?: string
  readonly own?: readonly RuleEntry[]
}

/** Reminders of `rule` as they stand on `today`. */
export const remindersOf = (t: Town, today: string, rule: string, { province, own }: Book = {}): readonly Todo[] =>
  todos(t.facts(), { today, rules: ruleBook(province ?? null, own), settings: defaultSettings }).filter((todo) => todo.rule === rule)

/** [state, days] of the reminders of `rule` on the day before `due`, the day and the day after. */
export const around = (t: Town, due: string, rule: string, book: Book = {}) =>
  [-1, 0, 1].map((shift) => remindersOf(t, addDays(due, shift), rule, book).map(({ due_on, state, days }) => `${due_on} ${state} ${days}`))

/** What `around` gives for one reminder that turns late. */
export const turnsLate = (due: string): readonly (readonly string[])[] => [[`${due} soon 1`], [`${due} soon 0`], [`${due} late -1`]]

/** What `around` gives for one reminder that passes by itself. */
export const passes = (due: string): readonly (readonly string[])[] => [[`${due} soon 1`], [`${due} soon 0`], []]

/** The entry of a rule with another value, as the office sets it. */
export const ownEntry = (key: string, n: number): RuleEntry => ({ ...ruleBook(null).entry(key), n, who: '镇里', source: '镇人大办理办法' })
