/** What is filled in, as the person who makes a form says it. */
import type { FieldKind } from '../../../shared/fields'
import type { OwnKind } from '../../../shared/records/own-fields'

export const ownKindWords: Readonly<Record<OwnKind, string>> = { text: '一行文字', longText: '一段文字', int: '数字', money: '金额（元）', date: '日期', flag: '是或否', choice: '从几个词里选' }

export const kindWords: Readonly<Record<FieldKind, string>> = {
  text: '一行文字', longText: '一段文字', int: '数字', money: '金额（元）', date: '日期', month: '月份', ym: '日期或月份', flag: '是或否', choice: '从选项里选', ref: '选一条', refs: '选几条',
  list: '几行', file: '一个附件', files: '附件', derived: '自动算',
}

/** Says that it is done, after the window knows the new fields. */
export type Done = (text: string) => Promise<void>
