/** Which deputies of level 乡 did what they are asked to do: took part, reported to voters, were trained, were contacted. */
import { idsOf, textOf } from '../facts'
import type { Rec } from '../record'
import { deputiesAt, personId, townPeople } from './deputies-at'
import { debriefsIn, townDebriefsIn, townPresence, trainingIn } from './events-of'
import type { Question } from './indicator'
import { wasPresent } from './meetings-of'
import { dated } from './periods'
import { participationOf } from './supervision-of'
import { termStart } from './terms'

const mandateOf = (rec: Rec): string => textOf(rec.fields, 'mandate')

/** Deputies of level 乡 with at least one event of the period, one mandate per person. */
export const activeDeputies = (question: Question): readonly Rec[] => question.facts.once(`active ${question.period.from} ${question.period.to} ${question.asAt}`, () =>
  townPeople(question.facts, [...townPresence(question), ...townDebriefsIn(question.facts, question.period)].map(mandateOf)))

/** Deputies in office at the end of the period who are among these people. */
function stillInOffice(question: Question, mandates: readonly Rec[]): readonly Rec[] {
  const people = new Set(mandates.map((rec) => personId(question.facts, rec)))
  return deputiesAt(question.facts, question.period.to).filter((rec) => people.has(personId(question.facts, rec)))
}

/** Deputies in office at the end of the period who reported to their voters in their term. */
export const debriefedInTerm = (question: Question): readonly Rec[] => {
  const { facts, period } = question
  const inTerm = debriefsIn(facts, { from: termStart(facts, period.to), to: period.to })
  return stillInOffice(question, townPeople(facts, inTerm.map(mandateOf)))
}

/** Deputies in office with at least one systematic training from the beginning of their term to the end of the period. */
export const systematicallyTrained = (question: Question): readonly Rec[] => {
  const { facts, period } = question
  const inTerm = trainingIn({ ...question, period: { from: termStart(facts, period.to), to: period.to } }).filter((rec) => rec.fields['systematic'] === true)
  return stillInOffice(question, townPeople(facts, participationOf(facts, inTerm).filter(wasPresent).map(mandateOf)))
}

/** Deputies contacted by the chair or a vice-chair in the period, of level 乡. */
export const contactedIn = ({ facts, period }: Question): readonly Rec[] => townPeople(facts, ['2', '3']
  .flatMap((kind) => facts.where('visit', 'kind', kind)).filter((rec) => dated(rec, 'date', period)).flatMap((rec) => idsOf(rec.fields, 'contacted')))
