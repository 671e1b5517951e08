/** 届次 (A.1): runs from its first meeting to the first meeting of the next term (组织法第38条). */
import { date, derived, int, text, type Data, type DataOf } from '../fields'
import { intOf, textOf, type Lookup } from '../facts'
import { defineRecord, type Rec } from '../record'
import { chineseNumber } from '../parse/chinese-numeral'
import { inOrder } from './dates-in-order'

export const term = defineRecord({
  type: 'term',
  label: '届次',
  scope: 'county',
  key: ['no'],
  refuseWhileReferenced: true,
  menu: 'settings',
  fields: {
    no: int('届数', 'identity', { min: 1, max: 99 }),
    name: text('届次名称', 'optional', { max: 40 }),
    first_meeting_on: date('本届第一次会议日期', 'complete', { mayBeFuture: true }),
    end_on: date('届满日期', 'optional', { mayBeFuture: true, hint: '等于下届第一次会议日期' }),
    quota: int('代表名额(县定)', 'complete', { max: 1000, unit: '名' }),
    population: int('人口数(定额依据)', 'optional', { unit: '人' }),
    elected_on: date('代表选举完成日', 'optional'),
    status: derived('状态'),
  },
  columns: ['no', 'name', 'first_meeting_on', 'end_on', 'quota', 'status'],
  search: ['name'],
  title: (data) => textOf(data, 'name') || `第${chineseNumber(Number(data['no']))}届`,
  defaults: (data) => (typeof data['no'] === 'number' ? { name: `第${chineseNumber(data['no'])}届` } : {}),
  derive: (rec, lookup, today) => ({ status: termStatus(rec, lookup, today) }),
  check: inOrder('first_meeting_on', '本届第一次会议日期', 'end_on', '届满日期'),
})
export type Term = DataOf<typeof term.fields>

export type TermStatus = '筹备' | '现任' | '已届满'

const startOf = (data: Data): string => textOf(data, 'first_meeting_on')

/** The term that a day lies in: the last one that has begun; null before the first or once it has ended without a next one. */
export function termOn(lookup: Lookup, day: string): Rec | null {
  let found: Rec | null = null
  for (const rec of lookup.all('term')) {
    const start = startOf(rec.fields)
    if (start !== '' && start <= day && (!found || start > startOf(found.fields))) found = rec
  }
  const end = found ? textOf(found.fields, 'end_on') : ''
  return end !== '' && end <= day ? null : found
}

/** The term that new records belong to: the one of today, else the last that has begun, else the one with the highest number. */
export function currentTerm(lookup: Lookup, today: string): Rec | null {
  const now = termOn(lookup, today)
  if (now) return now
  const rank = (rec: Rec): string => {
    const start = startOf(rec.fields)
    return `${start !== '' && start <= today ? `1${start}` : '0'}|${String(intOf(rec.fields, 'no') ?? 0).padStart(4, '0')}`
  }
  return [...lookup.all('term')].sort((a, b) => (rank(a) < rank(b) ? 1 : -1))[0] ?? null
}

/** Fills an empty `term` with the current one. */
export function inCurrentTerm(data: Data, lookup: Lookup, today: string): { readonly term?: string } {
  const id = textOf(data, 'term') || currentTerm(lookup, today)?.id
  return id ? { term: id } : {}
}

function termStatus(rec: Rec, lookup: Lookup, today: string): TermStatus {
  const start = startOf(rec.fields)
  if (start === '' || start > today) return '筹备'
  return termOn(lookup, today)?.id === rec.id ? '现任' : '已届满'
}
