/** 任务与提醒 (A.32): a row exists only once a person typed one or did something with a reminder of a rule. */
import { date, ref, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'
import { filled } from './conditions'

export const task = defineRecord({
  type: 'task',
  label: '任务/提醒',
  scope: 'county',
  key: ['rule', 'about', 'due_on'],
  keyOf: (data) => (filled(data, 'rule') ? [textOf(data, 'rule'), textOf(data, 'about') || null, textOf(data, 'due_on') || null] : null),
  parents: [{ field: 'about', onDelete: 'keep' }],
  firstStatus: '待办',
  endStatuses: ['完成', '取消'],
  menu: 'settings',
  fields: {
    title: text('事项', 'identity', { max: 500 }),
    about: ref('来源记录', [], 'optional'),
    rule: text('规则', 'app', { max: 100 }),
    due_on: date('期限', 'complete', { mayBeFuture: true }),
    owner: text('责任人', 'optional', { max: 100 }),
    snoozed_to: date('暂缓至', 'step', { mayBeFuture: true }),
    snooze_reason: text('暂缓原因', 'step'),
    done_on: date('完成日期', 'step'),
    cancel_reason: text('取消原因', 'step'),
  },
  dateField: 'due_on',
  columns: ['title', 'due_on', 'owner', 'about', 'status'],
  search: ['title', 'owner'],
  title: (data) => textOf(data, 'title'),
})
export type Task = DataOf<typeof task.fields>
