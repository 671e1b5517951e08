/** 县交办事项: the town answers, the county sends back or closes (domain.md A.33, A.34). */
import { fail, type Failure } from '../result'
import type { Rec } from '../record'
import { machine, may, must, ownDay, step } from './define-step'
import { notBefore } from './refuse'
import type { StepContext } from './step'

const countyOnly = ({ role }: StepContext): Failure | null => (role === 'county' ? null : fail('wrong-role', { detail: { needs: 'county' } }))

const issued = (rec: Rec) => [rec.fields['issued_on'], '交办日期'] as const
const reported = (rec: Rec) => [rec.fields['reported_on'], '回告日期'] as const

export const countyOrder = machine('county_order', { step: 'accept', on: ['accepted_on', 'issued_on'] }, [
  step('accept', '签收', {
    of: 'town', from: '待签收', to: '办理中', on: 'accepted_on', inputs: [must('accepted_on')],
    run: ({ rec, eventOn }) => notBefore('accepted_on', eventOn, '签收日期', issued(rec)) ?? { ok: true, status: '办理中' },
  }),
  step('answer', '回告', {
    of: 'town', from: ['待签收', '办理中', '退回'], to: '已回告', on: 'reported_on', inputs: [must('reported_on'), must('result', { fresh: true }), may('result_ref')],
    run: ({ rec, eventOn }) => notBefore('reported_on', eventOn, '回告日期', issued(rec), [rec.fields['accepted_on'], '签收日期']) ?? { ok: true, status: '已回告' },
  }),
  step('return', '退回', {
    of: 'county', from: '已回告', to: '退回', on: 'date', inputs: [may('date', ownDay('退回日期')), must('return_reason', { fresh: true })],
    run: (context) => countyOnly(context) ?? notBefore('date', context.eventOn, '退回日期', reported(context.rec)) ?? { ok: true, status: '退回' },
  }),
  step('close', '确认办结', {
    of: 'county', from: '已回告', to: '已办结', on: 'closed_on', inputs: [must('closed_on')],
    run: (context) => countyOnly(context) ?? notBefore('closed_on', context.eventOn, '县确认日期', reported(context.rec)) ?? { ok: true, status: '已办结' },
  }),
])
