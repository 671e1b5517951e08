import { expect, test } from 'vitest'
import { figureType } from '../../shared/exchange/figure-fact'
import { join2, liuxi, makeOffice, nanbu, paired, qingshi, trip, type Office, type World } from './support/offices'

const nanchong = '511300'

interface Above extends World { readonly city: Office }

/** 南充市 above 南部县, which is invited and has joined. */
async function withCity(): Promise<Above> {
  const world = await paired()
  const city = await makeOffice('county', nanchong, '南充市', world.clock)
  await join2({ county: city, stick: world.stick }, world.county)
  return { ...world, city }
}

const roll = async ({ county, stick }: World, more: { readonly records?: boolean; readonly always?: boolean; readonly year?: number } = {}): Promise<string | null> => (await county.get('exchange.rollup', { to: stick, ...more })).file

interface Fact { readonly town: string; readonly indicator: string; readonly part?: string; readonly from: string; readonly value?: number; readonly num?: number; readonly den?: number; readonly rate_num?: number; readonly rate_den?: number }

const factsAt = (office: Office): readonly Fact[] => office.dump().filter((line) => line.includes(`"type":"${figureType}"`)).map((line) => (JSON.parse(line) as { fields: Fact }).fields)
const valueAt = (office: Office, town: string, indicator: string, from = '2026-01-01'): number | undefined => factsAt(office).find((fact) => fact.town === town && fact.indicator === indicator && fact.part === undefined && fact.from === from)?.value

/** An activity that was held, which B8.01 counts. */
async function held(town: Office): Promise<void> {
  const id = await town.add('activity', { kind: '07', title: '小组学习' })
  await town.get('step.run', { id, step: 'hold', fields: { start_on: '2026-02-01' } })
}

test('a county is to its city what a town is to it: approval, figures, receipt, and nothing said twice', async () => {
  const world = await withCity()
  const { county, town, city, stick } = world
  // Where nobody gave a name the office's own stands beside what is written.
  expect([county, city].map(({ desk }) => desk.by)).toEqual(['县人大', '市人大'])
  await held(town)
  await trip(world, town)
  const first = await roll(world)
  expect(await city.take(first)).toMatchObject({ state: 'HELD', code: 'awaiting-approval', from: { org: nanbu, name: '南部县' } })
  expect(await city.take(first, { approve: true })).toMatchObject({ state: 'COMMITTED', complete: true, counts: { changed: 0, held: 0, error: 0, conflict: 0 } })
  const figures = await county.get('stats.get', { from: '2026-01-01', to: '2026-12-31', by_town: true })
  const figure = (id: string) => figures.towns?.[0]?.indicators.find((one) => one.id === id)?.value
  expect(figure('B8.01')).toBe(1)
  for (const id of ['B1.05', 'B8.01', 'B4.01']) expect([id, valueAt(city, qingshi, id), valueAt(city, nanbu, id)]).toEqual([id, figure(id), figures.indicators.find((one) => one.id === id)?.value])
  // The city's window reads the same: the county first, then its towns, this year and the last.
  const read = await city.get('exchange.figures', { county: nanbu })
  expect([read.years, read.year, read.towns.map(({ name }) => name)]).toEqual([[2026, 2025], 2026, ['南部县', '青石镇']])
  expect(read.figures.find(({ indicator }) => indicator === 'B8.01')).toMatchObject({ value: 1, name: figures.indicators.find(({ id }) => id === 'B8.01')?.name })
  expect((await city.get('exchange.figures', { county: nanbu, town: qingshi, year: 2025 })).figures.find(({ indicator }) => indicator === 'B8.01')?.value).toBe(0)
  expect(await town.ask('exchange.figures', { county: nanbu })).toMatchObject({ ok: false, code: 'wrong-role' })
  // Who reported and what is kept in the office stays there.
  expect(factsAt(city).filter((fact) => fact.indicator === 'B8.04' || fact.indicator.startsWith('B10.'))).toEqual([])
  expect(new Set(city.dump(qingshi))).toEqual(new Set())
  expect((await city.get('exchange.board', {})).towns).toMatchObject([{ code: nanbu, name: '南部县', complete: true, state: 'complete' }])

  expect(await county.take(await city.send(stick, { town: nanbu }))).toMatchObject({ state: 'COMMITTED', complete: true })
  expect(await roll(world)).toBe(null)
  expect(factsAt(city)).toEqual(factsAt(county))
  expect((await county.get('exchange.board', {})).towns.map((one) => one.code)).toEqual([qingshi])
})

