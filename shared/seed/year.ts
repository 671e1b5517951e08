/** One year of an office's work, part after part; the order is that of what depends on what. */
import { daysBetween } from '../rules/calendar'
import { holdActivities, receiveVoters, train } from './activities'
import { askQuestion, bringBills } from './bills'
import { byElect, leave, settle, type Leaving } from './changes'
import { springSession, summerSession, type Session } from './congress'
import { debrief, doGood, pair, visit } from './duties'
import { decideMajorMatters, presidiumMeetings } from './meetings'
import { keepContact, planYear, settlePlan, spend, writePapers } from './office-work'
import { buildProjects, gatherProjects } from './projects'
import type { Scene } from './scene'
import { raiseSuggestions, type Suggested } from './suggestions'
import { watchOver } from './supervision'
import { hearVoters } from './voters'

export interface Place {
  /** 0 = first year of the sample. */
  readonly nth: number
  /** 0 = first year of the term. */
  readonly ofTerm: number
  readonly running: boolean
}

/** How much of the year has gone, 0…1. */
const elapsed = ({ days }: Scene): number => Math.min(1, daysBetween(days.first, days.last) / 340)

/** Shares of a year from which there has been a spring session, a departure, a summer session. */
const [spring, departure, summer] = [0.2, 0.35, 0.7] as const

interface Congress {
  readonly sessions: readonly Session[]
  readonly brought: readonly Suggested[]
}

/** Both sessions, as far as the year has come, with who leaves between them and who comes after. */
function congressYear(part: (name: string) => Scene, gone: number, { nth, ofTerm }: Place): Congress {
  const sessions: Session[] = []
  const brought: Suggested[] = []
  const early = part('spring')
  const { scribe } = early
  if (gone > spring) scribe.together(() => {
    const candidates = gatherProjects(early)
    const session = springSession(early, ofTerm * 2 + 2, candidates, (one) => { brought.push(...bringBills(early, one)) })
    sessions.push(session)
    buildProjects(early, session, candidates)
  })
  const changes = part('changes')
  let leaving: Leaving | null = gone > departure ? scribe.together(() => leave(changes, { resigns: nth % 2 === 1, ends: gone > summer })) : null
  const late = part('summer')
  if (gone > summer) scribe.together(() => {
    sessions.push(summerSession(late, ofTerm * 2 + 3, (one) => {
      if (leaving) leaving = settle(late, one, leaving)
      askQuestion(late, one)
    }))
  })
  const left = leaving
  if (left) scribe.together(() => { byElect(changes, left) })
  return { sessions, brought }
}

export function seedYear(scene: Scene, place: Place): void {
  const { scribe } = scene
  const part = (name: string): Scene => ({ ...scene, random: scene.random.fork(name) })
  const gone = elapsed(scene)
  const plans = scribe.together(() => planYear(part('plan')))
  const meetings = scribe.together(() => presidiumMeetings(part('presidium'), Math.max(1, Math.round(gone * 4)), place.ofTerm * 4 + 1))
  const { sessions, brought } = congressYear(part, gone, place)
  scribe.together(() => {
    decideMajorMatters(part('matters'), sessions[0] ?? null, meetings)
    if (place.ofTerm === 0 || place.nth === 0) pair(part('pairs'))
    train(part('training'))
  })
  holdActivities(part('activities'))
  const receptions = receiveVoters(part('receptions'))
  const told = hearVoters(part('voters'), receptions)
  watchOver(part('supervision'), plans.supervision, meetings)
  raiseSuggestions(part('suggestions'), sessions, [...brought, ...told])
  scribe.together(() => {
    debrief(part('debriefs'))
    visit(part('visits'))
    doGood(part('deeds'))
  })
  scribe.together(() => {
    spend(part('money'))
    writePapers(part('papers'), place.nth === 0)
    keepContact(part('contact'))
    settlePlan(part('plan end'), [...plans.supervision, ...plans.others], place.running)
  })
}
