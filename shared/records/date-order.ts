/** Dates of one record that follow one another. Saving refuses them in another order; old records and merged ones may have it and are listed (B10.08). */
import type { Data } from '../fields'
import type { Declaration } from '../record'
import type { FieldError } from './parse-value'

/** Date fields of each type in the order in which the events happen. */
export const chains: Readonly<Record<string, readonly (readonly string[])[]>> = {
  term: [['elected_on', 'first_meeting_on', 'end_on']],
  mandate: [['elected_on', 'confirm_on', 'report_on', 'congress_on'], ['event_on', 'resume_on']],
  session: [['decide_on', 'start_on', 'end_on'], ['budget_approved_on', 'budget_published_on']],
  supervision: [['start_on', 'end_on'], ['start_on', 'report_on', 'forward_on', 'feedback_on', 'closed_on']],
  finding: [['done_on', 'verified_on']],
  follow_up: [['sent_on', 'reply_on', 'verified_on', 'closed_on']],
  major_matter: [['listed_on', 'submitted_on', 'decided_on', 'closed_on']],
  livelihood_project: [['voted_on', 'started_on', 'finished_on', 'evaluated_on']],
  bill: [['received_on', 'handled_on', 'voted_on', 'done_on']],
  suggestion: [['raised_on', 'review_on', 'assigned_on', 'closed_on']],
  reply: [['reply_on', 'feedback_sent', 'feedback_on']],
  inquiry: [['raised_on', 'decided_on', 'closed_on']],
  recall: [['proposed_on', 'decided_on', 'announced_on']],
  by_election: [['vacant_on', 'reported_on'], ['roll_on', 'candidates_on', 'formal_on', 'vote_on', 'review_on', 'confirmed_on', 'published_on']],
  activity: [['start_on', 'end_on']],
  training: [['start_on', 'end_on']],
  voter_matter: [['received_on', 'routed_on', 'reply_on', 'informed_on', 'closed_on']],
  debrief: [['date', 'feedback_on', 'rectify_on']],
  document: [['issued_on', 'filed_on', 'repealed_on']],
  letter: [['received_on', 'reply_on', 'closed_on']],
  county_order: [['issued_on', 'accepted_on', 'reported_on', 'closed_on']],
  site: [['built_on', 'closed_on']],
}

/** Refused on saving, though B10.08 does not ask for them. */
const more: typeof chains = { document: [['effective_on', 'repealed_on']], expense: [['approved_on', 'paid_on']], plan_item: [['adopted_on', 'published_on']] }

/**
 * The first pair of dates in the wrong order of which one is being written now: a record that came with old dates can still be changed
 * elsewhere. `date-order` at the written one, with both days and what they are called.
 */
export function dateDisorder(declaration: Declaration, data: Data, written: readonly string[]): FieldError | null {
  const day = (key: string): string => {
    const value = data[key]
    return typeof value === 'string' ? value : ''
  }
  for (const chain of [...(chains[declaration.type] ?? []), ...(more[declaration.type] ?? [])]) {
    const filled = chain.filter((key) => day(key) !== '')
    for (const [at, second] of filled.entries()) {
      const first = filled[at - 1]
      if (first === undefined || day(first) <= day(second) || !(written.includes(first) || written.includes(second))) continue
      const label = (key: string): string => declaration.fields[key]?.label ?? key
      return { field: written.includes(second) ? second : first, code: 'date-order', detail: { label: label(second), first: day(first), firstLabel: label(first), second: day(second), secondLabel: label(second) } }
    }
  }
  return null
}
