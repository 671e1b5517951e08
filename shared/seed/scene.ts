/** Where and when the records of one sample year are written, and small things that several of them need. */
import type { YearDays } from './days'
import type { Amounts } from './profile'
import type { Random } from './random'
import type { Bag, Scribe } from './scribe'
import type { Deputy, Term } from './term'
import type { Town } from './town'
import { leaveReasons } from './words'

export interface Scene {
  readonly scribe: Scribe
  readonly random: Random
  readonly town: Town
  readonly term: Term
  readonly days: YearDays
  readonly amounts: Amounts
  /** Next document number of the year: `〔2026〕7号`. */
  readonly docNo: () => string
  /** Next number that a unit gives to an answer of that day, its own: `镇财政所函〔2026〕3号`. */
  readonly replyNo: (unit: string, day: string) => string
}

/** The steps of one record, each some days after the one before; what lies in the future has not happened, nor anything after it. */
export interface Story {
  /** Whether the step has happened; its day is given to `fields`. */
  step(name: string, wait: number, fields: (day: string) => Bag): boolean
  readonly day: string
}

export function storyOf({ scribe, days }: Pick<Scene, 'scribe' | 'days'>, id: string, start: string): Story {
  let day = start
  let waits = false
  return {
    get day() {
      return day
    },
    step(name, wait, fields) {
      const next = waits ? null : days.after(day, wait)
      if (next === null) {
        waits = true
        return false
      }
      scribe.act(name, id, fields(next))
      day = next
      return true
    },
  }
}

/** Participation rows: most come, some are excused, few stay away. */
export const participants = (random: Random, deputies: readonly Deputy[]): readonly Bag[] => deputies.map(({ mandate }) => {
  const state = random.chance(0.88) ? '1' : random.chance(0.75) ? '2' : '3'
  return { mandate, state, ...(state === '2' ? { leave_reason: random.pick(leaveReasons) } : {}) }
})

/** Saves the participation rows of an event that has no step of its own for them. */
export function addParticipants(scribe: Scribe, event: string, rows: readonly Bag[]): void {
  for (const row of rows) scribe.add('participation', { event, ...row })
}

/** Votes of four marks that together are `voters`, nearly all of them good. */
export function marks(random: Random, voters: number): { readonly satisfied: number; readonly basically: number; readonly dissatisfied: number; readonly abstain: number } {
  const dissatisfied = random.between(0, Math.floor(voters / 20))
  const abstain = random.between(0, Math.floor(voters / 25))
  const basically = random.between(Math.floor(voters / 12), Math.floor(voters / 5))
  return { satisfied: voters - dissatisfied - abstain - basically, basically, dissatisfied, abstain }
}
