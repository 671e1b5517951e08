/** Tables taken in. 补录: old ledgers taken in as records of the past, which count in every figure but those of deadlines. */
import { boolean, command, nonEmpty, object, oneOf, optional, string, stringMap } from '../input'

export interface HistoryLine {
  readonly row: number
  readonly code: string
  /** What is wrong, in words. */
  readonly say: string
}

export interface HistoryImported {
  readonly type: string
  readonly sheet: string
  /** The platform whose export this is, where its columns are published. */
  readonly platform: string | null
  /** `key` null = its cells go into the remark. */
  readonly columns: readonly { readonly heading: string; readonly key: string | null; readonly label: string | null; readonly sample: string }[]
  /** What a column may be taken for. */
  readonly fields: readonly { readonly key: string; readonly label: string }[]
  readonly rows: number
  readonly new: number
  /** Records that are here under the same key and say something else. */
  readonly changed: number
  /** Rows that are here already, by title and day. */
  readonly same: number
  readonly errors: readonly HistoryLine[]
  /** The row goes in without what could not be found; that is kept in its remark. */
  readonly warnings: readonly HistoryLine[]
  /** For `record.undo`, which takes the whole import back; null for a dry run. */
  readonly undo: { readonly id: string; readonly version: string } | null
}

/** Rows are looked at, until when it can be called off; then all are saved in one go. */
export const importPhases = { sort: '核对', save: '存' } as const

export const historyCommands = {
  /**
   * A table from `file` or as pasted `text`. `as` history (default) = closed cases of the past; new = records of today, whose status is taken only
   * where it is another than the first. `map` = heading → key ('' = none); what was chosen is remembered for the next table of these headings.
   */
  'history.import': command<HistoryImported>()(object({
    file: optional(nonEmpty(2000)), text: optional(nonEmpty(20_000_000)), type: nonEmpty(40), status: optional(string(20)), dry_run: optional(boolean), as: optional(oneOf('history', 'new')), map: optional(stringMap), job: optional(string(40)),
  })),
} as const
