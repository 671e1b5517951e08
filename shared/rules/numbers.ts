/**
 * 编号: the numbers that people read. They are given once and stay; the next is one more than the greatest of its series. The first
 * computer of an office counts without letter, others carry theirs (`20-闭-B003`), so that two registers never collide.
 */
import { intOf, textOf, type Lookup } from '../facts'
import type { Rec } from '../record'

/** One more than the greatest number of the series `prefix` + letter, three digits at least. */
export function nextInSeries(taken: Iterable<string>, prefix: string, letter: string, width = 3, suffix = ''): string {
  const head = prefix + letter
  let greatest = 0
  for (const number of taken) {
    if (!number.startsWith(head) || !number.endsWith(suffix)) continue
    const digits = number.slice(head.length, number.length - suffix.length)
    if (/^\d+$/.test(digits)) greatest = Math.max(greatest, Number(digits))
  }
  return head + String(greatest + 1).padStart(width, '0') + suffix
}

/** The next number of the series in the field `no`: what an office has is asked by the series' head, not read as a whole. */
const nextNo = (lookup: Lookup, type: string, prefix: string, letter: string): string => nextInSeries(lookup.beginning(type, 'no', prefix + letter), prefix, letter)

/**
 * The term of a day: the latest that has begun by then, else the first to come; null where no term is recorded. A term begins with its
 * first meeting (组织法§38).
 */
export function termOn(lookup: Lookup, day: string): Rec | null {
  const terms = [...lookup.all('term')].sort((a, b) => (intOf(a.fields, 'no') ?? 0) - (intOf(b.fields, 'no') ?? 0))
  const begun = terms.filter((term) => {
    const from = textOf(term.fields, 'first_meeting_on')
    return from !== '' && from <= day
  })
  return begun.at(-1) ?? terms[0] ?? null
}

/** `19` of 第十九届; the year where no term is recorded. */
const termNo = (term: Rec | null, day: string): string => {
  const no = term ? intOf(term.fields, 'no') : null
  return no === null ? day.slice(0, 4) : String(no)
}

/** `19-3-` at session 3 of term 19, `19-闭-` between sessions. */
function sittingPrefix(lookup: Lookup, session: string, day: string): string {
  const meeting = lookup.get(session)
  const term = meeting ? lookup.get(textOf(meeting.fields, 'term')) : null
  const no = meeting ? intOf(meeting.fields, 'no') : null
  return `${termNo(term ?? termOn(lookup, day), day)}-${no === null ? '闭' : String(no)}-`
}

/** 建议编号 `19-3-015`, closed session `19-闭-015`. `session` is '' between sessions; `day` is the day it was raised. */
export const nextSuggestionNo = (lookup: Lookup, session: string, day: string, letter: string): string =>
  nextNo(lookup, 'suggestion', sittingPrefix(lookup, session, day), letter)

/** 议案编号 `19-3-议001`. */
export const nextBillNo = (lookup: Lookup, session: string, day: string, letter: string): string =>
  nextNo(lookup, 'bill', `${sittingPrefix(lookup, session, day)}议`, letter)

/** 活动编号 `L2025001`: L, year, number. */
export const nextActivityNo = (lookup: Lookup, day: string, letter: string): string =>
  nextNo(lookup, 'activity', `L${day.slice(0, 4)}`, letter)

/** 群众事项编号 `19-群-015`, given on saving. */
export const nextVoterMatterNo = (lookup: Lookup, day: string, letter: string): string =>
  nextNo(lookup, 'voter_matter', `${termNo(termOn(lookup, day), day)}-群-`, letter)

/** The number that a record gets on saving; null for types that get none or get theirs by a step. */
export function numberOnSaving(type: string, data: Readonly<Record<string, unknown>>, lookup: Lookup, today: string, letter: string): string | null {
  if (type !== 'voter_matter') return null
  const day = data['received_on']
  return nextVoterMatterNo(lookup, typeof day === 'string' ? day : today, letter)
}
