/** What became of a suggestion, read from its replies (A.17). Shared by the record page and the indicators, which pass the replies of a day. */
import type { Data } from '../fields'
import { idsOf, intOf, textOf } from '../facts'
import type { Rec } from '../record'

export interface SuggestionOutcome {
  /** Greatest round of any reply; null before the first. */
  readonly round: number | null
  /** A–D of the host's last reply; with separate handling the least favourable. */
  readonly result_class: string | null
  /** Day of the host's first reply; with separate handling the last of the first replies. */
  readonly reply_on: string | null
  /** Code of `rate` of the host's last reply; with separate handling the least favourable, null until every unit is rated. */
  readonly rate_result: string | null
}

const none: SuggestionOutcome = { round: null, result_class: null, reply_on: null, rate_result: null }
const separately = '3'
const dissatisfied = '3'

const roundOf = (reply: Rec): number => intOf(reply.fields, 'round') ?? 1

/** Latest first: by round, then by date. */
const laterFirst = (a: Rec, b: Rec): number =>
  roundOf(b) - roundOf(a) || (textOf(a.fields, 'reply_on') < textOf(b.fields, 'reply_on') ? 1 : -1)

/** Round, class, first reply and rating of a suggestion with these replies. */
export function suggestionOutcome(data: Data, replies: readonly Rec[]): SuggestionOutcome {
  if (replies.length === 0) return none
  const latest = [...replies].sort(laterFirst)
  const host = textOf(data, 'host')
  const units = textOf(data, 'mode') === separately ? [host, ...idsOf(data, 'cohosts')] : [host]
  const answers = units.map((unit) => latest.filter((reply) => textOf(reply.fields, 'unit') === unit)).filter((list) => list.length > 0)
  // After a change of host only the earlier unit may have answered: its answer is what there is.
  const deciding = answers.length > 0 ? answers : [latest]
  return {
    round: Math.max(...replies.map(roundOf)),
    result_class: worst(deciding.map((list) => textOf(list[0]?.fields ?? {}, 'result_class'))),
    reply_on: worst(deciding.map((list) => textOf(list.at(-1)?.fields ?? {}, 'reply_on'))),
    rate_result: finalRating(deciding.map((list) => textOf(list[0]?.fields ?? {}, 'rate_result'))),
  }
}

/** Letters, codes and dates all sort from the favourable to the unfavourable. */
const worst = (values: readonly string[]): string | null => values.filter((value) => value !== '').sort().at(-1) ?? null

function finalRating(rates: readonly string[]): string | null {
  if (rates.includes(dissatisfied)) return dissatisfied
  return rates.includes('') ? null : worst(rates)
}
