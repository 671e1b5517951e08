/** Votes and elections (A.10) as figures and checks read them. */
import { textOf } from '../facts'
import type { Row } from '../fields'
import type { Rec } from '../record'
import { candidatesWithResult } from '../records/vote-result'
import type { RuleBook } from '../rules/rule-book'

const rowsOf = (vote: Rec, key: string): readonly Row[] => {
  const rows = vote.fields[key]
  return Array.isArray(rows) ? (rows as readonly Row[]) : []
}

export const candidatesOf = (vote: Rec): readonly Row[] => rowsOf(vote, 'candidates')
export const otherNamesOf = (vote: Rec): readonly Row[] => rowsOf(vote, 'other_names')

/** An integer cell, null where empty. */
export const numberIn = (row: Row, key: string): number | null => {
  const value = row[key]
  return typeof value === 'number' ? value : null
}

/** Candidates elected in a vote of kind 选举 or 票决, as its own count says; an election declared invalid elects nobody. */
export function electedIn(vote: Rec, rules: RuleBook): readonly Row[] {
  if (textOf(vote.fields, 'result_override') === '6') return []
  return candidatesWithResult(vote.fields, rules.entry('congress.majority')).filter((row) => row['elected'] === true)
}
