/** Ballots read out one by one, by keys; the trail keeps their order, so that the last one can be taken back. Pure. */
import type { FormValues } from '../../state/drafts'

export const ballots = [
  { key: 'satisfied', digit: '1', word: '满意' }, { key: 'basically', digit: '2', word: '基本满意' }, { key: 'dissatisfied', digit: '3', word: '不满意' },
  { key: 'abstain', digit: '4', word: '弃权' }, { key: 'invalid', digit: '5', word: '无效' },
] as const

export type BallotKey = (typeof ballots)[number]['key']

/** Where the trail is kept in the draft. */
export const trailKey = '_trail'

const numberAt = (values: FormValues, key: string): number => (typeof values[key] === 'number' ? values[key] : 0)
const trailOf = (values: FormValues): string => (typeof values[trailKey] === 'string' ? values[trailKey] : '')

/** One more ballot; null for a key that stands for none. */
export function addBallot(values: FormValues, digit: string): FormValues | null {
  const ballot = ballots.find((one) => one.digit === digit)
  return ballot === undefined ? null : { [ballot.key]: numberAt(values, ballot.key) + 1, [trailKey]: trailOf(values) + digit }
}

/** Without the ballot that was read out last; null where none was. */
export function takeBack(values: FormValues): FormValues | null {
  const trail = trailOf(values)
  const ballot = ballots.find((one) => one.digit === trail.at(-1))
  return ballot === undefined ? null : { [ballot.key]: Math.max(0, numberAt(values, ballot.key) - 1), [trailKey]: trail.slice(0, -1) }
}

/** What was read out last, in words; '' for nothing. */
export const lastBallot = (values: FormValues): string => ballots.find((one) => one.digit === trailOf(values).at(-1))?.word ?? ''

const full = '正'
/** Its strokes one by one, as they are chalked up. */
const strokes = ['', '一', '丁', '下', '止'] as const

/** 12 → 正正丁. */
export const marksOf = (count: number): string => full.repeat(Math.floor(count / 5)) + (strokes[count % 5] ?? '')
