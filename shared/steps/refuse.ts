/** Refusals that the tables of steps share. Every `because` has its sentence in shared/text/refusals.ts. */
import { fail, type Failure } from '../result'
import type { Data } from '../fields'

export const refusalReasons = [
  'wrong-status', 'input-missing', 'feedback-term-running', 'rating-missing', 'proof-missing', 'answer-exists', 'unit-answered', 'two-rounds-needed',
  'target-not-open', 'already-merged', 'no-answer-to-rate', 'answer-rated', 'no-open-promise', 'promise-closed', 'too-few-names', 'too-few-voters',
  'name-twice', 'not-in-office', 'vote-not-passed', 'vote-passed', 'vote-without-result', 'term-without-end', 'needs-congress', 'use-convert',
  'already-converted', 'nothing-to-undo', 'made-record-in-use', 'other-record-moved-on', 'not-this-reason', 'report-signed',
] as const

/** Why a step is refused beyond a wrong status or a missing input. */
export type RefusalReason = (typeof refusalReasons)[number]

interface Refusal {
  readonly missing?: readonly string[]
  readonly field?: string
  readonly more?: Readonly<Record<string, unknown>>
}

/** `not-now`: what stands in the way, with the keys that are missing and the figures of the sentence. */
export function refuse(status: string | undefined, because: RefusalReason, { missing = [], field, more = {} }: Refusal = {}): Failure {
  const where = field ?? missing[0]
  return fail('not-now', { ...(where === undefined ? {} : { field: where }), detail: { status: status ?? null, because, missing, ...more } })
}

/** A day on the record that an event cannot precede. */
export type Earlier = readonly [day: unknown, label: string]

/**
 * `date-order` if `day` lies before one of the earlier days; both dates are named. Absent days and months (`YYYY-MM`) are not compared.
 */
export function notBefore(field: string, day: unknown, label: string, ...earlier: readonly Earlier[]): Failure | null {
  if (typeof day !== 'string' || day.length !== 10) return null
  for (const [first, firstLabel] of earlier) {
    if (typeof first === 'string' && first.length === 10 && day < first) {
      return fail('date-order', { field, detail: { first, firstLabel, second: day, secondLabel: label } })
    }
  }
  return null
}

/** `negative` for the first of `keys` below nought. */
export function notNegative(input: Data, ...keys: readonly string[]): Failure | null {
  for (const key of keys) {
    const value = input[key]
    if (typeof value === 'number' && value < 0) return fail('negative', { field: key, detail: { value } })
  }
  return null
}
