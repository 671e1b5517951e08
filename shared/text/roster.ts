/** What a person reads about a row of a roster: errors stop the row, warnings let it in. */
import { rosterErrorCodes, rosterWarningCodes, type RosterErrorCode, type RosterIssue, type RosterWarningCode } from '../roster/issue'
import { part, type Sentence, type Words } from './say'
import type { Detail } from '../result'

const told = (say: string, next: string): Sentence => ({ say, next })

/** 手机号码“1380000”, with whatever of the two is known. */
const cell = (d: Detail, otherwise: string): string => {
  const value = part(d, 'value')
  return (part(d, 'column') || part(d, 'label') || otherwise) + (value === '' ? '' : `“${value}”`)
}

const inRemark = '原文已记入备注'

export const rosterWords = {
  'name-empty': told('姓名是空的，这一行没有导入。', '请在表里补上姓名，再导入一次。'),
  'name-unreadable': (d) => told(`${cell(d, '姓名')}不是姓名，这一行没有导入。`, '请在表里改正姓名，再导入一次。'),
  'name-length': (d) => told(`${cell(d, '姓名')}超过 50 个字，这一行没有导入。`, '请在姓名栏只写姓名，再导入一次。'),
  'name-digits': (d) => told(`${cell(d, '姓名')}里有数字，已导入并标为待核。`, '请核对姓名。'),
  'name-short': (d) => told(`${cell(d, '姓名')}只有一个字，已导入并标为待核。`, '请核对姓名是否写全。'),
  'name-notes': (d) => told(`${cell(d, '姓名')}括号里的内容不作为姓名，能认出的已填入性别或民族，其余记入备注。`, '请核对。'),
  'name-differs': (d) => told(`身份证号相同但姓名不同（原名“${part(d, 'value')}”），已改名并保留曾用名，标为待核。`, '请核对是改了名还是身份证号填错。'),
  'id-as-number': told('身份证号被存成了数字，后三位已丢失；请把该列改为文本后重新填写。', '其余内容已导入，身份证号留空。'),
  'id-length': (d) => told(`${cell(d, '身份证号')}位数不对（应为 18 位），已照存并标为待核。`, '请对照身份证改正。'),
  'id-characters': (d) => told(`${cell(d, '身份证号')}里有不该有的字符，已标为待核。`, '请对照身份证改正。'),
  'id-checksum': (d) => told(`${cell(d, '身份证号')}校验码不对，已照存并标为待核。`, '可能抄错了一位，请对照身份证改正。'),
  'id-birth': (d) => told(`${cell(d, '身份证号')}里的出生日期不存在，已照存并标为待核。`, '请对照身份证改正。'),
  'id-region': (d) => told(`${cell(d, '身份证号')}的前两位不是任何省份，已照存并标为待核。`, '请对照身份证改正。'),
  'id-converted': (d) => told(`${cell(d, '身份证号')}是 15 位旧号，已换算成 18 位。`, '请对照新身份证核对。'),
  'sex-mismatch': (d) => told(`${cell(d, '性别')}与身份证号不一致，已按表中所填导入并标为待核。`, '请核对哪一个是对的。'),
  'birth-mismatch': (d) => told(`${cell(d, '出生年月')}与身份证号不一致，已按表中所填导入并标为待核。`, '请核对哪一个是对的。'),
  'age-under-18': (d) => told(`按${cell(d, '出生年月')}计算不满 18 岁，已导入并标为待核。`, '代表须年满 18 岁，请核对。'),
  'age-over-100': (d) => told(`按${cell(d, '出生年月')}计算超过 100 岁，已导入并标为待核。`, '请核对出生年月。'),
  'date-ambiguous': (d) => told(`${cell(d, '日期')}可能是 1 月也可能是 10 月，已按 1 月导入并标为待核。`, '请核对月份；表里可写成 1978.10 文本或 1978年10月。'),
  'date-unreadable': (d) => told(`${cell(d, '日期')}不是能认出的日期，没有填入，${inRemark}。`, '请按 1978.03 或 1978年3月 的样子填写。'),
  'date-year-only': (d) => told(`${cell(d, '日期')}只有年份，没有填入，${inRemark}。`, '请补上月份。'),
  'date-needs-day': (d) => told(`${cell(d, '日期')}没有写到日，没有填入，${inRemark}。`, '请补上具体日期，如 2021年12月20日。'),
  'date-future': (d) => told(`${cell(d, '日期')}晚于今天，没有填入，${inRemark}。`, '请核对年份。'),
  'unknown-code': (d) => told(`${cell(d, '这一栏')}不在可选项里，没有填入，${inRemark}。`, '请在代表档案里从选项中选一个。'),
  'loose-word': (d) => told(`${cell(d, '这一栏')}没有说全，已按最可能的一项导入。`, '请核对。'),
  'bad-phone': (d) => told(`${cell(d, '电话')}不像电话号码，已照存并标为待核。`, '手机应为 11 位，座机请带区号。'),
  'phones-many': (d) => told(`${cell(d, '电话')}里有多个号码，多出的记入隐私信息的备注。`, '请核对常用的是哪一个。'),
  'hidden-signs': (d) => told(`${cell(d, '这一栏')}里有看不见的方向符号，已去掉。`, '请核对去掉以后的内容是不是原来的意思。'),
  'bad-number': (d) => told(`${cell(d, '这一栏')}不是数字，没有填入，${inRemark}。`, '请只写数字。'),
  'number-cut': (d) => told(`${cell(d, '号码')}被存成了数字，后几位已丢失，没有填入。`, '请把该列改为文本后重新填写。'),
  'too-long': (d) => told(`${part(d, 'column') || '这一栏'}的内容太长，只填入前一部分，${inRemark}。`, '请缩短，或写进简历、备注。'),
  'unknown-column': (d) => told(`没有认出“${part(d, 'column')}”这一列，没有导入。`, '需要的话，请为它选定对应的栏目。'),
  'column-twice': (d) => told(`“${part(d, 'column')}”对应的栏目已有另一列，这一列没有导入。`, '需要的话，请改选用哪一列。'),
  'ambiguous-person': (d) => told(`库里有同名的“${part(d, 'value')}”，仅凭姓名分不清是不是同一人。`, '请补上身份证号、出生年月或电话，或在代表档案里合并。'),
  'repeated-row': (d) => told(`与第 ${part(d, 'value')} 行是同一人，以第 ${part(d, 'value')} 行为准。`, '请删去重复的一行。'),
  'repeated-differs': (d) => told(`重复行的${cell(d, '内容')}与前一行不同，没有采用。`, '请核对以哪一行为准。'),
  'kept-existing': (d) => told(`${part(d, 'column') || '这一栏'}已有可靠的内容，表中待核的内容没有采用。`, '确实要改的，请在代表档案里修改。'),
} satisfies Readonly<Record<RosterErrorCode | RosterWarningCode, Words>>

