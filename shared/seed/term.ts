/** One term of the sample office: its constituencies, deputies, groups and presidium. */
import { textOf } from '../facts'
import { addDays } from '../rules/calendar'
import { addConstituencies, type Seat } from './constituencies'
import { madePerson } from './people'
import type { Random } from './random'
import type { Scribe } from './scribe'
import type { Town } from './town'
import { villageNames } from './words'

export interface Deputy {
  readonly mandate: string
  readonly person: string
  readonly name: string
  readonly constituency: string
  readonly fixedIncome: boolean
  readonly from: string
  /** First day without the seat. */
  until: string | null
}

export interface TermSpan {
  readonly no: number
  readonly start: string
  /** null while it is the running term. */
  readonly end: string | null
  readonly size: number
}

export interface Term extends TermSpan {
  readonly id: string
  readonly deputies: Deputy[]
  readonly presidium: readonly Deputy[]
  readonly chair: Deputy
  readonly groups: readonly { readonly id: string; readonly members: readonly Deputy[] }[]
  /** Mandates of upper levels whose deputies live here. */
  readonly upper: readonly string[]
}

export const seated = (term: Pick<Term, 'deputies'>, day: string): readonly Deputy[] =>
  term.deputies.filter((one) => one.from <= day && (one.until === null || day < one.until))

const occupations = ['01', '02', '02', '02', '03', '04', '05', '05', '06', '07'] as const

function addPerson(scribe: Scribe, random: Random, town: Town, start: string): { readonly person: string; readonly name: string; readonly fixedIncome: boolean } {
  const made = madePerson(random, town.names, Number(start.slice(0, 4)))
  const fixedIncome = random.chance(0.35)
  const party = random.chance(0.6)
  const person = scribe.add('person', {
    name: made.name, sex: made.sex, birth: made.birth, ethnic: random.chance(0.92) ? '01' : random.pick(['06', '15', '03']), party: party ? '01' : random.pick(['13', '13', '13', '12', '03']),
    edu: random.pick(['20', '30', '30', '40', '60', '60', '70']), occupation: random.pick(occupations), fixed_income: fixedIncome, residence_status: random.pick(['1', '1', '1', '2', '3', '4']), native_place: '本县',
    work_unit: random.pick(villageNames), post: random.pick(['村民', '村委委员', '教师', '医生', '种植大户', '合作社理事长', '个体工商户']),
  })
  scribe.add('person_private', { person, id_no: made.idNo, birth_on: made.birthOn, phone: made.phone, address: `${random.pick(villageNames)}${String(random.between(1, 12))}组` })
  return { person, name: made.name, fixedIncome }
}

/** A deputy as the roster or an earlier seeding left one. */
function standing(scribe: Scribe, term: string): readonly Deputy[] {
  return scribe.all('mandate').filter((rec) => textOf(rec.fields, 'term') === term && textOf(rec.fields, 'level') === '5' && rec.status === '在任').map((rec) => {
    const person = scribe.get(textOf(rec.fields, 'person'))
    return {
      mandate: rec.id, person: textOf(rec.fields, 'person'), name: textOf(person?.fields ?? {}, 'name'), constituency: textOf(rec.fields, 'constituency'),
      fixedIncome: person?.fields['fixed_income'] === true, from: textOf(rec.fields, 'confirm_on'), until: null,
    }
  })
}

function elect(scribe: Scribe, random: Random, term: string, span: TermSpan, seat: Seat, who: { readonly person: string; readonly name: string; readonly fixedIncome: boolean }, at: number): Deputy {
  const mandate = scribe.add('mandate', {
    person: who.person, level: '5', term, constituency: seat.constituency, elected_on: addDays(span.start, -12), elect_kind: '1', votes: random.between(420, 980), voter_contact_count: random.between(8, 20),
  })
  scribe.act('confirm', mandate, { confirm_on: span.start, cert_no: `${String(span.no)}${String(at + 1).padStart(3, '0')}` })
  return { mandate, ...who, constituency: seat.constituency, from: span.start, until: null }
}

