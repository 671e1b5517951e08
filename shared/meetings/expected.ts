/** Who is expected at a meeting: all deputies at a session, the members at a presidium meeting, as at its day. Pure. */
import { intOf, textOf, type Facts } from '../facts'
import { presidiumAt } from '../measures/office-at'
import { termOn } from '../records/term'
import { deputiesInOffice, type LeftOut } from '../rules/deputies'
import type { Settings } from '../rules/rule-book'

export interface Expected {
  /** The term of the day; null before the first. */
  readonly term: string | null
  /** 应到: what the quorum and the majority are reckoned from. */
  readonly total: number
  readonly mandates: readonly string[]
  /** Deputies who hold a seat but do not count, by a setting of the office. */
  readonly left_out: readonly { readonly mandate: string; readonly why: LeftOut['why'] }[]
  /** The next number of such a meeting in the term of the day. */
  readonly no: number
  /** Who was in the chair the last time, '' where nobody was. */
  readonly chair: string
  readonly place: string
}

function lastOf(facts: Facts, type: string, key: string, day: string) {
  return facts.all(type).filter((rec) => textOf(rec.fields, key) !== '' && textOf(rec.fields, key) <= day)
    .sort((a, b) => textOf(b.fields, key).localeCompare(textOf(a.fields, key)))[0]?.fields ?? {}
}

/** @param day `YYYY-MM-DD` */
export function expectedAt(facts: Facts, type: 'session' | 'presidium_meeting', day: string, settings: Settings): Expected {
  const term = termOn(facts, day)?.id ?? null
  const no = Math.max(0, ...(term === null ? [] : facts.where(type, 'term', term)).map((rec) => intOf(rec.fields, 'no') ?? 0)) + 1
  if (type === 'session') {
    const { total, counted, leftOut } = deputiesInOffice(facts, day, settings)
    const last = lastOf(facts, type, 'start_on', day)
    return { term, total, mandates: counted.map((rec) => rec.id), left_out: leftOut.map(({ rec, why }) => ({ mandate: rec.id, why })), no, chair: '', place: textOf(last, 'place') }
  }
  const members = presidiumAt(facts, day).map((rec) => facts.get(textOf(rec.fields, 'mandate'))?.id ?? '').filter((id) => id !== '')
  const last = lastOf(facts, type, 'held_on', day)
  return { term, total: members.length, mandates: members, left_out: [], no, chair: textOf(last, 'chair'), place: textOf(last, 'place') }
}
