/** B10.08: dates of one record that cannot be in this order. The steps refuse them; 补录 and merges can still make them. */
import { textOf, type Facts } from '../facts'
import type { Rec } from '../record'

/** Date fields of each type in the order in which the events happen. */
const chains: Readonly<Record<string, readonly (readonly string[])[]>> = {
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

/** Places in a chain where a filled date is earlier than the filled one before it. */
function breaks(rec: Rec, chain: readonly string[]): number {
  const dates = chain.map((key) => textOf(rec.fields, key)).filter((day) => day !== '')
  return dates.filter((day, i) => {
    const before = dates[i - 1]
    return before !== undefined && day < before
  }).length
}

/** Ids of records with such dates, once per place. */
export const wrongDateOrder = (facts: Facts): readonly string[] => facts.once('wrong date order', () => findBreaks(facts))

function findBreaks(facts: Facts): readonly string[] {
  const found: string[] = []
  for (const [type, rows] of Object.entries(chains)) {
    for (const rec of facts.all(type)) {
      for (const chain of rows) for (let i = breaks(rec, chain); i > 0; i--) found.push(rec.id)
    }
  }
  for (const reply of facts.all('reply')) {
    const assigned = textOf(facts.get(textOf(reply.fields, 'suggestion'))?.fields ?? {}, 'assigned_on')
    const replied = textOf(reply.fields, 'reply_on')
    if (assigned !== '' && replied !== '' && replied < assigned) found.push(reply.id)
  }
  return found
}
