/**
 * A step of a status machine: one row of the tables of domain.md A.34. Pure: it reads the record, its input and a Lookup and says what
 * would change; the store commits that in one transaction.
 */
import type { Data, Field, Row } from '../fields'
import type { Lookup } from '../facts'
import type { Rec } from '../record'
import type { Failure, Warning } from '../result'
import type { RuleBook, Settings } from '../rules/rule-book'

export interface StepInput {
  readonly key: string
  readonly required?: true
  /** Required only where this holds for the input (filled up from the record) and the record. */
  readonly requiredIf?: (input: Data, rec: Rec, lookup: Lookup) => boolean
  /** A field that the record type does not have (date, event_on, reason, passed …); its value is kept in the status log. */
  readonly field?: Field
  /** The record type whose field this is, where the step fills a child and not the record itself (reply, rating …). */
  readonly of?: string
  /** Still a plan at this step (start_on of a meeting that is called): the event's own step may take it from the record. */
  readonly plan?: true
  /** A value that an earlier step left on the record belongs to that earlier event and is not taken again. */
  readonly fresh?: true
  /** What the record's field is called at this step: the day of a resignation is not that of a death. */
  readonly label?: string
  /** Codes that fit this step, from the record's present status; all others are refused. */
  readonly codes?: (rec: Rec) => readonly string[]
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
  /** Which office works: some steps are the county's alone. */
  readonly role: 'town' | 'county'
  /** A fresh uid for a record without key that the step makes. */
  readonly newId: () => string
}

/**
 * A record that a step makes or changes beside its own. An existing record (`id` without `isNew`) changes in the fields given, null empties.
 * A new record of a keyed type has no `id` (its uid follows from its key), one without key brings its `id` and `isNew`.
 */
export interface SideChange {
  readonly type: string
  readonly id?: string
  readonly isNew?: true
  readonly fields: Data
  /** New status of an existing record; its `fields` then carry the new status_log. Set by the engine, never by a step. */
  readonly status?: string
  /** A step to run on it in the same commit (a recall that passes ends the mandate). The engine runs it: a result of runStep has none. */
  readonly step?: { readonly name: string; readonly input: Data }
  /** Delete this record (undo of the step that made it). */
  readonly delete?: true
  readonly reason?: string
}

export interface StepDone {
  readonly ok: true
  /** New status; absent = unchanged. */
  readonly status?: string
  /** Fields of the record that change, beyond the plain input fields, which are set by themselves; null empties. */
  readonly set?: Data
  readonly side?: readonly SideChange[]
  readonly warnings?: readonly Warning[]
  /** Rows to append to list fields, e.g. `returns`. */
  readonly append?: Readonly<Record<string, Row>>
  /** Date of the status, where the law dates it otherwise than the first date of the input (mandate `end` for 迁出). */
  readonly eventOn?: string
  /** Kept in the row of the status log beside the input, e.g. the due date that a reassignment replaced. */
  readonly log?: Data
}

export interface Step {
  /** Whose step it is, where only one side offers it on its page; by command the other may note what it was told. */
  readonly of?: 'town' | 'county'
  readonly name: string
  /** What the button says, e.g. 登记答复. */
  readonly label: string
  /** Statuses it may start from. */
  readonly from: readonly string[]
  /** Statuses it may lead to; `same` = unchanged. For `types` and the screens; `run` decides. */
  readonly to: readonly string[]
  /** Needs of domain.md's input column, in its order. */
  readonly inputs: readonly StepInput[]
  /** Key of the event's own date among `inputs`; absent = the step is dated today. */
  readonly on?: string
  /** Another key for that date in some states of the record (a draft handed in again). */
  readonly onIf?: (rec: Rec) => string | null
  /** Day proposed where neither input nor record has one; else today. */
  readonly dayElse?: (rec: Rec, lookup: Lookup, input: Data, today: string) => string | null
  /** Record type that is made from the input (→x in the tables). */
  readonly makes?: string
  readonly run: (context: StepContext) => StepDone | Failure
}

export interface Machine {
  readonly type: string
  readonly steps: readonly Step[]
  /** How a record of the past enters its history: the step of entry and the fields that may date it, best first. */
  readonly entry: { readonly step?: string; readonly on: readonly string[] }
  /** Step and date that led a record of the past to its status, where the first step with that result would be the wrong one. */
  readonly ending?: (data: Data, status: string) => { readonly step: string; readonly on?: string | null } | null
}

export interface StepOffer {
  readonly name: string
  readonly label: string
  readonly inputs: readonly StepInput[]
}
