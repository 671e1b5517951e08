/**
 * Conditions of a list as people and programs write them: labels and aliases for codes, 是 for a flag, 元 for money, a year that is written
 * out; and values that no column holds: own fields of the office, and those computed at read (a round, a result class, the status of a term, the name behind a mandate),
 * as the set of records that have them.
 */
import { codeOf } from '../../shared/codes'
import { textOf } from '../../shared/facts'
import type { Field, Value } from '../../shared/fields'
import { normaliseName } from '../../shared/parse/name'
import type { Declaration, Rec } from '../../shared/record'
import { parseValue } from '../../shared/records/parse-value'
import { fail, ok, type Result } from '../../shared/result'
import type { Desk } from './desk'
import { printRecord } from './print-record'
import { townOf } from './stats'

type Where = Readonly<Record<string, string>>

export interface Conditions {
  readonly where: Where
  /** Only these records; absent = all that the columns let through. */
  readonly only?: readonly string[]
}

/** No day lies in the future of a question. */
const anyDay = '9999-12-31'

const fieldOf = (declaration: Declaration, key: string): Field | undefined => (Object.hasOwn(declaration.fields, key) ? declaration.fields[key] : undefined)

/** A condition on a column, in the form that is stored. `unknown-code` for a word that no code answers to: nothing found would be a lie. */
function stored(key: string, field: Field, value: string): Result<string> {
  if (value === '') return ok(value)
  if (field.codes) {
    const code = codeOf(field.codes, value)
    // A newer version's code is stored as it came and may be asked for; a word may be written where the field takes one.
    if (code === null && !field.orText && !/^[0-9A-Za-z]{1,4}$/u.test(value)) return fail('unknown-code', { field: key, detail: { label: field.label, value, table: field.codes } })
    return ok(code ?? value)
  }
  if (!['flag', 'int', 'money', 'date', 'month', 'ym'].includes(field.kind)) return ok(value)
  // A bound of the field is none of the question.
  const parsed = parseValue({ ...field, min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }, value, key, anyDay)
  if (!parsed.ok) {
    const [error] = parsed.errors
    return fail(error?.code ?? 'bad-input', { field: key, detail: { ...error?.detail } })
  }
  return typeof parsed.value === 'object' ? fail('bad-input', { field: key }) : ok(String(parsed.value))
}

/** Whether a value that was computed for a record is the one asked for; '' = none. */
function isValue(field: Field | undefined, has: Value | undefined, want: string): boolean {
  if (has === undefined || has === null || has === '') return want === '' || (field?.kind === 'flag' && want === 'false')
  if (typeof has === 'boolean') return String(has) === (({ 是: 'true', 否: 'false' } as Where)[want] ?? want)
  if (typeof has === 'object') return false
  return String(has) === want || (field?.codes !== undefined && String(has) === codeOf(field.codes, want))
}

/** The name of the person behind a mandate, as it is searched for. */
function hasName(desk: Desk, rec: Rec, want: string): boolean {
  const person = desk.store.lookup().get(textOf(rec.fields, 'person'))
  return person !== null && normaliseName(textOf(person.fields, 'name')) === normaliseName(want)
}

const isComputed = (declaration: Declaration, key: string): boolean =>
  key === 'id' || fieldOf(declaration, key)?.own === true || fieldOf(declaration, key)?.kind === 'derived' || (declaration.type === 'mandate' && key === 'name')

/** Reads the conditions of a list of `type`; `unknown-code` and the errors of each kind of field. Unknown keys are the store's to refuse. */
export function conditionsFor(desk: Desk, type: string, given: Where): Result<Conditions> {
  const declaration = desk.layouts.declaration(type)
  if (!declaration) return fail('unknown-type', { detail: { type } })
  const where: Record<string, string> = {}
  const computed: [string, string][] = []
  for (const [key, value] of Object.entries(given)) {
    const field = fieldOf(declaration, key)
    if (isComputed(declaration, key)) computed.push([key, value])
    else if (!field) where[key] = value
    else {
      const read = stored(key, field, value)
      if (!read.ok) return read
      where[key] = read.value
    }
  }
  if (computed.length === 0) return ok({ where })
  const answers = (rec: Rec): boolean => {
    const printed = printRecord(desk, rec)
    return computed.every(([key, value]) => key === 'id' ? rec.id === desk.store.resolve(value)
      : type === 'mandate' && key === 'name' ? hasName(desk, rec, value)
        : isValue(fieldOf(declaration, key), printed.fields[key], value))
  }
  return ok({ where, only: desk.store.lookup().all(type).filter(answers).map((rec) => rec.id) })
}

/** The code behind `--town`: the office itself, or a town of the county, also one that has sent nothing yet; `not-found`. */
export function orgOf(desk: Desk, town: string | undefined): Result<string | undefined> {
  const { office } = desk.store
  if (town === undefined || town === '') return ok(undefined)
  if (town === office.code) return ok(town)
  if (office.role === 'county' && /^\d{9}$/u.test(town) && town.startsWith(office.code)) return ok(town)
  const known = townOf(desk, town)
  return known.ok ? ok(known.value ?? undefined) : known
}
