import { expect, test } from 'vitest'
import { Clock, makeOffice, qingshi } from './support/offices'

async function town() {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const person = await office.add('person', { name: '何秀兰', fixed_income: true })
  const other = await office.add('person', { name: '陈国梁', fixed_income: false })
  const mandate = await office.add('mandate', { person, level: '5' })
  await office.add('mandate', { person: other, level: '4' })
  const totals = async (type: string, where: Readonly<Record<string, string>>) => {
    const answer = await office.ask('record.list', { type, where })
    return answer.ok ? answer.value.total : [answer.code, answer.field]
  }
  return { office, person, mandate, totals }
}

test('a list is asked for in the words that people write', async () => {
  const { office, totals } = await town()
  await office.add('expense', { date: '2026-01-05', amount_fen: 1_000_000 })
  expect(await totals('mandate', { level: '乡镇级' })).toBe(1)
  expect([await totals('person', { fixed_income: '是' }), await totals('person', { fixed_income: 'true' }), await totals('person', { fixed_income: '否' })]).toEqual([1, 1, 1])
  expect([await totals('expense', { amount_fen: '1万元' }), await totals('expense', { date: '2026年1月5日' }), await totals('expense', { amount_fen: '' })]).toEqual([1, 1, 0])
})

test('a word that no code answers to is told, and so is a key that only the language knows', async () => {
  const { totals } = await town()
  expect(await totals('mandate', { level: '火星' })).toEqual(['unknown-code', 'level'])
  for (const key of ['constructor', 'toString', 'nonsense', 'person.name']) expect(await totals('mandate', Object.fromEntries([[key, '1']])), key).toEqual(['unknown-field', key])
  expect(await totals('expense', { date: '2026-02-30' })).toEqual(['bad-date', 'date'])
})

test('a mandate is found by the name of its person', async () => {
  const { mandate, office, totals } = await town()
  expect((await office.get('record.list', { type: 'mandate', where: { name: '何 秀 兰' } })).rows.map((row) => row.id)).toEqual([mandate])
  expect([await totals('mandate', { name: '何秀兰', level: '县' }), await totals('mandate', { name: '无此人' }), await totals('mandate', { id: mandate })]).toEqual([0, 0, 1])
})

test('what is computed at read can be asked for: a state, a round, whether somebody sits in the presidium', async () => {
  const { office, mandate, totals } = await town()
  await office.get('step.run', { id: mandate, step: 'confirm', fields: { confirm_on: '2021-12-20' } })
  await office.add('presidium_member', { mandate, from_on: '2021-12-20', role: '1' })
  const host = await office.add('organisation', { name: '村镇建设办' })
  const { record } = await office.get('record.quick', {
    type: 'suggestion', fields: { title: '关于修路的建议', body: '路坏了', lead: mandate, raised_on: '2025-12-01', period: '2' },
    steps: [
      { step: 'submit', fields: {} }, { step: 'review', fields: { review_on: '2025-12-02', accept: '1' } }, { step: 'assign', fields: { assigned_on: '2025-12-03', host } },
      { step: 'promise', fields: { content: '三月底前修好', due: '2026-01' } }, { step: 'reply', fields: { reply_on: '2026-01-10', result_class: 'B' } },
    ],
  })
  expect([await totals('suggestion', { result_class: 'B类' }), await totals('suggestion', { round: '1' }), await totals('suggestion', { round: '2' }), await totals('suggestion', { rate_result: '' })]).toEqual([1, 1, 0, 1])
  expect([await totals('promise', { state: '已到期未落实' }), await totals('promise', { state: '已落实' })]).toEqual([1, 0])
  expect([await totals('mandate', { is_presidium: '是' }), await totals('mandate', { is_presidium: 'false' })]).toEqual([1, 1])
  expect([await totals('term', { status: '现任' }), await totals('term', { status: '已届满' })]).toEqual([1, 0])
  expect(record.status).toBe('待反馈')
})

test('a town that is none is told', async () => {
  const { office } = await town()
  expect(await office.ask('record.list', { type: 'person', town: '511321999' })).toMatchObject({ ok: false, code: 'not-found', field: 'town' })
  expect(await office.ask('todo.list', { town: '511321999' })).toMatchObject({ ok: false, code: 'not-found', field: 'town' })
  expect((await office.get('record.list', { type: 'person', town: '511321101' })).total).toBe(2)
})
