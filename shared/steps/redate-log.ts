/**
 * A date that is put right is right everywhere: the row of the status log that was dated by it moves with it, so that counts as at any
 * day follow (domain.md A.34: event dates drive rules and periods). The history keeps what stood before.
 */
import type { Data } from '../fields'
import type { StatusEntry } from '../record'
import { isDay } from '../rules/calendar'
import { addStep, wholeLog } from './status-log'
import type { Machine } from './step'

const dayAt = (data: Data, key: string): string => (typeof data[key] === 'string' ? data[key] : '')

/** The keys that may have dated a row, the one that always does first. */
function keysOf(machine: Machine, row: StatusEntry): readonly string[] {
  if (row.step === addStep) return machine.entry.on
  const step = machine.steps.find((one) => one.name === row.step)
  return step === undefined ? [] : [...(step.on === undefined ? [] : [step.on]), ...step.inputs.filter((input) => input.field === undefined && input.of === undefined).map((input) => input.key)]
}

/** The log after a change of the record's fields; null where no row is dated by a field that changed. */
export function redatedLog(machine: Machine, before: Data, after: Data): readonly StatusEntry[] | null {
  const log = wholeLog(before)
  // only the last time that a step ran is what the fields tell
  const last = new Map(log.filter((row) => row.undone !== true).map((row) => [row.step, row]))
  let moved = false
  const rows = log.map((row) => {
    const key = last.get(row.step) === row ? keysOf(machine, row).find((one) => dayAt(before, one) === row.event_on) : undefined
    const day = key === undefined ? '' : dayAt(after, key)
    if (!isDay(day) || day === row.event_on) return row
    moved = true
    return { ...row, event_on: day }
  })
  return moved ? rows : null
}
