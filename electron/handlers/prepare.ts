/**
 * From raw fields to a change for the one door: references found, fields parsed by the declaration, defaults filled, the first status
 * given. Used by `add`, `set`, the forms, the roster and the quick entries alike.
 */
import type { Data, Value } from '../../shared/fields'
import type { Declaration, Rec } from '../../shared/record'
import { byOwnLabels } from '../../shared/records/own-fields'
import { doubtsAmong } from '../../shared/records/doubts-among'
import { dateDisorder } from '../../shared/records/date-order'
import { checkData, parseData } from '../../shared/records/parse-data'
import { formerName } from '../../shared/records/person'
import { fail, ok, type Failure, type Result, type Warning } from '../../shared/result'
import { numberOnSaving } from '../../shared/rules/numbers'
import { redatedLog } from '../../shared/steps/redate-log'
import { correctedDue } from '../../shared/rules/reply-due'
import { asValue, firstLog, historyLog } from '../../shared/steps/status-log'
import { machineOf } from '../../shared/steps'
import { dataOf } from '../store/change'
import type { Desk } from './desk'
import { resolveFinds } from './find-reference'

type Bag = Readonly<Record<string, unknown>>

export interface Prepared {
  readonly declaration: Declaration
  /** Full content with the system keys. */
  readonly data: Data
  readonly warnings: readonly Warning[]
}

/** References must point at records of the right type that exist; a deleted one is refused only when it is newly set. */
function checkReferences(desk: Desk, declaration: Declaration, data: Data, before: Data, coming: ReadonlySet<string>): Failure | null {
  for (const [key, field] of Object.entries(declaration.fields)) {
    const value = data[key]
    if (value === undefined || value === null) continue
    if (!['ref', 'refs', 'file', 'files'].includes(field.kind)) continue
    const old = before[key]
    const known = new Set(Array.isArray(old) ? old : [old])
    for (const id of Array.isArray(value) ? value : [value]) {
      if (typeof id !== 'string' || known.has(id) || coming.has(id)) continue
      const target = desk.store.get(desk.store.resolve(id))
      if (!target || target.deleted) {
        if (field.orText) continue
        return fail('bad-ref', { field: key, detail: { id, label: field.label } })
      }
      if (field.to && field.to.length > 0 && !field.to.includes(target.type)) return fail('bad-ref', { field: key, detail: { id, label: field.label, type: target.type } })
    }
  }
  return null
}

function parse(desk: Desk, declaration: Declaration, raw: Bag, before: Data, options: { readonly partial: boolean; readonly history: boolean; readonly coming?: ReadonlySet<string> }): Result<{ data: Data; warnings: readonly Warning[] }> {
  const found = resolveFinds(desk, declaration, byOwnLabels(declaration, raw))
  if (!found.ok) return found
  const parsed = parseData(declaration, found.value, { today: desk.today, partial: options.partial, history: options.history, ...(options.partial ? {} : { lookup: desk.store.lookup() }) })
  if (!parsed.ok) {
    const first = parsed.errors[0]
    return first ? fail(first.code, { field: first.field, detail: { ...first.detail, ...(parsed.errors.length > 1 ? { errors: parsed.errors } : {}) } }) : fail('bad-input')
  }
  const wrong = checkReferences(desk, declaration, parsed.data, before, options.coming ?? new Set())
  return wrong ?? ok({ data: parsed.data, warnings: parsed.warnings })
}

/**
 * A new record from raw fields. `as_history: true` takes a status and any field, runs no step and dates the log by the record (A.34).
 * `coming` = ids that the same commit saves, which may be referred to already.
 */
