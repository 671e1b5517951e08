/** What a suggestion has gone through and what is to come, one moment at a time. Pure data: who, when, by what day, how late. */
import type { RuleEntry } from '../rules/rule-book'

export type MomentKind =
  | 'raised' | 'reviewed' | 'merged' | 'assigned' | 'sent_back' | 'reassigned' | 'contact' | 'urge' | 'promise' | 'reply' | 'rating' | 'redo'
  | 'coordinated' | 'fulfilled' | 'closed' | 'withdrawn'

/** The day that something had to be done by, and who wants it. */
export interface Term {
  /** `YYYY-MM-DD`. */
  readonly due_on: string
  /** The day the clock started; null where nobody said. */
  readonly from_on: string | null
  /** The entry it was made with; null for a day that was promised and rests on no rule. */
  readonly rule: RuleEntry | null
  readonly who: RuleEntry['who']
  /** 代表法第51条 · 交办后3个月. */
  readonly source: string
  /** Days left on the day it was done, or today; negative = late by so many. */
  readonly days: number
  /** Was due before the office began with the program, and is not done: history that may be filled in. */
  readonly past?: true
  /** 按周末推算, or the note of the entry. */
  readonly note?: string
}

export interface Moment {
  /** Stable within the suggestion. */
  readonly key: string
  readonly kind: MomentKind
  /** Round of answers that it belongs to, 1 = the first. */
  readonly round: number
  /** The event's own day; null = still to come. */
  readonly on: string | null
  /** 立案, 改交, 再次答复. */
  readonly label: string
  /** Ids of those who acted or are to act: deputies (mandates), units. */
  readonly who: readonly string[]
  /** Names that are no records: 审查人, 沟通人, 签发人. */
  readonly names: string
  /** What came of it, in a few words: 不满意, A 已解决或采纳. */
  readonly said: string
  /** What was written about it; '' for nothing. */
  readonly text: string
  readonly term: Term | null
  /** Who entered it; '' where no step did. */
  readonly by: string
  /** What opens: a reply, a contact, the main file. */
  readonly record: { readonly type: string; readonly id: string } | null
  /** Step that makes it happen; only where it is to come. */
  readonly step?: string
}

/** How late a moment was or is, in days; 0 where it is in time or has no term. */
export const daysLate = (moment: Pick<Moment, 'term'>): number => Math.max(0, -(moment.term?.days ?? 0))
