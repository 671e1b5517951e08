/** The course of a supervision as one line: what was done on which day, and what is still to come by which day. Pure. */
import { statusLog, textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { enteredLater } from '../../records/entered-later'
import { sayDate } from '../../ui/say-date'
import type { TimelineStep } from '../../ui/Timeline'

const stations = [['start', '实施'], ['report', '形成报告'], ['forward', '转交办理'], ['answer', '反馈'], ['close', '办结']] as const

/** Stations after the last one reached are to come; those skipped on the way stay open circles. */
export function courseOf(record: Rec, today: string): readonly TimelineStep[] {
  const log = statusLog(record)
  const first = log[0]
  const due = textOf(record.fields, 'feedback_due')
  const begun: TimelineStep = { key: 'add', tone: 'done', title: '列入计划', date: enteredLater(log) ? '' : sayDate(first?.event_on ?? ''), passed: true }
  if (record.status === '已取消') return [begun, { key: 'off', tone: 'idle', title: '已取消', date: sayDate(log.at(-1)?.event_on ?? '') }]
  const reached = stations.map(([step]) => log.filter((row) => row.step === step).at(-1)?.event_on ?? '')
  const next = reached.reduce((at, day, index) => (day === '' ? at : index), -1) + 1
  return [begun, ...stations.map(([step, title], index): TimelineStep => {
    const day = reached[index] ?? ''
    if (day !== '') return { key: step, tone: 'done', title, date: sayDate(day) }
    if (step === 'answer' && due !== '') return { key: step, tone: due < today ? 'late' : 'doing', title, date: `应在${sayDate(due)}前` }
    return { key: step, tone: index === next ? 'doing' : 'idle', title, date: index < next ? '没有这一步' : '' }
  })]
}
