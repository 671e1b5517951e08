/** 答复, 沟通, 承诺 and 督办 of a suggestion (A.17). */
import { choice, date, derived, file, flag, int, longText, ref, text, ym, type Data, type DataOf } from '../fields'
import { textOf, type Lookup } from '../facts'
import { labelOf } from '../codes'
import { daysInMonth } from '../parse/calendar'
import { defineRecord } from '../record'
import { dayText, joined, nameOf, numberText } from './names'

const hostOf = (data: Data, lookup: Lookup) => lookup.get(textOf(data, 'suggestion'))?.fields['host'] ?? null
const rate = (label: string) => choice(label, 'rate', 'optional')

export const reply = defineRecord({
  type: 'reply',
  label: '答复(每轮一件)',
  scope: 'county',
  key: ['suggestion', 'round', 'unit'],
  parents: [{ field: 'suggestion', onDelete: 'cascade' }],
  menu: 'suggestions',
  fields: {
    suggestion: ref('建议', ['suggestion'], 'identity'),
    round: int('轮次', 'identity', { min: 1, max: 99 }),
    unit: ref('答复单位', ['organisation'], 'identity'),
    reply_no: text('答复文号', 'complete', { max: 100 }),
    reply_on: date('答复日期', 'step'),
    signer: text('签发人', 'complete', { max: 100 }),
    result_class: choice('办理结果分类', 'result_class', 'step'),
    class_label: text('本县分类用语', 'optional', { max: 100 }),
    text: longText('答复摘要', 'optional'),
    file: file('答复件', 'complete'),
    feedback_sent: date('征询意见表发出日期', 'complete'),
    feedback_on: date('征询意见表收回日期', 'step'),
    rate_process: rate('过程(态度)评价'),
    rate_result: choice('结果评价', 'rate', 'step'),
    rate_meeting: rate('面商评价'),
    rate_attitude: rate('态度评价'),
    rate_answer: rate('答复评价'),
    rate_effect: rate('结果(四项)评价'),
    rate_text: longText('代表意见', 'optional'),
    redo_due: date('重办答复期限', 'app', { mayBeFuture: true }),
  },
  dateField: 'reply_on',
  columns: ['suggestion', 'round', 'unit', 'reply_on', 'result_class', 'rate_result'],
  search: ['suggestion', 'unit', 'reply_no', 'text'],
  title: (data, lookup) => joined(nameOf(lookup, textOf(data, 'suggestion')), `第${numberText(data, 'round')}轮答复`),
  defaults: (data, lookup) => ({ unit: hostOf(data, lookup), feedback_sent: data['reply_on'] ?? null }),
})
export type Reply = DataOf<typeof reply.fields>

export const contact = defineRecord({
  type: 'contact',
  label: '沟通',
  scope: 'county',
  parents: [{ field: 'suggestion', onDelete: 'cascade' }],
  menu: 'suggestions',
  fields: {
    suggestion: ref('建议', ['suggestion'], 'identity'),
    round: int('轮次', 'app', { min: 1, max: 99 }),
    date: date('日期', 'identity'),
    mode: choice('方式', 'contact.mode', 'complete'),
    who: text('沟通人', 'complete', { max: 100 }),
    unit: ref('单位', ['organisation'], 'optional'),
    summary: longText('情况', 'complete'),
    signed: flag('代表签字', 'optional'),
  },
  dateField: 'date',
  columns: ['suggestion', 'date', 'mode', 'who', 'unit', 'signed'],
  search: ['suggestion', 'who', 'summary'],
  title: (data) => joined(dayText(data, 'date'), labelOf('contact.mode', textOf(data, 'mode')), textOf(data, 'who')),
})
export type Contact = DataOf<typeof contact.fields>

export const promise = defineRecord({
  type: 'promise',
  label: '承诺',
  scope: 'county',
  parents: [{ field: 'suggestion', onDelete: 'cascade' }],
  menu: 'suggestions',
  fields: {
    suggestion: ref('建议', ['suggestion'], 'identity'),
    reply: ref('所属答复', ['reply'], 'optional'),
    content: text('内容', 'identity'),
    due: ym('完成时限', 'complete', { mayBeFuture: true }),
    unit: ref('责任单位', ['organisation'], 'optional'),
    done_on: date('落实日期', 'step'),
    done_note: text('落实情况', 'optional'),
    receipt: file('回执', 'optional'),
    dropped_on: date('取消日期', 'optional'),
    drop_reason: text('取消原因', 'optional'),
    state: derived('状态'),
  },
  dateField: 'due',
  columns: ['content', 'suggestion', 'unit', 'due', 'done_on', 'state'],
  search: ['content', 'suggestion', 'unit'],
  title: (data) => textOf(data, 'content'),
  defaults: (data, lookup) => ({ unit: hostOf(data, lookup) }),
  derive: (rec, _lookup, today) => ({ state: promiseState(rec.fields, today) }),
})
export type Promise = DataOf<typeof promise.fields>

export type PromiseState = '未到期' | '已到期未落实' | '已落实' | '已取消'

/** The last day of a month, or the day itself. */
export function lastDay(due: string): string {
  if (due.length !== 7) return due
  return `${due}-${String(daysInMonth(Number(due.slice(0, 4)), Number(due.slice(5)))).padStart(2, '0')}`
}

/** State of a promise on `day`: due on its last day, as the count of B5.27 takes it. */
export function promiseState(data: Data, day: string): PromiseState {
  if (textOf(data, 'dropped_on') !== '') return '已取消'
  if (textOf(data, 'done_on') !== '') return '已落实'
  const due = textOf(data, 'due')
  return due !== '' && lastDay(due) <= day ? '已到期未落实' : '未到期'
}

export const urge = defineRecord({
  type: 'urge',
  label: '督办',
  scope: 'county',
  parents: [{ field: 'about', onDelete: 'cascade' }],
  menu: 'suggestions',
  fields: {
    about: ref('建议/督办事项', ['suggestion', 'follow_up'], 'identity'),
    date: date('日期', 'identity'),
    mode: choice('方式', 'urge.mode', 'complete'),
    text: longText('内容', 'complete'),
    by_whom: text('督办人', 'optional', { max: 100 }),
  },
  dateField: 'date',
  columns: ['about', 'date', 'mode', 'by_whom', 'text'],
  search: ['about', 'text', 'by_whom'],
  title: (data, lookup) => joined(dayText(data, 'date'), labelOf('urge.mode', textOf(data, 'mode')), nameOf(lookup, textOf(data, 'about'))),
})
export type Urge = DataOf<typeof urge.fields>
