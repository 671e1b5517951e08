/**
 * What an office has made of the fields of a type: columns of its own, other names for the given ones, and which of them are left out, so
 * that a screen reads like the county's own form. Kept as rows of the system key `custom` of the office's file: they have a history, are
 * undone, and travel to the office's other computers and to the county like every record. The value of an own field stands in the record's
 * data under its key, which never changes (a name may), so whoever does not know the field keeps it and sends it on.
 */
import type { Data, Field, Row } from '../fields'
import type { Declaration } from '../record'
import { rowsOf } from './rows'

export const ownKinds = ['text', 'longText', 'int', 'money', 'date', 'flag', 'choice'] as const
export type OwnKind = (typeof ownKinds)[number]

/** One field of one type as the office wants it. An own field (`x_…`) has a kind. */
export interface FieldSetting {
  readonly type: string
  readonly key: string
  readonly label?: string
  readonly kind?: OwnKind
  /** Words to choose from, for the kind `choice`. */
  readonly options?: readonly string[]
  /** Not asked for in forms and left out of lists. */
  readonly hidden?: boolean
  /** Shown as a column of the list, or not; absent = as declared. */
  readonly column?: boolean
  /** Place of its column in the list, from the left; absent = as declared, after those that have one. */
  readonly at?: number
}

export const mostOwnFields = 30
export const mostOptions = 50
export const longestLabel = 30
const optionMark = '\n'

export const isOwnKey = (key: string): boolean => /^x_[a-z0-9]{4,20}$/u.test(key)

/** Data quality or saving asks for it: such a field may be called otherwise, but not left out. */
export const mayHide = (field: Field): boolean => field.need === 'optional' || field.need === 'step'

const isKind = (value: unknown): value is OwnKind => ownKinds.some((kind) => kind === value)

/** The settings in the content of an office's file. What cannot be read (a newer version wrote it) is left. */
export function settingsIn(data: Data): readonly FieldSetting[] {
  return rowsOf(data, 'custom').flatMap((row): FieldSetting[] => {
    const { type, key, label, kind, options, hidden, column, at } = row
    if (typeof type !== 'string' || typeof key !== 'string') return []
    if (isOwnKey(key) && (!isKind(kind) || typeof label !== 'string')) return []
    return [{
      type, key,
      ...(typeof label === 'string' && label !== '' ? { label } : {}),
      ...(isOwnKey(key) && isKind(kind) ? { kind } : {}),
      ...(typeof options === 'string' && options !== '' ? { options: options.split(optionMark) } : {}),
      ...(hidden === true ? { hidden } : {}),
      ...(typeof column === 'boolean' ? { column } : {}),
      ...(typeof at === 'number' && Number.isInteger(at) ? { at } : {}),
    }]
  })
}

/** The rows that hold these settings; null = none. */
export function rowsOfSettings(settings: readonly FieldSetting[]): readonly Row[] | null {
  if (settings.length === 0) return null
  return settings.map(({ options, ...plain }): Row => ({ ...plain, ...(options === undefined ? {} : { options: options.join(optionMark) }) }))
}

function ownField({ label = '', kind = 'text', options, hidden }: FieldSetting): Field {
  const common = { label, need: 'optional', own: true, ...(hidden === true ? { hidden } : {}) } as const
  switch (kind) {
    case 'choice': return { ...common, kind: 'text', oneOf: options ?? [], max: 200 }
    case 'text': return { ...common, kind, max: 500 }
    case 'longText': return { ...common, kind, max: 20_000 }
    case 'date': return { ...common, kind, mayBeFuture: true }
    case 'int': case 'money': case 'flag': return { ...common, kind }
  }
}

const givenField = (field: Field, setting: FieldSetting | undefined): Field =>
  setting === undefined ? field : { ...field, ...(setting.label === undefined ? {} : { label: setting.label }), ...(setting.hidden === true && mayHide(field) ? { hidden: true } : {}) }

/** The declaration as the office wants it: own fields stand before remark and attachments. Without settings for the type it is the same object. */
export function withSettings(declaration: Declaration, settings: readonly FieldSetting[]): Declaration {
  const ours = settings.filter((setting) => setting.type === declaration.type)
  if (ours.length === 0) return declaration
  const of = (key: string): FieldSetting | undefined => ours.find((setting) => setting.key === key)
  const given = Object.entries(declaration.fields).map(([key, field]) => [key, givenField(field, of(key))] as const)
  const own = ours.filter((setting) => isOwnKey(setting.key)).map((setting) => [setting.key, ownField(setting)] as const)
  const last = given.findIndex(([key]) => key === 'remark')
  const fields: Readonly<Record<string, Field>> = Object.fromEntries([...given.slice(0, last), ...own, ...given.slice(last)])
  const kept = declaration.columns.filter((key) => of(key)?.column !== false && fields[key]?.hidden !== true)
  const more = Object.keys(fields).filter((key) => of(key)?.column === true && fields[key]?.hidden !== true && !kept.includes(key))
  const place = (key: string): number => of(key)?.at ?? Number.MAX_SAFE_INTEGER
  return { ...declaration, fields, columns: [...kept, ...more].sort((a, b) => place(a) - place(b)) }
}

/** Raw fields in which an own field may be named by what people call it. */
export function byOwnLabels(declaration: Declaration, raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const own = Object.entries(declaration.fields).filter(([, field]) => field.own === true)
  if (own.length === 0) return raw
  return Object.fromEntries(Object.entries(raw).map(([key, value]) => [Object.hasOwn(declaration.fields, key) ? key : own.find(([, field]) => field.label === key)?.[0] ?? key, value]))
}
