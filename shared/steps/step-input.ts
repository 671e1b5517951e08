/** What a step gets to work with: the input filled up from the record, what is missing, and the event's own date. */
import { statusLog, type Lookup } from '../facts'
import type { Data, Value } from '../fields'
import type { Rec } from '../record'
import type { Machine, Step, StepInput } from './step'

/** Nothing was given: absent, null, blank text, an empty list. `false` and 0 are values. */
export const isEmpty = (value: Value | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Values of `keys`, empty ones left out. */
export const take = (input: Data, keys: readonly string[]): Data => Object.fromEntries(keys.filter((key) => !isEmpty(input[key])).map((key) => [key, input[key]]))

/** An input that is a field of the record itself. */
export const ofRecord = (input: StepInput): boolean => input.field === undefined && input.of === undefined

/**
 * Whether an earlier step that still counts has used the record's value of `key`: then it is the date of that event and not of this one.
 * What was only planned (StepInput.plan) is not used up.
 */
function spent(machine: Machine, rec: Rec, key: string): boolean {
  return statusLog(rec).some((row) => machine.steps.some((step) => step.name === row.step && step.inputs.some((one) => one.key === key && ofRecord(one) && !one.plan)))
}

/** Key of the date that dates the event, in this state of the record; null = the step is dated today. */
export const dayKey = (step: Step, rec: Rec): string | null => step.onIf?.(rec) ?? step.on ?? null

export interface FilledInput {
  /** Only keys of the step's inputs, empty values left out, filled from the record; the event's own date always filled. */
  readonly input: Data
  readonly eventOn: string
  /** Required keys that neither input nor record has, in the table's order. */
  readonly missing: readonly string[]
}

/**
 * Fills the input of a step (domain.md A.34, "Dates"): a value that is left out is the one on the record, the event's own date at last today.
 * @param today Asia/Shanghai, `YYYY-MM-DD`
 */
export function fillInput(machine: Machine, step: Step, rec: Rec, given: Data, today: string, lookup: Lookup): FilledInput {
  const on = dayKey(step, rec)
  const input: Record<string, Value> = {}
  for (const one of step.inputs) {
    const value = given[one.key]
    if (!isEmpty(value)) {
      input[one.key] = value as Value
      continue
    }
    const fresh = one.key === on || one.fresh === true
    const onRecord = rec.fields[one.key]
    if (ofRecord(one) && !isEmpty(onRecord) && !(fresh && spent(machine, rec, one.key))) input[one.key] = onRecord as Value
  }
  let eventOn = today
  if (on !== null) {
    const day = input[on]
    eventOn = typeof day === 'string' ? day : (step.dayElse?.(rec, lookup, input, today) ?? today)
    input[on] = eventOn
  }
  const missing = step.inputs.filter((one) => isEmpty(input[one.key]) && (one.required === true || one.requiredIf?.(input, rec, lookup) === true)).map((one) => one.key)
  return { input, eventOn, missing }
}