test('a figure that changed is the next version of the same record, and only that travels', async () => {
  const world = await withCity()
  const { county, town, city, stick } = world
  await city.take(await roll(world), { approve: true })
  await county.take(await city.send(stick, { town: nanbu }))
  await held(town)
  await trip(world, town)
  const before = factsAt(city).length
  const made = await county.get('exchange.rollup', { to: stick })
  expect(made.counts[figureType]).toBeGreaterThan(1)
  expect(made.counts[figureType]).toBeLessThan(before / 4)
  const lost = made.file
  const next = await roll(world, { always: true })
  expect(await city.take(next)).toMatchObject({ state: 'COMMITTED', complete: true, counts: { new: 0, conflict: 0 } })
  expect(await city.take(lost)).toMatchObject({ state: 'COMMITTED', complete: true, counts: { new: 0, changed: 0, conflict: 0 } })
  expect([factsAt(city).length, valueAt(city, qingshi, 'B8.01'), valueAt(city, qingshi, 'B8.01', '2025-01-01')]).toEqual([before, 1, 0])
  expect(factsAt(city)).toEqual(factsAt(county))
})

test('records go above the county only where a person switched it on, and the log keeps that', async () => {
  const world = await withCity()
  const { county, town, city, stick } = world
  const person = await town.add('person', { name: '张有田' })
  await town.add('person_private', { person, phone: '13900000000' })
  await trip(world, town)
  await city.take(await roll(world), { approve: true })
  expect(city.dump(qingshi)).toEqual([])
  expect(await city.take(await roll(world, { records: true }))).toMatchObject({ state: 'COMMITTED', complete: true, counts: { error: 0 } })
  expect(city.dump(qingshi)).toEqual(county.dump(qingshi))
  expect(city.dump().filter((line) => line.includes('13900000000'))).toEqual([])
  expect(county.store.events.list({ limit: 50 }).filter((event) => event.kind === 'scope').map((event) => event.detail)).toEqual([{ what: 'records', to: nanchong }])
  await county.take(await city.send(stick, { town: nanbu, always: true }))
  expect(await roll(world, { records: true })).toBe(null)
})

test('a county that lost its figures counts them anew and agrees with what the city had', async () => {
  const world = await withCity()
  const { county, city, stick, clock } = world
  await city.take(await roll(world), { approve: true })
  const anew = await makeOffice('county', nanbu, '南部县', clock)
  await join2({ county: city, stick }, anew)
  await city.take((await anew.get('exchange.rollup', { to: stick })).file, { approve: true })
  await anew.take(await city.send(stick, { town: nanbu, always: true }))
  await city.take((await anew.get('exchange.rollup', { to: stick, always: true })).file)
  expect(city.store.conflicts()).toEqual([])
  expect(factsAt(anew).length).toBeGreaterThan(0)
  expect(county.store.doctor().findings.filter((one) => one.check === 'unknown-types' && one.ids.length > 0)).toEqual([])
})

test('every wrong door says so', async () => {
  const world = await withCity()
  const { county, town, city, stick, clock } = world
  const file = await roll(world)
  expect(await town.take(file)).toMatchObject({ state: 'HELD', code: 'wrong-role', detail: { type: 'rollup' } })
  expect(await county.take(file)).toMatchObject({ state: 'HELD', code: 'wrong-role' })
  expect(await city.take(await town.send(stick, { always: true }))).toMatchObject({ state: 'HELD', code: 'wrong-county' })
  const other = await makeOffice('county', '511322', '营山县', clock)
  expect(await other.ask('exchange.rollup', { to: stick })).toMatchObject({ ok: false, code: 'not-paired' })
  expect(await town.ask('exchange.rollup', { to: stick })).toMatchObject({ ok: false, code: 'wrong-role' })
  expect(await city.ask('exchange.invite', { code: '511421', name: '别市的县', out: stick })).toMatchObject({ ok: false, code: 'wrong-town' })
  expect(await county.ask('exchange.invite', { code: '511322', name: '邻县', out: stick })).toMatchObject({ ok: false, code: 'out-of-range' })
  await city.take(file, { approve: true })
  const receipt = await city.send(stick, { town: nanbu, always: true })
  expect(await town.take(receipt)).toMatchObject({ state: 'HELD', code: 'wrong-county' })
  expect(await other.take(receipt)).toMatchObject({ state: 'HELD' })
  expect((await county.get('exchange.scan', { dir: stick })).files.map((one) => one.from?.org).sort()).toContain(nanchong)
  expect(liuxi).not.toBe(qingshi)
})
