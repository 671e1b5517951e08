/** 群众反映事项 and 反映人 (A.26). The matter travels to the county and holds nobody's name or phone; the visitor stays in the town. */
import { choice, date, flag, int, longText, ref, refs, text, type DataOf } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'
import { looksPrivate } from './looks-private'
import { joined } from './names'

export const voterMatter = defineRecord({
  type: 'voter_matter',
  label: '群众反映事项',
  scope: 'county',
  firstStatus: '登记',
  endStatuses: ['归档'],
  menu: 'sites',
  fields: {
    no: text('编号', 'app', { max: 40 }),
    channel: choice('渠道', 'channel', 'complete'),
    site: ref('站点', ['site'], 'optional'),
    activity: ref('场次', ['activity'], 'optional'),
    received_on: date('日期', 'identity', { initial: 'today' }),
    deputies: refs('接待代表', ['mandate'], 'complete'),
    village: ref('所在村', ['village'], 'optional'),
    headcount: int('反映人数', 'optional', { initial: 1, unit: '人' }),
    anonymous: flag('匿名', 'optional'),
    category: choice('类别', 'field', 'complete'),
    content: longText('反映内容', 'identity', { hint: '保持原话原意，不写姓名、电话、身份证号' }),
    opinion: longText('代表拟办意见', 'optional'),
    route: choice('处理去向', 'route', 'step'),
    routed_on: date('审定日期', 'step'),
    to_unit: ref('转办单位', ['organisation'], 'step'),
    sent_on: date('转办日期', 'optional'),
    due_on: date('转办期限', 'optional', { mayBeFuture: true }),
    suggestion: ref('转为建议', ['suggestion'], 'step'),
    letter: ref('转信访', ['letter'], 'optional'),
    reject_reason: choice('不受理原因', 'not_accepted_reason', 'step'),
    reply_text: longText('办理结果', 'step'),
    reply_on: date('回复日期', 'step'),
    informed_on: date('告知反映人日期', 'step'),
    visitor_rate: choice('反映人评价', 'visitor_rate', 'optional'),
    closed_on: date('归档日期', 'optional'),
  },
  dateField: 'received_on',
  columns: ['no', 'content', 'received_on', 'category', 'site', 'route', 'status'],
  search: ['no', 'content', 'site', 'village', 'deputies', 'to_unit', 'reply_text'],
  title: (data) => joined(textOf(data, 'no'), [...textOf(data, 'content')].slice(0, 30).join('')),
  warn: (data) => looksPrivate(data, ['content', 'opinion', 'reply_text']),
})
export type VoterMatter = DataOf<typeof voterMatter.fields>

export const visitor = defineRecord({
  type: 'visitor',
  label: '反映人/联系对象',
  scope: 'town',
  parents: [{ field: 'about', onDelete: 'cascade' }],
  menu: 'sites',
  fields: {
    about: ref('所属记录', ['voter_matter', 'letter', 'mandate', 'visit', 'pairing', 'debrief'], 'identity'),
    role: choice('身份', 'visitor.role', 'complete'),
    name: text('姓名', 'identity', { max: 100, form: 'name' }),
    phone: text('电话', 'optional', { max: 60, form: 'phone' }),
    village: ref('村', ['village'], 'optional'),
    address: text('住址', 'optional', { max: 200 }),
  },
  columns: ['name', 'role', 'about', 'village', 'phone'],
  search: ['name', 'village'],
  title: (data) => textOf(data, 'name'),
})
export type Visitor = DataOf<typeof visitor.fields>
