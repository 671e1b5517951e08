/** The headings that rosters use. Compared without spaces, brackets, signs and the numbers of footnotes. */
import { compactText } from '../parse/text'

/** A heading as it is compared. */
export function headingKey(heading: string): string {
  return compactText(heading)
    .replace(/\([^)]*\)|（[^）]*）|\[[^\]]*\]/gu, '')
    .replace(/[:：*★☆、，,。.·•\-_—/\\|&"'“”]/gu, '')
    .toUpperCase()
}

/** Headings that are known and bring nothing: numbering, what is computed, signatures. */
const ignored = '序号 编号 序 号 NO 年龄 周岁 连任 是否连任 是否连任代表 届次 任期 签名 签字 照片 相片 党龄 工龄'

const words: Readonly<Record<string, string>> = {
  'person.name': '姓名 代表姓名 名字 人员姓名 代表名字 名称姓名',
  'person.sex': '性别 男女 姓别',
  'person.ethnic': '民族 族别',
  'person.birth': '出生年月 出生日期 出生时间 出生年月日 生日 出生 出生日 出生年份 出生月份',
  'person.party': '政治面貌 面貌 政治面目 党派 党派情况 政治身份',
  'person.join_party': '入党时间 入党年月 入党日期 加入党派时间 参加党派时间 入党党派时间 加入中国共产党时间',
  'person.native_place': '籍贯 原籍',
  'person.edu': '学历 文化程度 文化 教育程度 最高学历 学历层次 受教育程度 全日制学历 现学历 文化水平 学历情况',
  'person.degree': '学位 最高学位',
  'person.school_major': '毕业院校及专业 毕业院校 毕业学校 毕业院校系及专业 毕业院校和专业 毕业学校及专业 毕业院校专业 院校及专业 毕业时间院校及专业',
  'person.work_unit':
    '工作单位 单位 所在单位 单位名称 工作单位及职务 单位及职务 单位职务 工作单位职务 工作单位和职务 单位和职务 工作单位及现任职务 现工作单位及职务 现任工作单位及职务 ' +
    '现工作单位 工作单位及职业 所在单位及职务 单位及现任职务 工作单位或住址 工作单位与职务',
  'person.post': '职务 现任职务 党政职务 担任职务 行政职务 职务职称 职务或职业 现职务 社会职务 现职',
  'person.occupation': '职业 职业构成 身份 代表构成 代表身份 代表类别 职业类别 结构 代表结构 职业身份 成份 成分 构成 界别',
  'person.cadre_rank': '干部职级 职级 级别 行政级别',
  'person.is_gui_qiao': '归侨侨眷 归侨 侨眷 是否归侨侨眷 是否归侨 是否侨眷 归国华侨',
  'person.residence_status': '居住状况 居住情况 居住地情况 在村情况 常住情况',
  'person.fixed_income': '有无固定工资收入 固定工资收入 有无固定收入 是否有固定工资收入 是否有固定收入 固定收入',
  'person.resume': '简历 个人简历 工作简历 主要简历 个人简介 简介',
  'person.remark': '备注 说明 备考 其他说明 附注',
  'person_private.id_no':
    '身份证 身份证号 身份证号码 公民身份号码 证件号码 公民身份证号码 公民身份证号 居民身份证号 居民身份证号码 证件号 身份证件号码 身份号码 身份证编号 居民身份证',
  'person_private.phone':
    '手机 手机号 手机号码 联系电话 电话 联系方式 电话号码 移动电话 联系手机 联系号码 联系电话手机 手机电话 本人电话 通讯方式 联系人电话',
  'person_private.phone2': '备用电话 备用手机 备用号码 固定电话 办公电话 座机 家庭电话 其他电话 宅电 电话2 联系电话2 手机2 第二电话',
  'person_private.address':
    '地址 住址 家庭住址 家庭地址 通讯地址 常住地址 联系地址 现住址 居住地址 户籍地址 详细地址 通信地址 户籍所在地 住所 家庭详细住址 现居住地 通讯地址常住地址 常住地 居住地',
  'person_private.wechat': '微信 微信号 微信号码',
  'person_private.email': '邮箱 电子邮箱 电子邮件 EMAIL',
  'person_private.postcode': '邮编 邮政编码',
  'person_private.bank_account': '补贴账号 银行账号 银行卡号 卡号 账号 开户账号 一卡通账号 一卡通号',
  'mandate.level': '代表层级 代表级别 代表等级 层级 哪级代表 何级代表 代表层次 人大代表级别',
  'mandate.cert_no': '代表证号 代表证 代表证编号 代表证号码 证号 代表编号 代表证书编号 代表证件号',
  'mandate.elected_on': '当选时间 当选日期 当选年月 当选代表时间 选举时间 选举日期 当选年月日',
  'mandate.elect_kind': '产生方式 当选方式 选举方式 产生办法 选举类别',
  'mandate.votes': '得票数 得票 票数 得赞成票 赞成票 赞成票数 当选票数',
  'mandate.confirm_on': '资格确认日期 资格确认时间 确认日期 资格审查时间 代表资格确认日期',
  'mandate.elect_unit': '选举单位 原选举单位',
  'mandate.upper_term_no': '上级届数 上级届次',
  'mandate.voter_contact_count': '固定联系选民数 联系选民数 联系选民人数 固定联系选民人数',
  'link.constituency': '选区 所在选区 选区名称 当选选区 所属选区 选举选区 代表选区 选区编号及名称 原选区 选区号及名称',
  'link.constituency_no': '选区号 选区编号 选区序号 第几选区 所在选区号 选区代码',
  'link.group': '代表小组 小组 所在小组 所属小组 所属代表小组 组别 代表小组名称 所在代表小组 小组名称 编组 分组 代表组',
  'link.delegation': '代表团 所在代表团 所属代表团 代表团名称 代表团组',
  'link.station': '所属联络站 联络站 代表联络站 所在联络站 所属代表联络站 进站联络站 联络站名称',
  'link.presidium': '是否主席团成员 主席团成员 主席团职务 是否主席团 主席团 人大职务 是否为主席团成员',
}

const exact = new Map<string, string | null>(ignored.split(' ').map((word) => [headingKey(word), null]))
for (const [key, list] of Object.entries(words)) for (const word of list.split(' ')) exact.set(headingKey(word), key)

/** Tried in this order where no heading fits exactly; the first that is part of the heading wins, and the person is asked to look. */
const parts: readonly (readonly [part: RegExp, key: string])[] = [
  [/代表证/u, 'mandate.cert_no'],
  [/身份证|身份号|证件号/u, 'person_private.id_no'],
  [/主席团/u, 'link.presidium'],
  [/入党|入团|党派.*时间/u, 'person.join_party'],
  [/出生(年|日|时)/u, 'person.birth'],
  [/面貌|面目/u, 'person.party'],
  [/备用|办公电话|固话|座机/u, 'person_private.phone2'],
  [/手机|电话|联系方式/u, 'person_private.phone'],
  [/院校|毕业学校/u, 'person.school_major'],
  [/学历|文化程度/u, 'person.edu'],
  [/学位/u, 'person.degree'],
  [/民族/u, 'person.ethnic'],
  [/籍贯/u, 'person.native_place'],
  [/当选.*(时间|日期)|选举.*(时间|日期)/u, 'mandate.elected_on'],
  [/选区.*号|选区.*编号/u, 'link.constituency_no'],
  [/选区/u, 'link.constituency'],
  [/代表团/u, 'link.delegation'],
  [/小组/u, 'link.group'],
  [/联络站/u, 'link.station'],
  [/邮箱|邮件/u, 'person_private.email'],
  [/住址|地址/u, 'person_private.address'],
  [/单位/u, 'person.work_unit'],
  [/职务/u, 'person.post'],
  [/职业/u, 'person.occupation'],
]

export interface HeadingGuess {
  /** Key of a roster field; null for a heading that is known and brings nothing. */
  readonly key: string | null
  /** False where only a part of the heading was recognised. */
  readonly sure: boolean
}

/** What a heading means, or undefined if nobody can say. */
export function guessHeading(heading: string): HeadingGuess | undefined {
  const wanted = headingKey(heading)
  if (wanted === '') return undefined
  const known = exact.get(wanted)
  if (known !== undefined) return { key: known, sure: true }
  const part = parts.find(([pattern]) => pattern.test(wanted))
  return part ? { key: part[1], sure: false } : undefined
}

/** Whether the heading is the one column that every roster must have. */
export const isNameHeading = (heading: string): boolean => exact.get(headingKey(heading)) === 'person.name'
