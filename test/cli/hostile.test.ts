/** Whatever is piped in or asked for: a code and a sentence, never a fault of the program. */
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { add, cli, folder, jsonl, refusal, run, town, type Added } from './support/run'

const data = path.join(folder(), 'town')
const deep = (open: string, close: string, levels: number): string => open.repeat(levels) + close.repeat(levels)

beforeAll(() => {
  run(['types'])
  town(data)
}, 120_000)

const tell = (type: string, stdin: string | Uint8Array): { readonly added: number; readonly told: readonly unknown[]; readonly size: number } => {
  const { out, err, code } = run(['add', type, '--data', data], { stdin })
  expect([code, err]).toEqual([0, ''])
  const answer = JSON.parse(out) as Added
  return { added: answer.added, told: answer.errors.map((error) => [error.line, error.code, ...(error.field === undefined ? [] : [error.field])]), size: out.length }
}

test('a file of bad lines adds its good ones, and says of each other what is wrong', () => {
  const { added, told, size } = tell('person', jsonl([
    '{"name":"张\\ud800三"}', '{"name":"张\\u0000三"}', { name: '好'.repeat(1_000_000) }, { name: '' }, { name: 5 }, { name: ['何'] }, { nom: '何' }, { name: '何秀兰', status: '在任' },
    { name: '何秀兰', birth: '2025-02-30' }, { name: '何秀兰', birth: '1800-01' }, { name: '何秀兰', birth: '2200-01' }, { name: '何秀兰', birth: 19_780_315 }, '[1]', '"x"', 'null', '{', '{"a":1}{',
    '{"__proto__":{"x":1},"name":"何秀兰"}', { name: '何秀兰', constructor: 1 }, { fields: 5 }, `{"name":${deep('[', ']', 100_000)}}`, `{"name":"何秀兰","resume":${deep('{"a":', '}', 5000).replace('}', '1}')}}`,
    '', '   ', '{"name":"何秀兰"}\r', { fields: { name: '陈国梁' } },
  ]))
  expect(told).toEqual([
    [1, 'bad-text', 'name'], [2, 'bad-text', 'name'], [3, 'too-long', 'name'], [4, 'required', 'name'], [5, 'bad-text', 'name'], [6, 'bad-text', 'name'], [7, 'unknown-field', 'nom'],
    [8, 'status-not-settable', 'status'], [9, 'bad-date', 'birth'], [10, 'bad-date', 'birth'], [11, 'bad-date', 'birth'], [12, 'bad-date', 'birth'], [13, 'bad-input'], [14, 'bad-input'],
    [15, 'bad-input'], [16, 'bad-input'], [17, 'bad-input'], [18, 'bad-input'], [19, 'unknown-field', 'constructor'], [20, 'unknown-field', 'fields'], [21, 'bad-input'], [22, 'bad-input'],
  ])
  expect(added).toBe(2)
  // A megabyte of nonsense is not said back.
  expect(size).toBeLessThan(10_000)
}, 60_000)

test('numbers, amounts, days, flags and codes are taken as people write them, or not at all', () => {
  const matter = (more: object): object => ({ received_on: '2025-01-05', content: '路坏了', ...more })
  expect(tell('voter_matter', jsonl([
    matter({ received_on: '2025年1月5日' }), matter({ received_on: '2025/1/5' }), matter({ received_on: '20250105' }), matter({ headcount: '5' }), matter({ category: '道路' }), matter({ anonymous: '是' }),
    matter({ received_on: '2025-01' }), matter({ headcount: '五' }), matter({ headcount: 1.5 }), matter({ headcount: -1 }), matter({ headcount: 1e300 }), matter({ anonymous: 'maybe' }), matter({ category: '火星' }),
    matter({ deputies: ['abc'] }), matter({ deputies: [{ find: { name: '无人' } }] }), matter({ village: { find: {} } }), matter({ village: { name: '石桥村' } }), matter({ no: '1' }), matter({ as_history: 'yes' }),
    matter({ as_history: true, status: '飞了' }), matter({ as_history: true, status: 5 }), matter({ as_history: true, status: '归档', closed_on: '2025-02-01' }),
  ]))).toMatchObject({ added: 7, told: [
    [7, 'bad-date', 'received_on'], [8, 'bad-number', 'headcount'], [9, 'bad-number', 'headcount'], [10, 'negative', 'headcount'], [11, 'bad-number', 'headcount'], [12, 'bad-input', 'anonymous'],
    [13, 'unknown-code', 'category'], [14, 'bad-ref', 'deputies'], [15, 'ref-not-found', 'deputies'], [16, 'ref-not-found', 'village'], [17, 'bad-ref', 'village'], [18, 'derived-field', 'no'],
    [19, 'bad-input', 'as_history'], [20, 'unknown-code', 'status'], [21, 'unknown-code', 'status'],
  ] })
  expect(tell('expense', jsonl(['12.345元', 12.5, -5, '一百', 1e17, '1,234.50', '3.5万元', 0].map((amount_fen) => ({ date: '2025-01-05', amount_fen }))))).toMatchObject({
    added: 3, told: [[1, 'bad-number', 'amount_fen'], [2, 'bad-number', 'amount_fen'], [3, 'negative', 'amount_fen'], [4, 'bad-number', 'amount_fen'], [5, 'bad-number', 'amount_fen']],
  })
  const { rows } = cli<{ rows: readonly { fields: Record<string, unknown> }[] }>(['list', 'expense', '--data', data, '--sort', 'amount_fen'])
  expect(rows.map((row) => row.fields['amount_fen'])).toEqual([0, 123_450, 3_500_000])
}, 60_000)

