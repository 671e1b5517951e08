/** 代表联络站, 代表之家, 工作室, 活动室 and 接待点 (A.25). */
import { choice, date, flag, int, ref, refs, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'
import { inOrder } from './dates-in-order'

export const site = defineRecord({
  type: 'site',
  label: '联络站等阵地',
  scope: 'county',
  refuseWhileReferenced: true,
  menu: 'sites',
  fields: {
    kind: choice('类型', 'site.kind', 'identity'),
    name: text('名称', 'identity', { max: 200 }),
    address: text('地址', 'complete', { max: 200 }),
    village: ref('所在村', ['village'], 'complete'),
    area_m2: int('面积', 'optional', { unit: '平方米' }),
    master: text('站长', 'complete', { max: 100 }),
    liaison: text('联络员', 'optional', { max: 100 }),
    phone: text('公开电话', 'optional', { max: 60 }),
    deputies: refs('进站代表', ['mandate'], 'complete'),
    open_time: text('开放时间/接待日', 'complete', { max: 200 }),
    level: choice('普通/示范', 'site.level', 'optional'),
    signage_ok: flag('制度上墙', 'optional'),
    ledger_ok: flag('台账齐全', 'optional'),
    built_on: date('设立日期', 'optional'),
    closed_on: date('撤销日期', 'optional', { mayBeFuture: true }),
  },
  columns: ['name', 'kind', 'village', 'master', 'open_time', 'level', 'closed_on'],
  search: ['name', 'address', 'village', 'master', 'liaison'],
  title: (data) => textOf(data, 'name'),
  check: inOrder('built_on', '设立日期', 'closed_on', '撤销日期'),
})
export type Site = DataOf<typeof site.fields>
