/**
 * Whether the numbers of one vote agree with each other (C15–C17 of the data dictionary): what the form says at a field while it is typed,
 * and what the checks of the statistics say afterwards. What nobody entered is not checked.
 */
import type { Data, Row } from '../fields'
import { intOf, textOf } from '../facts'
import { rowsOf } from './rows'

export interface VoteDoubt {
  /** Key of the field at which it is said. */
  readonly field: string
  readonly say: string
}

/** undefined = nothing to check. */
type Looked = VoteDoubt | null | undefined

const byBallot = (data: Data): boolean => textOf(data, 'method') === '2'

const ofKind = (data: Data, ...kinds: readonly string[]): boolean => kinds.includes(textOf(data, 'kind'))

const cell = (row: Row, key: string): number => (typeof row[key] === 'number' ? row[key] : 0)

/** 赞成＋反对＋弃权; null until all three are there. */
export function votesCounted(data: Data): number | null {
  const votes = ['for_count', 'against_count', 'abstain_count'].map((key) => intOf(data, key))
  return votes.includes(null) ? null : votes.reduce<number>((sum, one) => sum + (one ?? 0), 0)
}

/** Those present who cast no vote: neither for, against nor abstaining, nor on an invalid ballot. Null until it can be told. */
export function notVoting(data: Data): number | null {
  const present = intOf(data, 'present')
  const cast = byBallot(data) ? intOf(data, 'collected') : votesCounted(data)
  return present === null || cast === null || cast > present ? null : present - cast
}

/** C15: a resolution's votes against its valid ballots, or against those present. */
export function countedDoubt(data: Data): Looked {
  const sum = votesCounted(data)
  const limit = intOf(data, byBallot(data) ? 'valid' : 'present')
  if (!ofKind(data, '1') || sum === null || limit === null) return undefined
  if (byBallot(data)) return sum === limit ? null : { field: 'for_count', say: `赞成＋反对＋弃权 ${sum}，有效票 ${limit}` }
  return sum <= limit ? null : { field: 'for_count', say: `赞成＋反对＋弃权 ${sum}，多于出席 ${limit}` }
}

/** C16: ballots from those handed out to those that count. */
export function ballotDoubt(data: Data): Looked {
  if (!byBallot(data)) return undefined
  const [valid, invalid, collected] = ['valid', 'invalid', 'collected'].map((key) => intOf(data, key))
  if (valid === null || valid === undefined || collected === null || collected === undefined) return undefined
  if (valid + (invalid ?? 0) !== collected) return { field: 'valid', say: `有效票 ${valid}＋废票 ${invalid ?? 0}，收回 ${collected}` }
  const chain = ([['collected', '收回'], ['issued', '发出'], ['present', '出席'], ['total', '全体']] as const)
    .flatMap(([field, word]) => { const value = intOf(data, field); return value === null ? [] : [{ field, word, value }] })
  for (let i = 1; i < chain.length; i++) {
    const [less, more] = [chain[i - 1], chain[i]]
    if (less && more && less.value > more.value) return { field: less.field, say: `${less.word} ${less.value}，多于${more.word} ${more.value}` }
  }
  return null
}

/** C17: what candidates got against the valid ballots and the seats. */
export function electionDoubt(data: Data): Looked {
  const valid = intOf(data, 'valid')
  const candidates = rowsOf(data, 'candidates')
  if (!ofKind(data, '2', '3') || valid === null || candidates.length === 0) return undefined
  for (const row of candidates) {
    const all = cell(row, 'for_count') + cell(row, 'against_count') + cell(row, 'abstain_count')
    if (all > valid) return { field: 'candidates', say: `${typeof row['name'] === 'string' ? row['name'] : ''} 得票合计 ${all}，多于有效票 ${valid}` }
  }
  const seats = intOf(data, 'seats')
  const names = [...candidates, ...rowsOf(data, 'other_names')].reduce((sum, row) => sum + cell(row, 'for_count'), 0)
  return seats !== null && names > seats * valid ? { field: 'candidates', say: `赞成票合计 ${names}，多于应选 ${seats}×有效票 ${valid}` } : null
}

/** All that does not agree; [] where everything does or is still missing. */
export const voteDoubts = (data: Data): readonly VoteDoubt[] =>
  [countedDoubt(data), ballotDoubt(data), electionDoubt(data)].flatMap((one) => one ?? [])
