/** 县交办事项 (A.33, C): comes from the county with the county's own uid. */
import { choice, date, longText, refs, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'
import { joined } from './names'

export const countyOrder = defineRecord({
  type: 'county_order',
  label: '县交办',
  scope: 'county',
  firstStatus: '待签收',
  endStatuses: ['已办结'],
  menu: 'supervision',
  fields: {
    order_no: text('交办号', 'identity', { max: 100 }),
    title: text('标题', 'identity', { max: 500 }),
    issued_on: date('交办日期', 'complete'),
    kind: choice('类别', 'order.kind', 'complete'),
    content: longText('内容', 'complete'),
    due_on: date('期限', 'complete', { mayBeFuture: true }),
    due_form: text('要求形式', 'optional', { max: 200 }),
    accepted_on: date('签收日期', 'step'),
    result_ref: refs('办理记录', [], 'optional'),
    result: longText('办理结果', 'step'),
    reported_on: date('回告日期', 'step'),
    closed_on: date('县确认日期', 'step'),
    return_reason: text('退回原因', 'step'),
  },
  dateField: 'issued_on',
  columns: ['order_no', 'title', 'kind', 'issued_on', 'due_on', 'status'],
  search: ['order_no', 'title', 'content', 'result'],
  title: (data) => joined(textOf(data, 'order_no'), textOf(data, 'title')),
})
export type CountyOrder = DataOf<typeof countyOrder.fields>
