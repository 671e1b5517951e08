/** 质询案 and 询问 (组织法§24; domain.md A.19, A.34). */
import { intOf, textOf } from '../facts'
import { int, longText, text, type Row } from '../fields'
import type { Rec } from '../record'
import { deputiesInOffice, namesNeeded } from '../rules/deputies'
import { machine, may, must, own, ownDay, step } from './define-step'
import { notBefore, notNegative, refuse } from './refuse'
import { take } from './step-input'
import { distinct, enoughNames, namesOf } from './votes'

const formal = '1'
const isFormal = (rec: Rec): boolean => textOf(rec.fields, 'kind') === formal

const raise = step('raise', '提出', {
  from: '拟提', to: '已提出', on: 'raised_on', inputs: [must('raised_on'), must('lead'), may('proposers'), must('target'), must('question')],
  run: ({ rec, input, eventOn, lookup, rules, settings }) => {
    const names = distinct(lookup, namesOf(input, 'lead', 'proposers'))
    const few = isFormal(rec) ? enoughNames(rec.status, names, namesNeeded(rules.entry('inquiry.min'), deputiesInOffice(lookup, eventOn, settings).total), 'proposers') : null
    return few ?? { ok: true, status: '已提出' }
  },
})

const raised = (rec: Rec) => [rec.fields['raised_on'], '提出日期'] as const

const decide = step('decide', '主席团决定', {
  from: '已提出', to: '主席团已决定', on: 'decided_on', inputs: [must('decided_on'), must('answer_mode')],
  run: ({ rec, eventOn }) => notBefore('decided_on', eventOn, '主席团决定日期', raised(rec)) ?? { ok: true, status: '主席团已决定' },
})

const answerFrom = ['主席团已决定', '再答复', '已提出']

const answer = step('answer', '登记答复', {
  from: answerFrom, to: ['已答复', '再答复'], on: 'date',
  inputs: [
    must('date', ownDay('答复日期')), may('text', own(longText('答复内容', 'optional'))), may('signer', own(text('签署人', 'optional'))),
    may('satisfied', own(int('满意', 'optional'))), may('dissatisfied', own(int('不满意', 'optional'))),
  ],
  run: ({ rec, input, eventOn, lookup }) => {
    // a 质询案 is answered in the way that the presidium decided; a question is answered on the spot
    if (isFormal(rec) && rec.status === '已提出') return refuse(rec.status, 'wrong-status', { more: { step: 'answer', allowed: answerFrom.slice(0, 2), possible: ['decide', 'withdraw'] } })
    const refused = notNegative(input, 'satisfied', 'dissatisfied') ?? notBefore('date', eventOn, '答复日期', raised(rec), [rec.fields['decided_on'], '主席团决定日期'])
    if (refused) return refused
    const rows = rec.fields['answers']
    const row = { round: (Array.isArray(rows) ? rows.length : 0) + 1, date: eventOn, ...take(input, ['text', 'signer', 'satisfied', 'dissatisfied']) } as Row
    const names = distinct(lookup, namesOf(rec.fields, 'lead', 'proposers')).length
    const again = 2 * (intOf(input, 'dissatisfied') ?? 0) > names
    return { ok: true, status: again ? '再答复' : '已答复', append: { answers: row } }
  },
})

export const inquiry = machine('inquiry', { step: 'raise', on: ['raised_on'] }, [
  raise, decide, answer,
  step('withdraw', '撤回', {
    from: ['已提出', '主席团已决定'], to: '已撤回', on: 'withdrawn_on', inputs: [must('withdrawn_on')],
    run: ({ rec, eventOn }) => notBefore('withdrawn_on', eventOn, '撤回日期', raised(rec)) ?? { ok: true, status: '已撤回' },
  }),
  step('close', '终结', {
    from: '已答复', to: '终结', on: 'closed_on', inputs: [must('closed_on')],
    run: ({ rec, eventOn }) => notBefore('closed_on', eventOn, '终结日期', raised(rec)) ?? { ok: true, status: '终结' },
  }),
])
