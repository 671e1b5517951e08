/** Next year's work from the plan (A.8), a paragraph per kind of plan. */
import { codeTables } from '../codes'
import { intOf, textOf, type Facts } from '../facts'
import type { Rec } from '../record'
import { phraseOf } from './without-private'

const dropped = '已调整'

/** Month or quarter of a plan item, '' where none is set; month first in order. */
function when(rec: Rec): { readonly order: number; readonly words: string } {
  const month = Number(textOf(rec.fields, 'plan_month').slice(5, 7))
  if (month > 0) return { order: month, words: `${String(month)}月` }
  const quarter = intOf(rec.fields, 'plan_quarter')
  return quarter === null ? { order: 99, words: '' } : { order: quarter * 3, words: `${['第一', '第二', '第三', '第四'][quarter - 1] ?? ''}季度` }
}

const item = (rec: Rec): string => `${when(rec).words}${phraseOf(rec, 'item')}${rec.fields['focus'] === true ? '（重点）' : ''}`

/** Paragraphs `1.监督计划：3月…；5月…。`; empty where nothing is planned. Only what is due from this month on, with what has no month. */
export function planParagraphs(facts: Facts, year: number, fromMonth = 1): readonly string[] {
  const all = facts.all('plan_item').filter((rec) => intOf(rec.fields, 'year') === year && rec.status !== dropped && when(rec).order >= fromMonth)
  const inTime = (recs: readonly Rec[]): readonly Rec[] => [...recs].sort((a, b) => when(a).order - when(b).order || textOf(a.fields, 'item').localeCompare(textOf(b.fields, 'item')))
  const kinds = [...codeTables['plan.kind'].entries.map(({ code, label }) => ({ code, label })), { code: '', label: '其他工作' }]
  return kinds
    .map(({ code, label }) => ({ label, items: inTime(all.filter((rec) => textOf(rec.fields, 'kind') === code)) }))
    .filter(({ items }) => items.length > 0)
    .map(({ label, items }, index, groups) => `${groups.length === 1 ? '' : `${String(index + 1)}.`}${label}。${items.map(item).join('；')}。`)
}
