/**
 * 全体代表: how many deputies the congress has on a day, who counts and who does not, and the numbers that the law derives from it.
 * Dated status events decide, never the present status (domain.md A.4).
 */
import { statusAt, textOf, type Lookup } from '../facts'
import type { Rec } from '../record'
import type { RuleEntry, Settings } from './rule-book'

/** Town level in the code table `level`. */
export const townLevel = '5'

/** 在任, 辞职待大会表决, 终止待公告 and 暂停执行职务: the seat is taken, whether or not its holder counts in 全体代表. */
export const seatedStatuses: readonly string[] = ['在任', '暂停执行职务', '辞职待大会表决', '终止待公告']

export interface LeftOut {
  readonly rec: Rec
  readonly status: string
  /** The setting that leaves the deputy out. */
  readonly why: 'count_suspended' | 'count_pending_moved' | 'count_pending_other'
}

export interface Deputies {
  /** N, 全体代表. */
  readonly total: number
  readonly counted: readonly Rec[]
  readonly leftOut: readonly LeftOut[]
}

/** Ends by themselves on the day they happen (选举法§57, 代表法§62): moved away, dead. */
const endsByItself = new Set(['1', '8'])

function leftOutBy(status: string, mandate: Rec, settings: Settings): LeftOut['why'] | null {
  if (status === '暂停执行职务') return settings.count_suspended ? null : 'count_suspended'
  if (status !== '终止待公告') return null
  if (endsByItself.has(textOf(mandate.fields, 'end_reason'))) return settings.count_pending_moved ? null : 'count_pending_moved'
  return settings.count_pending_other ? null : 'count_pending_other'
}

/**
 * The town's deputies on `day` (`YYYY-MM-DD`): N and who is in it, and who holds a seat but is left out by a setting. Whether suspended
 * deputies and those awaiting the announcement count is not settled by the law (代表法§61–63), hence the settings.
 */
export function deputiesInOffice(lookup: Lookup, day: string, settings: Settings): Deputies {
  const counted: Rec[] = []
  const leftOut: LeftOut[] = []
  for (const rec of lookup.where('mandate', 'level', townLevel)) {
    const status = statusAt(rec, day)
    if (status === null || !seatedStatuses.includes(status)) continue
    const why = leftOutBy(status, rec, settings)
    if (why === null) counted.push(rec)
    else leftOut.push({ rec, status, why })
  }
  return { total: counted.length, counted, leftOut }
}

/** ⌈2N/3⌉: deputies who must be present (组织法§14). */
export const quorum = (n: number): number => Math.floor((2 * n + 2) / 3)

/** ⌊N/2⌋+1: votes of ALL deputies that carry a decision (组织法§25). */
export const majority = (n: number): number => Math.floor(n / 2) + 1

/** ⌈N/5⌉: deputies who may call a special session or move a recall (组织法§14, §31). */
export const fifth = (n: number): number => Math.floor((n + 4) / 5)

/** ⌈N·n/of⌉ of a share of the rule book; null where the rule is off. */
export function shareOf(entry: RuleEntry, n: number): number | null {
  if (entry.n === null) return null
  const of = entry.of ?? 1
  return Math.floor((n * entry.n + of - 1) / of)
}

/** How many names a number of the rule book asks for in a congress of `total` deputies; null where the rule is off. */
export const namesNeeded = ({ n, few }: RuleEntry, total: number): number | null =>
  (n !== null && few !== undefined && total <= few.upTo ? Math.ceil((total * few.n) / few.of) : n)

/**
 * How many of `n` a share of the rule book asks for: one half is 过半数 (⌊n/2⌋+1), any other share is rounded up (2/3: ⌈2n/3⌉); null where
 * the rule is off.
 */
export function needed(entry: RuleEntry, n: number): number | null {
  const { n: part, of = 1 } = entry
  return part !== null && 2 * part === of ? majority(n) : shareOf(entry, n)
}

/** Whether `have` of `n` are enough by a share of the rule book; a rule that is off refuses nobody. */
export const isEnough = (entry: RuleEntry, have: number, n: number): boolean => have >= (needed(entry, n) ?? 0)

/** True if `present` of `n` deputies are enough: 3·present ≥ 2·N (组织法§14). */
export const hasQuorum = (present: number, n: number): boolean => 3 * present >= 2 * n

/** True if `votes` carry a decision of `n` deputies: 2·for > N (组织法§25). */
export const carries = (votes: number, n: number): boolean => 2 * votes > n