const isRosterCode = (code: string): code is RosterErrorCode | RosterWarningCode =>
  (rosterErrorCodes as readonly string[]).includes(code) || (rosterWarningCodes as readonly string[]).includes(code)

/** What an issue says and what to do next. */
export function sayRosterIssue(issue: RosterIssue): Sentence {
  const words: Words = rosterWords[issue.code]
  return typeof words === 'function' ? words({ column: issue.column, value: issue.value, row: issue.row }) : words
}

/** The short words of a 待核 mark, as a list of doubts shows them; the code itself where a newer version set it. */
export function doubtLabel(code: string): string {
  const labels: Readonly<Partial<Record<RosterErrorCode | RosterWarningCode, string>>> = {
    'name-digits': '姓名里有数字', 'name-short': '姓名只有一个字', 'name-differs': '身份证号相同而姓名不同',
    'id-as-number': '身份证号曾存为数字，需重填', 'id-length': '身份证号位数不对', 'id-characters': '身份证号有多余字符', 'id-checksum': '身份证号校验码不对',
    'id-birth': '身份证号里的出生日期不存在', 'id-region': '身份证号地区码不对', 'sex-mismatch': '性别与身份证号不一致', 'birth-mismatch': '出生年月与身份证号不一致',
    'age-under-18': '不满 18 岁', 'age-over-100': '超过 100 岁', 'date-ambiguous': '1 月还是 10 月不明', 'date-unreadable': '日期认不出', 'date-year-only': '只有年份',
    'date-needs-day': '日期没有写到日', 'date-future': '日期晚于今天', 'unknown-code': '原文不在选项里', 'bad-phone': '电话号码不对', 'bad-number': '不是数字',
    'number-cut': '号码曾存为数字，需重填', 'too-long': '内容过长被截短',
  }
  return isRosterCode(code) ? labels[code] ?? code : code
}
