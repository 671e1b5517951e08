/** What other records are called inside a title: short words that need no registry. */
import type { Data } from '../fields'
import { textOf, type Lookup } from '../facts'
import { chineseNumber } from '../parse/chinese-numeral'

const nameKeys = ['title', 'name', 'topic', 'subject', 'item', 'problem', 'content'] as const

/** Name of the person who holds a mandate; '' where it is unknown. */
export function deputyName(lookup: Lookup, mandate: string): string {
  const rec = lookup.get(mandate)
  return rec ? textOf(lookup.get(textOf(rec.fields, 'person'))?.fields ?? {}, 'name') : ''
}

/** Name of any record by its id: its title, or the deputy's name; '' where it is unknown. */
export function nameOf(lookup: Lookup, id: string): string {
  const rec = lookup.get(id)
  if (!rec) return ''
  for (const key of nameKeys) {
    const value = textOf(rec.fields, key)
    if (value !== '') return value
  }
  if (rec.type === 'mandate') return deputyName(lookup, rec.id)
  if (rec.type === 'session' || rec.type === 'presidium_meeting') return meetingName(lookup, rec.type, rec.fields)
  const mandate = textOf(rec.fields, 'mandate')
  return mandate === '' ? '' : deputyName(lookup, mandate)
}

/** 第十九届, from the term's own name or its number; '' without a term. */
export function termName(lookup: Lookup, term: string): string {
  const rec = lookup.get(term)
  if (!rec) return ''
  const no = rec.fields['no']
  return textOf(rec.fields, 'name') || (typeof no === 'number' ? `第${chineseNumber(no)}届` : '')
}

/** Name of the town, from the office's own record; '' before it is there. */
export const townName = (lookup: Lookup): string => textOf(lookup.all('office')[0]?.fields ?? {}, 'name')

/** ××镇第×届人民代表大会第×次会议, or 第×届主席团第×次会议. */
export function meetingName(lookup: Lookup, type: 'session' | 'presidium_meeting', data: Data): string {
  const no = data['no']
  const which = typeof no === 'number' ? `第${chineseNumber(no)}次会议` : '会议'
  const term = termName(lookup, textOf(data, 'term'))
  return type === 'session' ? `${townName(lookup)}${term}人民代表大会${which}` : `${term}主席团${which}`
}

/** A number of a title as text, '' where it is empty. */
export const numberText = (data: Data, key: string): string => {
  const value = data[key]
  return typeof value === 'number' ? String(value) : ''
}

/** Joins the parts of a title that are there. */
export const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')

/** A day or month of a title as people read it: `2025年3月8日`, `2025年3月`; '' where it is empty. */
export const dayText = (data: Data, key: string): string => {
  const [year, month, day] = textOf(data, key).split('-')
  return year === undefined || month === undefined ? '' : `${year}年${String(Number(month))}月${day === undefined ? '' : `${String(Number(day))}日`}`
}
