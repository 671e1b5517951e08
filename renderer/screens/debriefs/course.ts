/** The course of a deputy's report to the voters. Pure. */
import { statusLog, textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import type { Tone } from '../../ui/Status'

export interface DebriefStep {
  readonly key: string
  readonly title: string
  readonly day: string
  readonly tone: Tone
}

const steps = [['notify', '通知'], ['report', '述职'], ['rate', '测评'], ['feed_back', '书面反馈'], ['rectify', '整改'], ['close', '归档']] as const
const fieldOf: Readonly<Record<string, string>> = { report: 'date', feed_back: 'feedback_on', rectify: 'rectify_on' }

/** Still planned or called: a day that was typed is not yet a report that was given. */
export const isAhead = (rec: Rec): boolean => ['计划', '通知'].includes(rec.status ?? '')

/** @param rectify whether a report on what is put right is expected: only then the course waits for it */
export function debriefCourse(rec: Rec, ratedOn: string, rectify: boolean): readonly DebriefStep[] {
  const log = statusLog(rec)
  const dayOf = (step: string): string => {
    const field = fieldOf[step]
    const own = step === 'rate' ? ratedOn : field === undefined ? '' : textOf(rec.fields, field)
    return own || (log.filter((row) => row.step === step && row.undone !== true).at(-1)?.event_on ?? '')
  }
  const all = steps.map(([key, title]) => ({ key, title, day: dayOf(key), done: dayOf(key) !== '' && !(key === 'report' && isAhead(rec)) }))
  const shown = all.filter((one) => one.day !== '' || (one.key !== 'notify' && (one.key !== 'rectify' || rectify)))
  const last = shown.findLastIndex((one) => one.done)
  return [
    { key: 'planned', title: '计划', day: textOf(rec.fields, 'planned_on'), tone: 'done' },
    ...shown.map(({ done, ...one }, index) => ({ ...one, tone: done ? ('done' as const) : index === last + 1 ? ('doing' as const) : ('idle' as const) })),
  ]
}
