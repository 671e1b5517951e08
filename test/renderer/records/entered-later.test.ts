import { expect, it } from 'vitest'
import type { Data } from '../../../shared/fields'
import { enteredLater } from '../../../renderer/records/entered-later'
import { courseOf } from '../../../renderer/screens/supervision/course'
import { rec } from './sample'

const log = (...rows: readonly (readonly [string, string])[]): Data => ({ status_log: rows.map(([step, event_on]) => ({ step, from: '', to: step, event_on, entered_at: '2026-11-29T09:00:00+08:00', by: '周维安' })) }) as unknown as Data
const inspection = (...rows: readonly (readonly [string, string])[]) => courseOf(rec('supervision', 's', { topic: '河道治理', ...log(...rows) }, '实施'), '2026-11-29')

it('an inspection entered in autumn from paper does not say that it was planned after it took place', () => {
  expect(inspection(['add', '2026-11-29'], ['start', '2026-05-18']).slice(0, 2).map(({ title, date }) => [title, date])).toEqual([['列入计划', ''], ['实施', '2026年5月18日']])
  expect(inspection(['add', '2026-02-01'], ['start', '2026-05-18'])[0]?.date).toBe('2026年2月1日')
})

it('the day of typing is told apart from the days of what happened', () => {
  const row = (step: string, event_on: string) => ({ step, from: '', to: '', event_on, entered_at: '', by: '' })
  expect(enteredLater([row('add', '2026-11-29'), row('decide', '2026-06-13')])).toBe(true)
  expect([enteredLater([row('add', '2026-06-01'), row('decide', '2026-06-13')]), enteredLater([row('add', '2026-11-29')]), enteredLater([])]).toEqual([false, false, false])
})
