/** 代表活动 and 参加情况 (A.22): one entry of an activity makes every deputy's record. */
import { choice, date, derived, int, longText, ref, text, type DataOf } from '../fields'
import { intOf, textOf } from '../facts'
import { labelOf } from '../codes'
import { defineRecord } from '../record'
import { inOrder } from './dates-in-order'
import { deputyName, joined, nameOf } from './names'

export const activity = defineRecord({
  type: 'activity',
  label: '代表活动',
  scope: 'county',
  refuseWhileReferenced: true,
  firstStatus: '计划',
  endStatuses: ['已归档', '取消'],
  menu: 'activities',
  fields: {
    no: text('编号', 'app', { max: 40 }),
    kind: choice('活动类型', 'activity_kind', 'identity'),
    title: text('标题', 'identity', { max: 500 }),
    content: longText('内容', 'complete'),
    organizer: text('组织单位', 'complete', { max: 200 }),
    group: ref('小组', ['group'], 'optional'),
    start_on: date('开始日期', 'step', { mayBeFuture: true }),
    end_on: date('结束日期', 'optional', { mayBeFuture: true }),
    start_time: text('开始时间', 'optional', { max: 5, hint: '时:分，如 09:00' }),
    place: text('地点', 'complete', { max: 200 }),
    site: ref('站点', ['site'], 'optional'),
    plan_ref: ref('对应计划项', ['plan_item'], 'optional'),
    linkage: choice('联动', 'linkage', 'optional'),
    voters_met: int('接触选民人数', 'optional', { unit: '人' }),
    half_days: int('折合半天数', 'optional', { initial: 1, max: 999, unit: '个半天' }),
    outcome: longText('成效(提出建议、收集意见、办实事)', 'optional'),
    cancel_reason: text('取消原因', 'step'),
    matters: derived('产生的群众事项/建议'),
  },
  dateField: 'start_on',
  columns: ['no', 'title', 'kind', 'start_on', 'place', 'group', 'status'],
  search: ['no', 'title', 'place', 'organizer', 'content', 'group', 'site'],
  title: (data) => textOf(data, 'title'),
  derive: (rec, lookup) => ({
    matters: [...lookup.where('voter_matter', 'activity', rec.id), ...lookup.where('suggestion', 'source_ref', rec.id)].map((one) => one.id),
  }),
  check: inOrder('start_on', '开始日期', 'end_on', '结束日期'),
})
export type Activity = DataOf<typeof activity.fields>

export const participation = defineRecord({
  type: 'participation',
  label: '参加情况',
  scope: 'county',
  key: ['event', 'mandate'],
  parents: [{ field: 'event', onDelete: 'cascade' }],
  menu: 'activities',
  fields: {
    event: ref('活动', ['activity', 'supervision', 'training', 'presidium_meeting'], 'identity'),
    mandate: ref('代表', ['mandate'], 'identity'),
    state: choice('参加情况', 'participation.state', 'identity'),
    leave_reason: text('请假事由', 'optional', { max: 500 }),
    half_days: int('折合半天数', 'optional', { max: 999, unit: '个半天' }),
    role: choice('作用', 'participation.role', 'optional'),
  },
  columns: ['event', 'mandate', 'state', 'half_days', 'role'],
  search: ['event', 'mandate'],
  title: (data, lookup) =>
    joined(deputyName(lookup, textOf(data, 'mandate')), labelOf('participation.state', textOf(data, 'state')), nameOf(lookup, textOf(data, 'event'))),
  defaults: (data, lookup) => {
    const halfDays = intOf(lookup.get(textOf(data, 'event'))?.fields ?? {}, 'half_days')
    return halfDays === null ? {} : { half_days: halfDays }
  },
})
export type Participation = DataOf<typeof participation.fields>
