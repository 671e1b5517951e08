/** 现在就交年报会怎样: everything built aside from the records of today, what is missing, and the difference to last year. Changes nothing. */
import { command, integer, object, optional } from '../input'
import type { Check } from '../measures/indicator'
import type { ErrorCode } from '../result'

export interface MissingRecord {
  readonly id: string
  readonly type: string
  readonly label: string
  readonly title: string
  /** Labels of the fields that are empty. */
  readonly fields: readonly string[]
  /** Who entered it. */
  readonly by: string
}

export interface RehearsedFile {
  readonly name: string
  readonly bytes: number
  readonly missing: number
}

/** The next package, made and read again in memory. */
export interface RehearsedPackage {
  readonly records: number
  readonly groups: readonly { readonly label: string; readonly count: number }[]
  /** Of the package with its attachments. */
  readonly bytes: number
  readonly files: number
  /** Attachments that a record names and that are not on this computer. */
  readonly files_gone: number
  /** Why it could not be handed in as it is; null where it could. */
  readonly problem: ErrorCode | null
}

export interface Rehearsal {
  readonly year: number
  readonly from: string
  readonly to: string
  readonly files: readonly RehearsedFile[]
  /** What the report's text lacks. */
  readonly text: readonly string[]
  /** Null while no form of the county was loaded. */
  readonly form: { readonly name: string; readonly filled: number; readonly unknown: readonly string[] } | null
  readonly broken: readonly Check[]
  readonly held: number
  /** Null while no county is paired. */
  readonly pack: RehearsedPackage | null
  readonly missing: readonly MissingRecord[]
  readonly by_person: readonly { readonly name: string; readonly records: number; readonly fields: number }[]
  /** To-dos that are late today. */
  readonly late: number
  /** The figures that moved most against the same days of last year. */
  readonly moved: readonly { readonly path: string; readonly name: string; readonly unit: string; readonly now: number | null; readonly before: number | null }[]
}

export const rehearsalCommands = {
  'report.rehearse': command<Rehearsal>()(object({ year: optional(integer(1990, 2100)) })),
} as const
