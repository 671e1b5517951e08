/** 补录: old ledgers taken in as records of the past, which count in every figure but those of deadlines. */
import { boolean, command, nonEmpty, object, optional, string } from '../input'

export interface HistoryLine {
  readonly row: number
  readonly code: string
  /** What is wrong, in words. */
  readonly say: string
}

export interface HistoryImported {
  readonly type: string
  readonly sheet: string
  readonly columns: readonly { readonly heading: string; readonly label: string | null }[]
  readonly rows: number
  readonly new: number
  /** Rows that are here already, by title and day. */
  readonly same: number
  readonly errors: readonly HistoryLine[]
  /** The row goes in without what could not be found; that is kept in its remark. */
  readonly warnings: readonly HistoryLine[]
  /** For `record.undo`, which takes the whole import back; null for a dry run. */
  readonly undo: { readonly id: string; readonly version: string } | null
}

export const historyCommands = {
  'history.import': command<HistoryImported>()(object({ file: nonEmpty(2000), type: nonEmpty(40), status: optional(string(20)), dry_run: optional(boolean) })),
} as const
