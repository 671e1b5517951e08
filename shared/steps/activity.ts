/** 代表活动: one entry makes the participation rows that every deputy's record is counted from (domain.md A.22, A.34). */
import { textOf } from '../facts'
import { choice, int, list, ref, text, type Data, type Row } from '../fields'
import { machine, may, must, own, ownDay, step } from './define-step'
import { nextActivityNo } from '../rules/numbers'
import { notBefore } from './refuse'
import type { SideChange, StepContext } from './step'
import { isEmpty } from './step-input'

const participants = list('参加人员', {
  mandate: ref('代表', ['mandate'], 'identity'), state: choice('参加情况', 'participation.state', 'identity'), leave_reason: text('请假事由', 'optional'),
  half_days: int('折合半天数', 'optional'), role: choice('作用', 'participation.role', 'optional'),
}, 'optional')

/** One participation a deputy; the rows that exist already are changed. */
function participations({ rec, input, lookup }: StepContext): readonly SideChange[] {
  const rows = Array.isArray(input['participants']) ? (input['participants'] as readonly Row[]) : []
  const existing = new Map(lookup.where('participation', 'event', rec.id).map((row) => [textOf(row.fields, 'mandate'), row.id]))
  const byMandate = new Map(rows.map((row) => [String(row['mandate']), row]))
  return [...byMandate].map(([mandate, row]) => {
    const told: Data = Object.fromEntries(Object.entries(row).filter(([key, value]) => key !== 'mandate' && !isEmpty(value)))
    const id = existing.get(mandate)
    return id === undefined ? { type: 'participation', fields: { event: rec.id, mandate, state: '1', ...told } } : { type: 'participation', id, fields: { state: '1', ...told } }
  })
}

const hold = step('hold', '登记开展', {
  from: ['计划', '已通知'], to: '已开展', on: 'start_on', makes: 'participation',
  inputs: [must('start_on'), may('end_on'), may('place'), may('half_days'), may('participants', own(participants))],
  run: (context) => {
    const { rec, input, eventOn, lookup, deviceLetter } = context
    const early = notBefore('end_on', input['end_on'], '结束日期', [eventOn, '开始日期'])
    if (early) return early
    const no = textOf(rec.fields, 'no') || nextActivityNo(lookup, eventOn, deviceLetter)
    return { ok: true, status: '已开展', set: { no, half_days: input['half_days'] ?? 1 }, side: participations(context) }
  },
})

export const activity = machine('activity', { step: 'hold', on: ['start_on'] }, [
  step('notify', '通知', { from: '计划', to: '已通知', on: 'notice_on', inputs: [may('notice_on', ownDay('通知日期'))] }),
  hold,
  step('archive', '归档', { from: '已开展', to: '已归档', on: 'archived_on', inputs: [may('archived_on', ownDay('归档日期'))] }),
  step('cancel', '取消', { from: ['计划', '已通知'], to: '取消', on: 'event_on', inputs: [may('event_on', ownDay('取消日期')), must('cancel_reason')] }),
])
