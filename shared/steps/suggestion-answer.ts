/** A suggestion with the unit that answers it: contact, urging, promises, replies and their rating, coordination (domain.md A.17, A.34). */
import { textOf } from '../facts'
import type { Rec } from '../record'
import { fail, type Warning } from '../result'
import { may, must, step } from './define-step'
import { notBefore, refuse } from './refuse'
import type { SideChange, StepContext } from './step'
import { take } from './step-input'
import { answeringUnits, dissatisfied, lastRound, latest, leastFavourable, openRound, redoDue, repliesOf, roundOf, unitsOfRound } from './suggestion-rounds'

const of = (type: string) => ({ of: type })

const communicate = step('communicate', '登记沟通', {
  from: ['已交办', '待改交', '待反馈', '重新办理', '协调处理'], to: 'same', on: 'date', makes: 'contact',
  inputs: [must('date', of('contact')), ...['mode', 'who', 'unit', 'summary', 'signed'].map((key) => may(key, of('contact')))],
  run: ({ rec, input, eventOn, lookup, newId }) => {
    const early = notBefore('date', eventOn, '沟通日期', [rec.fields['raised_on'], '提出日期'])
    if (early) return early
    const replies = repliesOf(lookup, rec.id)
    const round = rec.status === '待反馈' ? lastRound(replies) : openRound(replies)
    const fields = { suggestion: rec.id, round, unit: textOf(rec.fields, 'host'), ...take(input, ['date', 'mode', 'who', 'unit', 'summary', 'signed']) }
    return { ok: true, side: [{ type: 'contact', id: newId(), isNew: true, fields }] }
  },
})

const urge = step('urge', '催办', {
  from: ['待交办', '已交办', '待改交', '待反馈', '已评价', '重新办理', '协调处理'], to: 'same', on: 'date', makes: 'urge',
  inputs: [must('date', of('urge')), ...['mode', 'text', 'by_whom'].map((key) => may(key, of('urge')))],
  run: ({ rec, input, eventOn, newId }) =>
    notBefore('date', eventOn, '催办日期', [rec.fields['raised_on'], '提出日期'])
    ?? { ok: true, side: [{ type: 'urge', id: newId(), isNew: true, fields: { about: rec.id, ...take(input, ['date', 'mode', 'text', 'by_whom']) } }] },
})

const promise = step('promise', '登记承诺', {
  from: ['已交办', '待反馈', '已评价', '重新办理', '协调处理', '已办结'], to: 'same', makes: 'promise',
  inputs: [must('content', of('promise')), may('due', of('promise')), may('unit', of('promise')), may('reply', of('promise'))],
  run: ({ rec, input, newId }) => {
    const fields = { suggestion: rec.id, unit: textOf(rec.fields, 'host'), ...take(input, ['content', 'due', 'unit', 'reply']) }
    return { ok: true, side: [{ type: 'promise', id: newId(), isNew: true, fields }] }
  },
})

const replyKeys = ['reply_on', 'result_class', 'reply_no', 'signer', 'text', 'file', 'feedback_sent'] as const

/** What is doubtful about an answer but does not stop it. */
function answerWarnings({ rec, input, eventOn, lookup }: StepContext, replies: readonly Rec[], round: number, unit: string): readonly Warning[] {
  const warnings: Warning[] = []
  if (!answeringUnits(rec.fields).includes(unit)) warnings.push({ code: 'unit-not-answering', field: 'unit', detail: { unit } })
  if (textOf(input, 'result_class') === 'B' && lookup.where('promise', 'suggestion', rec.id).length === 0) warnings.push({ code: 'class-b-without-promise', field: 'result_class' })
  if (!lookup.where('contact', 'suggestion', rec.id).some((contact) => (contact.fields['round'] ?? 1) === round)) warnings.push({ code: 'no-contact-in-round', detail: { round } })
  const due = round === 1 ? textOf(rec.fields, 'due_on') : (redoDue(replies, round) ?? '')
  if (due !== '' && eventOn > due) warnings.push({ code: 'reply-late', field: 'reply_on', detail: { due_on: due } })
  return warnings
}

const reply = step('reply', '登记答复', {
  from: ['已交办', '重新办理'], to: ['待反馈', 'same'], on: 'reply_on', makes: 'reply',
  inputs: [
    must('reply_on', of('reply')), must('result_class', of('reply')), may('reply_no', of('reply')), may('signer', of('reply')), may('unit', of('reply')),
    may('text', of('reply')), may('file', of('reply')), may('feedback_sent', of('reply')),
  ],
  run: (context) => {
    const { rec, input, eventOn, lookup } = context
    const replies = repliesOf(lookup, rec.id)
    const round = openRound(replies)
    const unit = textOf(input, 'unit') || textOf(rec.fields, 'host')
    if (unit === '') return refuse(rec.status, 'input-missing', { missing: ['unit'] })
    if (replies.some((one) => roundOf(one) === round && textOf(one.fields, 'unit') === unit)) return refuse(rec.status, 'unit-answered', { field: 'unit', more: { round, unit } })
    const early = notBefore('reply_on', eventOn, '答复日期', [rec.fields['assigned_on'], '交办日期'], [round > 1 ? latest(replies, 'feedback_on') : '', '上一轮征询意见表收回日期'])
      ?? notBefore('feedback_sent', input['feedback_sent'], '征询意见表发出日期', [eventOn, '答复日期'])
    if (early) return early
    const answered = new Set([unit, ...replies.filter((one) => roundOf(one) === round).map((one) => textOf(one.fields, 'unit'))])
    const complete = unitsOfRound(rec.fields, replies, round).every((one) => answered.has(one))
    return {
      ok: true, ...(complete ? { status: '待反馈' } : {}), warnings: answerWarnings(context, replies, round, unit),
      side: [{ type: 'reply', fields: { suggestion: rec.id, round, unit, feedback_sent: eventOn, ...take(input, replyKeys) } }],
    }
  },
})

