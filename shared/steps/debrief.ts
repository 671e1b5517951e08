/** 代表述职 (代表法§58; domain.md A.28, A.34). */
import { intOf, textOf } from '../facts'
import type { Rec } from '../record'
import { mostlyDissatisfied } from '../records/rating-count'
import { machine, may, must, ownDay, step } from './define-step'
import { notBefore } from './refuse'
import { rateStep } from './ratings'

const report = step('report', '登记述职', {
  from: ['计划', '通知'], to: '已述职', on: 'date', inputs: [must('date'), may('place'), may('form'), may('voters_present')],
})

/** More than half of the opinions 不满意, in the latest round. */
function unhappy(ratings: readonly Rec[]): boolean {
  const last = Math.max(...ratings.map((rating) => intOf(rating.fields, 'round') ?? 1))
  return ratings.filter((rating) => (intOf(rating.fields, 'round') ?? 1) === last).some((rating) => mostlyDissatisfied(rating.fields))
}

const close = step('close', '归档', {
  from: ['已测评', '已反馈', '整改'], to: '归档', on: 'closed_on', inputs: [may('closed_on', ownDay('归档日期'))],
  run: ({ rec, eventOn, lookup }) => {
    const early = notBefore('closed_on', eventOn, '归档日期', [rec.fields['date'], '述职日期'], [rec.fields['rectify_on'], '整改报告日期'])
    if (early) return early
    const expected = textOf(rec.fields, 'rectify_on') === '' && unhappy(lookup.where('rating', 'about', rec.id))
    return { ok: true, status: '归档', warnings: expected ? [{ code: 'rectification-expected', field: 'rectify_on' }] : [] }
  },
})

export const debrief = machine('debrief', { step: 'report', on: ['date'] }, [
  step('notify', '通知', { from: '计划', to: '通知', on: 'notice_on', inputs: [may('notice_on', ownDay('通知日期'))] }),
  report,
  rateStep({ from: ['已述职'], to: '已测评', after: ({ rec }) => [rec.fields['date'], '述职日期'] }),
  step('feed_back', '书面反馈', {
    from: ['已述职', '已测评'], to: '已反馈', on: 'feedback_on', inputs: [must('feedback_on')],
    run: ({ rec, eventOn }) => notBefore('feedback_on', eventOn, '书面反馈日期', [rec.fields['date'], '述职日期']) ?? { ok: true, status: '已反馈' },
  }),
  step('rectify', '登记整改', {
    from: '已反馈', to: '整改', on: 'rectify_on', inputs: [must('rectify_on'), may('rectify_file')],
    run: ({ rec, eventOn }) => notBefore('rectify_on', eventOn, '整改报告日期', [rec.fields['feedback_on'], '书面反馈日期']) ?? { ok: true, status: '整改' },
  }),
  close,
])
