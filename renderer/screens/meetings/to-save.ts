/** From what was typed to one commit: a presidium meeting with who came and what was decided, or a session in preparation. Pure. */
import type { RecordPage } from '../../../shared/contract/records'
import { participationRegister, type Roll } from '../../attendance/roll'
import { changedRows } from '../../attendance/saved-roll'
import { asChanges, filled, type QuickInput } from '../../entry/use-entry'
import type { FormValues } from '../../state/drafts'
import { goneTopics, topicSides, type Topic } from './topics'

export const meetingKeys = ['no', 'held_on', 'start_time', 'place', 'chair', 'recorder', 'minutes', 'nonvoting', 'extraordinary', 'proposers', 'remark'] as const
export const sessionKeys = ['no', 'kind', 'decide_on', 'notice_on', 'start_on', 'start_time', 'place', 'convened_by', 'proposers'] as const

export interface MeetingToSave {
  /** As shown, with what was proposed. */
  readonly values: FormValues
  readonly term: string | null
  readonly topics: readonly Topic[]
  readonly roll: Roll
  /** Mandates of those expected. */
  readonly expected: readonly string[]
  /** Everybody who can be seen on the list: only they can have been taken off it. */
  readonly known: readonly string[]
  readonly total: number
  readonly today: string
  readonly page: RecordPage | null
}

/** Its day is still to come: nobody has come and nothing was decided. */
export const isComing = (day: unknown, today: string): boolean => typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(day) && day > today

/** A meeting of the past is opened and closed in the same commit; one to come stays in preparation. */
export function meetingToSave({ values, term, topics, roll, expected, known, total, today, page }: MeetingToSave): QuickInput {
  const before = page === null ? {} : { id: page.record.id, base: page.record.version }
  const fields = page === null ? { ...(term === null ? {} : { term }), ...filled(values, meetingKeys) } : asChanges(values, meetingKeys)
  const coming = isComing(values['held_on'], today)
  const { rows, gone } = coming ? { rows: [], gone: [] } : changedRows(page, 'participation', roll, participationRegister, expected, known)
  const drop = [...gone, ...goneTopics(topics, page)]
  const side = [...rows.map((row) => ({ type: 'participation', parent: 'event', fields: { ...row } })), ...topicSides(topics, page)]
  const waiting = page === null || ['筹备', '已通知'].includes(page.record.status ?? '')
  const day = values['held_on']
  const steps = coming || !waiting ? [] : [{ step: 'open', fields: { held_on: day, members_total: total } }, { step: 'close', fields: { closed_on: day } }]
  return { type: 'presidium_meeting', ...before, fields, ...(side.length > 0 ? { side } : {}), ...(steps.length > 0 ? { steps } : {}), ...(drop.length > 0 ? { drop } : {}) }
}

/** A session is called where the day of that decision is known; everything else follows on its page. */
export function sessionToSave(values: FormValues, term: string | null): QuickInput {
  const fields = { ...(term === null ? {} : { term }), ...filled(values, sessionKeys) }
  const called = filled(values, ['decide_on', 'notice_on', 'start_on', 'place', 'convened_by', 'proposers'])
  return { type: 'session', fields, ...(called['decide_on'] === undefined ? {} : { steps: [{ step: 'call', fields: called }] }) }
}
