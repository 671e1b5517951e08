/** What the steps ask of a recorded vote and of lists of names. */
import { idsOf, statusAt, textOf, type Lookup } from '../facts'
import type { Data } from '../fields'
import type { Rec } from '../record'
import { voteResult } from '../records/vote-result'
import type { Failure } from '../result'
import { refuse } from './refuse'
import type { RuleBook } from '../rules/rule-book'

/** 通过 and 当选 in the code table `vote.result`. */
const carried = ['1', '3']

/**
 * Whether a vote carried: more than half of ALL deputies (组织法§25), or the result set by hand with its reason. null = no result, nothing
 * counted yet.
 */
export function votePassed(vote: Rec, rules: RuleBook): boolean | null {
  const result = textOf(vote.fields, 'result_override') || voteResult(vote.fields, rules.entry('congress.majority'))
  return result === null ? null : carried.includes(result)
}

/** The vote of field `key`, null where none is linked. */
export const linkedVote = (lookup: Lookup, input: Data, key = 'vote'): Rec | null => lookup.get(textOf(input, key))

/** Refuses what contradicts the count of the linked vote; null where there is none or it has no result. */
export function againstVote(status: string | undefined, claimed: boolean, vote: Rec | null, rules: RuleBook): Failure | null {
  const result = vote ? votePassed(vote, rules) : null
  if (vote === null || result === null || result === claimed) return null
  const more = { for_count: vote.fields['for_count'] ?? null, total: vote.fields['total'] ?? null }
  return refuse(status, claimed ? 'vote-not-passed' : 'vote-passed', { field: 'passed', more })
}

/** The one who leads and the ones who join, as typed. */
export const namesOf = (data: Data, lead: string, others: string): readonly string[] => [textOf(data, lead), ...idsOf(data, others)].filter((id) => id !== '')

/** Distinct deputies among `ids`, merged duplicates counted once. */
export const distinct = (lookup: Lookup, ids: readonly string[]): readonly string[] => [...new Set(ids.map((id) => lookup.get(id)?.id ?? id))]

/** `not-now` where fewer than `need` distinct deputies stand behind it; `need` null = the rule is off. */
export function enoughNames(status: string | undefined, names: readonly string[], need: number | null, field: string): Failure | null {
  return need === null || names.length >= need ? null : refuse(status, 'too-few-names', { field, more: { have: names.length, need } })
}

/** `not-now` for deputies who were not in office on `day`. */
export function allInOffice(status: string | undefined, lookup: Lookup, ids: readonly string[], day: string, field: string): Failure | null {
  const out = ids.filter((id) => {
    const mandate = lookup.get(id)
    return !mandate || statusAt(mandate, day) !== '在任'
  })
  return out.length === 0 ? null : refuse(status, 'not-in-office', { field, more: { mandates: out, day } })
}
