/** When an answer to a report that was handed over is due. */
import { textOf } from '../facts'
import type { Rec } from '../record'
import type { RuleBook } from '../rules/rule-book'

/** The day by which the organ has to answer a report handed over: as stored, else by the rule book; '' where it cannot be said. */
export function feedbackDueOn(rec: Rec, rules: RuleBook): string {
  const stored = textOf(rec.fields, 'feedback_due')
  const from = textOf(rec.fields, 'forward_on')
  return stored !== '' || from === '' ? stored : rules.due('report.feedback', from)?.due_on ?? ''
}
