import { beforeEach, expect, test } from 'vitest'
import { sayWarning } from '../../shared/text'
import { Clock, makeOffice, qingshi, type Office } from './support/offices'

// 青石镇, 20 March 2026: a suggestion assigned on 3 February, one deputy confirmed on 1 March.
let office: Office
let suggestion: string
let mandate: string
let place: string
const step = (name: string, id: string, fields: Record<string, unknown>) => office.get('step.run', { step: name, id, fields })

beforeEach(async () => {
  const clock = new Clock()
  clock.ms = Date.parse('2026-03-20T09:00:00+08:00')
  office = await makeOffice('town', qingshi, '青石镇', clock)
  mandate = await office.add('mandate', { person: await office.add('person', { name: '周维安' }), level: '乡', nth: 1, elect_kind: '补选', elected_on: '2026-02-01' })
  await step('confirm', mandate, { confirm_on: '2026-03-01' })
  place = await office.add('organisation', { name: '镇村镇建设办' })
  suggestion = await office.add('suggestion', { title: '关于修路的建议', field: '02' })
  await step('submit', suggestion, { raised_on: '2026-02-01', period: '闭会期间', lead: mandate })
  await step('review', suggestion, { review_on: '2026-02-02', accept: '立案' })
  await step('assign', suggestion, { assigned_on: '2026-02-03', host: place })
})

const fields = () => office.rec(suggestion)?.fields ?? {}
const rows = (id: string) => (office.rec(id)?.fields['status_log'] as unknown as readonly { step: string; event_on: string }[]).map((row) => [row.step, row.event_on])

test('a suggestion assigned before it was raised is refused with both dates, and nothing is counted from it', async () => {
  expect(await office.ask('record.set', { id: suggestion, fields: { assigned_on: '2026-01-03' } })).toMatchObject({
    ok: false, code: 'date-order', field: 'assigned_on', detail: { first: '2026-02-02', firstLabel: '审查日期', second: '2026-01-03', secondLabel: '交办日期' },
  })
  expect(await office.ask('record.set', { id: suggestion, fields: { raised_on: '2026-02-10' } })).toMatchObject({ ok: false, code: 'date-order', field: 'review_on' })
  expect([fields()['assigned_on'], fields()['due_on']]).toEqual(['2026-02-03', '2026-05-03'])
})

test('of an old ledger it is taken as it stands, and said', async () => {
  const added = await office.get('record.add', { type: 'suggestion', records: [{ title: '旧建议', as_history: true, status: '已办结', raised_on: '2024-05-01', assigned_on: '2024-04-01', closed_on: '2024-09-01' }] })
  expect(added.warnings.map((one) => sayWarning(one))).toEqual(['交办日期 2024年4月1日 早于 提出日期 2024年5月1日，已照原样补录，请核对这两个日期。'])
})

test('a date of assignment that is put right moves the due day by the rule it keeps, and the course with it', async () => {
  // the rule has changed since; the suggestion was left with the old one
  await office.get('rules.set', { key: 'suggest.reply.normal', n: 1, source: '本镇办法' })
  await office.set(suggestion, { assigned_on: '2026-02-13' })
  expect([fields()['due_on'], JSON.parse(String(fields()['due_rule'])).n]).toEqual(['2026-05-13', 3])
  expect(rows(suggestion).at(-1)).toEqual(['assign', '2026-02-13'])
  expect((await office.get('todo.list', {})).items.filter((todo) => todo.rule === 'suggest.reply.normal').map((todo) => [todo.due_on, todo.started_on, todo.source])).toEqual([['2026-05-13', '2026-02-13', '代表法第51条 · 交办后3个月']])
  // another class asks the rule of today
  await office.set(suggestion, { term_class: '2' })
  expect(fields()['due_on']).toBe('2026-08-13')
  await office.set(suggestion, { body: '请尽快' })
  expect(fields()['due_on']).toBe('2026-08-13')
})

test('a day of confirmation that is put right is right in the roster of every day', async () => {
  const seated = async (at: string) => (await office.get('deputies.list', { at })).rows.filter((row) => row.status === '在任').length
  expect([await seated('2026-02-28'), await seated('2026-03-01')]).toEqual([0, 1])
  await office.set(mandate, { confirm_on: '2026-02-20' })
  expect([await seated('2026-02-19'), await seated('2026-02-20'), rows(mandate)]).toEqual([0, 1, [['add', '2026-02-01'], ['confirm', '2026-02-20']]])
  // what stood before is in the history
  expect((await office.get('record.history', { id: mandate })).versions.length).toBe(3)
})

test('a step that ran twice: only its last day follows', async () => {
  await step('suspend', mandate, { event_on: '2026-03-02', suspend_reason: 'S1' })
  await step('resume', mandate, { resume_on: '2026-03-05' })
  await step('suspend', mandate, { event_on: '2026-03-10', suspend_reason: 'S1' })
  await office.set(mandate, { event_on: '2026-03-12' })
  expect(rows(mandate).slice(2)).toEqual([['suspend', '2026-03-02'], ['resume', '2026-03-05'], ['suspend', '2026-03-12']])
})

test('a change of one rule does not bring up the days that another one was left with', async () => {
  await office.get('rules.set', { key: 'suggest.reply.normal', n: 1, source: '本镇办法' })
  const other = await office.get('rules.set', { key: 'budget.publish', n: 15, source: '本镇办法', dry_run: true })
  expect(other.moved).toEqual([])
  const again = await office.get('rules.set', { key: 'suggest.reply.normal', n: 1, source: '本镇办法第2条', dry_run: true })
  expect(again.moved.map((one) => [one.kind, one.id, one.before, one.after])).toEqual([['stored', suggestion, '2026-05-03', '2026-03-03']])
})

test('the feedback on a report keeps its day when the rule changes, unless it is ticked', async () => {
  const report = await office.add('supervision', { form: '03', topic: '农贸市场视察', start_on: '2026-02-01', targets: [place] as never })
  await step('start', report, { start_on: '2026-02-01' })
  await step('forward', report, { forward_on: '2026-02-10', forward_to: [place] })
  const told = async () => (await office.get('todo.list', {})).items.filter((todo) => todo.rule === 'report.feedback').map((todo) => [todo.due_on, todo.source, todo.owner])
  const kept = await office.get('rules.set', { key: 'report.feedback', n: 2, source: '本镇办法' })
  expect(kept.moved.filter((one) => one.kind === 'stored').map((one) => [one.id, one.before, one.after])).toEqual([[report, '2026-05-10', '2026-04-10']])
  expect(await told()).toEqual([['2026-05-10', '转交时定的反馈期限', '镇村镇建设办']])
  await office.get('rules.set', { key: 'report.feedback', n: 2, source: '本镇办法', move: [report] })
  expect(await told()).toEqual([['2026-04-10', '本镇办法 · 转交后2个月', '镇村镇建设办']])
})
