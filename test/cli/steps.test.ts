/** Steps from a terminal: a suggestion through two rounds, refusals that name what is missing, files of steps, history and undo. */
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { act, add, cli, folder, jsonl, refusal, run, town, type Printed } from './support/run'

const data = path.join(folder(), 'town')
let deputies: readonly string[] = []

beforeAll(() => {
  run(['types'])
  town(data, '--province', '浙江')
  const people = add(data, 'person', ...['何秀兰', '陈国梁', '邵长明'].map((name) => ({ name })))
  deputies = add(data, 'mandate', ...people.map((person) => ({ person, level: '乡', elect_kind: '换届' })))
}, 120_000)

test('a file of steps runs line by line and counts the lines of the file', () => {
  const [a, b, c] = deputies
  const answer = cli<{ done: number; records: readonly Printed[]; errors: readonly { line: number; code: string; field?: string }[] }>(['act', 'confirm', '--data', data], {
    stdin: jsonl([{ id: a, fields: { confirm_on: '2021-12-10' } }, '', { id: b, confirm_on: '2021-12-10' }, '[1]', { id: a, fields: {} }, { id: 'nobody' }, { id: c, fields: { confirm_on: '2021-02-30' } }]),
  })
  expect(Object.keys(answer)).toEqual(['done', 'records', 'errors'])
  expect([answer.done, answer.records.map((record) => record.status)]).toEqual([2, ['在任', '在任']])
  expect(answer.errors.map(({ line, code, field }) => [line, code, field])).toEqual([[4, 'bad-input', undefined], [5, 'not-now', undefined], [6, 'not-found', undefined], [7, 'bad-date', 'confirm_on']])
}, 60_000)

test('a suggestion goes its way, and is told where it cannot', () => {
  const [lead = ''] = deputies
  const [host = '', other = ''] = add(data, 'organisation', { name: '村镇建设办' }, { name: '水利站' })
  const [id = ''] = add(data, 'suggestion', { title: '关于修路的建议', body: '路坏了', lead: { find: { name: '何秀兰' } }, field: '道路', period: '闭会', raised_on: '2025-02-01' })
  const no = (step: string, fields: object = {}) => {
    const { code, field, detail } = refusal(['act', step, id, '--data', data], { stdin: JSON.stringify(fields) })
    return [code, detail['because'] ?? field]
  }
  expect(no('reply', { result_class: 'A' })).toEqual(['not-now', 'wrong-status'])
  const submitted = act(data, 'submit', id)
  expect([submitted.status, submitted.fields['no'], submitted.fields['lead'], submitted.fields['field'], submitted.fields['period']]).toEqual(['已提出', '19-闭-001', lead, '02', '2'])
  expect(no('review', { review_on: '2025-02-02', accept: '退回完善' })).toEqual(['not-now', 'input-missing'])
  expect(no('review', { review_on: '2025-01-31', accept: '立案' })).toEqual(['date-order', 'review_on'])
  act(data, 'review', id, { review_on: '2025-02-02', accept: '受理' })
  const assigned = act(data, 'assign', id, { assigned_on: '2025-11-30', host })
  expect([assigned.fields['due_on'], assigned.fields['mode'], assigned.fields['term_class']]).toEqual(['2026-02-28', '1', '1'])
  expect(no('reply', { reply_on: '2027-01-01', result_class: 'A' })).toEqual(['date-future', 'reply_on'])
  expect(refusal(['act', 'reply', id, '--data', data], { stdin: '{"reply_on":"2027-01-01","result_class":"A"}' }).message).toBe('答复日期晚于今天。已经发生的事才能登记，请检查日期。')
  expect(act(data, 'send_back', id, { date: '2025-12-01', reason: '不归我办' }).status).toBe('待改交')
  expect(act(data, 'reassign', id, { assigned_on: '2025-12-02', host: other }).fields['returns']).toEqual([{ date: '2025-12-01', unit: host, reason: '不归我办', new_host: other }])
  act(data, 'promise', id, { content: '年底修好', due: '2026-01' })
  act(data, 'communicate', id, { date: '2025-12-10', mode: '面商' })
  expect(act(data, 'reply', id, { reply_on: '2025-12-20', result_class: 'B类' }).fields).toMatchObject({ round: 1, result_class: 'B', reply_on: '2025-12-20' })
  expect(no('close', { closed_on: '2025-12-25', close_reason: '未反馈' })).toEqual(['not-now', 'feedback-term-running'])
  expect(act(data, 'feedback', id, { feedback_on: '2025-12-30', rate_result: '不满意' }).status).toBe('重新办理')
  expect(act(data, 'reply', id, { reply_on: '2026-01-10', result_class: '已解决' }).fields).toMatchObject({ round: 2, result_class: 'A', reply_on: '2025-12-20' })
  act(data, 'feedback', id, { feedback_on: '2026-01-15', rate_result: '很满意' })
  expect(no('close', { closed_on: '2026-01-20' })).toEqual(['not-now', 'proof-missing'])
  const closed = act(data, 'close', id, { closed_on: '2026-01-20', outcome_note: '路修好了' })
  expect([closed.status, closed.fields['closed_on'], closed.fields['close_reason'], closed.fields['rate_result']]).toEqual(['已办结', '2026-01-20', '1', '1'])
  act(data, 'fulfil', id, { done_on: '2026-01-31' })
  expect(cli<{ rows: readonly Printed[] }>(['list', 'promise', '--data', data, '--where', 'state=已落实']).rows).toHaveLength(1)
  expect(cli<{ total: number }>(['list', 'reply', '--data', data, '--where', `suggestion=${id}`]).total).toBe(2)

  expect([act(data, 'undo_step', id, { reason: '误' }).status, act(data, 'undo_step', id, { reason: '误' }).status]).toEqual(['已办结', '已评价'])
  const { versions } = cli<{ versions: readonly { op: string; at: string; changed: readonly string[]; head: boolean }[] }>(['history', id, '--data', data])
  expect([versions.length > 10, versions[0]?.head, versions.every((version) => version.op === 'put')]).toEqual([true, true, true])
}, 180_000)

test('a meeting of the past is called on its own day where nobody names another', () => {
  const [meeting = ''] = add(data, 'presidium_meeting', { no: 1, held_on: '2026-01-10' })
  const called = act(data, 'call', meeting, { place: '会议室' })
  expect([called.status, (called.fields['status_log'] as { event_on: string }[]).at(-1)?.event_on]).toEqual(['已通知', '2026-01-10'])
})

test('set, del, undelete and merge print the record', () => {
  const [a = '', b = ''] = add(data, 'organisation', { name: '农业办' }, { name: '农业办公室', head: '王五', kind: '镇内设机构' })
  expect(cli<Printed>(['set', a, '--data', data], { stdin: '{"phone":"0817-5551234"}' }).fields).toMatchObject({ name: '农业办', phone: '0817-5551234' })
  expect(cli<Printed>(['merge', b, '--into', a, '--data', data, '--reason', '同一单位'])).toMatchObject({ id: a, status: null, fields: { name: '农业办', head: '王五', kind: '1' } })
  expect(cli<Printed>(['del', a, '--data', data, '--reason', '录错'])).toMatchObject({ id: a, deleted: true })
  expect(cli<Printed>(['undelete', a, '--data', data])).toMatchObject({ id: a, deleted: false })
}, 60_000)
