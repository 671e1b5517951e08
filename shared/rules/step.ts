/**
 * A step of a status machine: one row of the tables of domain.md A.34. Pure: it reads the record, its input and a Lookup and says what
 * would change; the store commits that in one transaction.
 */
import type { Data, Field, Row } from '../fields'
import type { Lookup } from '../facts'
import type { Rec } from '../record'
import type { Failure, Warning } from '../result'
import type { RuleBook, Settings } from './rule-book'

export interface StepInput {
  readonly key: string
  readonly required?: true
  /** A field that the record type does not have (date, event_on, reason, passed …); its value is kept in the status log. */
  readonly field?: Field
}

export interface StepContext {
  readonly rec: Rec
  /** Parsed input: only the keys of `inputs`, codes as codes, empty values left out. Values already on the record fill what is missing. */
  readonly input: Data
  /** The event's own date: first date of the input, else the value on the record, else today. */
  readonly eventOn: string
  /** Asia/Shanghai. */
  readonly today: string
  readonly lookup: Lookup
  readonly rules: RuleBook
  readonly settings: Settings
  /** '' on the first computer of an office, 'B', 'C' … on others: part of the numbers that people read. */
  readonly deviceLetter: string
}

/** A record that a step makes or changes beside its own. `id` of an existing record = change of those fields, else a new one. */
export interface SideChange {
  readonly type: string
  readonly id?: string
  readonly fields: Data
  /** A step to run on it in the same commit (a recall that passes ends the mandate). */
  readonly step?: { readonly name: string; readonly input: Data }
}

export interface StepDone {
  readonly ok: true
  /** New status; absent = unchanged. */
  readonly status?: string
  /** Fields of the record that change, beyond the plain input fields, which are set by themselves. */
  readonly set?: Data
  readonly side?: readonly SideChange[]
  readonly warnings?: readonly Warning[]
  /** Rows to append to list fields, e.g. `returns`. */
  readonly append?: Readonly<Record<string, Row>>
}

export interface Step {
  readonly name: string
  /** What the button says, e.g. 登记答复. */
  readonly label: string
  /** Statuses it may start from. */
  readonly from: readonly string[]
  /** Statuses it may lead to; `same` = unchanged. For `types` and the screens; `run` decides. */
  readonly to: readonly string[]
  /** Needs of domain.md's input column, in its order: the first date is the event's own date. */
  readonly inputs: readonly StepInput[]
  /** Record type that is made from the input (→x in the tables). */
  readonly makes?: string
  readonly run: (context: StepContext) => StepDone | Failure
}

export interface Machine {
  readonly type: string
  readonly steps: readonly Step[]
}

export interface StepOffer {
  readonly name: string
  readonly label: string
  readonly inputs: readonly StepInput[]
}
