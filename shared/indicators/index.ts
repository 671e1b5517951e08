/** Registry of the indicators of domain.md B, every id once and in order. */
import { basicIndicators } from './b1'
import { qualityIndicators } from './b10'
import { structureIndicators } from './b2'
import { changeIndicators } from './b3'
import { meetingIndicators } from './b4'
import { suggestionCohort } from './b5-cohort'
import { suggestionFlows } from './b5-flow'
import { supervisionIndicators } from './b6'
import { matterIndicators } from './b7'
import { activityIndicators } from './b8-activities'
import { contactIndicators } from './b8-contacts'
import { dutyIndicators } from './b8-duties'
import { fundIndicators } from './b9'
import type { Computed } from '../measures/define-indicator'
import { figureOf } from './figures'
import type { Figure, Indicator, Question } from '../measures/indicator'

/** All indicators in the order of their ids. */
export const indicators: readonly Indicator[] = [
  ...basicIndicators, ...structureIndicators, ...changeIndicators, ...meetingIndicators, ...suggestionCohort, ...suggestionFlows, ...supervisionIndicators,
  ...matterIndicators, ...activityIndicators, ...contactIndicators, ...dutyIndicators, ...fundIndicators, ...qualityIndicators,
]

const byId: ReadonlyMap<string, Indicator> = new Map(indicators.map((one) => [one.id, one]))

/** The indicator `B5.02`, null for an id that is none. */
export const indicatorOf = (id: string): Indicator | null => byId.get(id) ?? null

/** Every indicator's measures for one office and period, by id, in order. */
export const computeAll = (question: Question): ReadonlyMap<string, Computed> =>
  new Map(indicators.map((one) => [one.id, one.compute(question)]))

/** Every indicator as printed, each id once, in order. */
export const figures = (question: Question): readonly Figure[] => indicators.map((one) => figureOf(one, one.compute(question)))

/**
 * The records behind a figure: `B5.02`, or a part of it: `B1.12/之家`. Where the figure is a count there are as many ids as its value (a
 * record counted twice stands twice). Null for an unknown indicator or part.
 */
export function drill(question: Question, path: string): readonly string[] | null {
  const slash = path.indexOf('/')
  const found = indicatorOf(slash < 0 ? path : path.slice(0, slash))?.compute({ ...question, listing: true })
  if (!found) return null
  const measure = slash < 0 ? found : found.parts?.find((part) => part.key === path.slice(slash + 1))
  return measure ? measure.ids ?? [] : null
}
