/**
 * Saving: prepared records, steps and what the steps make, brought to the one door as one commit. Every save of the window and of the
 * command line passes here.
 */
import type { Data, Value } from '../../shared/fields'
import type { Lookup } from '../../shared/facts'
import type { Rec } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import { withDefaults } from '../../shared/records/defaults'
import { parseData } from '../../shared/records/parse-data'
import { fail, ok, type Failure, type Result, type Warning } from '../../shared/result'
import { overlay } from '../../shared/steps/overlay'
import { asValue, firstLog } from '../../shared/steps/status-log'
import { machineOf, stepOf } from '../../shared/steps'
import { nameMissing, runStep, stepFields } from '../../shared/steps/run-step'
import type { SideChange } from '../../shared/steps/step'
import { dataOf, type Change, type CommitDone } from '../store/change'
import type { Desk } from './desk'
import { resolveFinds } from './find-reference'
import { printRecord } from './print-record'

type Bag = Readonly<Record<string, unknown>>

/** Commits and keeps what was written, so that one undo takes the whole entry back. */
export function commit(desk: Desk, changes: readonly Change[]): Result<CommitDone> {
  const done = desk.store.commit(desk.actor, changes)
  if (!done.ok) return shownFailure(desk, done)
  const main = done.value.versions[0]
  if (main) desk.remember(main.id, done.value.versions)
  return done
}

/** A save that came too late is told with the record as it stands, which the window may only see as any other. */
function shownFailure(desk: Desk, failure: Failure): Failure {
  const current = failure.detail?.['current'] as Rec | undefined
  return current === undefined ? failure : { ...failure, detail: { ...failure.detail, current: printRecord(desk, current) } }
}

/** The raw input of a step, parsed by the fields that its keys stand for. */
export function parseStepInput(desk: Desk, type: string, stepName: string, raw: Bag): Result<Data> {
  const declaration = declarationOf(type)
  const step = stepOf(type, stepName)
  if (!declaration || !step) return fail('unknown-step', { detail: { step: stepName, type } })
  const fields = stepFields(step, declaration, declarationOf)
  const pseudo = { ...declaration, fields, key: undefined, check: undefined }
  const found = resolveFinds(desk, pseudo, raw)
  if (!found.ok) return found
  const parsed = parseData(pseudo, found.value, { today: desk.today, partial: true, history: false, step: true })
  if (!parsed.ok) {
    const first = parsed.errors[0]
    return first ? fail(first.code, { field: first.field, detail: { ...first.detail } }) : fail('bad-input')
  }
  return ok(parsed.data)
}

export interface StepResult {
  readonly rec: Rec
  readonly changes: readonly Change[]
  readonly warnings: readonly Warning[]
}

/** A refusal with the names of the fields that are missing, for its sentence. */
function inWords(failure: Failure, type: string, stepName: string): Failure {
  const declaration = declarationOf(type)
  const step = stepOf(type, stepName)
  return declaration && step ? nameMissing(failure, stepFields(step, declaration, declarationOf)) : failure
}

/** Runs one step on a record that may not be saved yet; `lookup` sees what the same commit has already changed. */
export function applyStep(desk: Desk, rec: Rec, stepName: string, raw: Bag, lookup: Lookup): Result<StepResult> {
  const machine = machineOf(rec.type)
  if (!machine) return fail('unknown-step', { detail: { step: stepName, type: rec.type } })
  const input = parseStepInput(desk, rec.type, stepName, raw)
  if (!input.ok) return input
  const ran = runStep({
    machine, rec, stepName, input: input.value, today: desk.today, now: desk.actor.at, by: desk.by, lookup, rules: desk.rules, settings: desk.settings,
    deviceLetter: desk.store.device.letter, role: desk.store.office.role, newId: () => desk.newId(),
  })
  if (!ran.ok) return inWords(ran, rec.type, stepName)
  const after: Rec = { ...rec, status: ran.value.status, fields: ran.value.fields }
  const changes: Change[] = []
  for (const side of ran.value.side) {
    const change = sideChange(desk, side, rec.org, lookup)
    if (change) changes.push(change)
  }
  return ok({ rec: after, changes, warnings: ran.value.warnings })
}

/** A record that a step makes, changes or deletes, as a change for the door. */
function sideChange(desk: Desk, side: SideChange, org: string, lookup: Lookup): Change | null {
  if (side.id !== undefined && side.delete === true) return { op: 'del', uid: side.id, reason: side.reason ?? '撤销' }
  const existing = side.id !== undefined && side.isNew !== true ? lookup.get(side.id) : null
  const keyed = side.id === undefined ? desk.store.uidOf(side.type, side.fields, org) : null
  const standing = existing ?? (keyed === null ? null : lookup.get(keyed))
  if (standing) {
    const data: Record<string, Value | undefined> = { ...dataOf(standing) }
    for (const [key, value] of Object.entries(side.fields)) {
      if (value === null || value === undefined) Reflect.deleteProperty(data, key)
      else data[key] = value
    }
    if (side.status !== undefined) data['status'] = side.status
    return { op: 'put', type: side.type, uid: standing.id, data }
  }
  if (side.id !== undefined && side.isNew !== true) return null
  return newSide(desk, side, org)
}

function newSide(desk: Desk, side: SideChange, org: string): Change {
  const declaration = declarationOf(side.type)
  const machine = machineOf(side.type)
  const started = declaration ? withDefaults(declaration, side.fields, desk.store.lookup(), desk.today) : side.fields
  let data: Data = Object.fromEntries(Object.entries(started).filter(([, value]) => value !== null && value !== undefined))
  if (declaration?.firstStatus !== undefined && machine) {
    const at = { today: desk.today, now: desk.actor.at, by: desk.by }
    data = { status: declaration.firstStatus, status_log: asValue(firstLog(machine, declaration, data, at)), ...data, ...(side.status === undefined ? {} : { status: side.status }) }
  }
  return { op: 'put', type: side.type, ...(side.id === undefined ? {} : { uid: side.id }), data, org }
}

/** The change that saves `rec` as it now is. */
export const putOf = (rec: Rec, base?: string): Change => ({ op: 'put', type: rec.type, uid: rec.id, data: dataOf(rec), org: rec.org, ...(base === undefined ? {} : { base }) })

/** One step on a saved record, in a commit of its own. */
export function stepOnSaved(desk: Desk, id: string, stepName: string, raw: Bag, base?: string): Result<{ readonly record: Rec; readonly warnings: readonly Warning[]; readonly done: CommitDone }> {
  const rec = desk.store.get(desk.store.resolve(id))
  if (!rec) return fail('not-found', { detail: { id } })
  if (rec.deleted) return fail('already-deleted', { detail: { id } })
  const ran = applyStep(desk, rec, stepName, raw, desk.store.lookup())
  if (!ran.ok) return ran
  const done = commit(desk, [putOf(ran.value.rec, base), ...ran.value.changes])
  if (!done.ok) return done
  const after = done.value.recs[0]
  return after ? ok({ record: after, warnings: ran.value.warnings, done: done.value }) : fail('internal')
}

/** A lookup in which `rec` already stands as it will be saved. */
export const seeing = (lookup: Lookup, ...recs: readonly Rec[]): Lookup => overlay(lookup, new Map(recs.map((rec) => [rec.id, rec])))
