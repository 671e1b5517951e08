/** The roster as the list shows it: person, mandate, constituency and group of every deputy on one line. */
import { labelOf } from '../codes'
import type { DeputyRow } from '../contract/records'
import { statusAt, statusLog, textOf, type Facts } from '../facts'
import { compareKeys, orderKey } from '../parse/natural-order'
import type { Rec } from '../record'

export interface DeputyQuery {
  /** Level code of D.17 (5 = 乡); absent = all. */
  readonly level?: string
  readonly status?: string
  /** Id of a group. */
  readonly group?: string
  /** The day as at which status, group and seat in the presidium are told; a past day gives that day's list for ever. */
  readonly today: string
  /** First day of the year whose events are counted. */
  readonly yearStart: string
  readonly maskPhone: (phone: string) => string
  readonly initials: (name: string) => string
}

interface Membership {
  readonly mandate?: string
  readonly from_on?: string
  readonly to_on?: string
}

/** Group of each mandate on a day: the first that has it as a member then. */
function groupsOn(facts: Facts, day: string): ReadonlyMap<string, Rec> {
  const map = new Map<string, Rec>()
  for (const group of facts.all('group')) {
    if (textOf(group.fields, 'kind') === '3') continue
    for (const row of (Array.isArray(group.fields['members']) ? group.fields['members'] : []) as readonly Membership[]) {
      const there = (row.from_on ?? '') <= day && (row.to_on === undefined || row.to_on === '' || row.to_on >= day)
      if (there && row.mandate && !map.has(row.mandate)) map.set(row.mandate, group)
    }
  }
  return map
}

function presidiumOn(facts: Facts, day: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const member of facts.all('presidium_member')) {
    const to = textOf(member.fields, 'to_on')
    if (textOf(member.fields, 'from_on') <= day && (to === '' || to >= day)) map.set(textOf(member.fields, 'mandate'), labelOf('presidium.role', textOf(member.fields, 'role') || '3'))
  }
  return map
}

/** Events with 出席 from `from` to `to`, by mandate. */
function eventCounts(facts: Facts, from: string, to: string): ReadonlyMap<string, number> {
  const map = new Map<string, number>()
  for (const part of facts.all('participation')) {
    if (textOf(part.fields, 'state') !== '1') continue
    const event = facts.get(textOf(part.fields, 'event'))
    const on = event ? textOf(event.fields, 'start_on') : ''
    if (!event || event.type === 'presidium_meeting' || on < from || on > to) continue
    const mandate = facts.resolve(textOf(part.fields, 'mandate'))
    map.set(mandate, (map.get(mandate) ?? 0) + 1)
  }
  return map
}

const orNull = (text: string): string | null => (text === '' ? null : text)
const doubtsOf = (rec: Rec | null): number => (rec && Array.isArray(rec.fields['doubts']) ? rec.fields['doubts'].length : 0)

const offices = ['主席', '代理主席', '副主席']
/** The chair, the deputy chairs, the other members, everybody else. */
function rank({ presidium_role: role }: DeputyRow): number {
  if (role === null) return offices.length + 1
  return offices.includes(role) ? offices.indexOf(role) : offices.length
}

/** Rows of the roster: presidium first, the chair at its head, then by group, constituency and name. */
export function deputyRows(facts: Facts, query: DeputyQuery): readonly DeputyRow[] {
  const groups = groupsOn(facts, query.today)
  const presidium = presidiumOn(facts, query.today)
  const counts = eventCounts(facts, query.yearStart, query.today)
  const names = new Map<string, number>()
  for (const person of facts.all('person')) names.set(textOf(person.fields, 'name'), (names.get(textOf(person.fields, 'name')) ?? 0) + 1)
  const rows = facts.all('mandate').flatMap((mandate): DeputyRow[] => {
    const level = textOf(mandate.fields, 'level')
    const then = statusAt(mandate, query.today)
    // who was not elected yet that day is no row of that day's list
    if (then === null && statusLog(mandate).length > 0) return []
    const status = then ?? mandate.status ?? ''
    if (query.level !== undefined && level !== query.level) return []
    if (query.status !== undefined && status !== query.status) return []
    const group = groups.get(mandate.id) ?? null
    if (query.group !== undefined && group?.id !== query.group) return []
    const person = facts.get(textOf(mandate.fields, 'person'))
    const fields = person?.fields ?? {}
    const name = textOf(fields, 'name')
    const constituency = facts.get(textOf(mandate.fields, 'constituency'))
    const phone = person ? textOf(facts.where('person_private', 'person', person.id)[0]?.fields ?? {}, 'phone') : ''
    const note = (names.get(name) ?? 0) > 1 ? [textOf(fields, 'birth').replace('-', '.'), textOf(fields, 'work_unit')].filter((word) => word !== '').join(' ') : ''
    return [{
      mandate: mandate.id, person: person?.id ?? '', name, note, level, status, initials: query.initials(name),
      sex: orNull(textOf(fields, 'sex')), ethnic: orNull(textOf(fields, 'ethnic')), birth: orNull(textOf(fields, 'birth')), party: orNull(textOf(fields, 'party')), edu: orNull(textOf(fields, 'edu')),
      occupation: orNull(textOf(fields, 'occupation')), constituency: constituency ? textOf(constituency.fields, 'name') || `第${textOf(constituency.fields, 'no')}选区` : null,
      group: group ? textOf(group.fields, 'name') : null, post: orNull([textOf(fields, 'work_unit'), textOf(fields, 'post')].filter((word) => word !== '').join(' ')),
      presidium_role: presidium.get(mandate.id) ?? null, phone: phone === '' ? null : query.maskPhone(phone), doubts: doubtsOf(person) + doubtsOf(mandate), events: counts.get(mandate.id) ?? 0,
    }]
  })
  // 第一 before 第二; whoever has no group or constituency stands last.
  const keys = new Map(rows.map((row) => [row, [row.group, row.constituency, row.name].map((word) => orderKey(word ?? ''))] as const))
  const last = (one: string | null, other: string | null): number => Number(one === null) - Number(other === null)
  const byKey = (a: DeputyRow, b: DeputyRow, at: number): number => compareKeys(keys.get(a)?.[at] ?? '', keys.get(b)?.[at] ?? '')
  return rows.sort((a, b) => rank(a) - rank(b) || last(a.group, b.group) || byKey(a, b, 0) || last(a.constituency, b.constituency) || byKey(a, b, 1) || byKey(a, b, 2) || (a.mandate < b.mandate ? -1 : 1))
}

