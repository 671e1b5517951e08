/** What the panel says of a record, in words. Pure. */
import type { AtCounty, Why, WhyRow } from '../../shared/contract/why'
import { dayOfMoment, sayDate, sayMoment } from '../ui/say-date'

const county: Readonly<Record<AtCounty, string>> = { has: '县里已有', older: '县里的是旧的', lacks: '县里还没有', own: '不出镇' }

/** 县里已有 46 条，还没有 3 条; '' where no county is paired. */
export function countyWords(why: Pick<Why, 'at_county'>): string {
  if (why.at_county === null) return ''
  const { has, lacks } = why.at_county
  if (lacks === 0) return has === 0 ? '' : `县里已有全部 ${String(has)} 条。`
  return `县里已有 ${String(has)} 条，还没有或是旧的 ${String(lacks)} 条。`
}

/** 周维安 3月8日登记 · 王敏 4月1日改过 · 县里已有. Without `today`, for paper that is read later, with the whole date. */
export function enteredWords(row: WhyRow, today: string | null): string {
  const when = (moment: string): string => (today === null ? sayDate(dayOfMoment(moment)) : sayMoment(moment, today))
  const entered = row.at === '' ? '' : `${row.by} ${when(row.at)}登记`
  const changed = row.changed_at === undefined ? '' : `${row.changed_by ?? ''} ${when(row.changed_at)}改过`
  return [entered, changed, row.county === null ? '' : county[row.county]].filter((word) => word !== '').join(' · ')
}
