/** From the paper of a suggestion to one commit: raised, and where the paper says so accepted and assigned. Pure. */
import type { Rec } from '../../../shared/record'
import { idsOf, textOf } from '../../../shared/facts'
import { filled, type QuickInput } from '../../entry/use-entry'
import { isEmptyValue } from '../../records/form-fields'
import type { FormValues } from '../../state/drafts'

const ownKeys = [
  'title', 'body', 'lead', 'cosign', 'kind', 'period', 'session', 'raised_on', 'source', 'source_ref', 'field', 'villages', 'voters_served', 'repeat_of', 'key_level', 'key_leader', 'key_supervisor', 'public_ok', 'remark',
] as const
const reviewKeys = ['review_on', 'reviewer'] as const
const assignKeys = ['assigned_on', 'host', 'cohosts', 'mode', 'term_class'] as const

/** Keys of the form in its order: an error goes to the first of them. */
export const entryForm: readonly string[] = [
  'title', 'body', 'lead', 'raised_on', 'period', 'session', 'field', 'public_ok', 'host', 'assigned_on', 'review_on', 'cosign', 'cohosts', 'mode', 'term_class', 'reviewer', 'kind', 'source', 'source_ref', 'villages', 'voters_served',
  'repeat_of', 'key_level', 'key_leader', 'key_supervisor', 'remark',
]

const inSession = '1'
const between = '2'
const accepted = '1'

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value)

/** The session that a day falls in: from its opening to its closing, one that is not closed yet to its first day. */
export function sessionOn(sessions: readonly Rec[], day: unknown): Rec | null {
  if (!isDay(day)) return null
  return sessions.find(({ fields }) => {
    const start = textOf(fields, 'start_on')
    return start !== '' && start <= day && day <= (textOf(fields, 'end_on') || start)
  }) ?? null
}

/** The latest session that had begun on a day. */
const lastSession = (sessions: readonly Rec[], day: unknown): Rec | null => {
  const begun = sessions.filter(({ fields }) => textOf(fields, 'start_on') !== '' && (!isDay(day) || textOf(fields, 'start_on') <= day))
  return [...begun].sort((a, b) => (textOf(a.fields, 'start_on') < textOf(b.fields, 'start_on') ? 1 : -1))[0] ?? null
}

/**
 * What the form shows and saves where nobody said otherwise: at a session or between two by the day, the latest session, and once a unit is
 * named the day it was assigned and examined.
 */
export function withProposals(values: FormValues, sessions: readonly Rec[], today: string): FormValues {
  const at = sessionOn(sessions, values['raised_on'])
  const period = values['period'] ?? (at === null ? between : inSession)
  const session = values['session'] ?? (period === inSession ? (at ?? lastSession(sessions, values['raised_on']))?.id : undefined)
  const assigned = values['assigned_on'] ?? (isEmptyValue(values['host']) ? undefined : today)
  const review = values['review_on'] ?? assigned
  return { ...values, period, ...(session === undefined ? {} : { session }), ...(assigned === undefined ? {} : { assigned_on: assigned }), ...(review === undefined ? {} : { review_on: review }) }
}

/** `raised` = nothing was said of an examination, `accepted` = examined, `assigned` = with a unit. */
export function stageOf(values: FormValues): 'raised' | 'accepted' | 'assigned' {
  if (!isEmptyValue(values['host'])) return 'assigned'
  return isEmptyValue(values['review_on']) ? 'raised' : 'accepted'
}

export function toSave(values: FormValues): QuickInput {
  const stage = stageOf(values)
  const keys = ownKeys.filter((key) => key !== 'session' || values['period'] === inSession)
  return {
    type: 'suggestion', fields: filled(values, keys),
    steps: [
      { step: 'submit', fields: {} },
      ...(stage === 'raised' ? [] : [{ step: 'review', fields: { ...filled(values, reviewKeys), accept: accepted } }]),
      ...(stage === 'assigned' ? [{ step: 'assign', fields: filled(values, assignKeys) }] : []),
    ],
  }
}

/** What a pile of suggestions shares: when they were raised, examined and assigned. */
export const sharedKeys = ['raised_on', 'period', 'session', 'source', 'review_on', 'reviewer', 'assigned_on'] as const

/** The values of the last suggestion that the next one of the pile begins with. */
export const asLast = (last: Rec): FormValues =>
  Object.fromEntries(sharedKeys.filter((key) => textOf(last.fields, key) !== '').map((key) => [key, textOf(last.fields, key)]))

export const cosignOf = (rec: Rec | null): readonly string[] => (rec === null ? [] : idsOf(rec.fields, 'cosign'))
