import { describe, expect, test } from 'vitest'
import { beganOn } from '../../shared/measures/began'
import { Facts } from '../../shared/facts'
import { indicatorOf } from '../../shared/indicators'
import { valueOf } from '../../shared/indicators/figures'
import { ruleBook } from '../../shared/rules/presets'
import { defaultSettings } from '../../shared/rules/rule-book'
import type { Todo } from '../../shared/todos/todo'
import { todos } from '../../shared/todos/todos'
import { yearDuties } from '../../shared/todos/year-duties'
import { town, type Town } from '../support/build'

/** An office that began with the program on this day; '' = nobody said when. */
const begun = (on: string): Town => {
  const t = town()
  t.add('office', { code: '511321101', name: '青石镇', ...(on === '' ? {} : { began_on: on }) })
  return t
}
const list = (t: Town, today: string, rule?: string): readonly Todo[] =>
  todos(t.facts(), { today, rules: ruleBook(null), settings: defaultSettings }).filter((todo) => todo.rule !== 'quality' && (rule === undefined || todo.rule === rule))
const open = [['待交办', '2025-03-05'], ['已交办', '2025-03-10']] as const
const unanswered = (t: Town): string => t.suggestion('2025-03-01', { assigned_on: '2025-03-10', due_on: '2025-06-10' }, ...open)

describe('what was due before the office began with the program', () => {
  test('is history that may be filled in, at the end of the list, and counted by nobody as overdue', () => {
    const late = (on: string) => {
      const t = begun(on)
      unanswered(t)
      const period = { from: '2025-01-01', to: '2025-12-31' }
      const figure = indicatorOf('B10.06')?.compute({ facts: t.facts(), period, asAt: '2025-12-31', rules: ruleBook(null), settings: defaultSettings })
      const replies = list(t, '2025-12-31', 'suggest.reply.normal')
      return [replies.map(({ state }) => state), figure && valueOf(figure)]
    }
    const [usual, overdue] = late('')
    expect(usual).toEqual(['late'])
    expect(late('2025-06-10')[0]).toEqual(['late'])
    expect(late('2025-06-11')).toEqual([['past'], Number(late('2025-06-10')[1]) - 1])
    expect(Number(late('2025-06-10')[1])).toBeLessThan(Number(overdue))
    const t = begun('2025-06-11')
    unanswered(t)
    expect(list(t, '2025-12-31').at(-1)?.rule).toBe('suggest.reply.normal')
  })

  test('is a meeting of the presidium that nobody put in: the three months begin with the program', () => {
    expect(list(begun(''), '2026-11-28', 'presidium.interval').map(({ state }) => state)).toEqual(['late'])
    const t = begun('2026-11-28')
    expect(list(t, '2026-11-28', 'presidium.interval')).toMatchObject([{ state: 'later', due_on: '2027-02-28', started_on: '2026-11-28', title: '召开主席团会议：启用以来还没有登记，以前开过的可以补录' }])
    expect(list(t, '2027-03-01', 'presidium.interval')).toMatchObject([{ state: 'late', days: -1 }])
    // One of before that is filled in and still counts is what the next is counted from.
    t.add('presidium_meeting', { held_on: '2026-10-08' }, ['进行中', '2026-10-08'], ['已结束', '2026-10-08'])
    expect(list(t, '2026-11-28', 'presidium.interval')).toMatchObject([{ due_on: '2027-01-08', title: '召开主席团会议：上次为10月8日' }])
  })

  test('is on the page of a past year neither done nor missed', () => {
    const states = (on: string) => new Set(yearDuties(begun(on).facts(), 2025, { today: '2026-11-28', rules: ruleBook(null), settings: defaultSettings }).filter(({ who }) => who === '法律').map(({ state }) => state))
    expect([states(''), states('2026-11-28')]).toEqual([new Set(['late', 'none']), new Set(['past', 'none'])])
    expect(states('2025-12-31')).toEqual(new Set(['late', 'none']))
  })

  test('is told apart by town where a county has several', () => {
    const offices = [['511321101', '2026-05-01'], ['511321102', '']].map(([org = '', on = '']) => ({ id: org, type: 'office', org, version: 'v', deleted: false, fields: { code: org, ...(on === '' ? {} : { began_on: on }) } }))
    expect(['511321101', '511321102', undefined].map((org) => beganOn(new Facts(offices), org))).toEqual(['2026-05-01', '', ''])
  })
})
