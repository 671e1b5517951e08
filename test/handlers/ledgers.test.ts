import { beforeEach, describe, expect, test } from 'vitest'
import { Clock, makeOffice, qingshi, type Office } from './support/offices'

const year = { from: '2026-01-01', to: '2026-12-31' }

let office: Office
let deputies: readonly string[]

beforeEach(async () => {
  office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const term = (await office.get('record.list', { type: 'term' })).rows[0]?.id ?? ''
  const made: string[] = []
  for (const [name, fixed] of [['何秀兰', false], ['陈国梁', true], ['邵长明', false]] as const) {
    const person = await office.add('person', { name, fixed_income: fixed })
    const mandate = await office.add('mandate', { person, term, level: '5', elect_kind: '1' })
    await office.get('step.run', { id: mandate, step: 'confirm', fields: { confirm_on: '2021-12-20' } })
    made.push(mandate)
  }
  deputies = made
})

async function held(fields: Readonly<Record<string, unknown>>, present: readonly string[]): Promise<string> {
  const { record } = await office.get('record.quick', {
    type: 'activity', fields: { title: '接待选民', ...fields },
    steps: [{ step: 'hold', fields: { start_on: fields['start_on'], participants: present.map((mandate) => ({ mandate, state: '1' })) } }],
  })
  return record.id
}

describe('The stations of a town', () => {
  test('add up to the figures of the town, and each figure has its records', async () => {
    const [a = '', b = ''] = deputies
    const bridge = await office.add('site', { name: '石桥联络站', kind: '1', deputies: [a, b] })
    const slope = await office.add('site', { name: '上坪联络站', kind: '1', deputies: [b] })
    const reception = await held({ kind: '09', site: bridge, start_on: '2026-02-09', voters_met: 12 }, [a])
    await held({ kind: '07', site: slope, start_on: '2026-02-10' }, [b])
    const matter = await office.add('voter_matter', { site: bridge, received_on: '2026-02-09', content: '路灯不亮', deputies: [a] })
    await office.get('step.run', { id: matter, step: 'route', fields: { routed_on: '2026-02-09', route: '1' } })
    await office.add('voter_matter', { site: slope, received_on: '2026-02-10', content: '水渠淤塞', deputies: [b] })

    const { rows } = await office.get('site.board', year)
    const figures = rows.map((row) => [row.name, ...row.figures.map((figure) => figure.value)])
    expect(figures).toEqual([['上坪联络站', 1, 0, 0, 1, 0, 0], ['石桥联络站', 1, 1, 12, 1, 1, 0]])
    const town = (await office.get('stats.get', year)).indicators
    const sum = (path: string): number => rows.reduce((total, row) => total + (row.figures.find((figure) => figure.path === path)?.value ?? 0), 0)
    for (const id of ['B8.09', 'B8.10', 'B8.11', 'B8.12']) expect([id, sum(id)]).toEqual([id, town.find((figure) => figure.id === id)?.value])

    const work = await office.get('site.work', { id: bridge, ...year })
    expect(work.figures.find((figure) => figure.path === 'B8.09')?.ids).toEqual([reception])
    expect(work.duty).toEqual([
      { mandate: b, name: '陈国梁', receptions: 0, matters: 0, last: '', own: true },
      { mandate: a, name: '何秀兰', receptions: 1, matters: 1, last: '2026-02-09', own: true },
    ])
    expect(work.rows.map((row) => row.id).sort()).toEqual([reception, matter].sort())
  })

  test('say which receptions are still to come', async () => {
    const site = await office.add('site', { name: '石桥联络站', kind: '1' })
    const planned = await office.add('activity', { title: '四月接待日', kind: '09', site, start_on: '2026-04-09' })
    await office.add('activity', { title: '没有开展的', kind: '09', site, start_on: '2026-01-09' })
    expect((await office.get('site.work', { id: site, ...year })).upcoming.map((row) => row.id)).toEqual([planned])
  })
})

describe('The budget of a year', () => {
  test('says what each line has left, void spending left out, and warns on saving before it goes below nothing', async () => {
    const budget = await office.add('budget', { year: 2026, kind: '1', budget_fen: 100_000 })
    await office.add('expense', { budget, date: '2026-02-01', amount_fen: 70_000 })
    const wrong = await office.add('expense', { budget, date: '2026-02-02', amount_fen: 90_000 })
    expect((await office.get('fund.board', { year: 2026 })).lines.map((line) => [line.budget_fen, line.spent_fen, line.balance_fen, line.count])).toEqual([[100_000, 160_000, -60_000, 2]])
    await office.get('step.run', { id: wrong, step: 'void', fields: { date: '2026-02-02', reason: '记错了' } })
    expect((await office.get('fund.board', { year: 2026 })).lines.map((line) => [line.spent_fen, line.unpaid_fen, line.balance_fen])).toEqual([[70_000, 70_000, 30_000]])

    const over = await office.get('record.quick', { type: 'expense', fields: { budget, date: '2026-02-03', amount_fen: 30_001 } })
    expect(over.warnings).toEqual([{ code: 'over-budget', field: 'amount_fen', detail: { spent_fen: 100_001, budget_fen: 100_000 } }])
    const mended = await office.get('record.set', { id: over.record.id, fields: { amount_fen: 30_000 } })
    expect([mended.warnings, (await office.get('fund.board', { year: 2026 })).years]).toEqual([[], [2026]])
  })
})

describe('The allowance for lost work', () => {
  test('goes by the attendance that is recorded, less what is written down, and names who has a fixed income', async () => {
    const [a = '', b = '', c = ''] = deputies
    await held({ kind: '07', start_on: '2026-02-10', half_days: 2 }, [a, b])
    await held({ kind: '07', start_on: '2026-02-11' }, [a])
    const budget = await office.add('budget', { year: 2026, kind: '5', budget_fen: 100_000 })
    await office.add('expense', { budget, date: '2026-02-12', amount_fen: 3000, mandate: a, half_days: 1, rate_fen: 6000 })
    const allowance = await office.get('fund.allowance', year)
    expect(allowance).toEqual({
      budget, rate_fen: 6000,
      rows: [
        { mandate: a, name: '何秀兰', half_days: 3, paid_half_days: 1, paid_fen: 3000, fixed_income: false },
        { mandate: b, name: '陈国梁', half_days: 2, paid_half_days: 0, paid_fen: 0, fixed_income: true },
      ],
    })
    expect(allowance.rows.some((row) => row.mandate === c)).toBe(false)
  })

  test('is written down for several deputies at once, and one press takes all of it back', async () => {
    const [a = '', , c = ''] = deputies
    const budget = await office.add('budget', { year: 2026, kind: '5', budget_fen: 100_000 })
    const side = [a, c].map((mandate) => ({ type: 'expense', parent: 'budget', fields: { date: '2026-02-12', mandate, half_days: 2, rate_fen: 6000, amount_fen: 6000, purpose: '误工补贴' } }))
    const saved = await office.get('record.quick', { type: 'budget', id: budget, fields: {}, side })
    const spent = async () => (await office.get('fund.board', { year: 2026 })).lines.map((line) => [line.spent_fen, line.balance_fen])
    expect(await spent()).toEqual([[12_000, 88_000]])
    expect((await office.get('record.list', { type: 'expense' })).rows.map((row) => row.status)).toEqual(['登记', '登记'])
    await office.get('record.undo', { id: saved.ids[0] ?? '' })
    expect(await spent()).toEqual([[0, 100_000]])
  })
})
