/** The projects of a year as their table shows them: how far each is, how it was rated, what comes next. Pure. */
import { intOf, textOf } from '../../../shared/facts'
import type { Row } from '../../../shared/fields'
import { percent } from '../../../shared/measures/indicator'
import type { Rec } from '../../../shared/record'
import { ratingCount } from '../../../shared/records/rating-count'

export interface Progress {
  /** 0–100; null while nothing was reported. */
  readonly percent: number | null
  readonly date: string
  readonly text: string
}

const finished: readonly string[] = ['完工', '评估']

const rowsOf = (rec: Rec): readonly Row[] => (Array.isArray(rec.fields['progress']) ? (rec.fields['progress'] as readonly Row[]) : [])
const word = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Reports of progress, oldest first. */
export const progressRows = (rec: Rec): readonly Progress[] => rowsOf(rec)
  .map((row) => ({ percent: typeof row['percent'] === 'number' ? row['percent'] : null, date: word(row['date']), text: word(row['text']) }))
  .sort((a, b) => a.date.localeCompare(b.date))

/** How far it is: finished = 100, else the newest report. */
export function progressOf(rec: Rec): Progress {
  if (finished.includes(rec.status ?? '')) return { percent: 100, date: textOf(rec.fields, 'finished_on'), text: '' }
  return progressRows(rec).findLast((row) => row.percent !== null) ?? { percent: null, date: '', text: '' }
}

export interface Rated {
  readonly happy: number
  readonly opinions: number
  /** Percent with one decimal; null where nobody had an opinion. */
  readonly rate: number | null
}

/** The newest overall rating of a project; null where it was never rated. `ratings` newest first. */
export function ratedOf(id: string, ratings: readonly Rec[]): Rated | null {
  const own = ratings.filter((rating) => textOf(rating.fields, 'about') === id)
  const rating = own.find((one) => textOf(one.fields, 'aspect') === '总体') ?? own[0]
  if (rating === undefined) return null
  const { opinions } = ratingCount(rating.fields)
  const happy = (intOf(rating.fields, 'satisfied') ?? 0) + (intOf(rating.fields, 'basically') ?? 0)
  return { happy, opinions, rate: percent(happy, opinions) }
}

/** The step that a project waits for: `now` = it needs no form. */
const steps: Readonly<Record<string, { readonly step: string; readonly label: string; readonly now?: true }>> = {
  征集: { step: 'shortlist', label: '列入初选', now: true }, 初选: { step: 'nominate', label: '列为候选', now: true }, 票决通过: { step: 'start', label: '记开工' },
  实施: { step: 'progress', label: '记进度' }, 结转: { step: 'progress', label: '记进度' }, 完工: { step: 'rate', label: '记测评' },
}

export const nextOf = (rec: Rec) => steps[rec.status ?? ''] ?? null

/** Where the ballot put them: elected with most votes first, then the others that were on it, then those on their way to it. */
export function inOrder(projects: readonly Rec[]): readonly Rec[] {
  const place = (rec: Rec): number => (rec.fields['elected'] === true ? 0 : ['候选', '初选', '征集'].includes(rec.status ?? '') ? 1 : 2)
  return [...projects].sort((a, b) => place(a) - place(b) || (intOf(b.fields, 'votes') ?? -1) - (intOf(a.fields, 'votes') ?? -1) || textOf(a.fields, 'name').localeCompare(textOf(b.fields, 'name'), 'zh'))
}