/** Deputies of a new term: more than half of the former are elected again; what a roster brought stays and is filled up. */
function addDeputies(scribe: Scribe, random: Random, town: Town, term: string, span: TermSpan, former: readonly Deputy[]): readonly Deputy[] {
  const there = standing(scribe, term)
  const { seats } = addConstituencies(scribe, random, town, term, span, there)
  const again = random.some(former.filter((one) => one.until === null || one.until >= span.start), Math.floor(span.size * 0.55))
  const wanted = Math.max(0, span.size - there.length)
  const fresh = seats.slice(0, wanted).map((seat, at) => {
    const known = again[at]
    const who = known ? { person: known.person, name: known.name, fixedIncome: known.fixedIncome } : addPerson(scribe, random, town, span.start)
    return elect(scribe, random, term, span, seat, who, there.length + at)
  })
  return [...there, ...fresh]
}

function addGroups(scribe: Scribe, term: string, span: TermSpan, deputies: readonly Deputy[]): Term['groups'] {
  const count = Math.min(9, Math.max(1, Math.round(deputies.length / 12)))
  return Array.from({ length: count }, (_, at) => {
    const members = deputies.filter((_one, index) => index % count === at)
    const name = `第${'一二三四五六七八九'[at] ?? String(at + 1)}代表小组`
    const id = scribe.have('group', { term, kind: '1', name, leader: members[0]?.mandate, plan_count: 4, members: members.map((one) => ({ mandate: one.mandate, from_on: span.start })) })
    return { id, members }
  })
}

/** Upper-level deputies who live in the town: some hold a seat here as well. */
function addUpper(scribe: Scribe, random: Random, town: Town, term: string, span: TermSpan, deputies: readonly Deputy[]): readonly string[] {
  const people = [...random.some(deputies, 2).map((one) => one.person), ...Array.from({ length: 2 }, () => addPerson(scribe, random, town, span.start).person)]
  const constituency = scribe.have('constituency', { term, level: '4', no: '21', name: '县级第21选区', seats: 4, voters: random.between(9000, 14_000) })
  const upper = (person: string, level: string, more: Readonly<Record<string, unknown>>): string => {
    const mandate = scribe.add('mandate', { person, level, term, elected_on: addDays(span.start, -10), elect_kind: '1', upper_term_no: span.no - 1, ...more })
    scribe.act('confirm', mandate, { confirm_on: span.start })
    return mandate
  }
  const county = people.map((person) => upper(person, '4', { constituency }))
  return [...county, ...people.slice(0, 1).map((person) => upper(person, '3', { elect_unit: '县人民代表大会' }))]
}

export function seedTerm(scribe: Scribe, random: Random, town: Town, span: TermSpan, former: readonly Deputy[]): Term {
  const known = scribe.all('term').find((rec) => rec.fields['no'] === span.no)
  const id = known?.id ?? scribe.add('term', { no: span.no, first_meeting_on: span.start, elected_on: addDays(span.start, -12), quota: span.size + 2 })
  scribe.fill(id, { first_meeting_on: span.start, elected_on: addDays(span.start, -12), quota: span.size + 2, ...(span.end === null ? {} : { end_on: span.end }) })
  const deputies = addDeputies(scribe, random, town, id, span, former)
  const presidium = deputies.slice(0, deputies.length > 40 ? 9 : 7)
  const [chair] = presidium
  if (!chair) throw new Error('a term without deputies')
  return { ...span, id, deputies: [...deputies], presidium, chair, groups: addGroups(scribe, id, span, deputies), upper: addUpper(scribe, random, town, id, span, deputies) }
}

/** The term is over: every seat that is still held ends, and with it the presidium. */
export function expireTerm(scribe: Scribe, term: Term): void {
  const end = term.end
  if (end === null) return
  for (const one of seated(term, end)) scribe.act('expire', one.mandate, { event_on: end })
  for (const mandate of term.upper) scribe.act('expire', mandate, { event_on: end })
  for (const member of scribe.all('presidium_member')) {
    if (term.presidium.some((one) => one.mandate === textOf(member.fields, 'mandate'))) scribe.fill(member.id, { to_on: end })
  }
}
