/** Events that deputies take part in (B8.01): activities, supervision with participants, training, and days of 述职, each once. */
import { intOf, textOf, type Facts } from '../facts'
import type { Rec } from '../record'
import { distinctBy } from './define-indicator'
import { isTownMandate } from './deputies-at'
import type { Period, Question } from './indicator'
import { wasPresent } from './meetings-of'
import { dated } from './periods'
import { reached } from './status-moves'
import { participationOf, supervisionIn } from './supervision-of'

const inPeriod = (name: string, period: Period): string => `${name} ${period.from} ${period.to}`

/** Activities held in the period. */
export const activitiesIn = (facts: Facts, period: Period): readonly Rec[] => facts.once(inPeriod('activities', period), () =>
  facts.all('activity').filter((rec) => dated(rec, 'start_on', period) && reached(rec, ['已开展', '已归档'])))

export const ofKinds = (recs: readonly Rec[], ...kinds: readonly string[]): readonly Rec[] => recs.filter((rec) => kinds.includes(textOf(rec.fields, 'kind')))

/** Training begun in the period and not after the report day. */
export const trainingIn = ({ facts, period, asAt }: Question): readonly Rec[] => facts.once(`${inPeriod('training', period)} ${asAt}`, () =>
  facts.all('training').filter((rec) => dated(rec, 'start_on', period) && textOf(rec.fields, 'start_on') <= asAt))

/** Deputies' reports to their voters that took place in the period; deputies of level 乡. */
export const debriefsIn = (facts: Facts, period: Period): readonly Rec[] => facts.once(inPeriod('debriefs', period), () =>
  facts.all('debrief').filter((rec) => dated(rec, 'date', period) && reached(rec, ['已述职', '已测评', '已反馈', '整改', '归档'])))

/** Debriefs of the town's own deputies. */
export const townDebriefsIn = (facts: Facts, period: Period): readonly Rec[] =>
  debriefsIn(facts, period).filter((rec) => isTownMandate(facts, textOf(rec.fields, 'mandate')))

const at = (...keys: readonly string[]) => (rec: Rec): string => keys.map((key) => textOf(rec.fields, key)).join('|')

/** One debrief for each day and place. */
export const debriefDays = (debriefs: readonly Rec[]): readonly Rec[] => distinctBy(debriefs, at('date', 'place'))

/** One debrief for each day, place and site, of those held at a site. */
export const debriefDaysAtSites = (debriefs: readonly Rec[]): readonly Rec[] =>
  distinctBy(debriefs.filter((rec) => textOf(rec.fields, 'site') !== ''), at('date', 'place', 'site'))

/** D.15 code under which a supervision matter counts as an activity of deputies. */
export function activityKindOf(form: string): string {
  switch (form) {
    case '02': return '05'
    case '03': return '03'
    case '04': return '04'
    case '08': case '09': case '12': return '11'
    case '01': case '05': case '06': case '07': case '10': return '14'
    default: return '15'
  }
}

export interface DutyEvent {
  readonly rec: Rec
  /** D.15 code. */
  readonly kind: string
}

/** The events of B8.01. */
export const eventsIn = (question: Question): readonly DutyEvent[] => {
  const { facts, period, asAt } = question
  return facts.once(`${inPeriod('events', period)} ${asAt}`, () => [
    ...activitiesIn(facts, period).map((rec) => ({ rec, kind: textOf(rec.fields, 'kind') })),
    ...supervisionIn(facts, period).filter((rec) => facts.where('participation', 'event', rec.id).length > 0)
      .map((rec) => ({ rec, kind: activityKindOf(textOf(rec.fields, 'form')) })),
    ...trainingIn(question).map((rec) => ({ rec, kind: '06' })),
    ...debriefDays(debriefsIn(facts, period)).map((rec) => ({ rec, kind: '10' })),
  ])
}

/** Participation rows of the town's deputies in the events of B8.01 (debriefs have none). */
export const townParticipation = (question: Question): readonly Rec[] => {
  const { facts, period, asAt } = question
  return facts.once(`${inPeriod('participation', period)} ${asAt}`, () =>
    participationOf(facts, eventsIn(question).map(({ rec }) => rec)).filter((row) => isTownMandate(facts, textOf(row.fields, 'mandate'))))
}

export const townPresence = (question: Question): readonly Rec[] => question.facts.once(
  `${inPeriod('presence', question.period)} ${question.asAt}`, () => townParticipation(question).filter(wasPresent))

/** Half days of a participation: its own, else the event's, else the type's usual one (training 2, others 1). */
export function halfDaysOf(facts: Facts, row: Rec): number {
  const event = facts.get(textOf(row.fields, 'event'))
  return intOf(row.fields, 'half_days') ?? intOf(event?.fields ?? {}, 'half_days') ?? (event?.type === 'training' ? 2 : 1)
}
