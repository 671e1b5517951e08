/** Records of every type: one set of commands, driven by the declarations. */
import { arrayOf, bag, boolean, command, day, integer, nonEmpty, object, oneOf, optional, string, stringMap } from '../input'
import type { MadeFile } from './figures'
import type { ChangeTable } from '../report/change-table'
import type { Field } from '../fields'
import type { Data } from '../fields'
import type { Rec } from '../record'
import type { ErrorCode, Warning } from '../result'
import type { LineError } from './line-error'
import type { Todo } from '../todos/todo'
import type { Need } from '../suggestions/needs'
import type { Timeline } from '../suggestions/timeline'

/** Titles of the records that a page refers to, by id. */
export type Titles = Readonly<Record<string, { readonly title: string; readonly type: string; readonly note?: string }>>

/** A step as the page of a record offers it: its inputs are ready-made fields. */
export interface StepOnPage {
  readonly name: string
  readonly label: string
  /** Whether it may start from the present status. */
  readonly open: boolean
  readonly inputs: readonly { readonly key: string; readonly required: boolean; readonly field: Field; readonly value: Data[string] }[]
}

export interface ChildList {
  readonly type: string
  readonly label: string
  /** The field of the child that points here. */
  readonly key: string
  readonly rows: readonly Rec[]
  readonly total: number
}

export interface RecordPage {
  readonly record: Rec
  readonly title: string
  readonly titles: Titles
  readonly steps: readonly StepOnPage[]
  readonly children: readonly ChildList[]
  /** Empty fields that data quality asks for. */
  readonly incomplete: readonly string[]
  /** What does not fit together, by its field: votes, groups, numbers given twice. The record is kept as it is. */
  readonly doubtful: readonly Warning[]
  readonly todos: readonly Todo[]
  readonly versions: number
  /** Whether the county has the present version; null while unpaired. */
  readonly at_county: boolean | null
}

export interface Version {
  readonly id: string
  readonly op: 'put' | 'del' | 'merge' | 'erase'
  readonly by: string
  readonly at: string
  readonly data: Data | null
  readonly reason?: string
  /** Keys that differ from the version before. */
  readonly changed: readonly string[]
  readonly head: boolean
}

export interface RecordList {
  readonly rows: readonly Rec[]
  readonly titles: Titles
  readonly next: string | null
  readonly total: number
}

export interface DeputyRow {
  readonly mandate: string
  readonly person: string
  readonly name: string
  /** Birth month and village where two people share the name. */
  readonly note: string
  readonly level: string
  readonly status: string
  readonly sex: string | null
  readonly ethnic: string | null
  readonly birth: string | null
  readonly party: string | null
  readonly edu: string | null
  readonly occupation: string | null
  readonly constituency: string | null
  readonly group: string | null
  readonly post: string | null
  readonly presidium_role: string | null
  /** Masked. */
  readonly phone: string | null
  readonly doubts: number
  /** Events attended this year. */
  readonly events: number
  readonly initials: string
}

/** The duty file of A.24: eight parts, filled by what was recorded once. */
export interface DutyFile {
  readonly mandate: string
  readonly name: string
  readonly parts: readonly {
    readonly key: string
    readonly label: string
    readonly rows: readonly { readonly id: string; readonly type: string; readonly date: string; readonly title: string; readonly note: string }[]
  }[]
  readonly half_days: number
}

/** A record that a change of several left as it was. */
export interface SetManyError {
  readonly id: string
  readonly title: string
  readonly code: ErrorCode
  readonly field?: string
  readonly detail: Readonly<Record<string, unknown>>
}

export interface Draft {
  readonly id: string
  readonly type: string
  readonly record: string | null
  readonly data: Readonly<Record<string, unknown>>
  readonly updated_at: string
}

const draftKey = object({ id: nonEmpty(60), type: nonEmpty(40), record: optional(string(60)), data: bag })

