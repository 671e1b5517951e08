/**
 * `undo_step`: takes the last row of the status log back, with a reason. The row stays in the history, marked; the fields that the step
 * set get their values from before it, the records it made are deleted, steps it ran on other records are undone too.
 */
import type { Lookup } from '../facts'
import type { Data, Value } from '../fields'
import type { Rec, StatusEntry } from '../record'
import { fail, type Failure } from '../result'
import { refuse } from './refuse'
import { asValue, inputOf, lastStep, wholeLog, type Made } from './status-log'
import type { SideChange } from './step'

export interface Undone {
  readonly ok: true
  readonly fields: Data
  readonly status: string
  readonly eventOn: string
  readonly side: readonly SideChange[]
}

interface UndoRequest {
  readonly rec: Rec
  readonly reason: string
  readonly now: string
  readonly by: string
  readonly lookup: Lookup
}

/** The record a step made, if it still lives. */
function findMade(made: Made, lookup: Lookup): Rec | null {
  if (made.id !== undefined) return lookup.get(made.id)
  const key = Object.entries(made.key ?? {})
  const [first] = key.flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : []))
  if (!first) return null
  return lookup.where(made.type, first.name, first.value).find((rec) => key.every(([name, value]) => rec.fields[name] === value)) ?? null
}

/** Takes the last step of `rec` back. Fails with `not-now` where there is none or where what it made has moved on. */
export function undoLastStep({ rec, reason, now, by, lookup }: UndoRequest): Undone | Failure {
  const row = lastStep(rec)
  if (!row) return refuse(rec.status, 'nothing-to-undo')
  if (reason.trim() === '') return fail('reason-needed', { field: 'reason' })
  const { _before = {}, _appended = [], _made = [], _changed = [], _steps = [], ...told } = inputOf(row)

  const side: SideChange[] = []
  for (const made of _made) {
    const child = findMade(made, lookup)
    if (!child) continue
    if (lastStep(child)) return refuse(rec.status, 'made-record-in-use', { more: { type: child.type, id: child.id } })
    side.push({ type: child.type, id: child.id, fields: {}, delete: true, reason })
  }
  for (const { id, type, before } of _changed) if (lookup.get(id)) side.push({ type, id, fields: before })
  for (const { id, type, step } of [..._steps].reverse()) {
    const other = lookup.get(id)
    if (!other) continue
    if (_steps.filter((one) => one.id === id).at(-1)?.step === step && lastStep(other)?.step !== step) {
      return refuse(rec.status, 'other-record-moved-on', { more: { type, id } })
    }
    side.push({ type, id, fields: {}, step: { name: 'undo_step', input: { reason } } })
  }

  const fields: Record<string, Value | undefined> = { ...rec.fields, ..._before }
  for (const key of _appended) {
    const rows = fields[key]
    if (Array.isArray(rows)) fields[key] = rows.slice(0, -1)
  }
  const marked: StatusEntry = { ...row, undone: true, input: JSON.stringify({ ...told, _undone: { reason, by, at: now } }) }
  fields['status_log'] = asValue(wholeLog(rec.fields).map((one) => (one === row ? marked : one)))
  return { ok: true, fields, status: row.from, eventOn: row.event_on, side }
}
