/** How a stored value reads on a screen: codes by their labels, dates in Chinese, amounts in 元, references by their titles. */
import { labelOf } from '../../shared/codes'
import type { Titles } from '../../shared/contract/records'
import type { Field, Row, Value } from '../../shared/fields'
import { sayDate, sayMoney } from '../ui/say-date'

const nameOf = (titles: Titles, id: string): string => titles[id]?.title ?? '…'

/** One value in words; '' where it is empty. */
export function showValue(field: Field, value: Value | undefined, titles: Titles): string {
  if (value === undefined || value === null || value === '') return ''
  if (field.kind === 'list') return showRows(field, value as readonly Row[], titles)
  if (Array.isArray(value)) return (value as readonly string[]).map((id) => nameOf(titles, id)).join('、')
  if (field.kind === 'ref' || field.kind === 'file') return typeof value === 'string' ? titles[value]?.title ?? (field.orText ? value : '…') : ''
  if (field.codes && typeof value === 'string') return labelOf(field.codes, value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (field.kind === 'money' && typeof value === 'number') return `${sayMoney(value)}`
  if (['date', 'month', 'ym'].includes(field.kind) && typeof value === 'string') return sayDate(value)
  return typeof value === 'string' || typeof value === 'number' ? `${String(value)}${field.unit ?? ''}` : ''
}

function showRows(field: Field, rows: readonly Row[], titles: Titles): string {
  if (!Array.isArray(rows)) return ''
  const items = Object.entries(field.items ?? {})
  return rows.map((row) => items.map(([key, item]) => showValue(item, row[key] ?? null, titles)).filter((word) => word !== '').join(' ')).join('；')
}

/** Tone of a status, by the word: ends are done, drafts idle, waiting ones under way. */
export function toneOfStatus(status: string, ends: readonly string[] | undefined): 'done' | 'idle' | 'doing' | 'late' {
  if (['重新办理', '退回', '退回整改', '暂停执行职务', '未通过', '未完成'].includes(status)) return 'late'
  if (ends?.includes(status) || ['在任', '已评价', '已反馈', '已开展', '已闭会', '已结束', '现任'].includes(status)) return 'done'
  return ['草稿', '计划', '筹备', '登记', '草拟', '待办', '征集', '拟列入'].includes(status) ? 'idle' : 'doing'
}
