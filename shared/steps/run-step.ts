/**
 * The engine of the status machines (domain.md A.34). Pure: it says what a step makes of a record, its children and other records; the
 * caller parses the input before (stepFields), and saves everything in one commit after.
 */
import { textOf, type Lookup } from '../facts'
import type { Data, Field, Row, Value } from '../fields'
import type { Declaration, Rec } from '../record'
import { fail, ok, type Failure, type Result, type Warning } from '../result'
import { overlay } from './overlay'
import { refuse } from './refuse'
import type { RuleBook, Settings } from '../rules/rule-book'
import { asValue, logRow, wholeLog, type Made, type Trace } from './status-log'
import type { Machine, SideChange, Step, StepDone, StepOffer } from './step'
import { fillInput, isEmpty, ofRecord, take } from './step-input'
import { machineOf } from './index'
import { undoLastStep } from './undo-step'
import { wayTo } from './way'

/** What every step of one commit shares. */
export interface StepWorld {
  /** Asia/Shanghai, `YYYY-MM-DD`. */
  readonly today: string
  /** ISO time with +08:00, as the log keeps it. */
  readonly now: string
  /** Name of the person at work. */
  readonly by: string
  readonly lookup: Lookup
  readonly rules: RuleBook
  readonly settings: Settings
  readonly deviceLetter: string
  readonly role: 'town' | 'county'
  /** A fresh uid for records without key that the step makes. */
  readonly newId: () => string
}

export interface StepRequest extends StepWorld {
  readonly machine: Machine
  readonly rec: Rec
  readonly stepName: string
  /** Parsed by the fields of `stepFields`. */
  readonly input: Data
}

export interface StepOutcome {
  /** The whole new data with status_log, without status. */
  readonly fields: Data
  readonly status: string
  /** The event's own date that was taken. */
  readonly eventOn: string
  /** To be saved in the same commit, in this order; steps on other records are already run (their `status` and `fields`). */
  readonly side: readonly SideChange[]
  readonly warnings: readonly Warning[]
}

/** Keys that name a made record whose uid follows from its key (domain.md A.0.2). */
const keyOfMade: Readonly<Record<string, readonly string[]>> = {
  reply: ['suggestion', 'round', 'unit'], rating: ['about', 'round', 'aspect'], participation: ['event', 'mandate'],
}

/** Steps that a record's status allows, as the screen offers them. */
export function offers(machine: Machine, status: string | undefined): readonly StepOffer[] {
  return machine.steps.filter((step) => status !== undefined && step.from.includes(status)).map(({ name, label, inputs }) => ({ name, label, inputs }))
}

/**
 * The field of every input of a step, by its key: of the record's type, of the child's, or the step's own. Every step also takes the
 * record's `remark` and `files`.
 * @param typeOf declaration by type name, for steps that fill a child
 */
export function stepFields(step: Step, declaration: Declaration, typeOf: (type: string) => Declaration | null): Readonly<Record<string, Field>> {
  const fields: Record<string, Field> = {}
  for (const { key, field, of } of step.inputs) {
    const found = field ?? (of === undefined ? declaration : typeOf(of))?.fields[key]
    if (found) fields[key] = found
  }
  for (const key of ['remark', 'files']) {
    const common = declaration.fields[key]
    if (common && !(key in fields)) fields[key] = common
  }
  return fields
}

/** Gives a refusal the Chinese names of its field and of what is missing, for its sentence. `fields` as of stepFields. */
export function nameMissing(failure: Failure, fields: Readonly<Record<string, Field>>): Failure {
  const label = failure.field !== undefined && Object.hasOwn(fields, failure.field) ? fields[failure.field]?.label : undefined
  if (label !== undefined && failure.code !== 'not-now' && failure.detail?.['label'] === undefined) return { ...failure, detail: { ...failure.detail, label } }
  const missing = failure.detail?.['missing']
  if (!Array.isArray(missing)) return failure
  const labels = missing.map((key) => fields[String(key)]?.label).filter((label) => label !== undefined)
  return labels.length === 0 ? failure : { ...failure, detail: { ...failure.detail, missingLabels: labels } }
}

const common = ['remark', 'files']

/** The data without empty values. */
function withoutEmpty(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => !isEmpty(value)))
}

/**
 * Runs a step. Failures: `unknown-step`, `unknown-field`, `not-now` (wrong status, what is missing, a guard of the table), `date-future`,
 * `date-order`, and what the step's own row names.
 */
export function runStep(request: StepRequest): Result<StepOutcome> {
  const { machine, rec, stepName, input: given, today, lookup } = request
  const step = machine.steps.find((one) => one.name === stepName)
  if (!step) return fail('unknown-step', { detail: { type: machine.type, step: stepName, known: machine.steps.map((one) => one.name) } })
  const stranger = Object.keys(given).find((key) => !common.includes(key) && !step.inputs.some((one) => one.key === key))
  if (stranger !== undefined) return fail('unknown-field', { field: stranger, detail: { step: stepName } })
  const status = rec.status ?? ''
  if (!step.from.includes(status)) {
    const possible = offers(machine, status).map((offer) => offer.name)
    const before = wayTo(machine, status, step.from) ?? []
    return refuse(rec.status, 'wrong-status', {
      more: { step: stepName, allowed: step.from, possible, needs: before.map((one) => one.name), needLabels: before.map((one) => one.label) },
    })
  }
  const { input, eventOn, missing } = fillInput(machine, step, rec, given, today, lookup)
  if (missing.length > 0) return refuse(rec.status, 'input-missing', { missing, more: { step: stepName, allowed: step.from } })
  if (stepName === 'undo_step') return undo(request, textOf(input, 'reason'))
  if (eventOn > today) return fail('date-future', { field: step.onIf?.(rec) ?? step.on ?? '', detail: { day: eventOn, today } })

  const full = { ...take(given, common), ...input }
  const done = step.run({
    rec, input: full, eventOn, today, lookup, rules: request.rules, settings: request.settings, deviceLetter: request.deviceLetter, role: request.role, newId: request.newId,
  })
  return done.ok ? finish(request, step, full, eventOn, done) : done
}

