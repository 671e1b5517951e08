/**
 * Bare fields, from the command line, a form or a file, to the content of a record by its declaration. Codes take labels and aliases,
 * dates and amounts the ways people write them. References are only looked at, not looked up: that is the caller's part.
 */
import type { Data, Value } from '../fields'
import type { Lookup } from '../facts'
import type { Declaration } from '../record'
import type { Warning } from '../result'
import { filled } from './conditions'
import { withDefaults } from './defaults'
import { isBlank, parseValue, type FieldError } from './parse-value'

export type { FieldError } from './parse-value'

export interface ParseOptions {
  /** Asia/Shanghai, `YYYY-MM-DD`. */
  readonly today: string
  /** A change: only the keys given; null in the result empties a field. Else a new record, in which every identity field is wanted. */
  readonly partial: boolean
  /** A record of the past (`as_history`): takes the fields that else the application sets. */
  readonly history?: boolean
  /** The input of a step: nothing is an identity, and the step's own fields may be set. */
  readonly step?: boolean
  /** For a new record: its defaults are filled in before what is missing is told. */
  readonly lookup?: Lookup
}

export type ParsedData =
  | { readonly ok: true; readonly data: Data; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/**
 * Reads `raw` by the declaration. Errors, all of them at once: `unknown-field`, `status-not-settable`, `derived-field`, `required`,
 * the errors of each kind of field, and what the declaration's own check refuses (a change is checked by `checkData` once merged).
 */
export function parseData(declaration: Declaration, raw: unknown, options: ParseOptions): ParsedData {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { ok: false, errors: [{ field: '', code: 'bad-input', detail: { want: 'object' } }] }
  const given: [string, Value][] = []
  const errors: FieldError[] = []
  const warnings: Warning[] = []
  for (const [key, value] of Object.entries(raw)) {
    const parsed = parseField(declaration, key, value, options)
    if (parsed === null) continue
    if (!parsed.ok) errors.push(...parsed.errors)
    else {
      given.push([key, parsed.value])
      warnings.push(...parsed.warnings)
    }
  }
  let data: Data = Object.fromEntries(options.partial ? given : given.filter(([, value]) => value !== null))
  if (!options.partial && options.lookup) data = withDefaults(declaration, data, options.lookup, options.today)
  if (!options.step) errors.push(...missing(declaration, data, options.partial, errors))
  if (errors.length === 0 && !options.partial) errors.push(...checkData(declaration, options.history ? { ...data, as_history: true } : data))
  if (errors.length > 0) return { ok: false, errors }
  return { ok: true, data, warnings: [...warnings, ...(declaration.warn?.(data) ?? [])] }
}

function parseField(declaration: Declaration, key: string, value: unknown, options: ParseOptions): ReturnType<typeof parseValue> | null {
  const refuse = (code: FieldError['code'], detail: Readonly<Record<string, unknown>> = {}) => ({ ok: false as const, errors: [{ field: key, code, detail }] })
  if (key === 'status' && !options.step) return refuse('status-not-settable')
  const field = Object.hasOwn(declaration.fields, key) ? declaration.fields[key] : undefined
  if (!field) return refuse('unknown-field', { type: declaration.type })
  if (value === undefined) return null
  if (field.kind === 'derived') return refuse('derived-field', { label: field.label })
  if (field.need === 'app' && !field.settable && !options.history && !options.step) return refuse('derived-field', { label: field.label })
  return parseValue(field, value, key, options.today)
}

/** Identity fields that a new record lacks, or that a change would empty. */
function missing(declaration: Declaration, data: Data, partial: boolean, errors: readonly FieldError[]): readonly FieldError[] {
  return Object.entries(declaration.fields)
    .filter(([key, field]) => field.need === 'identity' && !filled(data, key) && (!partial || Object.hasOwn(data, key)) && !errors.some((error) => error.field === key))
    .map(([field, { label }]) => ({ field, code: 'required' as const, detail: { label } }))
}

/**
 * What the declaration refuses beyond the kinds of its fields, for the whole content. The order of dates is not asked of a record of
 * the past: old files are as they are, and data quality lists them.
 */
export function checkData(declaration: Declaration, data: Data): readonly FieldError[] {
  const wrong = declaration.check?.(data)
  if (!wrong || (wrong.code === 'date-order' && data['as_history'] === true)) return []
  return [{ field: wrong.field, code: wrong.code, detail: { label: declaration.fields[wrong.field]?.label, ...wrong.detail } }]
}

/** Content as it is stored and compared: empty values absent, keys in order. */
export function canonicalData(data: Data): Data {
  return Object.fromEntries(
    Object.entries(data)
      .filter(([, value]) => !isBlank(value))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
