/** 单位档案 and 村(社区) (A.2). */
import { choice, date, flag, int, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { normaliseName } from '../parse/name'
import { defineRecord } from '../record'
import { inOrder } from './dates-in-order'

export const office = defineRecord({
  type: 'office',
  label: '单位档案',
  scope: 'county',
  key: [],
  menu: 'settings',
  fields: {
    code: text('区划代码', 'identity', { max: 12, hint: '镇九位，县六位' }),
    name: text('镇名', 'identity', { max: 100 }),
    county_name: text('县名', 'complete', { max: 100 }),
    province: text('省', 'complete', { max: 40, hint: '决定规则预设' }),
    presidium_name: text('主席团全称', 'optional', { max: 100 }),
    chair: text('主席姓名', 'complete', { max: 100 }),
    vice_chairs: text('副主席姓名', 'optional', { max: 200 }),
    clerk: text('干事姓名', 'optional', { max: 100 }),
    phone: text('办公电话', 'optional', { max: 60 }),
    doc_prefix: text('公文机关代字', 'complete', { max: 40 }),
    address: text('机关地址', 'optional', { max: 200 }),
    postcode: text('邮编', 'optional', { max: 12 }),
    is_ethnic_township: flag('是否民族乡', 'optional'),
    population_registered: int('户籍人口', 'complete', { unit: '人' }),
    population_resident: int('常住人口', 'optional', { unit: '人' }),
    has_renda_office: flag('人大办公室设立', 'complete'),
    full_time_staff: int('专职人数', 'complete', { unit: '人' }),
  },
  columns: ['code', 'name', 'county_name', 'chair', 'phone'],
  search: ['name', 'county_name', 'chair'],
  title: (data) => textOf(data, 'name'),
  defaults: (data) => ({ presidium_name: `${textOf(data, 'name')}人民代表大会主席团` }),
  check: (data) =>
    /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82)(\d{4}|\d{7})$/.test(textOf(data, 'code')) ? null : { code: 'bad-text', field: 'code' },
})
export type Office = DataOf<typeof office.fields>

export const village = defineRecord({
  type: 'village',
  label: '村(社区)',
  scope: 'county',
  key: ['code', 'name'],
  keyOf: (data) => [textOf(data, 'code') || normaliseName(textOf(data, 'name'))],
  editableKey: ['code', 'name'],
  refuseWhileReferenced: true,
  menu: 'settings',
  fields: {
    name: text('名称', 'identity', { max: 100 }),
    code: text('代码', 'optional', { max: 20 }),
    kind: choice('类别', 'village.kind', 'optional'),
    population: int('人口', 'optional', { unit: '人' }),
    households: int('户数', 'optional', { unit: '户' }),
    active_from: date('起用日期', 'optional', { mayBeFuture: true }),
    active_to: date('停用日期', 'optional', { mayBeFuture: true }),
  },
  columns: ['name', 'code', 'kind', 'population', 'households', 'active_to'],
  search: ['name', 'code'],
  title: (data) => textOf(data, 'name'),
  check: inOrder('active_from', '起用日期', 'active_to', '停用日期'),
})
export type Village = DataOf<typeof village.fields>
