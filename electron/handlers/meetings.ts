/** Meetings and the plan of a year, read from the records of this office. */
import { expectedAt } from '../../shared/meetings/expected'
import { planYear } from '../../shared/plan/plan-year'
import { ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'

export const meetingHandlers = {
  'meeting.expected': ({ type, day, town }, desk) => ok(expectedAt(desk.store.facts([town ?? desk.store.office.code]), type, day, desk.settings)),
  'plan.year': ({ year }, desk) => ok(planYear(desk.store.facts([desk.store.office.code]), year, desk.today)),
} satisfies Partial<Handlers<Desk>>