const rateKeys = ['feedback_on', 'rate_result', 'rate_process', 'rate_meeting', 'rate_attitude', 'rate_answer', 'rate_effect', 'rate_text'] as const

const feedback = step('feedback', '登记测评', {
  from: '待反馈', to: ['已评价', '重新办理', 'same'], on: 'feedback_on',
  inputs: [
    must('feedback_on', of('reply')), must('rate_result', of('reply')), ...['rate_process', 'rate_meeting', 'rate_attitude', 'rate_answer', 'rate_effect', 'rate_text'].map((key) => may(key, of('reply'))),
    may('unit', of('reply')),
  ],
  run: ({ rec, input, eventOn, lookup, rules }) => {
    const all = repliesOf(lookup, rec.id)
    const round = lastRound(all)
    const replies = all.filter((one) => roundOf(one) === round)
    const open = replies.filter((one) => textOf(one.fields, 'feedback_on') === '')
    const unit = textOf(input, 'unit')
    if (unit === '' && open.length > 1) return refuse(rec.status, 'input-missing', { missing: ['unit'], more: { units: open.map((one) => one.fields['unit']) } })
    const target = unit === '' ? open[0] : replies.find((one) => textOf(one.fields, 'unit') === unit)
    if (!target) return refuse(rec.status, 'no-answer-to-rate', { field: 'unit', more: { round } })
    if (!open.includes(target)) return refuse(rec.status, 'answer-rated', { field: 'unit', more: { round } })
    const early = notBefore('feedback_on', eventOn, '征询意见表收回日期', [target.fields['reply_on'], '答复日期'])
    if (early) return early
    const rate = textOf(input, 'rate_result')
    const redo = rate === dissatisfied ? rules.due('suggest.redo', eventOn) : null
    const side: readonly SideChange[] = [{ type: 'reply', id: target.id, fields: { ...take(input, rateKeys), ...(redo ? { redo_due: redo.due_on } : {}) } }]
    if (open.length > 1) return { ok: true, side }
    const rates = leastFavourable(replies.filter((one) => one !== target), 'rate_result')
    return { ok: true, status: [rate, rates].includes(dissatisfied) ? '重新办理' : '已评价', side }
  },
})

const coordinate = step('coordinate', '协调处理', {
  from: ['重新办理', '待反馈'], to: '协调处理', on: 'coordinated_on', inputs: [must('coordinated_on'), must('coordination')],
  run: ({ rec, eventOn, lookup }) => {
    const replies = repliesOf(lookup, rec.id)
    // an answer that not every unit has given yet is no answered round
    const rounds = rec.status === '待反馈' ? lastRound(replies) : openRound(replies) - 1
    if (rounds < 2) return refuse(rec.status, 'two-rounds-needed', { more: { rounds } })
    return notBefore('coordinated_on', eventOn, '协调日期', [latest(replies, 'reply_on'), '答复日期'], [latest(replies, 'feedback_on'), '征询意见表收回日期'])
      ?? { ok: true, status: '协调处理' }
  },
})

const fulfil = step('fulfil', '承诺落实', {
  from: ['已交办', '待反馈', '已评价', '重新办理', '协调处理', '已办结'], to: 'same', on: 'done_on',
  inputs: [must('done_on', of('promise')), may('promise', { field: { kind: 'ref', label: '承诺', need: 'optional', to: ['promise'] } }), may('done_note', of('promise')), may('receipt', of('promise'))],
  run: ({ rec, input, eventOn, lookup }) => {
    const promises = lookup.where('promise', 'suggestion', rec.id)
    const open = promises.filter((one) => textOf(one.fields, 'done_on') === '' && textOf(one.fields, 'dropped_on') === '')
    const id = textOf(input, 'promise')
    if (id === '' && open.length > 1) return refuse(rec.status, 'input-missing', { missing: ['promise'], more: { promises: open.map((one) => one.id) } })
    const target = id === '' ? open[0] : promises.find((one) => one.id === (lookup.get(id)?.id ?? id))
    if (!target) return id === '' ? refuse(rec.status, 'no-open-promise', { field: 'promise' }) : fail('bad-ref', { field: 'promise' })
    if (!open.includes(target)) return refuse(rec.status, 'promise-closed', { field: 'promise', more: { done_on: target.fields['done_on'] ?? null, dropped_on: target.fields['dropped_on'] ?? null } })
    return notBefore('done_on', eventOn, '落实日期', [rec.fields['raised_on'], '提出日期'])
      ?? { ok: true, side: [{ type: 'promise', id: target.id, fields: { done_on: eventOn, ...take(input, ['done_note', 'receipt']) } }] }
  },
})

export const answering = { communicate, urge, promise, reply, feedback, coordinate, fulfil } as const
