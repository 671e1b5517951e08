/**
 * What a count of votes means (A.10). Resolutions and elections need more than half of ALL deputies, not of those present
 * (组织法第25条): 2 × votes > total, or whatever share the rule book has instead. An election in which more ballots came back than were handed out is invalid.
 */
import type { Data, Row } from '../fields'
import { intOf, textOf } from '../facts'
import { needed } from '../rules/deputies'
import type { RuleEntry } from '../rules/rule-book'
import { rowsOf } from './rows'

/** Votes that carry a decision of `total`, a majority of 60 is 31; beyond reach while the rule is off, so that nothing passes by itself. */
const carrying = (entry: RuleEntry, total: number): number => needed(entry, total) ?? Infinity

const candidatesOf = (data: Data): readonly Row[] => rowsOf(data, 'candidates')

const votesFor = (row: Row): number => (typeof row['for_count'] === 'number' ? row['for_count'] : 0)

/**
 * The candidates with `elected` worked out: above half of all, best first, as many as there are seats. Those of equal votes at the last
 * seat are not elected, because only another ballot can tell.
 */
export function candidatesWithResult(data: Data, entry: RuleEntry): readonly Row[] {
  const rows = candidatesOf(data)
  const total = intOf(data, 'total')
  if (total === null || !rows.some((row) => typeof row['for_count'] === 'number')) return rows
  const seats = intOf(data, 'seats') ?? rows.length
  const need = carrying(entry, total)
  const valid = !isInvalid(data)
  return rows.map((row) => {
    const ahead = rows.filter((other) => other !== row && votesFor(other) >= need && votesFor(other) >= votesFor(row)).length
    return { ...row, elected: valid && votesFor(row) >= need && ahead < seats }
  })
}

const isInvalid = (data: Data): boolean => {
  const issued = intOf(data, 'issued')
  const collected = intOf(data, 'collected')
  return issued !== null && collected !== null && collected > issued
}

/** Code of `vote.result`: 1通过 2未通过 3当选 4未当选 5另行选举 6选举无效; null while the count is missing. */
export function voteResult(data: Data, entry: RuleEntry): string | null {
  const total = intOf(data, 'total')
  if (total === null || total <= 0) return null
  const kind = textOf(data, 'kind')
  if (kind === '2' || (kind === '3' && candidatesOf(data).length > 0)) return electionResult(data, kind === '2', entry)
  const votes = intOf(data, 'for_count')
  return votes === null ? null : votes >= carrying(entry, total) ? '1' : '2'
}

function electionResult(data: Data, isElection: boolean, entry: RuleEntry): string | null {
  if (isInvalid(data)) return '6'
  const rows = candidatesWithResult(data, entry)
  if (!rows.some((row) => 'elected' in row && typeof row['for_count'] === 'number')) return null
  const elected = rows.filter((row) => row['elected'] === true).length
  if (!isElection) return elected > 0 ? '1' : '2'
  if (elected === 0) return '4'
  return elected >= (intOf(data, 'seats') ?? elected) ? '3' : '5'
}
