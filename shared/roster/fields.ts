/** What a column of a roster may be: fields of person, person_private and mandate, and the groups and places a deputy belongs to. */
import type { CodeTableName } from '../codes'

export type RosterRecord = 'person' | 'person_private' | 'mandate' | 'link'

/** How a cell is read. */
export type Reading =
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'name' | 'id' | 'phone' | 'flag' | 'int' | 'constituency' | 'presidium' }
  | { readonly kind: 'choice'; readonly codes: CodeTableName }
  /** `notBefore`: earliest year that two digits can mean. */
  | { readonly kind: 'birth' | 'month' | 'date'; readonly notBefore?: number }

export interface RosterField {
  readonly key: string
  readonly record: RosterRecord
  readonly field: string
  readonly label: string
  readonly reading: Reading
}

type Entry = readonly [key: string, label: string, reading: Reading]

const text = (max: number): Reading => ({ kind: 'text', max })
const choice = (codes: CodeTableName): Reading => ({ kind: 'choice', codes })

const entries: readonly Entry[] = [
  ['person.name', '姓名', { kind: 'name' }],
  ['person.sex', '性别', choice('sex')],
  ['person.ethnic', '民族', choice('ethnic')],
  ['person.birth', '出生年月', { kind: 'birth' }],
  ['person.party', '政治面貌', choice('party')],
  // The party dates from 1921; nobody alive joined before 1930.
  ['person.join_party', '入党时间', { kind: 'month', notBefore: 1930 }],
  ['person.native_place', '籍贯', text(100)],
  ['person.edu', '学历', choice('edu')],
  ['person.degree', '学位', choice('degree')],
  ['person.school_major', '毕业院校及专业', text(200)],
  ['person.work_unit', '工作单位', text(200)],
  ['person.post', '职务', text(200)],
  ['person.occupation', '职业构成', choice('occupation')],
  ['person.cadre_rank', '干部职级', text(60)],
  ['person.is_gui_qiao', '归侨侨眷', { kind: 'flag' }],
  ['person.residence_status', '居住状况', choice('residence')],
  ['person.fixed_income', '有无固定工资收入', { kind: 'flag' }],
  ['person.resume', '简历', text(50_000)],
  ['person.remark', '备注', text(4000)],
  ['person_private.id_no', '公民身份号码', { kind: 'id' }],
  ['person_private.phone', '手机号码', { kind: 'phone' }],
  ['person_private.phone2', '备用电话', { kind: 'phone' }],
  ['person_private.address', '通讯地址/常住地址', text(200)],
  ['person_private.wechat', '微信', text(60)],
  ['person_private.email', '邮箱', text(100)],
  ['person_private.postcode', '邮编', text(12)],
  ['person_private.bank_account', '补贴账号', text(60)],
  ['mandate.level', '代表层级', choice('level')],
  ['mandate.cert_no', '代表证号', text(60)],
  // Town congresses exist since the constitution of 1954.
  ['mandate.elected_on', '当选日期', { kind: 'date', notBefore: 1954 }],
  ['mandate.elect_kind', '产生方式', choice('elect_kind')],
  ['mandate.votes', '得票数', { kind: 'int' }],
  ['mandate.confirm_on', '资格确认日期', { kind: 'date', notBefore: 1954 }],
  ['mandate.elect_unit', '选举单位', text(200)],
  ['mandate.upper_term_no', '上级届数', { kind: 'int' }],
  ['mandate.voter_contact_count', '固定联系选民数', { kind: 'int' }],
  ['link.constituency', '选区', { kind: 'constituency' }],
  ['link.constituency_no', '选区号', { kind: 'constituency' }],
  ['link.group', '代表小组', text(100)],
  ['link.delegation', '代表团', text(100)],
  ['link.station', '所属联络站', text(100)],
  ['link.presidium', '主席团职务', { kind: 'presidium' }],
]

export const rosterFields: readonly RosterField[] = entries.map(([key, label, reading]) => {
  const [record, field] = key.split('.') as [RosterRecord, string]
  return { key, record, field, label, reading }
})

const byKey = new Map(rosterFields.map((field) => [field.key, field]))

export const rosterField = (key: string): RosterField | undefined => byKey.get(key)

/** A field by its key (person.name), its bare key (name) or its label (姓名). */
export function findRosterField(word: string): RosterField | undefined {
  const wanted = word.trim()
  // birth_on is read from the same cell as birth.
  const alias = wanted.replace(/^((person_private|private)\.)?birth_on$/u, 'person.birth').replace(/^private\./u, 'person_private.')
  return byKey.get(alias) ?? rosterFields.find((field) => field.field === alias) ?? rosterFields.find((field) => field.label === alias)
}
