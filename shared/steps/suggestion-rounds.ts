/**
 * Rounds of a suggestion's answers. Round 1 is the first answer, each 不满意 opens the next. Where units answer apart (分别办理) each has a
 * reply of its own a round; in a later round those answer again whose last answer was rated 不满意.
 */
import { idsOf, intOf, textOf, type Lookup } from '../facts'
import type { Data } from '../fields'
import type { Rec } from '../record'

/** 分别办理 in the code table `handling_mode`. */
export const apart = '3'
export const dissatisfied = '3'

export const roundOf = (reply: Rec): number => intOf(reply.fields, 'round') ?? 1

/** Replies of a suggestion, by round. */
export function repliesOf(lookup: Lookup, id: string): readonly Rec[] {
  return [...lookup.where('reply', 'suggestion', id)].sort((a, b) => roundOf(a) - roundOf(b))
}

/** Greatest round that has a reply; 0 before the first. */
export const lastRound = (replies: readonly Rec[]): number => replies.reduce((most, reply) => Math.max(most, roundOf(reply)), 0)

/** The round in which an answer of today would be given: one more than the last that was rated. */
export const openRound = (replies: readonly Rec[]): number =>
  1 + replies.reduce((most, reply) => (textOf(reply.fields, 'feedback_on') === '' ? most : Math.max(most, roundOf(reply))), 0)

/** Host, and where units answer apart each of the others, once. */
export function answeringUnits(data: Data): readonly string[] {
  const host = textOf(data, 'host')
  const units = textOf(data, 'mode') === apart ? [host, ...idsOf(data, 'cohosts')] : [host]
  return [...new Set(units.filter((unit) => unit !== ''))]
}

/** Each unit's last reply. */
function lastByUnit(replies: readonly Rec[]): ReadonlyMap<string, Rec> {
  const last = new Map<string, Rec>()
  for (const reply of replies) last.set(textOf(reply.fields, 'unit'), reply)
  return last
}

/** Units whose answer `round` waits for. */
export function unitsOfRound(data: Data, replies: readonly Rec[], round: number): readonly string[] {
  const units = answeringUnits(data)
  if (round <= 1) return units
  const before = lastByUnit(replies.filter((reply) => roundOf(reply) < round))
  const again = units.filter((unit) => {
    const reply = before.get(unit)
    return reply === undefined || textOf(reply.fields, 'rate_result') === dissatisfied
  })
  return again.length > 0 ? again : units
}

/** The replies that a suggestion's class and rating come from: the host's last, or each unit's last where units answer apart. */
export function finalReplies(data: Data, replies: readonly Rec[]): readonly Rec[] {
  const units = answeringUnits(data)
  const last = lastByUnit(replies)
  const found = units.map((unit) => last.get(unit)).filter((reply): reply is Rec => reply !== undefined)
  const newest = replies.at(-1)
  return found.length > 0 || newest === undefined ? found : [newest]
}

/** Least favourable value of a choice whose codes run from good to bad (A…D, 1…3); '' where none is filled. */
export const leastFavourable = (replies: readonly Rec[], key: string): string =>
  replies.map((reply) => textOf(reply.fields, key)).reduce((worst, value) => (value > worst ? value : worst), '')

/** Latest day among `key` of the replies, '' where none has it. */
export const latest = (replies: readonly Rec[], key: string): string =>
  replies.map((reply) => textOf(reply.fields, key)).reduce((last, day) => (day > last ? day : last), '')


/** 重办答复期限 of the open round: the earliest redo_due of the answers rated 不满意 in the round before; null in round 1. */
export function redoDue(replies: readonly Rec[], round: number): string | null {
  const dues = replies.filter((reply) => roundOf(reply) === round - 1).map((reply) => textOf(reply.fields, 'redo_due')).filter((day) => day !== '')
  return dues.sort()[0] ?? null
}
