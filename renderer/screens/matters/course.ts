/** The course of a voter's matter: received, passed on, answered, told to the visitor, filed. Pure. */
import { labelOf } from '../../../shared/codes'
import { statusLog, textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { daysBetween } from '../../../shared/rules/calendar'
import type { Tone } from '../../ui/Status'

export interface CourseStep {
  readonly key: 'received' | 'routed' | 'replied' | 'informed' | 'closed'
  readonly title: string
  /** `YYYY-MM-DD`, '' = not yet. */
  readonly day: string
  readonly tone: Tone
  readonly note: string
}

/** Days by which an answer came before (≥ 0) or after (< 0) its due day; null while one of the two is missing. */
export function daysToSpare(rec: Rec): number | null {
  const due = textOf(rec.fields, 'due_on')
  const on = textOf(rec.fields, 'reply_on')
  return due === '' || on === '' ? null : daysBetween(on, due)
}

const toSuggestion = '6'
const transfers: readonly string[] = ['3', '4', '5', '9']
/** Answered, or turned away, by the very decision: nobody else is waited for. */
const settledAtOnce: readonly string[] = ['1', '8']

function routed(rec: Rec, unit: string): Pick<CourseStep, 'title' | 'note'> {
  const route = textOf(rec.fields, 'route')
  if (transfers.includes(route)) return { title: '转交', note: unit }
  switch (route) {
    case '1': return { title: '当场答复', note: '' }
    case '2': return { title: '代表协调', note: '' }
    case '6': return { title: '转为建议', note: '' }
    case '7': return { title: '转信访', note: '' }
    case '8': return { title: '不受理', note: labelOf('not_accepted_reason', textOf(rec.fields, 'reject_reason')) }
    default: return { title: '审定去向', note: '待定' }
  }
}

function replied(rec: Rec, today: string): Pick<CourseStep, 'tone' | 'note'> {
  const due = textOf(rec.fields, 'due_on')
  const spare = daysToSpare(rec)
  if (textOf(rec.fields, 'reply_on') !== '') return spare === null ? { tone: 'done', note: '' } : spare < 0 ? { tone: 'late', note: `超期 ${-spare} 天` } : { tone: 'done', note: '按期' }
  if (textOf(rec.fields, 'route') === toSuggestion) return { tone: 'idle', note: '随建议办理' }
  if (due === '') return { tone: 'idle', note: '没有定期限' }
  return { tone: daysBetween(today, due) < 0 ? 'late' : 'idle', note: '' }
}

/** @param unit title of the unit that it was handed to */
export function courseOf(rec: Rec, today: string, unit: string): readonly CourseStep[] {
  const day = (key: string): string => textOf(rec.fields, key)
  const way = routed(rec, unit)
  const converted = statusLog(rec).find((row) => row.step === 'convert')?.event_on ?? ''
  const routedOn = textOf(rec.fields, 'route') === toSuggestion ? converted || day('routed_on') : day('routed_on')
  const waits = !settledAtOnce.includes(textOf(rec.fields, 'route'))
  const rows: readonly (Omit<CourseStep, 'tone'> & { readonly tone?: Tone })[] = [
    { key: 'received', title: '接待', day: day('received_on'), note: labelOf('channel', day('channel')) },
    { key: 'routed', ...way, day: routedOn },
    ...(waits ? [{ key: 'replied' as const, title: '办理回复', day: day('reply_on'), ...replied(rec, today) }] : []),
    { key: 'informed', title: '告知反映人', day: day('informed_on'), note: day('informed_on') === '' ? '' : labelOf('visitor_rate', day('visitor_rate')) },
    { key: 'closed', title: '归档', day: rec.status === '归档' ? day('closed_on') || statusLog(rec).at(-1)?.event_on || '' : '', note: '' },
  ]
  const next = rows.findIndex((row) => row.day === '')
  return rows.map((row, index) => {
    const own = row.tone === 'late' ? row.tone : undefined
    return { ...row, tone: own ?? (row.day !== '' ? 'done' : index === next ? 'doing' : 'idle') }
  })
}

