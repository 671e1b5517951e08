/** When the first answer to a suggestion is due (代表法第51条); Shandong counts from the close of the session at which it was raised. */
import { textOf, type Lookup } from '../facts'
import type { Data } from '../fields'
import { dueOf } from './due'
import type { Due, RuleBook, RuleEntry } from './rule-book'
import { ruleUsed } from './rule-used'

const inSession = '1'

/** Key of the rule for a class of terms: 2 = complex. */
export const replyKey = (termClass: string): string => (termClass === '2' ? 'suggest.reply.complex' : 'suggest.reply.normal')

/** The day from which an entry counts for a suggestion with these fields. */
function countsFrom(lookup: Lookup, fields: Data, assignedOn: string, entry: RuleEntry): string {
  const fromSession = entry.from === 'session.end_on' && textOf(fields, 'period') === inSession
  const closedOn = fromSession ? textOf(lookup.get(textOf(fields, 'session'))?.fields ?? {}, 'end_on') : ''
  return closedOn === '' ? assignedOn : closedOn
}

/**
 * The due day of a suggestion with these fields. A rule that counts from the close of the session does so only for what was raised at one
 * that has closed; everything else counts from the assignment.
 */
export function replyDue(lookup: Lookup, fields: Data, assignedOn: string, rules: RuleBook): Due | null {
  const key = replyKey(textOf(fields, 'term_class'))
  return assignedOn === '' ? null : rules.due(key, countsFrom(lookup, fields, assignedOn, rules.entry(key)))
}

const told = ['assigned_on', 'term_class', 'period', 'session'] as const

/**
 * The kept due day of a suggestion whose dates are put right: counted anew by the entry that it keeps, by the one in force where its class
 * is another now. Null where nothing that it hangs on has changed.
 */
export function correctedDue(lookup: Lookup, before: Data, after: Data, rules: RuleBook): Data | null {
  const assigned = textOf(after, 'assigned_on')
  if (textOf(before, 'due_on') === '' || assigned === '' || told.every((key) => textOf(before, key) === textOf(after, key))) return null
  const key = replyKey(textOf(after, 'term_class'))
  const entry = key === replyKey(textOf(before, 'term_class')) ? ruleUsed(rules, key, textOf(before, 'due_rule')) : rules.entry(key)
  const due = dueOf(entry, countsFrom(lookup, after, assigned, entry), rules.workdays, rules.shift)
  return due === null ? null : { due_on: due.due_on, due_rule: keptRule(due) }
}

/** The entry as a record keeps it beside its due day, with what was said of the day. */
export const keptRule = (due: Due): string =>
  JSON.stringify(due.note === undefined ? due.rule : { ...due.rule, note: [due.rule.note, due.note].filter(Boolean).join('；') })
