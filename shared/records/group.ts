/** 代表小组 and 代表团 (A.5). */
import { choice, date, int, list, ref, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { normaliseName } from '../parse/name'
import { defineRecord } from '../record'
import { inCurrentTerm } from './term'

export const group = defineRecord({
  type: 'group',
  label: '代表小组/代表团',
  scope: 'county',
  key: ['term', 'kind', 'name'],
  keyOf: (data) => [textOf(data, 'term'), textOf(data, 'kind'), normaliseName(textOf(data, 'name'))],
  editableKey: ['name'],
  parents: [{ field: 'term', onDelete: 'refuse' }],
  menu: 'people',
  fields: {
    term: ref('届次', ['term'], 'identity', { initial: 'current-term' }),
    kind: choice('类别', 'group.kind', 'identity'),
    name: text('名称', 'identity', { max: 100 }),
    leader: ref('组长(召集人)', ['mandate'], 'complete'),
    secretary: text('联络员', 'optional', { max: 100 }),
    members: list('组员', {
      mandate: ref('代表', ['mandate'], 'optional'),
      from_on: date('起', 'optional'),
      to_on: date('止', 'optional', { mayBeFuture: true }),
    }, 'complete', { hint: '起始日期留空表示自本届开始' }),
    plan_count: int('年度计划活动次数', 'optional', { unit: '次' }),
  },
  columns: ['name', 'kind', 'leader', 'members', 'plan_count'],
  search: ['name', 'leader', 'secretary'],
  title: (data) => textOf(data, 'name'),
  defaults: inCurrentTerm,
})
export type Group = DataOf<typeof group.fields>
