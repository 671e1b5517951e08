/** 年度工作计划 (A.8). */
import { choice, date, flag, int, month, refs, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'
import { unless } from './conditions'

export const planItem = defineRecord({
  type: 'plan_item',
  label: '年度计划项',
  scope: 'county',
  firstStatus: '草拟',
  endStatuses: ['已完成', '已调整', '未完成'],
  menu: 'settings',
  fields: {
    year: int('年度', 'identity', { min: 1900, max: 2100 }),
    kind: choice('计划类别', 'plan.kind', 'complete'),
    item: text('事项', 'identity', { max: 500 }),
    plan_month: month('计划月份', 'complete', { mayBeFuture: true, completeIf: unless('plan_quarter') }),
    plan_quarter: int('计划季度', 'complete', { min: 1, max: 4, completeIf: unless('plan_month') }),
    owner: text('责任人', 'complete', { max: 100 }),
    source: choice('议题来源', 'topic_source', 'optional'),
    focus: flag('重点', 'optional'),
    linked: refs('对应执行记录', [], 'optional'),
    adopted_on: date('主席团通过日期', 'step'),
    published_on: date('公布日期', 'step'),
    undone_reason: text('调整/未完成原因', 'step'),
  },
  columns: ['year', 'kind', 'item', 'plan_month', 'owner', 'status'],
  search: ['item', 'owner'],
  title: (data) => textOf(data, 'item'),
})
export type PlanItem = DataOf<typeof planItem.fields>
