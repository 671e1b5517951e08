/** What a ballot decides about the projects on it: the rule of every vote (组织法第25条), as the rule book has it. Pure. */
import { intOf } from '../facts'
import type { Data } from '../fields'
import { candidatesWithResult, voteResult } from '../records/vote-result'
import { needed } from '../rules/deputies'
import type { RuleEntry } from '../rules/rule-book'

/** `open` = enough votes, but a tie at the last seat or an invalid ballot: only another ballot can tell. */
export type ProjectFate = 'elected' | 'lost' | 'open'

/** 选举无效 in the code table `vote.result`: more ballots came back than went out. */
const invalid = '6'

/** One answer a candidate, in the order of the list; all open while the count cannot be judged. */
export function decideProjects(vote: Data, majority: RuleEntry): readonly ProjectFate[] {
  const rows = candidatesWithResult(vote, majority)
  if (voteResult(vote, majority) === invalid) return rows.map(() => 'open')
  const total = intOf(vote, 'total')
  const need = total === null ? null : needed(majority, total)
  const seats = intOf(vote, 'seats') ?? rows.length
  const elected = rows.filter((row) => row['elected'] === true).length
  return rows.map((row) => {
    if (row['elected'] === true) return 'elected'
    const votes = row['for_count']
    if (need === null || typeof votes !== 'number') return 'open'
    return votes >= need && elected < seats ? 'open' : 'lost'
  })
}
