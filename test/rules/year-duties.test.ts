import { describe, expect, test } from 'vitest'
import { ruleBook } from '../../shared/rules/presets'
import { defaultSettings } from '../../shared/rules/rule-book'
import { yearDuties } from '../../shared/todos/year-duties'
import { town, type Town } from '../support/build'

const page = (t: Town, year: number, today: string, province: string | null = null) => yearDuties(t.facts(), year, { today, rules: ruleBook(province), settings: defaultSettings })
const line = (t: Town, key: string, year: number, today: string, province: string | null = null) => {
  const duty = page(t, year, today, province).find((one) => one.key === key)
  return duty && [duty.have, duty.need, duty.state, duty.due_on]
}

describe('what the law wants of every year', () => {
  test('an empty year is open until its last day and late from the day after', () => {
    const t = town()
    const states = (today: string) => [...new Set(page(t, 2025, today).filter((duty) => duty.who === '法律').map((duty) => duty.state))].sort()
    expect([states('2025-12-31'), states('2026-01-01')]).toEqual([['none', 'open'], ['late', 'none']])
  })
  test('a session with its agenda ticks the congress, the reports and the accounts', () => {
    const t = town()
    const session = t.add('session', { start_on: '2025-12-30', end_on: '2026-01-01', budget_approved_on: '2025-12-31' }, ['筹备', '2025-12-01'], ['进行中', '2025-12-30'], ['已闭会', '2026-01-01'])
    for (const [kind, no] of [['01', 1], ['02', 2], ['05', 3]] as const) t.add('agenda_item', { session, no, kind, title: '报告' })
    expect(['congress', 'government-report', 'presidium-report', 'final-accounts', 'budget'].map((key) => line(t, key, 2025, '2026-06-01'))).toEqual(Array.from({ length: 5 }, () => [1, 1, 'done', '2025-12-31']))
    // a session across New Year is counted in the year in which it began
    expect(line(t, 'congress', 2026, '2026-06-01')).toEqual([0, 1, 'open', '2026-12-31'])
    expect(line(t, 'congress', 2025, '2026-06-01', '浙江')).toEqual([1, 2, 'late', '2025-12-31'])
  })
  test('a budget approved on 31 December is published by 20 January', () => {
    const t = town()
    t.add('session', { start_on: '2025-12-30', budget_approved_on: '2025-12-31' }, ['已闭会', '2025-12-31'])
    expect([line(t, 'budget-published', 2025, '2026-01-20'), line(t, 'budget-published', 2025, '2026-01-21')]).toEqual([[0, 1, 'open', '2026-01-20'], [0, 1, 'late', '2026-01-20']])
    const done = town()
    done.add('session', { start_on: '2025-12-30', budget_approved_on: '2025-12-31', budget_published_on: '2026-01-15' }, ['已闭会', '2025-12-31'])
    expect(line(done, 'budget-published', 2025, '2026-02-01')).toEqual([1, 1, 'done', '2026-01-20'])
    expect(line(town(), 'budget-published', 2025, '2025-05-01')?.[2]).toBe('none')
  })
  test('a meeting of the presidium each quarter is four a year', () => {
    const t = town()
    for (const day of ['2025-02-01', '2025-04-30', '2025-07-30']) t.add('presidium_meeting', { held_on: day }, ['进行中', day], ['已结束', day])
    expect(line(t, 'presidium', 2025, '2025-10-01')).toEqual([3, 4, 'part', '2025-12-31'])
  })
  test('supervision, contact, duty, publication, money tick from what was recorded once', () => {
    const t = town()
    const [deputy = ''] = t.deputies(1)
    const supervision = t.add('supervision', { form: '01', start_on: '2025-05-01' }, ['计划', '2025-04-01'], ['实施', '2025-05-01'])
    t.add('supervision', { form: '03', start_on: '2025-06-01' }, ['计划', '2025-04-01'], ['实施', '2025-06-01'])
    const activity = t.add('activity', { kind: '09', start_on: '2025-03-09' }, ['已开展', '2025-03-09'])
    t.add('participation', { event: activity, mandate: deputy, state: '1' })
    t.add('visit', { kind: '2', date: '2025-03-03', contacted: [deputy] })
    t.add('debrief', { mandate: deputy, date: '2025-09-01' }, ['计划', '2025-08-01'], ['已述职', '2025-09-01'])
    t.add('document', { kind: '12', title: '代表履职信息公示', issued_on: '2025-12-01' }, ['拟稿', '2025-11-01'], ['已印发', '2025-12-01'])
    t.add('budget', { year: 2025, kind: '1', budget_fen: 900_000 })
    const ticked = page(t, 2025, '2025-12-31').filter((duty) => duty.state === 'done').map((duty) => duty.key)
    expect(ticked).toEqual(['special-report', 'law-check', 'contact-voters', 'contact-deputies', 'record-duty', 'report-to-voters', 'publish-duty', 'activity-money'])
    expect(page(t, 2025, '2025-12-31').find((duty) => duty.key === 'special-report')?.ids).toEqual([supervision])
    // another year is another page
    expect(page(t, 2024, '2025-12-31').filter((duty) => duty.state === 'done')).toEqual([])
  })
  test('answers that were due, and what became of them for the congress and the public', () => {
    const t = town()
    const id = t.suggestion('2025-03-01', { assigned_on: '2025-03-10', due_on: '2025-06-10' }, ['待交办', '2025-03-05'], ['已交办', '2025-03-10'])
    t.suggestion('2025-03-01', { assigned_on: '2025-03-10', due_on: '2025-06-10', as_history: true }, ['已交办', '2025-03-10'])
    expect([line(t, 'answers', 2025, '2025-06-09'), line(t, 'answers', 2025, '2025-06-10')]).toEqual([[0, 0, 'none', '2025-12-31'], [0, 1, 'open', '2025-12-31']])
    t.add('reply', { suggestion: id, round: 1, reply_on: '2025-06-10' })
    expect(line(t, 'answers', 2025, '2025-07-01')).toEqual([1, 1, 'done', '2025-12-31'])
    expect(line(t, 'suggestions-reported', 2025, '2025-07-01')?.[2]).toBe('open')
    t.add('document', { kind: '07', title: '关于代表建议办理情况的报告', issued_on: '2025-12-01', openness: '1' }, ['已印发', '2025-12-01'])
    expect([line(t, 'suggestions-reported', 2025, '2025-12-31')?.[2], line(t, 'suggestions-published', 2025, '2025-12-31')?.[2]]).toEqual(['done', 'done'])
  })
})
