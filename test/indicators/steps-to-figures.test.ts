import { expect, test } from 'vitest'
import { checks } from '../../shared/indicators/checks'
import type { Question } from '../../shared/measures/indicator'
import { declarationOf } from '../../shared/records'
import type { Rec } from '../../shared/record'
import { asValue, historyLog } from '../../shared/steps/status-log'
import { machineOf } from '../../shared/steps'
import { todos } from '../../shared/todos/todos'
import { World } from '../rules/steps/world'
import { shown } from './figure-of'

const ask = (world: World, period: string, asAt = '2025-12-31'): Question => {
  const [from = '', to = ''] = period.split('..')
  return { facts: world.facts, period: { from, to }, asAt, rules: world.rules, settings: world.settings }
}

const failed = (question: Question) => checks(question).filter((check) => !check.ok)

const todoIds = (world: World, today: string) =>
  todos(world.facts, { today, rules: world.rules, settings: world.settings }).filter(({ rule }) => rule.startsWith('suggest')).map(({ rule, due_on }) => [rule, due_on])

/** A suggestion that was rated 不满意 once, answered again and closed, by the real steps, all typed on the last day of the year. */
function handled(): { readonly world: World; readonly id: string } {
  const world = new World()
  const { mandates, roads } = world.term(4)
  const id = world.add('suggestion', { kind: '1', title: '关于修村道的建议', body: '三组村道雨后难行', field: '02' })
  world.did(id, 'submit', { raised_on: '2025-03-01', period: '2', lead: mandates[0] as string })
  world.did(id, 'review', { review_on: '2025-03-03', accept: '1' })
  world.did(id, 'assign', { assigned_on: '2025-03-05', host: roads })
  world.did(id, 'communicate', { date: '2025-03-20', mode: '1' })
  world.did(id, 'reply', { reply_on: '2025-06-05', result_class: 'B', feedback_sent: '2025-06-05' })
  world.did(id, 'promise', { content: '年内修好', due: '2025-11' })
  world.did(id, 'feedback', { feedback_on: '2025-06-20', rate_result: '3' })
  world.did(id, 'reply', { reply_on: '2025-07-10', result_class: 'B' })
  world.did(id, 'feedback', { feedback_on: '2025-07-20', rate_result: '2' })
  world.did(id, 'close', { closed_on: '2025-07-30' })
  world.did(id, 'fulfil', { done_on: '2025-10-15' })
  return { world, id }
}

test('a suggestion taken through the real steps is counted on every day as it stood then', () => {
  const { world } = handled()
  const at = (asAt: string) => shown(ask(world, '2025-01-01..2025-12-31', asAt), 'B5.02', 'B5.09', 'B5.10', 'B5.15', 'B5.19', 'B5.22', 'B5.25')
  const before = { 'B5.02': 1, 'B5.09': [0, 0, { 未分类: [0, 0] }], 'B5.10': [0, null], 'B5.15': [0, null], 'B5.19': 0, 'B5.22': [0, null], 'B5.25': [0, null, { 重办满意: 0 }] }
  const answered = { ...before, 'B5.09': [1, 100, { 未分类: [0, 0] }], 'B5.10': [1, 100], 'B5.15': [1, 100] }
  expect([at('2025-04-01'), at('2025-06-10'), at('2025-06-30'), at('2025-12-31')]).toEqual([
    before, answered, { ...answered, 'B5.19': 1, 'B5.22': [1, 100] },
    { ...answered, 'B5.19': 1, 'B5.22': [0, 0], 'B5.25': [1, null, { 重办满意: 1 }] },
  ])
})

test('its carry-over adds up in every month, and every identity holds', () => {
  const { world } = handled()
  const open = Array.from({ length: 12 }, (_, i) => {
    const month = `2025-${String(i + 1).padStart(2, '0')}`
    const question = ask(world, `${month}-01..${month}-28`)
    expect(failed(question)).toEqual([])
    return shown(question, 'B5.39')['B5.39']
  })
  expect(open.map((row) => (Array.isArray(row) ? row[0] as number : row))).toEqual([0, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0])
})