test('files of other programs: a byte-order mark and CRLF are nothing, GB18030 and UTF-16 are read, what is no text is told', () => {
  expect(tell('organisation', Buffer.from('\uFEFF{"name":"农业办"}\r\n\r\n{"name":"水利站"}\r\n'))).toMatchObject({ added: 2, told: [] })
  const broken = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}\n')])
  expect(tell('organisation', broken)).toMatchObject({ added: 0, told: [[1, 'bad-input']] })
  expect(tell('organisation', Buffer.concat([Buffer.from('{"name":"派出所"}\n'), broken, Buffer.from('{"name":"司法所"}\n')]))).toMatchObject({ added: 2, told: [[2, 'bad-input']] })
  expect(tell('organisation', Buffer.from('\uFEFF{"name":"财政所"}\n', 'utf16le'))).toMatchObject({ added: 1, told: [] })
  // 卫生院 in GB18030
  expect(tell('organisation', Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xce, 0xc0, 0xc9, 0xfa, 0xd4, 0xba]), Buffer.from('"}\n')]))).toMatchObject({ added: 1, told: [] })
  const { rows } = cli<{ rows: readonly { fields: Record<string, unknown> }[] }>(['list', 'organisation', '--data', data])
  expect(new Set(rows.map((row) => row.fields['name']))).toEqual(new Set(['农业办', '水利站', '派出所', '司法所', '财政所', '卫生院']))
  expect(tell('organisation', '')).toMatchObject({ added: 0, told: [] })
}, 60_000)

test('one key is one record, and its key is fixed', () => {
  const [person = ''] = add(data, 'person', { name: '吴月琴' })
  expect(tell('mandate', jsonl([{ person, level: '乡' }, { person, level: '乡' }, { person, level: '县', term: person }, { person: { find: { name: '吴月琴' } }, level: '县级' }]))).toMatchObject({
    added: 2, told: [[2, 'already-exists'], [3, 'bad-ref', 'term']],
  })
  const [mandate = ''] = cli<{ rows: readonly { id: string }[] }>(['list', 'mandate', '--data', data, '--where', 'level=乡', '--where', 'name=吴月琴']).rows.map((row) => row.id)
  expect(refusal(['set', mandate, '--data', data], { stdin: '{"level":"县"}' })).toMatchObject({ code: 'key-fixed', field: 'level' })
  expect(refusal(['set', mandate, '--data', data], { stdin: '{"status":"在任"}' })).toMatchObject({ code: 'status-not-settable' })
  expect(refusal(['set', mandate, '--data', data], { stdin: '{"group":"一组"}' })).toMatchObject({ code: 'derived-field' })
  expect(refusal(['set', mandate, '--data', data], { stdin: '[]' })).toMatchObject({ code: 'bad-input' })
  expect(refusal(['del', person, '--data', data, '--reason', '录错'])).toMatchObject({ code: 'has-children', detail: { children: { mandate: 2 } } })
  expect(refusal(['merge', mandate, '--into', person, '--data', data, '--reason', 'x'])).toMatchObject({ code: 'bad-input' })
  expect(refusal(['get', 'x'.repeat(100), '--data', data])).toMatchObject({ code: 'bad-input', field: 'id' })
}, 60_000)

test('questions that make no sense are refused, and limits of any size are taken', () => {
  const asked = (...words: readonly string[]) => refusal(['list', 'person', '--data', data, ...words])
  for (const key of ['constructor', 'toString', 'foo', 'name.x']) expect(asked('--where', `${key}=1`), key).toMatchObject({ code: 'unknown-field', field: key })
  expect([asked('--where', '__proto__=1').code, asked('--where', 'sex=火星').code, asked('--sort', 'constructor').code]).toEqual(['bad-input', 'unknown-code', 'unknown-field'])
  expect([asked('--limit', '0').code, asked('--after', 'garbage').code, asked('--town', '999').code, asked('--text', '词'.repeat(101)).code]).toEqual(['bad-input', 'bad-input', 'not-found', 'bad-input'])
  const page = cli<{ next: string | null; total: number }>(['list', 'person', '--data', data, '--limit', '1'])
  expect(refusal(['list', 'mandate', '--data', data, '--after', page.next ?? ''])).toMatchObject({ code: 'bad-input', field: 'after' })
  expect(cli<{ rows: unknown[]; total: number }>(['list', 'person', '--data', data, '--limit', '999999999']).rows).toHaveLength(page.total)
  expect(refusal(['stats', '--data', data, '--from', '2025-02-30', '--to', '2025-12-31'])).toMatchObject({ code: 'bad-input', field: 'from' })
  expect(refusal(['drill', 'B99.99', '--data', data, '--from', '2025-01-01', '--to', '2025-12-31'])).toMatchObject({ code: 'unknown-indicator' })
  expect(refusal(['todo', '--data', data, '--town', 'nowhere'])).toMatchObject({ code: 'not-found' })
}, 90_000)
