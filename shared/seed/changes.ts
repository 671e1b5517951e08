/** Deputies who leave and those who are elected in their place. */
import { addDays } from '../rules/calendar'
import { acceptResignation, type Session } from './congress'
import { madePerson } from './people'
import { storyOf, type Scene } from './scene'
import { seated, type Deputy } from './term'

export interface Leaving {
  readonly deputy: Deputy
  /** First day of the vacancy; null while the congress has not dealt with it. */
  readonly vacant: string | null
  readonly reason: '1' | '2a'
}

/** An ordinary deputy: nobody of the presidium, nobody of whom a group depends. */
function leaver({ random, term, days }: Scene): Deputy | null {
  const leaders = new Set(term.groups.map((group) => group.members[0]))
  const free = seated(term, days.first).filter((one) => !term.presidium.includes(one) && !leaders.has(one))
  return free.length > 4 ? random.pick(free) : null
}

/** In spring somebody moves away, or asks in writing to be let go. `ends`: this year's congress will still deal with it. */
export function leave(scene: Scene, { resigns, ends }: { readonly resigns: boolean; readonly ends: boolean }): Leaving | null {
  const { scribe, random, days } = scene
  const deputy = leaver(scene)
  const day = days.pick(random, 0.25, 0.28)
  if (!deputy || days.after(day, 12) === null) return null
  if (resigns) {
    scribe.act('resign', deputy.mandate, { event_on: day, end_reason: '2a' })
    return { deputy, vacant: null, reason: '2a' }
  }
  scribe.act('report_end', deputy.mandate, { report_on: addDays(day, 10), event_on: day, end_reason: '1' })
  // Moving away ends the mandate by itself, from that day on; until it is announced nobody counts it.
  if (ends) deputy.until = day
  return { deputy, vacant: day, reason: '1' }
}

/** The congress announces it or accepts the resignation; from then on the seat is empty. */
export function settle(scene: Scene, session: Session, leaving: Leaving): Leaving {
  const { scribe } = scene
  const { deputy, reason } = leaving
  if (reason === '2a') {
    const vote = acceptResignation(scene, session, deputy.name)
    scribe.act('vote_resignation', deputy.mandate, { congress_on: session.end, passed: true, vote, announce_no: scene.docNo() })
    deputy.until = session.end
    return { ...leaving, vacant: session.end }
  }
  scribe.act('end', deputy.mandate, { congress_on: session.day, end_reason: '1', announce_no: scene.docNo() })
  return leaving
}

/** The voters of the constituency elect another. */
export function byElect(scene: Scene, { deputy, vacant, reason }: Leaving): void {
  const { scribe, random, town, term, days } = scene
  if (vacant === null || deputy.constituency === '') return
  const id = scribe.add('by_election', { constituency: deputy.constituency, vacancy: deputy.mandate, vacant_on: vacant, reason })
  const story = storyOf(scene, id, vacant)
  const voters = random.between(900, 1600)
  const made = madePerson(random, town.names, days.year)
  const candidate = { name: made.name, nominated_by: '3', nominators: 12, formal: true }
  const other = { name: madePerson(random, town.names, days.year).name, nominated_by: '4', formal: true }
  story.step('start', 15, (day) => ({ reported_on: day }))
  story.step('register', 10, (day) => ({ roll_on: day, voters }))
  story.step('nominate', 6, (day) => ({ candidates_on: day, candidates: [candidate, other], formal_on: day }))
  const turnout = Math.round(voters * 0.78)
  story.step('poll', 20, (day) => ({ vote_on: day, turnout, candidates: [{ ...candidate, votes: Math.round(turnout * 0.7) }, { ...other, votes: Math.round(turnout * 0.25) }] }))
  const polled = story.day
  story.step('review', 3, (day) => ({ review_on: day }))
  if (days.after(story.day, 2) === null || scribe.get(id)?.status !== '资格审查') return
  const person = scribe.add('person', { name: made.name, sex: made.sex, birth: made.birth, ethnic: '01', party: '13', edu: '40', occupation: '02', fixed_income: false, residence_status: '1' })
  scribe.add('person_private', { person, id_no: made.idNo, birth_on: made.birthOn, phone: made.phone })
  const mandate = scribe.add('mandate', { person, level: '5', term: term.id, constituency: deputy.constituency, elected_on: polled, elect_kind: '2', votes: Math.round(turnout * 0.7), voter_contact_count: 10 })
  const confirmed = addDays(story.day, 2)
  scribe.act('confirm', mandate, { confirm_on: confirmed })
  story.step('confirm', 2, (day) => ({ confirmed_on: day, mandate }))
  story.step('publish', 2, (day) => ({ published_on: day }))
  term.deputies.push({ mandate, person, name: made.name, constituency: deputy.constituency, fixedIncome: false, from: confirmed, until: null })
  const group = term.groups[0]
  const members = group ? scribe.get(group.id)?.fields['members'] : undefined
  if (group && Array.isArray(members)) scribe.set(group.id, { members: [...(members as readonly Readonly<Record<string, unknown>>[]), { mandate, from_on: confirmed }] })
}
