/** Registry of the status machines (domain.md A.34): one line a type. */
import type { Machine, Step } from './step'
import { activity } from './activity'
import { bill } from './bill'
import { byElection } from './by-election'
import { countyOrder } from './county-order'
import { debrief } from './debrief'
import { document } from './document'
import { expense } from './expense'
import { followUp } from './follow-up'
import { inquiry } from './inquiry'
import { mandate } from './mandate'
import { livelihoodProject, majorMatter } from './matters'
import { presidiumMeeting, session } from './meetings'
import { planItem } from './plan-item'
import { recall } from './recall'
import { suggestion } from './suggestion'
import { finding, supervision } from './supervision'
import { task } from './task'
import { voterMatter } from './voter-matter'

/** In the order of the tables. */
export const machines: readonly Machine[] = [
  mandate, session, presidiumMeeting, suggestion, bill, inquiry, recall, byElection, supervision, finding, followUp, majorMatter, livelihoodProject, activity,
  voterMatter, debrief, planItem, document, task, countyOrder, expense,
]

const byType = new Map(machines.map((machine) => [machine.type, machine]))

/** The machine of a record type; null for types without status. */
export const machineOf = (type: string): Machine | null => byType.get(type) ?? null

/** A step by its name. */
export const stepOf = (type: string, name: string): Step | null => machineOf(type)?.steps.find((step) => step.name === name) ?? null
