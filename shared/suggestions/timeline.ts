/**
 * The whole course of a suggestion (domain.md A.17): what happened, in order, with who, when, the term it had to keep and how late it was;
 * then what is to come. Pure: the page, the lists and the printed report read the same.
 */
import { aheadOf, roundNow } from './ahead'
import { answersOf } from './answers'
import { openFile, type TimelineInput } from './file'
import { intakeOf } from './intake'
import type { Moment, MomentKind } from './moment'
import { roundsOf, type Round } from './rounds'

export type { TimelineInput } from './file'
export type { Moment, MomentKind, Term } from './moment'
export type { Round, Stage } from './rounds'

export interface Timeline {
  /** What happened, oldest first. */
  readonly past: readonly Moment[]
  /** What is to come, the nearest first; empty once it is over and every promise is kept. */
  readonly ahead: readonly Moment[]
  /** The first of `ahead` that moves the suggestion on; null once it has ended. */
  readonly next: Moment | null
  /** One line a round: stages passed, present and to come. */
  readonly rounds: readonly Round[]
  /** The round that is being worked on, or was the last. */
  readonly round: number
  /** Moments that had or have a term: the latest of each kind and round. */
  readonly terms: readonly Moment[]
}

/** What usually precedes what on one and the same day. */
const order: Readonly<Record<MomentKind, number>> = {
  raised: 0, reviewed: 0, merged: 0, assigned: 1, sent_back: 1, reassigned: 1, contact: 2, urge: 3, promise: 4, reply: 5, rating: 6, redo: 7, coordinated: 8, fulfilled: 9, closed: 10, withdrawn: 11,
}

/** Steps of the status log that a kind comes from: the order typed decides within a day. */
const typedAs: Partial<Readonly<Record<MomentKind, string>>> = { raised: 'submit', reviewed: 'review', merged: 'merge', assigned: 'assign', reassigned: 'reassign', sent_back: 'send_back' }

export function timelineOf(input: TimelineInput): Timeline {
  const file = openFile(input)
  const place = (one: Moment): number => file.log.findIndex((row) => row.step === typedAs[one.kind] && row.event_on === one.on)
  const past = [...intakeOf(file), ...answersOf(file)].sort((a, b) =>
    compare(a.on ?? '', b.on ?? '') || a.round - b.round || order[a.kind] - order[b.kind] || place(a) - place(b))
  const ahead = aheadOf(file)
  const course = ahead.filter((one) => one.kind !== 'fulfilled')
  // A talk goes before the answer, but does not move the suggestion on.
  const next = course.find((one) => one.kind !== 'contact') ?? null
  return { past, ahead, next, rounds: roundsOf(file, past, course), round: roundNow(file), terms: termsOf(past, ahead) }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** In the order of the course. Several units answer by one day: the latest stands for them, and what is still open before what is done. */
function termsOf(past: readonly Moment[], ahead: readonly Moment[]): readonly Moment[] {
  const latest = new Map<string, Moment>()
  const wanted = [...past, ...ahead].filter((one) => one.term !== null && !['sent_back', 'fulfilled'].includes(one.kind))
  for (const one of wanted) latest.set(`${one.kind === 'reassigned' ? 'assigned' : one.kind} ${String(one.round)}`, one)
  return [...latest.values()]
}
