import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Facts } from '../../shared/facts'
import type { Rec } from '../../shared/record'
import { addDays } from '../../shared/rules/calendar'
import { ruleBook } from '../../shared/rules/presets'
import { defaultSettings } from '../../shared/rules/rule-book'
import { aheadOf, subjectOf } from '../../shared/todos/todo'
import { todos } from '../../shared/todos/todos'
import { yearDuties } from '../../shared/todos/year-duties'
import { town } from '../support/build'

/** A town with something of every kind, drawn at random. */
const anyTown = fc.record({
  suggestions: fc.array(fc.record({ day: fc.integer({ min: 0, max: 700 }), open: fc.integer({ min: 0, max: 3 }) }), { maxLength: 8 }),
  meetings: fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 4 }), letters: fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 3 }), deputies: fc.integer({ min: 0, max: 5 }),
  tasks: fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 3 }),
}).map(({ suggestions, meetings, letters, deputies, tasks }) => {
  const t = town()
  t.deputies(deputies)
  const on = (day: number) => addDays('2024-06-01', day)
  for (const { day, open } of suggestions) {
    const log = [['待交办', on(day)], ['已交办', on(day)], ['待反馈', on(day + 20)]] as const
    t.suggestion(on(day), { review_on: on(day), assigned_on: on(day), due_on: on(day + 90), no: `19-闭-${day}` }, ...log.slice(0, open))
  }
  for (const day of meetings) t.add('presidium_meeting', { held_on: on(day) }, ['已结束', on(day)])
  for (const day of letters) t.add('letter', { subject: '修桥', received_on: on(day), handled: '1' })
  for (const day of tasks) t.add('task', { title: '订会议室', due_on: on(day) }, ['待办', on(day)])
  return t.records
})

const provinces = fc.constantFrom(null, '浙江', '重庆', '山东', '河南', '北京')
const list = (records: readonly Rec[], today: string, province: string | null) => todos(new Facts(records), { today, rules: ruleBook(province), settings: defaultSettings })

describe('what is to be done', () => {
  test('depends on records and date only: not on the order of records, on who entered them, when, or on the clock and zone of the computer', () => {
    fc.assert(fc.property(anyTown, provinces, fc.integer({ min: 0, max: 900 }), fc.infiniteStream(fc.nat()), (records, province, shift, draws) => {
      const today = addDays('2024-06-01', shift)
      const expected = list(records, today, province)
      const shuffled = records.map((rec) => ({ rec, at: draws.next().value })).sort((a, b) => a.at - b.at).map(({ rec }) => rec)
      expect(list(shuffled, today, province)).toEqual(expected)
      const entered = records.map((rec) => ({
        ...rec, version: `other-${rec.id}`,
        fields: { ...rec.fields, ...(Array.isArray(rec.fields['status_log']) ? { status_log: (rec.fields['status_log'] as readonly object[]).map((row) => ({ ...row, by: '别人', entered_at: '2030-01-01T00:00:00+08:00' })) as never } : {}) },
      }))
      expect(list(entered, today, province)).toEqual(expected)
      const zone = process.env['TZ']
      try {
        process.env['TZ'] = 'America/Los_Angeles'
        expect(list(records, today, province)).toEqual(expected)
      } finally {
        if (zone === undefined) delete process.env['TZ']
        else process.env['TZ'] = zone
      }
    }), { numRuns: 60 })
  })

  test('every reminder has a rule in words, an owner or an office, a date, and an id of its own; late first', () => {
    fc.assert(fc.property(anyTown, provinces, fc.integer({ min: 0, max: 900 }), (records, province, shift) => {
      const found = list(records, addDays('2024-06-01', shift), province)
      expect(found.filter((todo) => todo.source === '' || todo.title === '' || !/^\d{4}-\d{2}-\d{2}$/.test(todo.due_on))).toEqual([])
      expect(new Set(found.map((todo) => todo.id)).size).toBe(found.length)
      expect(found.filter((todo) => (todo.state === 'late') !== (todo.days < 0))).toEqual([])
      expect(found.map((todo) => todo.days)).toEqual(found.map((todo) => todo.days).sort((a, b) => a - b))
    }), { numRuns: 60 })
  })

  test('the page of a year neither depends on the order of records', () => {
    fc.assert(fc.property(anyTown, fc.integer({ min: 0, max: 900 }), (records, shift) => {
      const options = { today: addDays('2024-06-01', shift), rules: ruleBook(null), settings: defaultSettings }
      const told = (recs: readonly Rec[]) => yearDuties(new Facts(recs), 2025, options).map(({ ids, ...duty }) => ({ ...duty, ids: [...ids].sort() }))
      expect(told([...records].reverse())).toEqual(told(records))
    }), { numRuns: 40 })
  })

  test('three flags before a due day: 30, 15 and 7 days', () => {
    expect([-1, 0, 7, 8, 15, 16, 30, 31].map(aheadOf)).toEqual(['late', 7, 7, 15, 15, 30, 30, 'later'])
    expect([subjectOf({ rule: 'absence', id: 'absence:m1' }), subjectOf({ rule: 'quality', id: 'quality' })]).toEqual(['m1', ''])
  })
})
