/** 监督事项 and 发现问题 (代表法§31, 组织法§19; domain.md A.12, A.34). */
import { textOf } from '../facts'
import { machine, may, must, own, ownDay, ownReason, step } from './define-step'
import { longText } from '../fields'
import { notBefore } from './refuse'
import { rateStep } from './ratings'

const lawInspection = '02'

const prepare = step('prepare', '准备', { from: '计划', to: '准备', on: 'event_on', inputs: [may('event_on', ownDay('准备日期'))] })

const start = step('start', '开始实施', {
  from: ['计划', '准备'], to: '实施', on: 'start_on',
  inputs: [must('start_on'), may('end_on'), may('place'), may('laws', { requiredIf: (_, rec) => textOf(rec.fields, 'form') === lawInspection })],
  run: ({ input, eventOn }) => notBefore('end_on', input['end_on'], '结束日期', [eventOn, '开始日期']) ?? { ok: true, status: '实施' },
})

const report = step('report', '形成报告', {
  from: '实施', to: '形成报告', on: 'report_on', inputs: [must('report_on'), may('report_doc')],
  run: ({ rec, eventOn }) => notBefore('report_on', eventOn, '报告日期', [rec.fields['start_on'], '开始日期']) ?? { ok: true, status: '形成报告' },
})

const forward = step('forward', '转交办理', {
  from: ['实施', '形成报告'], to: '整改中', on: 'forward_on', inputs: [must('forward_on'), must('forward_to')],
  run: ({ rec, eventOn, rules }) =>
    notBefore('forward_on', eventOn, '转交日期', [rec.fields['start_on'], '开始日期'], [rec.fields['report_on'], '报告日期'])
    ?? { ok: true, status: '整改中', set: { feedback_due: rules.due('report.feedback', eventOn)?.due_on ?? null } },
})

const answer = step('answer', '登记反馈', {
  from: '整改中', to: '已反馈', on: 'feedback_on', inputs: [must('feedback_on'), may('feedback_text')],
  run: ({ rec, eventOn }) => notBefore('feedback_on', eventOn, '研究处理反馈日期', [rec.fields['forward_on'], '转交日期']) ?? { ok: true, status: '已反馈' },
})

const accepted = '销号'

const close = step('close', '办结', {
  from: ['形成报告', '已反馈'], to: '办结', on: 'closed_on', inputs: [must('closed_on'), may('deputy_feedback_on')],
  run: ({ rec, eventOn, lookup }) => {
    const early = notBefore('closed_on', eventOn, '办结日期', [rec.fields['start_on'], '开始日期'], [rec.fields['report_on'], '报告日期'], [rec.fields['feedback_on'], '研究处理反馈日期'])
    if (early) return early
    const open = lookup.where('finding', 'supervision', rec.id).filter((finding) => finding.status !== accepted)
    return { ok: true, status: '办结', warnings: open.length > 0 ? [{ code: 'open-findings', detail: { count: open.length, findings: open.map((one) => one.id) } }] : [] }
  },
})

export const supervision = machine('supervision', { step: 'start', on: ['start_on'] }, [
  prepare, start, report, forward, answer,
  rateStep({ from: ['实施', '形成报告', '整改中', '已反馈'], to: 'same', after: ({ rec }) => [rec.fields['start_on'], '开始日期'], listed: true }),
  close,
  step('archive', '归档', { from: '办结', to: '归档', on: 'archived_on', inputs: [may('archived_on', ownDay('归档日期'))] }),
  step('call_off', '取消', { from: ['计划', '准备'], to: '已取消', on: 'event_on', inputs: [may('event_on', ownDay('取消日期')), must('cancel_reason', ownReason('取消原因'))] }),
])

const handOver = step('hand_over', '交办整改', {
  from: ['发现', '退回整改'], to: '整改中', on: 'date', inputs: [must('date', ownDay('交办日期')), must('due_on', { plan: true }), may('unit'), may('measure')],
  run: ({ input, eventOn }) => notBefore('due_on', input['due_on'], '整改时限', [eventOn, '交办日期']) ?? { ok: true, status: '整改中' },
})

const rectify = step('rectify', '登记整改', {
  from: ['整改中', '退回整改'], to: '已整改', on: 'done_on', inputs: [must('done_on'), must('done_note')],
})

const verified = (rec: { readonly fields: Readonly<Record<string, unknown>> }, day: string) => notBefore('verified_on', day, '核验日期', [rec.fields['done_on'], '完成日期'])

export const finding = machine('finding', { on: [] }, [
  handOver, rectify,
  step('return', '退回整改', {
    from: '已整改', to: '退回整改', on: 'verified_on', inputs: [must('verified_on'), must('verified_by'), may('return_reason', own(longText('退回原因', 'optional')))],
    run: ({ rec, eventOn }) => verified(rec, eventOn) ?? { ok: true, status: '退回整改' },
  }),
  step('accept', '销号', {
    from: '已整改', to: accepted, on: 'verified_on', inputs: [must('verified_on'), must('verified_by')],
    run: ({ rec, eventOn }) => verified(rec, eventOn) ?? { ok: true, status: accepted },
  }),
])
