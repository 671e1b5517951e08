/** Which fields a form shows, in what order, and what it begins with. Pure. */
import { Facts } from '../../shared/facts'
import type { Data, Field } from '../../shared/fields'
import type { Declaration, Rec } from '../../shared/record'
import { looksPrivate } from '../../shared/records/looks-private'
import { fail, type Failure } from '../../shared/result'
import { machineOf } from '../../shared/steps'
import { hasDirections, showSigns } from '../../shared/parse/text'
import { sayWarning } from '../../shared/text'
import type { FieldError } from '../fields/FieldRow'
import type { FormValues } from '../state/drafts'

export interface FormGroups {
  /** Without these it cannot be saved. */
  readonly first: readonly string[]
  /** Wanted: what steps and data quality ask for, and what is already filled. */
  readonly main: readonly string[]
  /** Folded under 更多. */
  readonly more: readonly string[]
}

const nothing = new Facts([])

export const isEmptyValue = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0)

/** Fields that a person may fill in. Doubts, which the application sets, are cleared on the page and not typed. */
export const editable = (field: Field): boolean => field.kind !== 'derived' && field.need !== 'app'

/** Steps by which a thing does not come to be: nobody begins a form with the reason why it was given up. */
const givingUp: readonly string[] = ['cancel', 'call_off', 'withdraw', 'void', 'miss', 'adjust', 'snooze', 'merge']

/** Keys that the steps of a record's status take: they are asked for now, those of later steps are not. */
function keysOfSteps(type: string, status: string | undefined): ReadonlySet<string> {
  const steps = (machineOf(type)?.steps ?? []).filter((step) => status !== undefined && step.from.includes(status) && !givingUp.includes(step.name))
  return new Set(steps.flatMap((step) => step.inputs.filter((input) => input.field === undefined && input.of === undefined).map((input) => input.key)))
}

/** The groups for a record as it is (`data` of a new one: what it begins with). Settled once a form is opened, so that nothing jumps under the hand. */
export function groupsOf(declaration: Declaration, data: Data, status: string | undefined): FormGroups {
  const asked = keysOfSteps(declaration.type, status ?? declaration.firstStatus)
  const first: string[] = []
  const main: string[] = []
  const more: string[] = []
  for (const [key, field] of Object.entries(declaration.fields)) {
    if (!editable(field)) continue
    const filled = !isEmptyValue(data[key])
    // What is left out is not asked for; what stands in it already can still be put right.
    if (field.hidden === true && !filled) continue
    const wanted = (field.need === 'complete' && (field.completeIf?.(data, nothing) ?? true)) || (field.need === 'step' && asked.has(key))
    if (field.need === 'identity') first.push(key)
    else if (wanted || filled || field.own === true) main.push(key)
    else more.push(key)
  }
  return { first, main, more }
}

/** Keys of `more` that belong in sight now, because of what was typed elsewhere. */
export function nowWanted(declaration: Declaration, groups: FormGroups, data: Data): readonly string[] {
  return groups.more.filter((key) => {
    const field = declaration.fields[key]
    return field?.need === 'complete' && field.completeIf?.(data, nothing) === true
  })
}

/** What a new record begins with: the constants of its declaration, today, the year and the present term, and what the caller knows. */
export function startOf(declaration: Declaration, today: string, term: string | null, preset: Data = {}): FormValues {
  const initial = Object.entries(declaration.fields).flatMap(([key, field]) => {
    const value = field.initial === 'today' ? today : field.initial === 'current-term' ? term : field.initial
    return value === undefined || value === null ? [] : [[key, value] as const]
  })
  const terms = declaration.fields['term']?.to?.includes('term') === true && term !== null ? { term } : {}
  const { year } = declaration.fields
  const thisYear = year?.kind === 'int' && year.need === 'identity' && today !== '' ? { year: Number(today.slice(0, 4)) } : {}
  return { ...terms, ...thisYear, ...Object.fromEntries(initial), ...preset }
}

/** The key fields that name a saved record cannot be changed. */
export const isFixed = (declaration: Declaration, key: string, record: Rec | null): boolean =>
  record !== null && declaration.key?.includes(key) === true && declaration.editableKey?.includes(key) !== true && !isEmptyValue(record.fields[key])

export type FieldErrors = Readonly<Record<string, FieldError>>

/** Required fields that are empty. */
export function missingErrors(declaration: Declaration, groups: FormGroups, read: (key: string) => unknown): FieldErrors {
  const empty = groups.first.filter((key) => declaration.fields[key] !== undefined && isEmptyValue(read(key)))
  return Object.fromEntries(empty.map((key) => [key, { code: 'required' as const }]))
}

interface OneError {
  readonly field?: unknown
  readonly code?: unknown
  readonly detail?: unknown
}

/** A failure of the store as errors of fields; what belongs to no shown field stays over. */
export function errorsOf(failure: Failure, known: (key: string) => boolean): { readonly fields: FieldErrors; readonly rest: Failure | null } {
  const fields: Record<string, FieldError> = {}
  const many = failure.detail?.['errors']
  for (const one of Array.isArray(many) ? (many as readonly OneError[]) : []) {
    if (typeof one.field !== 'string' || typeof one.code !== 'string' || !known(one.field)) continue
    fields[one.field] = { code: one.code as FieldError['code'], ...(isDetail(one.detail) ? { detail: one.detail } : {}) }
  }
  const missing = failure.detail?.['missing']
  for (const key of Array.isArray(missing) ? missing : []) if (typeof key === 'string' && known(key)) fields[key] = { code: 'required' }
  const { field } = failure
  if (field !== undefined && known(field) && fields[field] === undefined) {
    const { errors: _errors, ...detail } = failure.detail ?? {}
    fields[field] = { code: failure.code, detail }
  }
  return { fields, rest: Object.keys(fields).length > 0 ? null : fail(failure.code, { ...(field === undefined ? {} : { field }), ...(failure.detail ? { detail: failure.detail } : {}) }) }
}

const isDetail = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A doubt about one field while it is being typed: signs that nobody sees, a phone or ID number where it would travel to the county. */
export function doubtOf(declaration: Declaration, key: string, value: unknown): string | null {
  const field = declaration.fields[key]
  if (field !== undefined && typeof value === 'string' && hasDirections(value)) return sayWarning({ code: 'hidden-signs', detail: { shown: showSigns(value).slice(0, 60) } }, field.label)
  if (field === undefined || declaration.scope !== 'county' || (field.kind !== 'text' && field.kind !== 'longText') || field.form !== undefined || typeof value !== 'string') return null
  const warning = looksPrivate({ [key]: value }, [key])[0]
  return warning === undefined ? null : sayWarning(warning, field.label)
}

/** Values without the empty ones, as a new record is sent. */
export const filledOnly = (values: FormValues): FormValues => Object.fromEntries(Object.entries(values).filter(([key, value]) => !key.startsWith('_') && !isEmptyValue(value)))

/** An emptied value is sent as null. */
export const changedOnly = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([key]) => !key.startsWith('_')).map(([key, value]) => [key, isEmptyValue(value) ? null : value]))

/** Private values come masked to the window; a masked one is never sent back. */
export const isMasked = (declaration: Declaration, value: unknown): value is string => declaration.scope === 'town' && typeof value === 'string' && /\*\*/u.test(value)
