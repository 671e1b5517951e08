/** Elections (A.10) as figures read them. */
import { textOf } from '../facts'
import type { Row } from '../fields'
import type { Rec } from '../record'
import { candidatesWithResult } from '../records/vote-result'
import type { RuleBook } from '../rules/rule-book'

/** Candidates elected in a vote of kind 选举 or 票决, as its own count says; an election declared invalid elects nobody. */
export function electedIn(vote: Rec, rules: RuleBook): readonly Row[] {
  if (textOf(vote.fields, 'result_override') === '6') return []
  return candidatesWithResult(vote.fields, rules.entry('congress.majority')).filter((row) => row['elected'] === true)
}
