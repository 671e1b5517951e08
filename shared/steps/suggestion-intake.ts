/** A suggestion on its way to the unit that answers it: submit, review, merge, assign, send_back, reassign (domain.md A.17, A.34). */
import { statusAt, statusLog, textOf } from '../facts'
import { longText, type Row } from '../fields'
import type { Rec } from '../record'
import { fail, type Warning } from '../result'
import { may, must, own, ownDay, ownReason, step } from './define-step'
import { nextSuggestionNo } from '../rules/numbers'
import { notBefore, refuse } from './refuse'
import { keptRule, replyDue } from '../rules/reply-due'
import type { Due } from '../rules/rule-book'
import type { StepContext } from './step'
import { isEmpty } from './step-input'
import { apart, openRound, repliesOf, roundOf } from './suggestion-rounds'

export const ended = ['已办结', '已并案', '已转出', '不立案', '已撤回'] as const

/** A draft that was raised before and sent back for completion. */
const wasReturned = (rec: Rec): boolean => statusLog(rec).some((row) => row.step === 'review' && row.to === '草稿')

const inSession = '1'

const submit = step('submit', '提出', {
  from: '草稿', to: '已提出', on: 'raised_on', onIf: (rec) => (wasReturned(rec) ? 'date' : null),
  inputs: [
    must('raised_on'), must('period'), may('session', { requiredIf: (input) => textOf(input, 'period') === inSession }), must('lead'), may('date', ownDay('再次提出日期')),
  ],
  run: ({ rec, input, eventOn, lookup, deviceLetter }) => {
    const raisedOn = textOf(input, 'raised_on')
    const late = notBefore('date', wasReturned(rec) ? eventOn : null, '再次提出日期', [rec.fields['review_on'], '审查日期'], [raisedOn, '提出日期'])
    if (late) return late
    const warnings: Warning[] = []
    const lead = lookup.get(textOf(input, 'lead'))
    const status = lead ? statusAt(lead, raisedOn) : null
    if (status !== '在任') warnings.push({ code: 'lead-not-in-office', field: 'lead', detail: { status, day: raisedOn } })
    if (textOf(rec.fields, 'body').trim() === '') warnings.push({ code: 'body-empty', field: 'body' })
    const session = textOf(input, 'period') === inSession ? textOf(input, 'session') : ''
    const no = textOf(rec.fields, 'no')
    // a text handed in again is examined anew: the old decision stays in the status log only
    const anew = wasReturned(rec) ? { accept: null, accept_reason: null, reviewer: null, review_on: null } : {}
    return { ok: true, status: '已提出', set: { ...anew, no: no === '' ? nextSuggestionNo(lookup, session, raisedOn, deviceLetter) : no }, warnings }
  },
})

/** Status by decision of the review, code table `accept`. */
const afterReview: Readonly<Record<string, string>> = { '1': '待交办', '2': '草稿', '3': '已并案', '4': '已转出', '5': '已转出', '6': '不立案' }
const accepted = '1'
const mergedInto = '3'

/** The main file that `rec` may be merged into: another suggestion, not itself merged into this one. */
function mainFile(context: StepContext): ReturnType<typeof fail> | Rec {
  const { rec, input, lookup } = context
  const target = lookup.get(textOf(input, 'merged_into'))
  if (!target || target.type !== 'suggestion') return fail('bad-ref', { field: 'merged_into' })
  if (target.id === rec.id) return fail('same-record', { field: 'merged_into' })
  for (let at: Rec | null = target, hops = 0; at && hops < 16; hops++) {
    if (textOf(at.fields, 'merged_into') === rec.id) return refuse(rec.status, 'already-merged', { field: 'merged_into', more: { target: target.id } })
    at = lookup.get(textOf(at.fields, 'merged_into'))
  }
  return target
}

const review = step('review', '立案审查', {
  from: '已提出', to: ['待交办', '草稿', '已并案', '已转出', '不立案'], on: 'review_on',
  inputs: [
    must('review_on'), must('accept'), may('accept_reason', { requiredIf: (input) => !['', accepted].includes(textOf(input, 'accept')) }), may('reviewer'),
    may('merged_into', { requiredIf: (input) => textOf(input, 'accept') === mergedInto }),
  ],
  run: (context) => {
    const { rec, input, eventOn } = context
    const early = notBefore('review_on', eventOn, '审查日期', [rec.fields['raised_on'], '提出日期'], [resubmittedOn(rec), '再次提出日期'])
    if (early) return early
    const status = afterReview[textOf(input, 'accept')]
    if (status === undefined) return fail('unknown-code', { field: 'accept', detail: { value: input['accept'] } })
    if (status === '已并案') {
      const target = mainFile(context)
      if ('ok' in target) return target
    }
    return { ok: true, status }
  },
})

/** Day of the last `submit`. */
const resubmittedOn = (rec: Rec): string | null => statusLog(rec).filter((row) => row.step === 'submit').at(-1)?.event_on ?? null