test('its reminders follow its steps', () => {
  const world = new World()
  const { mandates, roads } = world.term(1)
  const id = world.add('suggestion', { title: '关于修村道的建议', body: '路' })
  const seen: unknown[] = []
  const step = (name: string, input: Record<string, string>, today: string) => {
    world.did(id, name, input)
    seen.push(todoIds(world, today)[0] ?? null)
  }
  step('submit', { raised_on: '2025-03-01', period: '2', lead: mandates[0] as string }, '2025-03-02')
  step('review', { review_on: '2025-03-03', accept: '1' }, '2025-03-04')
  step('assign', { assigned_on: '2025-03-05', host: roads }, '2025-03-06')
  step('reply', { reply_on: '2025-04-10', result_class: 'A' }, '2025-04-11')
  step('feedback', { feedback_on: '2025-04-20', rate_result: '3' }, '2025-04-21')
  step('reply', { reply_on: '2025-05-10', result_class: 'A' }, '2025-05-11')
  step('feedback', { feedback_on: '2025-05-20', rate_result: '1' }, '2025-05-21')
  step('undo_step', { reason: '录错' }, '2025-05-21')
  step('feedback', { feedback_on: '2025-05-20', rate_result: '1' }, '2025-05-21')
  step('close', { closed_on: '2025-05-25', outcome_note: '已修好' }, '2025-05-26')
  expect(seen).toEqual([
    // the unit may hand it back until the fifteenth; the answer is due after that
    null, ['suggest.assign', '2025-03-10'], ['suggest.return', '2025-03-15'], ['suggest.feedback', '2025-05-12'], ['suggest.redo', '2025-05-20'],
    ['suggest.feedback', '2025-06-09'], ['suggest.close', '2025-05-30'], ['suggest.feedback', '2025-06-09'], ['suggest.close', '2025-05-30'], null,
  ])
})

test('records of the past, typed in without steps, are counted and keep every identity', () => {
  const world = new World()
  const { term, mandates, roads } = world.term(2)
  const past = (type: string, id: string, status: string, fields: Rec['fields']) => {
    const [machine, declaration] = [machineOf(type), declarationOf(type)]
    const log = machine && declaration ? historyLog(machine, declaration, fields, status, { today: world.today, now: `${world.today}T09:00:00+08:00`, by: '周敏' }) : null
    world.records.set(id, { id, type, org: '511322100', version: 'v', deleted: false, status, fields: { ...fields, as_history: true, status_log: asValue(log ?? []) } })
  }
  past('suggestion', 's1', '已办结', { title: '旧建议', raised_on: '2024-03-01', review_on: '2024-03-05', assigned_on: '2024-03-10', closed_on: '2024-09-01', accept: '1', period: '1', host: roads, lead: mandates[0] as string })
  past('suggestion', 's2', '已交办', { title: '旧建议', raised_on: '2024-03-01', assigned_on: '2024-03-10', due_on: '2024-06-10', accept: '1', period: '2', host: roads })
  past('mandate', 'm1', '已终止', { person: 'p', level: '5', term, nth: 1, confirm_on: '2022-01-01', event_on: '2024-05-01', end_reason: '1', congress_on: '2024-07-01' })
  past('activity', 'a1', '已开展', { kind: '07', title: '小组活动', start_on: '2024-05-10' })
  for (const [from, to] of [['2024-01-01', '2024-12-31'], ['2024-04-01', '2024-06-30'], ['2025-01-01', '2025-12-31']]) {
    expect(failed(ask(world, `${from}..${to}`))).toEqual([])
  }
  expect(shown(ask(world, '2024-01-01..2024-12-31'), 'B3.03', 'B3.13', 'B5.02', 'B5.10', 'B5.11', 'B5.32', 'B5.33', 'B8.01')).toMatchObject({
    'B3.03': 1, 'B3.13': 2, 'B5.02': 2, 'B5.10': [0, null], 'B5.11': 0, 'B5.32': 2, 'B5.33': 1, 'B8.01': [1, null, { '07': 1 }],
  })
  expect(todoIds(world, '2025-06-01')).toEqual([])
})
