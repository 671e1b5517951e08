/** Duplicates: who may be one person, and what making two records one would change. */
import type { Rec } from '../record'
import { command, nonEmpty, object } from '../input'
import type { Titles } from './records'

export interface MergePreview {
  readonly from: Rec
  readonly into: Rec
  readonly titles: Titles
  /** Fields that `into` lacks and takes over. */
  readonly taken: readonly string[]
  /** Fields in which both say something else: what `into` says stays, the other is in the history. */
  readonly differing: readonly string[]
  /** Records that name `from` and will name `into`, by type, with the first few titles. */
  readonly moved: readonly { readonly type: string; readonly count: number; readonly some: readonly string[] }[]
  /** Both have an ID number and they differ: two people. */
  readonly different_person: boolean
}

export interface PossibleDuplicate {
  readonly one: Rec
  readonly other: Rec
  /** Offices that either holds, in words, to tell them apart. */
  readonly posts: Readonly<Record<string, readonly string[]>>
}

export const mergeCommands = {
  /** People with the same ID number, or the same name and month of birth (B10.03); pairs marked as 不是同一人 are left out. */
  'merge.pairs': command<{ readonly pairs: readonly PossibleDuplicate[] }>()(object({})),
  /** Writes nothing. */
  'merge.preview': command<MergePreview>()(object({ from: nonEmpty(60), into: nonEmpty(60) })),
} as const
