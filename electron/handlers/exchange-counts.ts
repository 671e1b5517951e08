/** What an office keeps of a package beside its rows: how many records became what, what is missing, what was wrong. */
import type { ImportCounts } from '../../shared/exchange/manifest'
import type { PackageRow } from '../store/exchange-store'
import type { Merged } from '../store/change'

export const noCounts: ImportCounts = { new: 0, changed: 0, same: 0, deleted: 0, conflict: 0, held: 0, error: 0 }

/** A line of a package that was refused: an error of that record alone. */
export interface LineFault {
  readonly line: number
  readonly type: string
  readonly uid: string
  readonly code: string
  readonly field: string | null
}

/** Kept with a package that was taken in. */
export interface TakenCounts extends ImportCounts {
  readonly complete: boolean
  /** Versions that the sender has and that are not known here, at most 10,000. */
  readonly missing: readonly string[]
  readonly faults: readonly LineFault[]
  readonly totals: Readonly<Record<string, number>>
}

/** Kept with a package that was made. */
export interface SentCounts {
  /** Version lines per type. */
  readonly types: Readonly<Record<string, number>>
  /** Which private records it held for whom; null = none. */
  readonly private: string | null
  /** What the county said of it. */
  readonly accepted?: ImportCounts
}

export const takenCounts = (row: PackageRow): TakenCounts => row.counts as unknown as TakenCounts

export const sentCounts = (row: PackageRow): SentCounts => row.counts as unknown as SentCounts

/** Counts of a commit with the lines that never came to it. */
export const countsOf = (merged: Merged, faults: number): ImportCounts => ({ ...merged.records, held: merged.held, error: faults + merged.foreign.length })
