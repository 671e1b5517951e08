/** Registry of the status machines (domain.md A.34): one line a type. */
import type { Machine, Step } from '../step'
import { activity } from './activity'
import { debrief } from './debrief'
import { followUp } from './follow-up'
import { mandate } from './mandate'
import { presidiumMeeting, session } from './meetings'
import { suggestion } from './suggestion'
import { finding, supervision } from './supervision'
import { voterMatter } from './voter-matter'

const machines: Readonly<Record<string, Machine>> = {
  mandate, session, presidium_meeting: presidiumMeeting, suggestion, supervision, finding, follow_up: followUp, activity, voter_matter: voterMatter, debrief,
}

/** The machine of a record type; null for types without status. */
export const machineOf = (type: string): Machine | null => (Object.hasOwn(machines, type) ? (machines[type] ?? null) : null)

/** A step by its name. */
export const stepOf = (type: string, name: string): Step | null => machineOf(type)?.steps.find((step) => step.name === name) ?? null
