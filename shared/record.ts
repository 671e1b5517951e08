/**
 * A record type is declared once; everything else follows from the declaration (docs/decisions/0001).
 * Names, needs, scopes, keys and parents: domain.md A.0.1, A.0.2 and the sections of A.
 */
import { files, longText, type Data, type Field, type Value } from './fields'
import type { Lookup } from './facts'
import type { Warning } from './result'
import type { RuleBook } from './rules/rule-book'

export type Scope = 'county' | 'town'

/** What happens to a child when the record that this field points at is deleted. */
export interface Parent {
  readonly field: string
  readonly onDelete: 'refuse' | 'cascade' | 'keep'
}

/** What `keyedUid` hashes: numbers stay numbers, empty is null. */
export type KeyParts = readonly (string | number | boolean | null)[]

export interface Declaration<F extends Readonly<Record<string, Field>> = Readonly<Record<string, Field>>> {
  readonly type: string
  readonly label: string
  readonly scope: Scope
  /** Field keys that name the record: the uid is derived from them. `[]` = one record per office. Absent = random uid. */
  readonly key?: readonly string[]
  /** Parts of the key where they are not simply the values of `key` (village: code, else name); null = this record has a random uid. */
  readonly keyOf?: (data: Data) => KeyParts | null
  /** Key fields that stay editable: their value on saving is the key (names, domain.md A.0.1). */
  readonly editableKey?: readonly string[]
  /** Deleting is refused while a living record points at this one through a field that is no cascading or kept parent. */
  readonly refuseWhileReferenced?: true
  readonly parents?: readonly Parent[]
  readonly fields: F
  /** Status that a new record gets on saving; absent = the type has no status machine. */
  readonly firstStatus?: string
  /** Statuses that end the machine. */
  readonly endStatuses?: readonly string[]
  /** The date that places the record in a period and a year. */
  readonly dateField?: string
  /** The parent within which records are numbered (`no`), or come in the order they were put in where there is no number: lists stand by it, the newest first. */
  readonly numberedWithin?: string
  /** Keys of the columns of the list screen, in order; `status` is allowed. */
  readonly columns: readonly string[]
  /** Keys whose text is searched; refs are searched by the title of what they point at. */
  readonly search: readonly string[]
  /** What people call the record. */
  readonly title: (data: Data, lookup: Lookup) => string
  /** Values computed at read and printed with the record (keys of `derived` fields). */
  readonly derive?: (rec: Rec, lookup: Lookup, today: string, rules: RuleBook) => Readonly<Record<string, Value>>
  /** Defaults that saving a new record fills in, from the record itself or from others (a session's number): only empty fields are filled. */
  readonly defaults?: (data: Data, lookup: Lookup, today: string) => Data
  /** What the form of a new record proposes beyond `defaults`; saving does not need it. */
  readonly propose?: (data: Data, lookup: Lookup, today: string) => Data
  /** What an action lets pass but says. */
  readonly warn?: (data: Data) => readonly Warning[]
  /** The same where other records decide it; `id` = the record that is changed, absent for a new one. */
  readonly warnAmong?: (data: Data, lookup: Lookup, rules: RuleBook, id?: string) => readonly Warning[]
  /** Checks beyond the kinds of fields that refuse to save; returns what is wrong. */
  readonly check?: (data: Data) => { readonly code: 'date-order' | 'out-of-range' | 'bad-text' | 'required' | 'negative' | 'secret-document'; readonly field: string; readonly detail?: Readonly<Record<string, unknown>> } | null
  /** Number that people read, given on saving or by a step: see rules/numbers. */
  readonly menu?: 'people' | 'meetings' | 'activities' | 'suggestions' | 'supervision' | 'sites' | 'matters' | 'funds' | 'documents' | 'settings'
}

/** A record as it is read, printed by the command line and given to rules, indicators and screens. */
export interface Rec<D = Data> {
  readonly id: string
  readonly type: string
  /** Nine-digit code of the town, six digits for the county's own records. */
  readonly org: string
  /** Id of the version that won. */
  readonly version: string
  readonly status?: string
  readonly fields: D
  readonly deleted: boolean
  readonly conflict?: true
}

/** One row of the system list `status_log`: status as at a day = the last row, in the order of the log, whose event_on is not later. */
export interface StatusEntry {
  readonly step: string
  readonly from: string
  readonly to: string
  readonly event_on: string
  readonly entered_at: string
  readonly by: string
  /** Input of the step that is no field of the type, as JSON text (rows are flat). */
  readonly input?: string
  /** Set by `undo_step`: the row is taken back but stays in the history. */
  readonly undone?: boolean
}

/** Every type may carry these (domain.md A.0.1); they are not repeated in the declarations. */
const commonFields = { remark: longText('备注', 'optional'), files: files('附件', 'optional') } as const

/** Declares a record type; adds the fields that every type may carry. */
export function defineRecord<const F extends Readonly<Record<string, Field>>>(declaration: Declaration<F>): Declaration<F & typeof commonFields> {
  return { ...declaration, fields: { ...declaration.fields, ...commonFields } }
}

/** The system keys that live beside the fields in a version's data and that no person sets. */
export const systemKeys = ['status', 'status_log', 'as_history', 'custom'] as const
