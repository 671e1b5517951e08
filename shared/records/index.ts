/** Registry of every record type, in the order of the data dictionary (A.0.2). A new type is one line here. */
import type { Declaration, Rec } from '../record'
import type { Lookup } from '../facts'
import type { RuleBook } from '../rules/rule-book'
import { activity, participation } from './activity'
import { assessment } from './assessment'
import { bill } from './bill'
import { budget, expense } from './budget'
import { byElection } from './by-election'
import { constituency } from './constituency'
import { countyOrder } from './county-order'
import { debrief } from './debrief'
import { deed } from './deed'
import { document } from './document'
import { file } from './file'
import { followUp } from './follow-up'
import { group } from './group'
import { inquiry } from './inquiry'
import { letter } from './letter'
import { livelihoodProject } from './livelihood-project'
import { majorMatter } from './major-matter'
import { mandate } from './mandate'
import { office, village } from './office'
import { organisation } from './organisation'
import { partyLog } from './party-log'
import { person, personPrivate } from './person'
import { planItem } from './plan-item'
import { decision, presidiumMeeting } from './presidium-meeting'
import { organ, presidiumMember } from './presidium'
import { publicity } from './publicity'
import { recall } from './recall'
import { score } from './score'
import { agendaItem, attendance, session } from './session'
import { site } from './site'
import { contact, promise, reply, urge } from './suggestion-parts'
import { suggestion } from './suggestion'
import { finding, rating, supervision } from './supervision'
import { task } from './task'
import { term } from './term'
import { training } from './training'
import { pairing, visit } from './visit'
import { visitor, voterMatter } from './voter-matter'
import { vote } from './vote'

const registry = {
  term, office, village, constituency, person, person_private: personPrivate, mandate, group, presidium_member: presidiumMember, organ,
  organisation, plan_item: planItem, session, attendance, agenda_item: agendaItem, vote, presidium_meeting: presidiumMeeting, decision,
  supervision, finding, rating, follow_up: followUp, major_matter: majorMatter, livelihood_project: livelihoodProject, bill,
  suggestion, reply, contact, promise, urge, inquiry, recall, by_election: byElection, activity, participation, training, deed, site,
  voter_matter: voterMatter, visitor, visit, pairing, debrief, score, budget, expense, document, task, letter,
  county_order: countyOrder, party_log: partyLog, assessment, publicity, file,
} as const

export type RecordTypeName = keyof typeof registry

export const declarations: Readonly<Record<RecordTypeName, Declaration>> = registry

/** Names of all types, in order. */
export const recordTypes = Object.keys(registry) as readonly RecordTypeName[]

/** Whether `type` names a record type. */
export const isRecordType = (type: string): type is RecordTypeName => Object.hasOwn(registry, type)

/** The declaration of a type; null for a name that is none. */
export const declarationOf = (type: string): Declaration | null => (isRecordType(type) ? declarations[type] : null)

/** What people call a record; its id where the type is unknown. */
export const titleOf = (rec: Rec, lookup: Lookup): string => declarationOf(rec.type)?.title(rec.fields, lookup) || rec.id

/** The record with its derived values beside its fields, as it is printed and shown; a status that follows from dates is its status. */
export function withDerived(rec: Rec, lookup: Lookup, today: string, rules: RuleBook): Rec {
  const derived = declarationOf(rec.type)?.derive?.(rec, lookup, today, rules)
  if (!derived) return rec
  const status = derived['status']
  return { ...rec, ...(typeof status === 'string' ? { status } : {}), fields: { ...rec.fields, ...derived } }
}
