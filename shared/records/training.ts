/** 培训 (A.23); who came is `participation`. */
import { choice, date, flag, int, ref, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'
import { inOrder } from './dates-in-order'

export const training = defineRecord({
  type: 'training',
  label: '培训',
  scope: 'county',
  refuseWhileReferenced: true,
  menu: 'activities',
  fields: {
    kind: choice('类型', 'training.kind', 'complete'),
    title: text('主题', 'identity', { max: 500 }),
    start_on: date('开始日期', 'identity', { mayBeFuture: true }),
    end_on: date('结束日期', 'optional', { mayBeFuture: true }),
    half_days: int('折合半天数', 'optional', { initial: 2, max: 999, unit: '个半天' }),
    teacher: text('授课人', 'optional', { max: 200 }),
    place: text('地点', 'optional', { max: 200 }),
    site: ref('站点', ['site'], 'optional'),
    systematic: flag('系统培训', 'complete', { hint: '计入届内系统培训覆盖率' }),
    plan_ref: ref('对应计划项', ['plan_item'], 'optional'),
  },
  dateField: 'start_on',
  columns: ['title', 'kind', 'start_on', 'place', 'teacher', 'systematic'],
  search: ['title', 'teacher', 'place'],
  title: (data) => textOf(data, 'title'),
  check: inOrder('start_on', '开始日期', 'end_on', '结束日期'),
})
export type Training = DataOf<typeof training.fields>
