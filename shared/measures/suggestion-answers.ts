/** What became of a suggestion as at a day: its answers, final class and final rating (A.17). */
import { textOf, type Facts } from '../facts'
import type { Rec } from '../record'
import { suggestionOutcome } from '../records/suggestion-outcome'
import { replyDue, replyKey } from '../rules/reply-due'
import type { RuleBook } from '../rules/rule-book'
import { finalReplies, roundOf } from '../steps/suggestion-rounds'

export interface Answer {
  /** reply_on of the first round; '' while there is none. */
  readonly first: string
  /** Greatest round that was answered, 0 = none. */
  readonly round: number
  /** D.14 code of the host's last reply (分别办理: the least favourable); '' where nobody classed it. */
  readonly resultClass: string
  /** 1 满意, 2 基本满意, 3 不满意; '' while the last reply has no rating. */
  readonly rating: string
  /** Rating of the handling itself, the same codes. */
  readonly process: string
}

/** A reply as it stood on `asAt`: a form that came back later has not come back yet. */
function asItStood(reply: Rec, asAt: string): Rec {
  const back = textOf(reply.fields, 'feedback_on')
  if (back === '' || back <= asAt) return reply
  return { ...reply, fields: { ...reply.fields, feedback_on: null, rate_result: null, rate_process: null } }
}

/** Reads a suggestion's replies as at the end of `asAt`. */
export function answerOf(facts: Facts, suggestion: Rec, asAt: string): Answer {
  const replies = facts.where('reply', 'suggestion', suggestion.id).filter((reply) => {
    const on = textOf(reply.fields, 'reply_on')
    return on !== '' && on <= asAt
  }).map((reply) => asItStood(reply, asAt))
  const outcome = suggestionOutcome(suggestion.fields, replies)
  const process = finalReplies(suggestion.fields, [...replies].sort((a, b) => roundOf(a) - roundOf(b)))
    .map((reply) => textOf(reply.fields, 'rate_process'))
  return {
    first: outcome.reply_on ?? '', round: outcome.round ?? 0, resultClass: outcome.result_class ?? '', rating: outcome.rate_result ?? '',
    process: process.includes('') ? '' : process.reduce((worst, code) => (code > worst ? code : worst), ''),
  }
}

/** The day by which the first answer is due: as stored at `assign`, else by the rule book; '' where it cannot be said. */
export function replyDueOn(facts: Facts, suggestion: Rec, rules: RuleBook): string {
  const stored = textOf(suggestion.fields, 'due_on')
  const assigned = textOf(suggestion.fields, 'assigned_on')
  if (stored !== '' || assigned === '') return stored
  return replyDue(facts, suggestion.fields, assigned, rules)?.due_on ?? ''
}

/** Key of the rule that a suggestion's first answer is due by. */
export const replyRule = (suggestion: Rec): string => replyKey(textOf(suggestion.fields, 'term_class'))

/** The latest day on which a form of the last answered round was sent out and has not come back; '' where none is out. */
export function awaitsFeedbackSince(facts: Facts, suggestion: Rec): string {
  const replies = facts.where('reply', 'suggestion', suggestion.id)
  const round = replies.reduce((greatest, reply) => Math.max(greatest, roundOf(reply)), 0)
  return replies.filter((reply) => roundOf(reply) === round && textOf(reply.fields, 'feedback_on') === '')
    .map((reply) => textOf(reply.fields, 'feedback_sent') || textOf(reply.fields, 'reply_on'))
    .reduce((latest, day) => (day > latest ? day : latest), '')
}
