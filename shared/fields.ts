/**
 * Field constructors. A field is said once, in the declaration of its record type; the TypeScript type, the parser, the table's
 * column, the form control, the spreadsheet column and the package line all follow from it.
 */
import type { CodeTableName } from './codes'
import type { Lookup } from './facts'

/**
 * How much a field is wanted (domain.md A): `identity` refuses to save, `step` refuses the step that names it, `complete` is saved
 * without and listed under data quality, `optional`, `app` is set by the application and never by a person.
 */
export type Need = 'identity' | 'step' | 'complete' | 'optional' | 'app'

export type FieldKind =
  | 'text' | 'longText' | 'date' | 'month' | 'ym' | 'int' | 'money' | 'flag' | 'choice' | 'ref' | 'refs' | 'list' | 'file' | 'files' | 'derived'

export interface FieldOptions {
  /** Greatest number of characters (text), value (int) or rows (refs, list). */
  readonly max?: number
  readonly min?: number
  /** Counts towards data quality only where this holds. */
  readonly completeIf?: (data: Data, lookup: Lookup) => boolean
  /** A constant fills a new record on saving; the words 'today' and 'current-term' are only proposed by the form. */
  readonly initial?: Scalar
  /** A unit shown behind the figure, e.g. 人, 个半天. */
  readonly unit?: string
  /** One line of help under the control. */
  readonly hint?: string
  /** A plan, a deadline or a due date; every other date is a fact and cannot lie in the future (`date-future`). */
  readonly mayBeFuture?: boolean
  /** Codes of the table that a form offers here. */
  readonly only?: readonly string[]
  /** Free text is taken beside the code table (accept_reason, target of an inquiry). */
  readonly orText?: true
  /** Key of the other field of which one is enough to name the record: a recall is of a deputy or of somebody by name. */
  readonly or?: string
  /** Set by the application (need `app`), but a person may change it: a doubt is cleared. */
  readonly settable?: true
  /** Text of a known form, tidied on the way in: a person's name without padding spaces, an ID number, a phone. */
  readonly form?: 'name' | 'id-no' | 'phone'
  /** Points are kept in tenths and written with one decimal. */
  readonly tenths?: true
  /** Text that is one of these words. */
  readonly oneOf?: readonly string[]
  /** Added by the office itself (records/own-fields). */
  readonly own?: true
  /** The office leaves it out of its forms and lists. */
  readonly hidden?: true
  /** A word of secrecy is refused with `secret-document`: such papers do not belong in this application. */
  readonly refusesSecrets?: true
}

export interface Field<K extends FieldKind = FieldKind, N extends Need = Need> extends FieldOptions {
  readonly kind: K
  readonly label: string
  readonly need: N
  /** Code table of a choice. */
  readonly codes?: CodeTableName
  /** Record types that a reference may point at; empty = any type. */
  readonly to?: readonly string[]
  /** Columns of a list. */
  readonly items?: Readonly<Record<string, Field>>
}

export type Scalar = string | number | boolean
export type Row = Readonly<Record<string, Scalar | null | undefined>>
export type Value = Scalar | null | readonly string[] | readonly Row[]
/** The fields of a record as stored and sent: absent or null means empty. */
export type Data = Readonly<Record<string, Value | undefined>>

const field = <K extends FieldKind, N extends Need>(kind: K, label: string, need: N, more: Partial<Field> = {}): Field<K, N> =>
  ({ ...more, kind, label, need })

export const text = <N extends Need>(label: string, need: N, options: FieldOptions = {}) => field('text', label, need, { max: 4000, ...options })
export const longText = <N extends Need>(label: string, need: N, options: FieldOptions = {}) => field('longText', label, need, { max: 50_000, ...options })
/** A day, `YYYY-MM-DD`. */
export const date = <N extends Need>(label: string, need: N, options: FieldOptions = {}) => field('date', label, need, options)
/** A month, `YYYY-MM`. */
export const month = <N extends Need>(label: string, need: N, options: FieldOptions = {}) => field('month', label, need, options)
/** A day or a month; a month-precise date never gets an invented day. */
export const ym = <N extends Need>(label: string, need: N, options: FieldOptions = {}) => field('ym', label, need, options)
export const int = <N extends Need>(label: string, need: N, options: FieldOptions = {}) => field('int', label, need, options)
/** Integer 分, typed in 元 or 万元 and parsed as text. */
export const money = <N extends Need>(label: string, need: N, options: FieldOptions = {}) => field('money', label, need, { min: 0, ...options })
export const flag = <N extends Need>(label: string, need: N, options: FieldOptions = {}) => field('flag', label, need, options)
export const choice = <N extends Need>(label: string, codes: CodeTableName, need: N, options: FieldOptions = {}) =>
  field('choice', label, need, { codes, ...options })
export const ref = <N extends Need>(label: string, to: readonly string[], need: N, options: FieldOptions = {}) =>
  field('ref', label, need, { to, ...options })
export const refs = <N extends Need>(label: string, to: readonly string[], need: N, options: FieldOptions = {}) =>
  field('refs', label, need, { to, max: 500, ...options })
/** Short flat rows. */
export const list = <N extends Need>(label: string, items: Readonly<Record<string, Field>>, need: N, options: FieldOptions = {}) =>
  field('list', label, need, { items, max: 500, ...options })
export const file = <N extends Need>(label: string, need: N, options: FieldOptions = {}) => field('file', label, need, { to: ['file'], ...options })
export const files = <N extends Need>(label: string, need: N, options: FieldOptions = {}) => field('files', label, need, { to: ['file'], max: 500, ...options })
/** Computed at read, never set, never sent. */
export const derived = (label: string, options: FieldOptions = {}) => field('derived', label, 'app', options)

type ValueOfKind<K extends FieldKind> =
  K extends 'int' | 'money' ? number
    : K extends 'flag' ? boolean
      : K extends 'refs' | 'files' ? readonly string[]
        : K extends 'list' ? readonly Row[]
          : K extends 'derived' ? Value
            : string

/** The TypeScript type of a record's fields, from its declaration. Identity fields are always there. */
export type DataOf<F extends Readonly<Record<string, Field>>> =
  { readonly [K in keyof F as F[K]['need'] extends 'identity' ? K : never]: ValueOfKind<F[K]['kind']> } &
  { readonly [K in keyof F as F[K]['need'] extends 'identity' ? never : K]?: ValueOfKind<F[K]['kind']> | null }
