import { expect, it } from 'vitest'
import { Clock, makeOffice, qingshi, type Office } from './support/offices'
import { samplePoints } from '../../shared/points/point-rules'

async function townWithTwo(): Promise<{ readonly office: Office; readonly he: string; readonly chen: string }> {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const deputy = async (name: string): Promise<string> => {
    const person = await office.add('person', { name })
    const mandate = await office.add('mandate', { person, level: '5', elected_on: '2021-12-01' })
    await office.get('step.run', { step: 'confirm', id: mandate, fields: { confirm_on: '2021-12-20' } })
    return mandate
  }
  const [he, chen] = [await deputy('何秀兰'), await deputy('陈国梁')]
  const activity = async (kind: string, states: Readonly<Record<string, string>>): Promise<void> => {
    const id = await office.add('activity', { kind, title: '活动', start_on: '2026-02-10' })
    await office.get('step.run', { step: 'hold', id, fields: { start_on: '2026-02-10', participants: Object.entries(states).map(([mandate, state]) => ({ mandate, state })) } })
  }
  await activity('09', { [he]: '1', [chen]: '2' })
  await activity('09', { [he]: '1', [chen]: '1' })
  await activity('04', { [he]: '1' })
  await office.add('deed', { mandate: he, kind: '2', title: '调解地界', date: '2026-01' })
  await office.add('suggestion', { title: '修路', lead: he, cosign: [chen], raised_on: '2026-02-01', field: '02' })
  return { office, he, chen }
}

it('points are off until an office switches them on: nothing is counted and nothing can be kept', async () => {
  const { office } = await townWithTwo()
  expect(await office.get('points.get', { year: 2026 })).toMatchObject({ on: false, rows: [] })
  expect(await office.ask('points.keep', { year: 2026 })).toMatchObject({ ok: false, code: 'not-now' })
})

it('points follow from what was recorded, each with its records: base, further times, caps, and what a leave takes off', async () => {
  const { office } = await townWithTwo()
  await office.get('settings.set', { settings: { points_on: true } })
  const { rows } = await office.get('points.get', { year: 2026 })
  const told = rows.map((row) => [row.name, row.total, Object.fromEntries(row.items.filter((one) => one.times > 0).map((one) => [one.item, one.auto_tenths]))])
  expect(told).toEqual([
    ['何秀兰', 170, { 接待走访选民: 60, 调研: 60, 化解矛盾: 50 }],
    ['陈国梁', 30, { 接待走访选民: 40, '请假、缺席': -10 }],
  ])
  expect(rows[0]?.items.find((one) => one.item === '接待走访选民')?.ids).toHaveLength(2)
})

it('a kept score stays with what people added and why; keeping again counts anew, and one undo takes all scores back', async () => {
  const { office, chen } = await townWithTwo()
  await office.get('settings.set', { settings: { points_on: true } })
  await office.get('points.adjust', { year: 2026, mandate: chen, item: '其他', tenths: 25, reason: '抗洪值守' })
  await office.add('deed', { mandate: chen, kind: '4', title: '植树', date: '2026-02-20' })
  const before = (await office.get('points.get', { year: 2026 })).rows.find((row) => row.mandate === chen)
  expect([before?.kept, before?.total]).toEqual([55, 105])
  const { kept, id } = await office.get('points.keep', { year: 2026 })
  expect(kept).toBe(2)
  const score = (await office.get('record.list', { type: 'score' })).rows.find((row) => row.fields['mandate'] === chen)
  expect(score?.fields).toMatchObject({ final_tenths: 105, items: expect.arrayContaining([{ item: '其他', auto_tenths: 0, manual_tenths: 25, reason: '抗洪值守' }]) as unknown })
  await office.get('record.undo', { id: id ?? '' })
  expect((await office.get('points.get', { year: 2026 })).rows.map((row) => row.kept).sort()).toEqual([55, null])
})

it('the table is the office’s: other points, another cap, brought to 100; a wrong row is named and nothing changes', async () => {
  const { office, he } = await townWithTwo()
  await office.get('settings.set', { settings: { points_on: true } })
  const rules = [{ item: '接待', source: 'voters', base: 100, more: 100, cap: 150 }, { item: '调研', source: 'research', base: 50, more: 0, cap: 50 }]
  await office.get('points.rules', { table: { rules, hundred: true } })
  expect((await office.get('points.get', { year: 2026 })).rows.find((row) => row.mandate === he)?.total).toBe(1000)
  expect(await office.ask('points.rules', { table: { rules: [...rules, { item: '接待', source: 'voters', base: 1, more: 0, cap: null }], hundred: false } })).toMatchObject({ ok: false, code: 'already-exists', field: 'rules.2.item' })
  expect(await office.ask('points.rules', { table: { rules: [{ ...rules[0], base: 1.5 }], hundred: false } })).toMatchObject({ ok: false, code: 'bad-input', field: 'rules.0.base' })
  expect((await office.get('points.get', { year: 2026 })).table.rules).toHaveLength(2)
  expect(await office.get('points.rules', {})).toEqual({ table: samplePoints, sample: true })
})

it('nobody is called 不称职 until the office says from how many points; a kept score carries that, and so does the figure of the county', async () => {
  const { office, he } = await townWithTwo()
  await office.get('settings.set', { settings: { points_on: true } })
  const graded = async () => {
    await office.get('points.keep', { year: 2026 })
    const rows = (await office.get('points.get', { year: 2026 })).rows.map((row) => row.grade)
    const kept = (await office.get('record.list', { type: 'score' })).rows.map((row) => row.fields['grade'] ?? null)
    const figure = (await office.get('stats.get', { from: '2026-01-01', to: '2026-12-31' })).indicators.flatMap((one) => one.parts ?? []).filter((part) => part.key === '不称职').map((part) => part.value)
    return { rows, kept, figure }
  }
  expect(await graded()).toEqual({ rows: [null, null], kept: [null, null], figure: [0] })
  const { table } = await office.get('points.get', { year: 2026 })
  expect(await office.ask('points.rules', { table: { ...table, grades: [100, 200, 50] } })).toMatchObject({ ok: false, code: 'bad-input', field: 'rules' })
  await office.get('points.rules', { table: { ...table, grades: [170, 100, 40] } })
  const told = await graded()
  expect([told.rows, told.figure]).toEqual([['1', '4'], [1]])
  expect((await office.get('record.list', { type: 'score', where: { mandate: he } })).rows[0]?.fields).toMatchObject({ grade: '1', final_tenths: 170 })
})