/** Values of `keys` before a change, null where empty. */
const valuesBefore = (data: Data, keys: Iterable<string>): Data => Object.fromEntries([...keys].map((key) => [key, data[key] ?? null]))

const same = (a: Value | undefined, b: Value | undefined): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

function finish(request: StepRequest, step: Step, input: Data, day: string, done: StepDone): Result<StepOutcome> {
  const { rec, now, by, lookup } = request
  const plain = [...step.inputs.filter(ofRecord).map((one) => one.key), ...common]
  const wanted: Data = { ...take(input, plain), ...done.set }
  const changed = Object.keys(wanted).filter((key) => !same(wanted[key], rec.fields[key]))
  const appended: Record<string, Value> = {}
  for (const [key, row] of Object.entries(done.append ?? {})) {
    const rows = rec.fields[key]
    appended[key] = [...(Array.isArray(rows) ? (rows as readonly Row[]) : []), row]
  }
  const status = done.status ?? rec.status ?? ''
  const eventOn = done.eventOn ?? day
  const set = Object.fromEntries(changed.map((key) => [key, wanted[key]]))
  const fields: Data = { ...rec.fields, ...set, ...appended }

  const settled = runSideSteps(request, { ...rec, status, fields }, done.side ?? [])
  if (!settled.ok) return settled
  const { side, warnings } = settled.value

  const told = step.inputs.filter((one) => one.field !== undefined && one.field.kind !== 'list').map((one) => one.key)
  const trace: Trace = {
    ...(changed.length > 0 ? { _before: valuesBefore(rec.fields, changed) } : {}),
    ...(Object.keys(appended).length > 0 ? { _appended: Object.keys(appended) } : {}),
    ...traceOf(done.side ?? [], lookup),
  }
  const row = logRow({ step: step.name, from: rec.status ?? '', to: status, event_on: eventOn, entered_at: now, by }, { ...take(input, told), ...done.log, ...trace })
  return ok({
    fields: withoutEmpty({ ...fields, status_log: asValue([...wholeLog(rec.fields), row]) }),
    status, eventOn, side, warnings: [...(done.warnings ?? []), ...warnings],
  })
}

/** What undo must know about the records beside. */
function traceOf(side: readonly SideChange[], lookup: Lookup): Trace {
  const made: Made[] = []
  const changed: { id: string; type: string; before: Data }[] = []
  const steps: { id: string; type: string; step: string }[] = []
  for (const change of side) {
    const { type, id, fields, isNew } = change
    if (id === undefined) made.push({ type, key: take(fields, keyOfMade[type] ?? []) })
    else if (isNew) made.push({ type, id })
    else if (change.step) steps.push({ type, id, step: change.step.name })
    else changed.push({ type, id, before: valuesBefore(lookup.get(id)?.fields ?? {}, Object.keys(fields)) })
  }
  return {
    ...(made.length > 0 ? { _made: made } : {}), ...(changed.length > 0 ? { _changed: changed } : {}), ...(steps.length > 0 ? { _steps: steps } : {}),
  }
}

/** Runs the steps on other records, each seeing what was changed before it, and replaces them by what they make of those records. */
function runSideSteps(world: StepWorld, main: Rec, side: readonly SideChange[]): Result<{ readonly side: readonly SideChange[]; readonly warnings: readonly Warning[] }> {
  const seen = new Map<string, Rec>([[main.id, main]])
  const settled: SideChange[] = []
  const warnings: Warning[] = []
  for (const change of side) {
    if (!change.step || change.id === undefined) {
      settled.push(change)
      continue
    }
    const { id, type } = change
    const lookup = overlay(world.lookup, seen)
    const rec = lookup.get(id)
    const other = machineOf(type)
    if (!rec || !other) return fail('bad-ref', { detail: { type, id } })
    const ran = runStep({ ...pickWorld(world), lookup, machine: other, rec, stepName: change.step.name, input: change.step.input })
    if (!ran.ok) return withWhere(ran, type, id)
    const { fields, status } = ran.value
    seen.set(id, { ...rec, fields, status })
    warnings.push(...ran.value.warnings)
    settled.push({ type, id, status, fields: { ...emptied(rec.fields, fields), ...fields } }, ...ran.value.side)
  }
  return ok({ side: settled, warnings })
}

/** Keys that are gone, as null: a side change names only what changes. */
const emptied = (before: Data, after: Data): Data => Object.fromEntries(Object.keys(before).filter((key) => !(key in after)).map((key) => [key, null]))

const pickWorld = ({ today, now, by, rules, settings, deviceLetter, role, newId }: StepWorld) => ({ today, now, by, rules, settings, deviceLetter, role, newId })

/** A failure on another record says on which. */
const withWhere = (failure: Failure, type: string, id: string): Failure => ({ ...failure, detail: { ...failure.detail, type, id } })

function undo(request: StepRequest, reason: string): Result<StepOutcome> {
  const { rec, now, by, lookup } = request
  const undone = undoLastStep({ rec, reason, now, by, lookup })
  if (!undone.ok) return undone
  const settled = runSideSteps(request, { ...rec, status: undone.status, fields: undone.fields }, undone.side)
  if (!settled.ok) return settled
  return ok({ fields: withoutEmpty(undone.fields), status: undone.status, eventOn: undone.eventOn, side: settled.value.side, warnings: settled.value.warnings })
}