export function prepareNew(desk: Desk, type: string, given: Bag, coming?: ReadonlySet<string>): Result<Prepared> {
  const declaration = desk.layouts.declaration(type)
  if (!declaration) return fail('unknown-type', { detail: { type } })
  const { as_history: asHistory, status, ...raw } = given
  const history = asHistory === true
  if (asHistory !== undefined && typeof asHistory !== 'boolean') return fail('bad-input', { field: 'as_history', detail: { want: 'true | false', label: '补录' } })
  if (status !== undefined && !(history && machineOf(type))) return fail('status-not-settable', { field: 'status' })
  const parsed = parse(desk, declaration, raw, {}, { partial: false, history, ...(coming ? { coming } : {}) })
  if (!parsed.ok) return parsed
  const disorder = history ? null : dateDisorder(declaration, parsed.value.data, Object.keys(parsed.value.data))
  if (disorder) return fail(disorder.code, { field: disorder.field, detail: disorder.detail })
  const lookup = desk.store.lookup()
  let data: Data = parsed.value.data
  const number = data['no'] === undefined ? numberOnSaving(type, data, lookup, desk.today, desk.store.device.letter) : null
  if (number !== null) data = { ...data, no: number }
  const machine = machineOf(type)
  const at = { today: desk.today, now: desk.actor.at, by: desk.by }
  if (history) data = { ...data, as_history: true }
  if (history && machine && status !== undefined) {
    const log = typeof status === 'string' ? historyLog(machine, declaration, data, status, at) : null
    if (!log || typeof status !== 'string') return fail('unknown-code', { field: 'status', detail: { value: status } })
    data = { ...data, status, status_log: asValue(log) }
  } else if (machine && declaration.firstStatus !== undefined) {
    data = { ...data, status: declaration.firstStatus, status_log: asValue(firstLog(machine, declaration, data, at)) }
  }
  return ok({ declaration, data, warnings: [...parsed.value.warnings, ...(declaration.warnAmong?.(data, lookup, desk.rules) ?? []), ...(history ? [] : doubtsAmong(type, data, lookup))] })
}

/** What hangs on dates that were put right: the rows of the status log that they dated, and the day by which an answer is due. */
function followingDates(desk: Desk, rec: Rec, merged: Data): Data {
  const machine = machineOf(rec.type)
  const log = machine === null ? null : redatedLog(machine, rec.fields, merged)
  const due = rec.type === 'suggestion' ? correctedDue(desk.store.lookup(), rec.fields, merged, desk.rules) : null
  return { ...(log === null ? {} : { status_log: asValue(log) }), ...due }
}

/** The content of an existing record with these fields changed; unknown fields of newer versions stay. `coming` as for a new one. */
export function prepareChange(desk: Desk, rec: Rec, given: Bag, coming?: ReadonlySet<string>): Result<Prepared> {
  const declaration = desk.layouts.declaration(rec.type, rec.org)
  if (!declaration) return fail('unknown-type', { detail: { type: rec.type } })
  if ('status' in given) return fail('status-not-settable', { field: 'status' })
  const { as_history: _history, ...raw } = given
  const parsed = parse(desk, declaration, raw, rec.fields, { partial: true, history: rec.fields['as_history'] === true, ...(coming ? { coming } : {}) })
  if (!parsed.ok) return parsed
  // A wrong town code is put right for all records at once (recode), never on this record alone.
  const code = parsed.value.data['code']
  if (rec.type === 'office' && code !== undefined && code !== rec.fields['code']) return fail('key-fixed', { field: 'code', detail: { label: '区划代码' } })
  const merged: Record<string, Value | undefined> = { ...dataOf(rec) }
  for (const [key, value] of Object.entries(parsed.value.data)) {
    if (value === null || value === undefined || value === '') Reflect.deleteProperty(merged, key)
    else merged[key] = value
  }
  if (rec.type === 'person') Object.assign(merged, formerName(rec.fields, merged, desk.today))
  Object.assign(merged, followingDates(desk, rec, merged))
  const wrong = checkData(declaration, merged)[0] ?? (merged['as_history'] === true ? null : dateDisorder(declaration, merged, Object.keys(parsed.value.data)))
  if (wrong) return fail(wrong.code, { field: wrong.field, detail: wrong.detail })
  return ok({ declaration, data: merged, warnings: [...parsed.value.warnings, ...(declaration.warnAmong?.(merged, desk.store.lookup(), desk.rules, rec.id) ?? []), ...doubtsAmong(rec.type, merged, desk.store.lookup(), rec.id).filter((doubt) => parsed.value.data[doubt.field ?? ''] !== undefined)] })
}


/**
 * What is doubtful about a saved record as it stands: numbers that do not add up, a name in two groups, a number that another has. The same as
 * was said when it was saved, for as long as it is so. Private records say nothing: what is doubted could be read from the words.
 */
export function standingDoubts(desk: Desk, rec: Rec): readonly Warning[] {
  const declaration = desk.layouts.declaration(rec.type, rec.org)
  if (declaration?.scope !== 'county' || rec.deleted) return []
  const lookup = desk.store.lookup()
  return [
    ...(declaration.warn?.(rec.fields) ?? []), ...(declaration.warnAmong?.(rec.fields, lookup, desk.rules, rec.id) ?? []),
    ...(rec.fields['as_history'] === true ? [] : doubtsAmong(rec.type, rec.fields, lookup, rec.id)),
  ]
}
