/** Congress sessions and presidium meetings of a period, with their attendance. */
import { intOf, textOf, type Facts } from '../facts'
import type { Row } from '../fields'
import type { Rec } from '../record'
import { attendanceState } from '../records/session'
import { daysBetween } from '../rules/calendar'
import { presidiumAt } from './office-at'
import { deputiesAt, isTownMandate } from './deputies-at'
import type { Period } from './indicator'
import { dated } from './periods'
import { reached } from './status-moves'

const key = (name: string, period: Period): string => `${name} ${period.from} ${period.to}`

/** Sessions that begin in the period, from 进行中 on. */
export const sessionsIn = (facts: Facts, period: Period): readonly Rec[] => facts.once(key('sessions', period), () =>
  facts.all('session').filter((rec) => dated(rec, 'start_on', period) && reached(rec, ['进行中', '已闭会', '已归档'])))

/** Days of a session, both included; one not yet closed has one. */
export function sessionDays(rec: Rec): number {
  const end = textOf(rec.fields, 'end_on')
  return end === '' ? 1 : daysBetween(textOf(rec.fields, 'start_on'), end) + 1
}

/** 应到: as frozen at the opening, else the deputies in office on the first day. */
export const totalDeputies = (facts: Facts, session: Rec): number =>
  intOf(session.fields, 'total_deputies') ?? deputiesAt(facts, textOf(session.fields, 'start_on')).length

/** Attendance rows of the town's deputies at these sessions. */
export const attendanceOf = (facts: Facts, sessions: readonly Rec[]): readonly Rec[] =>
  sessions.flatMap((session) => facts.where('attendance', 'session', session.id)).filter((row) => isTownMandate(facts, textOf(row.fields, 'mandate')))

export const wasPresent = (row: Rec): boolean => textOf(row.fields, 'state') === '1'

/** On leave from a session; a leave that was not approved is none. */
export const onLeave = (row: Rec): boolean => attendanceState(row) === 'on_leave'

/** 未经批准不出席: absent from a session without leave, or with one that was not approved. */
export const absentUnapproved = (row: Rec): boolean => attendanceState(row) === 'absent'

/** Rows of a record's list 列席人员. */
export function nonvotingOf(rec: Rec): readonly Row[] {
  const rows = rec.fields['nonvoting']
  return Array.isArray(rows) ? (rows as readonly Row[]) : []
}

/** Presidium meetings held in the period, from 进行中 on. */
export const presidiumMeetingsIn = (facts: Facts, period: Period): readonly Rec[] => facts.once(key('presidium meetings', period), () =>
  facts.all('presidium_meeting').filter((rec) => dated(rec, 'held_on', period) && isHeld(rec)))

/** Whether a presidium meeting took place. */
export const isHeld = (meeting: Rec): boolean => reached(meeting, ['进行中', '已结束', '已归档'])

/** Members' rows at a presidium meeting; people without a vote are none. */
export const memberRows = (facts: Facts, meeting: Rec): readonly Rec[] =>
  facts.where('participation', 'event', meeting.id).filter((row) => textOf(row.fields, 'role') !== '4')

/** 应到成员: as frozen at the opening, else the members that day. */
export const totalMembers = (facts: Facts, meeting: Rec): number =>
  intOf(meeting.fields, 'members_total') ?? presidiumAt(facts, textOf(meeting.fields, 'held_on')).length
