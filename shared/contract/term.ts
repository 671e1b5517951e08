/** 换届: the term that ends and the one that begins, without typing anybody a second time. */
import { arrayOf, command, day, integer, nonEmpty, object, optional, string } from '../input'
import type { Rec } from '../record'
import type { Warning } from '../result'

export interface TermHead {
  readonly id: string
  readonly no: number
  readonly name: string
  readonly elected_on: string | null
  readonly first_meeting_on: string | null
  readonly end_on: string | null
  readonly quota: number | null
}

export interface TermDeputy {
  readonly mandate: string
  readonly person: string
  readonly name: string
  /** Birth month and work unit where two share the name. */
  readonly note: string
  readonly status: string
  readonly constituency: string | null
  readonly groups: readonly string[]
}

export interface TermPlan {
  readonly today: string
  readonly current: TermHead | null
  /** Day on which the present term is over by law: as entered, else five years after its first meeting. */
  readonly ends_on: string | null
  /** A term that was made and has not begun. */
  readonly next: (TermHead & { readonly deputies: readonly (TermDeputy & { readonly reelected: boolean })[]; readonly constituencies: number; readonly groups: number }) | null
  readonly next_no: number
  readonly deputies: readonly TermDeputy[]
  /** Deputies of the upper levels, whose terms are their own. */
  readonly upper: number
  readonly constituencies: readonly { readonly id: string; readonly no: string; readonly name: string; readonly seats: number | null; readonly voters: number | null }[]
  readonly groups: readonly { readonly id: string; readonly kind: string; readonly name: string; readonly members: number }[]
  readonly presidium: number
  /** By-elections that the end of the term overtakes. */
  readonly by_elections: number
}

export interface TermMade {
  readonly term: string
  /** The version that stands for the whole change: `record.undo` with it takes everything back. */
  readonly version: string
  readonly deputies: number
  readonly reelected: number
  readonly newcomers: number
  readonly constituencies: number
  readonly groups: number
}

export interface TermOpened {
  readonly term: string
  readonly version: string
  /** Deputies of the old term who left office, and of the new one who took it. */
  readonly expired: number
  readonly confirmed: number
  readonly called_off: number
}

export interface DeputyElected {
  /** The by-election as it now is. */
  readonly record: Rec
  readonly mandate: string
  /** The version that stands for the whole: `record.undo` with it takes everything back. */
  readonly version: string
  readonly warnings: readonly Warning[]
}

const constituency = object({ no: nonEmpty(20), name: optional(string(100)), seats: optional(integer(1, 99)), voters: optional(integer(0, 1_000_000)), from: optional(nonEmpty(60)) })

export const termCommands = {
  'term.plan': command<TermPlan>()(object({})),
  /** Makes the next term with its constituencies, the re-elected and new deputies (当选待确认) and groups; again for the same term it adds. */
  'term.make': command<TermMade>()(object({
    no: integer(1, 99), name: optional(string(40)), elected_on: day, first_meeting_on: optional(day), quota: optional(integer(1, 1000)), population: optional(integer(0, 10_000_000)),
    constituencies: arrayOf(constituency, 200),
    reelected: arrayOf(object({ mandate: nonEmpty(60), constituency: optional(string(20)), votes: optional(integer(0, 1_000_000)) }), 400),
    newcomers: arrayOf(object({ name: nonEmpty(100), constituency: optional(string(20)), votes: optional(integer(0, 1_000_000)), person: optional(nonEmpty(60)) }), 400),
    groups: arrayOf(object({ from: nonEmpty(60), name: optional(string(100)) }), 60),
  })),
  /** The presidium confirms who won a by-election: person, mandate in office and by-election in one commit. `name` where several won. */
  'term.elect': command<DeputyElected>()(object({ id: nonEmpty(60), confirmed_on: day, name: optional(string(100)), person: optional(nonEmpty(60)), cert_no: optional(string(60)) })),
  /** The first meeting: the old term ends and its deputies leave office, the new ones are confirmed; one commit. */
  'term.open': command<TermOpened>()(object({ term: nonEmpty(60), on: day, confirm_on: optional(day) })),
} as const
