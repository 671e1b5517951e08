/** 年度计划项 (domain.md A.8, A.34). */
import { machine, may, must, ownDay, step } from './define-step'
import { notBefore } from './refuse'
import { isEmpty } from './step-input'

const open = ['草拟', '主席团通过', '已公布', '执行中']
const day = may('date', ownDay('日期'))
/** Types that name the plan item they carry out. */
const carriedOutBy = ['supervision', 'activity', 'training']

const finish = step('finish', '完成', {
  from: ['主席团通过', '已公布', '执行中'], to: '已完成', on: 'date', inputs: [day],
  run: ({ rec, lookup }) => {
    const linked = !isEmpty(rec.fields['linked']) || carriedOutBy.some((type) => lookup.where(type, 'plan_ref', rec.id).length > 0)
    return { ok: true, status: '已完成', warnings: linked ? [] : [{ code: 'nothing-linked', field: 'linked' }] }
  },
})

export const planItem = machine('plan_item', { step: 'adopt', on: ['adopted_on', 'published_on'] }, [
  step('adopt', '主席团通过', { from: '草拟', to: '主席团通过', on: 'adopted_on', inputs: [must('adopted_on')] }),
  step('publish', '公布', {
    from: '主席团通过', to: '已公布', on: 'published_on', inputs: [must('published_on')],
    run: ({ rec, eventOn }) => notBefore('published_on', eventOn, '公布日期', [rec.fields['adopted_on'], '主席团通过日期']) ?? { ok: true, status: '已公布' },
  }),
  step('start', '开始执行', { from: ['草拟', '主席团通过', '已公布'], to: '执行中', on: 'date', inputs: [day] }),
  finish,
  step('adjust', '调整', { from: open, to: '已调整', on: 'date', inputs: [day, must('undone_reason')] }),
  step('miss', '未完成', { from: open, to: '未完成', on: 'date', inputs: [day, must('undone_reason')] }),
])
