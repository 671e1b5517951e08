/** 人员 and 人员隐私信息 (A.4): a person survives terms; what may not leave the town is a record of its own. */
import { choice, date, flag, file, list, longText, month, ref, refs, text, type Data, type DataOf, type Field, type Row } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'
import { nameOf } from './names'

/** Doubts are set by an import (a wrong check digit, sex against the ID number) and cleared by a person. */
const doubts: Field<'list', 'app'> = {
  ...list('待核事项', { field: text('字段', 'optional', { max: 60 }), code: text('疑点', 'optional', { max: 60 }) }, 'app'),
  settable: true,
}

export const person = defineRecord({
  type: 'person',
  label: '人员',
  scope: 'county',
  refuseWhileReferenced: true,
  menu: 'people',
  fields: {
    name: text('姓名', 'identity', { max: 50, form: 'name' }),
    former_names: list('曾用名', { name: text('姓名', 'optional', { max: 50, form: 'name' }), until_on: date('用至', 'optional') }, 'optional'),
    sex: choice('性别', 'sex', 'complete'),
    ethnic: choice('民族', 'ethnic', 'complete'),
    birth: month('出生年月', 'complete'),
    party: choice('政治面貌', 'party', 'complete'),
    join_party: month('入党时间', 'optional'),
    native_place: text('籍贯', 'optional', { max: 100 }),
    edu: choice('学历', 'edu', 'complete'),
    degree: choice('学位', 'degree', 'optional'),
    school_major: text('毕业院校及专业', 'optional', { max: 200 }),
    work_unit: text('工作单位', 'optional', { max: 200 }),
    post: text('职务', 'optional', { max: 200 }),
    occupation: choice('职业构成', 'occupation', 'complete'),
    cadre_rank: text('干部职级', 'optional', { max: 60 }),
    is_gui_qiao: flag('归侨侨眷', 'optional'),
    residence_status: choice('居住状况', 'residence', 'optional'),
    fixed_income: flag('有无固定工资收入', 'complete', { hint: '无固定工资收入的代表可领误工补贴' }),
    photo: file('电子照片(二寸蓝底)', 'optional'),
    resume: longText('简历', 'optional'),
    distinct_from: refs('不是同一人', ['person'], 'optional'),
    doubts,
  },
  columns: ['name', 'sex', 'birth', 'ethnic', 'party', 'edu', 'occupation'],
  search: ['name', 'former_names', 'work_unit', 'post', 'native_place'],
  title: (data) => textOf(data, 'name'),
  check: (data) => (/\p{L}/u.test(textOf(data, 'name')) ? null : { code: 'bad-text', field: 'name' }),
})
export type Person = DataOf<typeof person.fields>

/** A corrected name keeps the person: the old spelling goes to the former names, by which the next roster still finds them (A.35). */
export function formerName(before: Data, after: Data, today: string): Data {
  const old = textOf(before, 'name')
  const rows = Array.isArray(after['former_names']) ? (after['former_names'] as readonly Row[]) : []
  if (old === '' || textOf(after, 'name') === old || rows.some((row) => row['name'] === old)) return {}
  return { former_names: [...rows, { name: old, until_on: today }] }
}

export const personPrivate = defineRecord({
  type: 'person_private',
  label: '人员隐私信息',
  scope: 'town',
  key: ['person'],
  parents: [{ field: 'person', onDelete: 'cascade' }],
  menu: 'people',
  fields: {
    person: ref('人员', ['person'], 'identity'),
    // A doubtful number is kept as written and marked 待核, so it may be longer than 18.
    id_no: text('公民身份号码', 'optional', { max: 40, form: 'id-no' }),
    birth_on: date('出生日期(日)', 'optional'),
    phone: text('手机号码', 'complete', { max: 60, form: 'phone' }),
    phone2: text('备用电话', 'optional', { max: 60, form: 'phone' }),
    address: text('通讯地址/常住地址', 'optional', { max: 200 }),
    wechat: text('微信', 'optional', { max: 60 }),
    email: text('邮箱', 'optional', { max: 100 }),
    postcode: text('邮编', 'optional', { max: 12 }),
    bank_account: text('补贴账号', 'optional', { max: 60 }),
  },
  columns: ['person', 'phone', 'address'],
  search: ['person'],
  title: (data, lookup) => nameOf(lookup, textOf(data, 'person')),
})
export type PersonPrivate = DataOf<typeof personPrivate.fields>

export { doubts as doubtsField }
