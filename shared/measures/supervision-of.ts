/** Supervision matters of a period and their votes of satisfaction. */
import { intOf, textOf, type Facts } from '../facts'
import type { Rec } from '../record'
import type { Measure, Period } from './indicator'
import { dated } from './periods'
import { reached } from './status-moves'
import { rated, sumOf } from './define-indicator'

/** Whether a supervision was carried out: from 实施 on. */
export const isCarriedOut = (rec: Rec): boolean => reached(rec, ['实施', '形成报告', '整改中', '已反馈', '办结', '归档'])

/** Supervision matters begun in the period. */
export const supervisionIn = (facts: Facts, period: Period): readonly Rec[] => facts.once(`supervision ${period.from} ${period.to}`, () =>
  facts.all('supervision').filter((rec) => dated(rec, 'start_on', period) && isCarriedOut(rec)))

/** Participation rows of these events. */
export const participationOf = (facts: Facts, events: readonly Rec[]): readonly Rec[] =>
  events.flatMap((event) => facts.where('participation', 'event', event.id))

export const ratingsOf = (facts: Facts, abouts: readonly Rec[]): readonly Rec[] => abouts.flatMap((rec) => facts.where('rating', 'about', rec.id))

const at = (key: string) => (rec: Rec): number | null => intOf(rec.fields, key)

/** 满意 + 基本满意 of ratings. */
export const satisfiedVotes = (ratings: readonly Rec[]): number => sumOf(ratings, at('satisfied')) + sumOf(ratings, at('basically'))

/** All four columns of ratings. */
export const allVotes = (ratings: readonly Rec[]): number => satisfiedVotes(ratings) + sumOf(ratings, at('dissatisfied')) + sumOf(ratings, at('abstain'))

/** Number of ratings with their common rate of satisfaction. */
export const satisfaction = (ratings: readonly Rec[]): Measure => rated(ratings, satisfiedVotes(ratings), allVotes(ratings))

/** Matters of one or more forms (D.11). */
export const ofForm = (recs: readonly Rec[], ...forms: readonly string[]): readonly Rec[] => recs.filter((rec) => forms.includes(textOf(rec.fields, 'form')))