export const recordCommands = {
  'record.add': command<{ readonly added: number; readonly ids: readonly string[]; readonly errors: readonly LineError[]; readonly warnings: readonly (Warning & { readonly line: number })[] }>()(
    object({ type: nonEmpty(40), records: arrayOf(bag, 100_000) })),
  'record.set': command<{ readonly record: Rec; readonly warnings: readonly Warning[] }>()(
    object({ id: nonEmpty(60), fields: bag, base: optional(string(60)), draft: optional(string(60)) })),
  /** The same fields of several records. `undo` = the id that takes all of it back. */
  'record.set-many': command<{ readonly done: number; readonly undo: string | null; readonly errors: readonly SetManyError[] }>()(
    object({ ids: arrayOf(nonEmpty(60), 500), fields: bag })),
  /** A deputy goes from the group of before to another one of its kind on a day. `version` undoes both; null = is in it already. */
  'group.move': command<{ readonly id: string; readonly version: string | null }>()(object({ mandate: nonEmpty(60), to: nonEmpty(60), on: day })),
  /** Saves a new or existing record and runs steps on it, with side records, new or standing ones (`id`), all in one commit: the quick entries. */
  'record.quick': command<{ readonly record: Rec; readonly ids: readonly string[]; readonly warnings: readonly Warning[] }>()(
    object({
      type: nonEmpty(40), id: optional(string(60)), fields: bag, base: optional(string(60)), draft: optional(string(60)),
      steps: optional(arrayOf(object({ step: nonEmpty(40), fields: bag }), 10)),
      side: optional(arrayOf(object({ type: nonEmpty(40), parent: nonEmpty(40), fields: bag, id: optional(nonEmpty(60)) }), 500)),
      /** Records beside it that go with this save: a person taken off the list. One undo brings everything back. */
      drop: optional(arrayOf(nonEmpty(60), 500)),
    })),
  /** What the form of a new record proposes beside `fields`: the next number under its parent, the current term. */
  'record.propose': command<{ readonly fields: Data }>()(object({ type: nonEmpty(40), fields: bag })),
  'record.delete': command<{ readonly deleted: readonly string[] }>()(object({ id: nonEmpty(60), reason: string(500), base: optional(string(60)) })),
  'record.restore': command<{ readonly record: Rec }>()(object({ id: nonEmpty(60) })),
  /** Writes versions that put back what a commit changed (ids as answered by the save). */
  'record.undo': command<{ readonly records: readonly string[] }>()(object({ id: nonEmpty(60), version: optional(string(60)) })),
  'record.get': command<Rec>()(object({ id: nonEmpty(60) })),
  'record.page': command<RecordPage>()(object({ id: nonEmpty(60) })),
  'record.history': command<{ readonly versions: readonly Version[] }>()(object({ id: nonEmpty(60) })),
  'record.list': command<RecordList>()(object({
    type: nonEmpty(40), where: optional(stringMap), text: optional(string(100)), limit: optional(integer(1, 1000)), after: optional(string(2000)),
    sort: optional(string(40)), descending: optional(boolean), bin: optional(boolean), town: optional(string(12)),
  })),
  'record.merge': command<Rec>()(object({ from: nonEmpty(60), into: nonEmpty(60), reason: string(500), force: optional(boolean) })),
  /** A masked value in clear; the look is recorded. */
  'record.reveal': command<{ readonly value: string | null }>()(object({ id: nonEmpty(60), key: nonEmpty(40) })),
  /** The whole course of a suggestion, past and to come, with what is still wanted before its next step. */
  'suggestion.course': command<{ readonly timeline: Timeline; readonly needs: readonly Need[] }>()(object({ id: nonEmpty(60) })),
  'step.run': command<{ readonly record: Rec; readonly warnings: readonly Warning[] }>()(
    object({ step: nonEmpty(40), id: nonEmpty(60), fields: bag, base: optional(string(60)) })),
  'step.batch': command<{ readonly done: number; readonly records: readonly Rec[]; readonly errors: readonly LineError[] }>()(
    object({ step: nonEmpty(40), lines: arrayOf(bag, 100_000) })),
  'search.all': command<{ readonly hits: readonly { readonly id: string; readonly type: string; readonly title: string; readonly note: string }[] }>()(
    object({ text: string(100), limit: optional(integer(1, 200)) })),
  'deputies.list': command<{ readonly rows: readonly DeputyRow[]; readonly total: number }>()(object({
    text: optional(string(100)), level: optional(string(4)), status: optional(string(20)), group: optional(string(60)), at: optional(string(10)), town: optional(string(12)),
  })),
  /** These deputies, in this order, in the columns of the roster as .xlsx in the folder `out`. Covered values stay covered. */
  'deputies.file': command<{ readonly files: readonly MadeFile[]; readonly rows: number }>()(object({ at: optional(string(10)), mandates: arrayOf(nonEmpty(60), 20_000), out: nonEmpty(2000) })),
  'deputies.duty': command<DutyFile>()(object({ mandate: nonEmpty(60), from: optional(string(10)), to: optional(string(10)) })),
  /** Who came, left, was suspended or resigned in a period, with the legal steps (B.3 by name). */
  'deputies.changes': command<ChangeTable>()(object({ from: day, to: day, town: optional(string(12)) })),
  'activity.last': command<{ readonly date: string; readonly participants: readonly { readonly mandate: string; readonly state: string }[] } | null>()(
    object({ kind: optional(string(10)), type: optional(oneOf('activity', 'supervision', 'training', 'presidium_meeting')) })),
  'draft.save': command<{ readonly saved_at: string }>()(draftKey),
  'draft.list': command<{ readonly drafts: readonly Draft[] }>()(object({ type: optional(string(40)) })),
  'draft.drop': command<{ readonly dropped: boolean }>()(object({ id: nonEmpty(60) })),
} as const
