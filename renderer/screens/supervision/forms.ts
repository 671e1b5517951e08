/** 监督方式 as the entry offers them, and which fields each of them wants. Pure. */
import { codeTables } from '../../../shared/codes'

export const mainForms = [
  { value: '02', label: '执法检查' }, { value: '03', label: '视察' }, { value: '04', label: '专题调研' }, { value: '01', label: '听取报告' },
  { value: '05', label: '专题询问' }, { value: '08', label: '工作评议' }, { value: '13', label: '其他' },
] as const
export type MainForm = (typeof mainForms)[number]['value']

export const otherForm = '13'
const main: readonly string[] = mainForms.map((one) => one.value)

/** The button that stands for a code: codes of no button stand under 其他. */
export const mainFormOf = (form: string): MainForm => (main.includes(form) ? (form as MainForm) : otherForm)

/** The rest of the table, with 其他 itself first. */
export const otherForms: readonly { readonly value: string; readonly label: string }[] = [
  { value: otherForm, label: '其他' },
  ...codeTables.supervision_form.entries.filter(({ code }) => !main.includes(code)).map(({ code, label }) => ({ value: code, label })),
]

/** An inspection names the laws that it inspects (refused without them). */
export const wantsLaws = (form: unknown): boolean => form === '02'
/** A debrief names those who report on themselves. */
export const wantsPersons = (form: unknown): boolean => form === '09'
