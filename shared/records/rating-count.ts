/** The ballots of a 测评: what they add up to and what cannot be (A.12, A.28). */
import type { Data } from '../fields'
import { intOf } from '../facts'

/** Keys of the counts that are opinions, in the order of the ballot. */
export const opinionKeys = ['satisfied', 'basically', 'dissatisfied', 'abstain'] as const
export type OpinionKey = (typeof opinionKeys)[number]

export interface RatingCount {
  /** Σ of the four opinions: what rates are taken of. */
  readonly opinions: number
  /** The same with invalid ballots: every ballot that was read out. */
  readonly read: number
  readonly issued: number | null
  readonly collected: number | null
  /** Collected, but not read out yet; below 0 = more were read out than collected; null while nobody typed how many came back. */
  readonly left: number | null
}

export function ratingCount(data: Data): RatingCount {
  const opinions = opinionKeys.reduce((sum, key) => sum + (intOf(data, key) ?? 0), 0)
  const read = opinions + (intOf(data, 'invalid') ?? 0)
  const collected = intOf(data, 'collected')
  return { opinions, read, issued: intOf(data, 'issued'), collected, left: collected === null ? null : collected - read }
}

/** What cannot be, with the key that is wrong: more ballots came back than went out, or more were read out than came back. */
export function impossibleCount(data: Data): { readonly field: 'collected' | 'satisfied'; readonly max: number; readonly value: number } | null {
  const { read, issued, collected } = ratingCount(data)
  if (issued !== null && collected !== null && collected > issued) return { field: 'collected', max: issued, value: collected }
  if (collected !== null && read > collected) return { field: 'satisfied', max: collected, value: read }
  return null
}

/** More than half of the opinions are 不满意: a report on what is put right is expected. */
export const mostlyDissatisfied = (data: Data): boolean => 2 * (intOf(data, 'dissatisfied') ?? 0) > ratingCount(data).opinions

const pinyin = new Intl.Collator('zh-CN')

/** Names of a sheet in the order in which it lists them, namesakes told apart: 王芳、王芳（2）. */
export function namesInOrder(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return names.toSorted(pinyin.compare).map((name) => {
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    return nth === 1 ? name : `${name}（${String(nth)}）`
  })
}
