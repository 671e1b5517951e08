/** What the first page of the set-up asks, and what is wrong with it, in words. */
import { isDate } from '../../../shared/parse/calendar'
import { compactText } from '../../../shared/parse/text'
import { readDate } from '../../ui/read-date'
import { provinceOf } from './provinces'

export interface OfficeForm {
  readonly role: 'town' | 'county'
  readonly code: string
  readonly name: string
  readonly province: string
  readonly county: string
  readonly term: string
  readonly start: string
  readonly quota: string
  /** 启用日期, as typed; empty = today. */
  readonly began: string
  readonly by: string
}

export const emptyOffice: OfficeForm = { role: 'town', code: '', name: '', province: '', county: '', term: '', start: '', quota: '', began: '', by: '' }

export type OfficeProblems = Readonly<Partial<Record<keyof OfficeForm, string>>>

/** The code without spaces and in half-width digits. */
export const tidyCode = (code: string): string => compactText(code)

/** What is wrong with a code; null = right. Twelve digits are cut to the town's nine. */
export function codeProblem(role: OfficeForm['role'], code: string): string | null {
  const digits = tidyCode(code)
  if (digits === '') return '请填区划代码。'
  if (!/^\d+$/u.test(digits)) return '只能填数字。'
  if (provinceOf(digits) === '') return `开头的“${digits.slice(0, 2)}”不是任何省份，请核对。`
  if (role === 'county') return digits.length === 6 ? null : `县的代码是 6 位，现在是 ${digits.length} 位。`
  if (digits.length === 12 && digits.endsWith('000')) return `这是 12 位的写法，请只填前 9 位：${digits.slice(0, 9)}。`
  if (digits.length !== 9) return `乡镇的代码是 9 位，现在是 ${digits.length} 位。`
  return digits.endsWith('000') ? '末三位是 000，这是县的代码，请填本镇的。' : null
}

const wholeNumber = (text: string): number | null => (/^\d{1,3}$/u.test(compactText(text)) ? Number(compactText(text)) : null)

/** 届次 as a number: 19 and 第十九届 alike is too much to ask; digits only. */
export const termNumber = (text: string): number | null => wholeNumber(text.replace(/[第届]/gu, ''))

/** The first day of the term as `YYYY-MM-DD`, null where it cannot be read. */
export const startDay = (text: string, today: string): string | null => (isDate(text) ? text : readDate(text, 'day', today))

/** Problems by field; `{}` = may go on. `today` is `YYYY-MM-DD`. */
export function officeProblems(form: OfficeForm, today: string): OfficeProblems {
  const problems: Partial<Record<keyof OfficeForm, string>> = {}
  const code = codeProblem(form.role, form.code)
  if (code !== null) problems.code = code
  if (form.name.trim() === '') problems.name = form.role === 'town' ? '请填本镇名称，例如 青禾镇。' : '请填单位名称，例如 望川县。'
  if (form.province === '') problems.province = '请选省份，期限规则按省来。'
  if (form.by.trim() === '') problems.by = '请填您的姓名，记录上会写是谁记的。'
  const began = form.began.trim() === '' ? today : startDay(form.began, today)
  if (began === null) problems.began = '请填日期，例如 2026.1.1；空着就是今天。'
  else if (began > today) problems.began = '启用日期晚于今天，请核对。'
  if (form.role === 'town') {
    const term = termNumber(form.term)
    const start = startDay(form.start, today)
    const quota = wholeNumber(form.quota)
    if (term === null || term < 1) problems.term = '请填第几届，只填数字，例如 19。'
    if (start === null) problems.start = '请填本届第一次会议的日期，例如 2021.12.20。'
    else if (start > today) problems.start = '本届开始的日期晚于今天，请核对。'
    if (quota === null || quota < 1 || quota > 400) problems.quota = '请填代表名额，例如 60。'
  }
  return problems
}

export { wholeNumber }