const merge = step('merge', '并案', {
  from: ['已提出', '待交办', '已交办'], to: '已并案', on: 'event_on', inputs: [may('event_on', ownDay('并案日期')), must('merged_into')],
  run: (context) => {
    const { rec, eventOn } = context
    const target = mainFile(context)
    if ('ok' in target) return target
    if ((ended as readonly string[]).includes(target.status ?? '')) return refuse(rec.status, 'target-not-open', { field: 'merged_into', more: { target: target.id, targetStatus: target.status ?? null } })
    return notBefore('event_on', eventOn, '并案日期', [rec.fields['raised_on'], '提出日期']) ?? { ok: true, status: '已并案' }
  },
})

/** The term of the answer and the rule it rests on. */
const answerDue = ({ rec, input, lookup, rules }: StepContext): Due | null =>
  replyDue(lookup, { ...rec.fields, term_class: textOf(input, 'term_class') }, textOf(input, 'assigned_on'), rules)

/** due_on, due_rule and the defaults of 办理方式 and 办理期限类别. */
function handling(context: StepContext) {
  const { input } = context
  const due = answerDue(context)
  const cohosts = input['cohosts']
  const shared = Array.isArray(cohosts) && cohosts.length > 0
  return {
    // 单独办理 is only the proposal of the form: a unit that helps makes it 主办+协办
    mode: shared && textOf(input, 'mode') !== apart ? '2' : textOf(input, 'mode') || '1',
    term_class: textOf(input, 'term_class') === '' ? '1' : textOf(input, 'term_class'),
    due_on: due?.due_on ?? null,
    due_rule: due === null ? null : keptRule(due),
  }
}

const assign = step('assign', '交办', {
  from: '待交办', to: '已交办', on: 'assigned_on', inputs: [must('assigned_on'), must('host'), may('cohosts'), may('mode'), may('term_class')],
  run: (context) => {
    const { rec, eventOn, rules } = context
    const reviewedOn = textOf(rec.fields, 'review_on')
    const early = notBefore('assigned_on', eventOn, '交办日期', [reviewedOn, '审查日期'], [rec.fields['raised_on'], '提出日期'])
    if (early) return early
    const due = reviewedOn === '' ? null : rules.due('suggest.assign', reviewedOn)
    const warnings: Warning[] = due && eventOn > due.due_on ? [{ code: 'assign-late', field: 'assigned_on', detail: { due_on: due.due_on, source: due.rule.source } }] : []
    return { ok: true, status: '已交办', set: handling(context), warnings }
  },
})

const sendBack = step('send_back', '承办单位退回', {
  from: '已交办', to: '待改交', on: 'date', inputs: [must('date', ownDay('退回日期')), must('reason', ownReason('退回理由'))],
  run: ({ rec, input, eventOn, lookup, rules }) => {
    const replies = repliesOf(lookup, rec.id)
    const round = openRound(replies)
    if (replies.some((reply) => roundOf(reply) === round)) return refuse(rec.status, 'answer-exists', { more: { round } })
    const assignedOn = textOf(rec.fields, 'assigned_on')
    const early = notBefore('date', eventOn, '退回日期', [assignedOn, '交办日期'])
    if (early) return early
    const due = assignedOn === '' ? null : rules.due('suggest.return', assignedOn)
    const warnings: Warning[] = due && eventOn > due.due_on ? [{ code: 'return-late', field: 'date', detail: { due_on: due.due_on, source: due.rule.source } }] : []
    return { ok: true, status: '待改交', append: { returns: { date: eventOn, unit: rec.fields['host'] as string, reason: textOf(input, 'reason') } }, warnings }
  },
})

const reassign = step('reassign', '改交', {
  from: ['待改交', '已交办'], to: '已交办', on: 'assigned_on',
  inputs: [must('assigned_on'), must('host'), may('cohosts'), may('mode'), may('term_class'), may('reason', own(longText('改交理由', 'optional')))],
  run: (context) => {
    const { rec, input, eventOn } = context
    const rows = Array.isArray(rec.fields['returns']) ? (rec.fields['returns'] as readonly Row[]) : []
    const last = rows.at(-1)
    const waiting = rec.status === '待改交' && last !== undefined && isEmpty(last['new_host'])
    const early = notBefore('assigned_on', eventOn, '改交日期', [rec.fields['review_on'], '审查日期'], [waiting ? last['date'] : null, '退回日期'])
    if (early) return early
    const host = textOf(input, 'host')
    const reason = textOf(input, 'reason')
    const log = { old_host: rec.fields['host'], old_assigned_on: rec.fields['assigned_on'], old_due_on: rec.fields['due_on'] }
    const set = handling(context)
    if (waiting) return { ok: true, status: '已交办', set: { ...set, returns: [...rows.slice(0, -1), { ...last, new_host: host }] }, log }
    const row: Row = { date: eventOn, unit: textOf(rec.fields, 'host'), reason, new_host: host }
    return { ok: true, status: '已交办', set, append: { returns: row }, log }
  },
})

export const intake = [submit, review, merge, assign, sendBack, reassign] as const
