/** When the first answer to a suggestion is due (代表法第51条); Shandong counts from the close of the session at which it was raised. */
import { textOf, type Lookup } from '../facts'
import type { Data } from '../fields'
import type { Due, RuleBook } from './rule-book'

const inSession = '1'

/** Key of the rule for a class of terms: 2 = complex. */
export const replyKey = (termClass: string): string => (termClass === '2' ? 'suggest.reply.complex' : 'suggest.reply.normal')

/**
 * The due day of a suggestion with these fields. A rule that counts from the close of the session does so only for what was raised at one
 * that has closed; everything else counts from the assignment.
 */
export function replyDue(lookup: Lookup, fields: Data, assignedOn: string, rules: RuleBook): Due | null {
  const key = replyKey(textOf(fields, 'term_class'))
  const fromSession = rules.entry(key).from === 'session.end_on' && textOf(fields, 'period') === inSession
  const closedOn = fromSession ? textOf(lookup.get(textOf(fields, 'session'))?.fields ?? {}, 'end_on') : ''
  return assignedOn === '' ? null : rules.due(key, closedOn === '' ? assignedOn : closedOn)
}

/** The entry as a record keeps it beside its due day, with what was said of the day. */
export const keptRule = (due: Due): string =>
  JSON.stringify(due.note === undefined ? due.rule : { ...due.rule, note: [due.rule.note, due.note].filter(Boolean).join('；') })
