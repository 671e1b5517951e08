/** The county's own form: loaded once, its cells pointed at indicators, filled every year. */
import { command, day, integer, nonEmpty, object, optional, string } from '../input'
import type { FormSheet, Mapped } from '../report/county-form'
import type { MadeFile } from './figures'

export interface FormEntry extends Mapped {
  /** What the cell would be filled with today; '' where nobody knows. */
  readonly value: string
  /** What the path is called. */
  readonly name: string
}

export interface FormState {
  readonly version: number
  readonly name: string
  readonly loaded_at: string
  readonly by: string
  readonly sheets: readonly FormSheet[]
  readonly map: readonly FormEntry[]
  /** Cells whose words are an indicator's name, not pointed at anything yet. */
  readonly guesses: readonly FormEntry[]
  readonly versions: readonly { readonly version: number; readonly name: string; readonly loaded_at: string; readonly cells: number }[]
}

export interface FormLoaded {
  readonly version: number
  /** Cells that stand elsewhere in the new version, and those that it has no more. */
  readonly moved: readonly { readonly label: string; readonly from: string; readonly to: string }[]
  readonly lost: readonly { readonly label: string; readonly from: string; readonly name: string }[]
  readonly kept: number
}

const days = { from: day, to: day }

export const formCommands = {
  /** Null while no form was loaded. `from`, `to`: whose figures are shown in the cells. */
  'form.get': command<{ readonly form: FormState | null }>()(object(days)),
  'form.load': command<FormLoaded>()(object({ file: nonEmpty(2000) })),
  /** Points a cell at a path; without a path the cell is let go. */
  'form.map': command<{ readonly cells: number }>()(object({ sheet: nonEmpty(100), ref: nonEmpty(10), path: optional(string(80)) })),
  /** Takes all guesses. */
  'form.guess': command<{ readonly cells: number }>()(object({})),
  'form.fill': command<{ readonly files: readonly MadeFile[]; readonly filled: number; readonly unknown: readonly string[] }>()(object({ ...days, out: nonEmpty(2000), year: optional(integer(1990, 2100)) })),
} as const
