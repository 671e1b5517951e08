/** From the sheets of an answer to one commit: what was talked over, promised, answered and how the deputy rated it. Pure. */
import type { RecordPage } from '../../../shared/contract/records'
import { textOf } from '../../../shared/facts'
import type { Timeline } from '../../../shared/suggestions/timeline'
import { filled, type QuickInput } from '../../entry/use-entry'
import { isEmptyValue } from '../../records/form-fields'
import type { FormValues } from '../../state/drafts'

export const replyKeys = ['reply_on', 'result_class', 'reply_no', 'signer', 'unit', 'text', 'feedback_sent'] as const
export const rateKeys = ['feedback_on', 'rate_result', 'rate_process', 'rate_text'] as const
export const promiseKeys = ['content', 'due'] as const
export const talkKeys = ['talk_on', 'talk_mode', 'talk_who'] as const

/** Keys of the form in its order: an error goes to the first of them. */
export const replyForm: readonly string[] = ['unit', 'reply_on', 'result_class', 'reply_no', 'signer', ...talkKeys, ...promiseKeys, 'text', 'feedback_sent', 'rate_result', 'feedback_on', 'rate_process', 'rate_text']

export interface ReplySituation {
  readonly round: number
  /** Units whose answer the round still waits for. */
  readonly units: readonly string[]
  /** Nobody has talked to the deputy in this round yet. */
  readonly untalked: boolean
}

export function situationOf(timeline: Timeline): ReplySituation {
  const replies = timeline.ahead.filter((one) => one.kind === 'reply')
  return {
    round: replies[0]?.round ?? timeline.round, units: [...new Set(replies.flatMap(({ who }) => who))], untalked: timeline.ahead.some((one) => one.kind === 'contact'),
  }
}

/** The answer that is being entered is the last one the round waits for: only then can it be rated. */
export const completes = ({ units }: ReplySituation, unit: string): boolean => units.every((one) => one === unit)

/** What the form shows and saves: the unit where only one is left, today where a rating was ticked without its day. */
export function withProposals(values: FormValues, situation: ReplySituation, today: string): FormValues {
  const unit = isEmptyValue(values['unit']) ? situation.units[0] : values['unit']
  const rated = !isEmptyValue(values['rate_result'])
  return { ...values, ...(unit === undefined ? {} : { unit }), ...(rated && values['feedback_on'] === undefined ? { feedback_on: today } : {}) }
}

/** One commit of the true steps, in the order they happened. */
export function replyToSave(page: RecordPage, values: FormValues, situation: ReplySituation): QuickInput {
  const unit = textOf(values as Readonly<Record<string, string>>, 'unit')
  const talk = filled(values, talkKeys)
  const promised = !isEmptyValue(values['content'])
  const rated = completes(situation, unit) && !isEmptyValue(values['rate_result'])
  return {
    type: 'suggestion', id: page.record.id, base: page.record.version, fields: {},
    steps: [
      ...(situation.untalked && 'talk_on' in talk
        ? [{ step: 'communicate', fields: { date: talk['talk_on'], ...('talk_mode' in talk ? { mode: talk['talk_mode'] } : {}), ...('talk_who' in talk ? { who: talk['talk_who'] } : {}), ...(unit === '' ? {} : { unit }) } }]
        : []),
      ...(promised ? [{ step: 'promise', fields: { ...filled(values, promiseKeys), ...(unit === '' ? {} : { unit }) } }] : []),
      { step: 'reply', fields: filled(values, replyKeys) },
      ...(rated ? [{ step: 'feedback', fields: { ...filled(values, rateKeys), ...(unit === '' ? {} : { unit }) } }] : []),
    ],
  }
}

/** A refusal names the step's own keys; two of them are called otherwise in the form. */
export const keyInForm = (key: string): string => (key === 'date' ? 'talk_on' : key === 'mode' ? 'talk_mode' : key === 'who' ? 'talk_who' : key)
