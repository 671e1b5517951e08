/** 审议意见、讨论意见和决议的督办 (domain.md A.13, A.34). */
import { textOf } from '../facts'
import { longText } from '../fields'
import type { Warning } from '../result'
import { machine, may, must, own, ownDay, step } from './define-step'
import { notBefore } from './refuse'
import { take } from './step-input'

const sent = (rec: { readonly fields: Readonly<Record<string, unknown>> }) => [rec.fields['sent_on'], '书面交办日期'] as const

const send = step('send', '书面交办', {
  from: '待交办', to: '已交办', on: 'sent_on', inputs: [must('sent_on'), must('target'), must('due_on')],
  run: ({ input, eventOn }) => notBefore('due_on', input['due_on'], '期限', [eventOn, '书面交办日期']) ?? { ok: true, status: '已交办' },
})

const progress = step('progress', '登记进展', {
  from: ['已交办', '办理中'], to: '办理中', on: 'date', inputs: [must('date', ownDay('日期')), may('text', own(longText('进展', 'optional')))],
  run: ({ rec, input, eventOn }) =>
    notBefore('date', eventOn, '进展日期', sent(rec)) ?? { ok: true, status: '办理中', append: { progress: { date: eventOn, text: textOf(input, 'text') } } },
})

const urge = step('urge', '催办', {
  from: ['已交办', '办理中'], to: 'same', on: 'date', makes: 'urge', inputs: [must('date', { of: 'urge' }), ...['mode', 'text', 'by_whom'].map((key) => may(key, { of: 'urge' }))],
  run: ({ rec, input, eventOn, newId }) =>
    notBefore('date', eventOn, '催办日期', sent(rec))
    ?? { ok: true, side: [{ type: 'urge', id: newId(), isNew: true, fields: { about: rec.id, ...take(input, ['date', 'mode', 'text', 'by_whom']) } }] },
})

const extend = step('extend', '延期', {
  from: ['已交办', '办理中'], to: 'same', on: 'date', inputs: [may('date', ownDay('延期日期')), must('extended_due_on', { fresh: true }), must('extend_reason', { fresh: true })],
  run: ({ rec, input, eventOn, rules }) => {
    const until = textOf(input, 'extended_due_on')
    const early = notBefore('date', eventOn, '延期日期', sent(rec)) ?? notBefore('extended_due_on', until, '延期至', [rec.fields['due_on'], '期限'])
    if (early) return early
    const sentOn = textOf(rec.fields, 'sent_on')
    const latest = sentOn === '' ? null : rules.due('followup.extend', sentOn)
    const warnings: readonly Warning[] = latest && until > latest.due_on ? [{ code: 'extension-too-long', field: 'extended_due_on', detail: { due_on: latest.due_on } }] : []
    return { ok: true, warnings }
  },
})

const answer = step('answer', '登记报告', {
  from: ['已交办', '办理中', '退回'], to: '已报告', on: 'reply_on', inputs: [must('reply_on'), must('reply_text', { fresh: true })],
  run: ({ rec, eventOn }) => notBefore('reply_on', eventOn, '报告日期', sent(rec)) ?? { ok: true, status: '已报告' },
})

const replied = (rec: { readonly fields: Readonly<Record<string, unknown>> }) => [rec.fields['reply_on'], '报告日期'] as const

export const followUp = machine('follow_up', { step: 'send', on: ['sent_on'] }, [
  send, progress, urge, extend, answer,
  step('verify', '核验', {
    from: '已报告', to: 'same', on: 'verified_on', inputs: [must('verified_on'), must('verified_by')],
    run: ({ rec, eventOn }) => notBefore('verified_on', eventOn, '核验日期', replied(rec)) ?? { ok: true },
  }),
  step('return', '退回', {
    from: '已报告', to: '退回', on: 'date', inputs: [may('date', ownDay('退回日期')), must('return_reason', { fresh: true })],
    run: ({ rec, eventOn }) => notBefore('date', eventOn, '退回日期', replied(rec)) ?? { ok: true, status: '退回' },
  }),
  step('close', '办结', {
    from: '已报告', to: '已办结', on: 'closed_on', inputs: [must('closed_on'), must('evaluation')],
    run: ({ rec, eventOn }) => notBefore('closed_on', eventOn, '办结日期', replied(rec), sent(rec)) ?? { ok: true, status: '已办结' },
  }),
])
