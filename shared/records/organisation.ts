/** 单位、承办单位 (A.7). */
import { choice, date, flag, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'

export const organisation = defineRecord({
  type: 'organisation',
  label: '单位/承办单位',
  scope: 'county',
  refuseWhileReferenced: true,
  menu: 'settings',
  fields: {
    name: text('名称', 'identity', { max: 200 }),
    short_name: text('简称', 'optional', { max: 60 }),
    kind: choice('类别', 'organisation.kind', 'complete'),
    head: text('负责人', 'optional', { max: 100 }),
    town_leader: text('分管镇领导', 'optional', { max: 100 }),
    contact_person: text('联系人', 'optional', { max: 100 }),
    phone: text('办公电话', 'optional', { max: 60 }),
    is_suggestion_handler: flag('可承办建议', 'optional'),
    is_appraisable: flag('可评议', 'optional'),
    active_to: date('停用日期', 'optional', { mayBeFuture: true }),
  },
  columns: ['name', 'short_name', 'kind', 'head', 'contact_person', 'phone'],
  search: ['name', 'short_name', 'head', 'contact_person'],
  title: (data) => textOf(data, 'name'),
})
export type Organisation = DataOf<typeof organisation.fields>
