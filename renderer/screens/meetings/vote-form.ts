/** The fields of a vote's form, by what it is about and how it is held; what it begins with; how it is saved. Pure. */
import { textOf } from '../../../shared/facts'
import type { Data } from '../../../shared/fields'
import type { Rec } from '../../../shared/record'
import { asChanges, filled, type QuickInput } from '../../entry/use-entry'
import { isEmptyValue } from '../../records/form-fields'
import type { FormValues } from '../../state/drafts'
import { voteKindOf } from './agenda'

export interface VoteStart {
  readonly session: Rec
  readonly item: Rec | null
  readonly vote: Rec | null
  /** All deputies, where the session has not been opened yet. */
  readonly total: number | null
  readonly present: number | null
}

export const voteKeys = [
  'subject', 'kind', 'method', 'total', 'present', 'issued', 'collected', 'valid', 'invalid', 'for_count', 'against_count', 'abstain_count', 'seats', 'candidates', 'other_names',
  'tellers', 'scrutineers', 'announce_no', 'oath_on', 'oath_group', 'result_override', 'override_reason', 'remark',
] as const
type VoteKey = (typeof voteKeys)[number]

export function startVote({ session, item, vote, total, present }: VoteStart): FormValues {
  if (vote !== null) return Object.fromEntries(voteKeys.flatMap((key) => (isEmptyValue(vote.fields[key]) ? [] : [[key, vote.fields[key]] as const])))
  const kind = voteKindOf(item === null ? '' : textOf(item.fields, 'kind'))
  return {
    subject: item === null ? null : textOf(item.fields, 'title'), kind, method: kind === '1' ? '1' : '2',
    total: session.fields['total_deputies'] ?? total, present,
  }
}

interface Shown {
  readonly main: readonly VoteKey[]
  readonly more: readonly VoteKey[]
}

/** Ballots are asked for where there are some, counts where there is one question, candidates where there are names. */
export function shownKeys(values: FormValues): Shown {
  const ballot = values['method'] === '2'
  const names = values['kind'] === '2' || values['kind'] === '3'
  return {
    main: [
      'total', 'present', ...(ballot ? ['issued', 'collected', 'valid', 'invalid'] as const : []),
      ...(names ? ['seats', 'candidates'] as const : ['for_count', 'against_count', 'abstain_count'] as const),
    ],
    more: ['tellers', 'scrutineers', ...(names ? ['other_names', 'announce_no', 'oath_on', 'oath_group'] as const : []), 'result_override', 'override_reason', 'remark'],
  }
}

/** Keys that belong to the way it was held: what stands in a field that is not shown any more is not sent. */
const ofTheWay: readonly VoteKey[] = ['issued', 'collected', 'valid', 'invalid', 'for_count', 'against_count', 'abstain_count', 'seats', 'candidates', 'other_names', 'announce_no', 'oath_on', 'oath_group']

export function cleaned(values: FormValues): FormValues {
  const { main, more } = shownKeys(values)
  const gone = ofTheWay.filter((key) => !main.includes(key) && !more.includes(key))
  return { ...values, ...Object.fromEntries(gone.map((key) => [key, null])) }
}

/** Numbers as typed, for the sums beside the fields: what is no number yet is left out. */
export const countable = (values: FormValues): Data => Object.fromEntries(Object.entries(cleaned(values)).filter(([key]) => !key.startsWith('_'))) as Data

export function voteToSave(values: FormValues, { session, item, vote }: VoteStart): QuickInput {
  const given = cleaned(values)
  const link = item === null || (vote !== null && item.fields['vote'] === vote.id) ? [] : [{ type: 'agenda_item', parent: 'vote', id: item.id, fields: {} }]
  return vote === null
    ? { type: 'vote', fields: { meeting: session.id, ...filled(given, voteKeys) }, ...(link.length > 0 ? { side: link } : {}) }
    : { type: 'vote', id: vote.id, base: vote.version, fields: asChanges(given, voteKeys), ...(link.length > 0 ? { side: link } : {}) }
}
