/** The kinds of the entry: what is held often side by side, the rest under 其他. */
import { codeTables } from '../../../shared/codes'

/** A training is a register of its own, but is entered the same way. */
export const trainingKind = '06'
export const otherKind = '15'

export const mainKinds = [
  { value: '07', label: '小组活动' }, { value: '08', label: '走访选民' }, { value: '09', label: '联络站接待' }, { value: '12', label: '帮扶办实事' },
  { value: '13', label: '化解矛盾' }, { value: trainingKind, label: '学习培训' }, { value: otherKind, label: '其他' },
] as const

export type MainKind = (typeof mainKinds)[number]['value']

const main: readonly string[] = mainKinds.map((one) => one.value)

/** The button that stands for a code: the codes of no button stand under 其他. */
export const mainKindOf = (kind: string): MainKind => (main.includes(kind) ? (kind as MainKind) : otherKind)

/** The rest of the table, with 其他 itself first. */
export const otherKinds: readonly { readonly value: string; readonly label: string }[] = [
  { value: otherKind, label: '其他' },
  ...codeTables.activity_kind.entries.filter(({ code }) => !main.includes(code)).map(({ code, label }) => ({ value: code, label })),
]
