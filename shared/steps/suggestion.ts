/**
 * 代表建议: the most detailed machine (domain.md A.17, A.34). Its guards: no answer before it is assigned; no close without a rating, the
 * end of the feedback term or coordination; 不满意 always opens another round; class A closes with proof of the result.
 */
import { textOf } from '../facts'
import type { Rec } from '../record'
import { suggestionOutcome } from '../records/suggestion-outcome'
import { isEmpty } from './step-input'
import { machine, may, must, step } from './define-step'
import { notBefore, refuse } from './refuse'
import type { StepContext } from './step'
import { answering } from './suggestion-answer'
import { intake } from './suggestion-intake'
import { dissatisfied, lastRound, latest, repliesOf, roundOf } from './suggestion-rounds'

const withdraw = step('withdraw', '代表撤回', {
  from: ['已提出', '待交办', '已交办', '待改交', '待反馈', '已评价', '重新办理', '协调处理'], to: '已撤回', on: 'withdrawn_on',
  inputs: [must('withdrawn_on'), may('withdraw_file')],
  run: ({ rec, input, eventOn }) =>
    notBefore('withdrawn_on', eventOn, '撤回日期', [rec.fields['raised_on'], '提出日期'])
    ?? { ok: true, status: '已撤回', warnings: isEmpty(input['withdraw_file']) ? [{ code: 'no-withdraw-file', field: 'withdraw_file' }] : [] },
})

const rated = '1'
const unanswered = '2'
const coordinated = '3'

/** Last day of the feedback term of the answers that nobody has rated; null where the rule is off or no form was sent. */
function feedbackUntil({ rules }: StepContext, replies: readonly Rec[]): string | null {
  const open = replies.filter((reply) => roundOf(reply) === lastRound(replies) && textOf(reply.fields, 'feedback_on') === '')
  const sent = open.map((reply) => textOf(reply.fields, 'feedback_sent') || textOf(reply.fields, 'reply_on')).sort().at(-1) ?? ''
  return sent === '' ? null : (rules.due('suggest.feedback', sent)?.due_on ?? null)
}

const close = step('close', '办结', {
  from: ['已评价', '待反馈', '协调处理'], to: '已办结', on: 'closed_on',
  inputs: [must('closed_on'), may('outcome_note'), may('close_reason')],
  run: (context) => {
    const { rec, input, eventOn, lookup } = context
    const replies = repliesOf(lookup, rec.id)
    const early = notBefore('closed_on', eventOn, '办结日期', [latest(replies, 'reply_on'), '答复日期'], [latest(replies, 'feedback_on'), '征询意见表收回日期'],
      [rec.fields['coordinated_on'], '协调日期'], [rec.fields['assigned_on'], '交办日期'])
    if (early) return early
    if (rec.status === '待反馈') {
      const until = feedbackUntil(context, replies)
      if (until !== null && eventOn <= until) return refuse(rec.status, 'feedback-term-running', { missing: ['rate_result'], more: { until } })
      // an answer rated 不满意 opens another round and is never closed over
      const refused = replies.some((reply) => roundOf(reply) === lastRound(replies) && textOf(reply.fields, 'rate_result') === dissatisfied)
      if (refused || textOf(input, 'close_reason') !== unanswered) return refuse(rec.status, 'rating-missing', { missing: ['rate_result', 'close_reason'], field: 'close_reason', more: { until } })
    }
    const proof = [rec.fields['files'], input['files'], input['outcome_note']]
    if (suggestionOutcome(rec.fields, replies).result_class === 'A' && proof.every(isEmpty)) return refuse(rec.status, 'proof-missing', { missing: ['files', 'outcome_note'], field: 'outcome_note' })
    const reason = rec.status === '待反馈' ? unanswered : rec.status === '协调处理' ? coordinated : rated
    return { ok: true, status: '已办结', set: { close_reason: reason } }
  },
})

const { communicate, urge, promise, reply, feedback, coordinate, fulfil } = answering

/** What led a record of the past to its status, where the first step of the table with that result would be another one. */
const endings: Readonly<Record<string, string>> = { 已办结: 'close', 草稿: 'add', 重新办理: 'feedback' }

export const suggestion = machine(
  'suggestion',
  { step: 'submit', on: ['raised_on'] },
  [...intake, communicate, urge, promise, reply, feedback, coordinate, withdraw, fulfil, close],
  (data, status) => {
    if (status === '已并案') return { step: textOf(data, 'accept') === '3' ? 'review' : 'merge' }
    const name = endings[status]
    return name === undefined ? null : { step: name }
  },
)
