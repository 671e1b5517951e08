import { execFileSync } from 'node:child_process'
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

test('a city adds up what its counties reported: each county beside the sum, rates over summed parts, no sum of people who may stand twice, and a book of it', async () => {
  const world = await withCity()
  const { county, town, city, stick, clock } = world
  const yingshan = await makeOffice('county', '511322', '营山县', clock)
  const other = await makeOffice('town', '511322101', '绥安镇', clock)
  await join2({ county: yingshan, stick }, other)
  await join2({ county: city, stick }, yingshan)
  const people = async (office: Office, names: readonly string[]): Promise<void> => {
    const [term] = (await office.get('record.list', { type: 'term' })).rows
    for (const name of names) {
      const id = await office.add('mandate', { person: await office.add('person', { name, sex: name === '女' ? '2' : '1' }), term: term?.id ?? '', level: '5', elected_on: '2021-12-10' })
      await office.get('step.run', { id, step: 'confirm', fields: { confirm_on: '2021-12-20' } })
    }
  }
  await people(town, ['甲', '女'])
  await people(other, ['乙', '丙', '女'])
  await held(town)
  for (let n = 0; n < 2; n++) await held(other)
  await trip(world, town)
  await trip({ county: yingshan, stick }, other, { approve: true })
  await city.take(await roll(world), { approve: true })
  const year = { from: '2026-01-01', to: '2026-12-31' }
  // The one that has not reported is named, and its figures are not taken for noughts.
  expect((await city.get('stats.get', year)).reported).toMatchObject({ lacking: [] })
  await city.take((await yingshan.get('exchange.rollup', { to: stick, records: false })).file, { approve: true })
  const read = await city.get('stats.get', { ...year, by_town: true, before: true })
  const of = (list: typeof read.indicators | undefined, id: string) => list?.find((one) => one.id === id)
  const at = async (office: Office, id: string) => of((await office.get('stats.get', year)).indicators, id)
  expect(read.towns?.map(({ code, name }) => [code, name])).toEqual([[nanbu, '南部县'], ['511322', '营山县']])
  for (const id of ['B1.05', 'B8.01', 'B5.02', 'B2.01']) {
    const [one, two] = [await at(county, id), await at(yingshan, id)]
    expect([id, of(read.indicators, id)?.value ?? null]).toEqual([id, (one?.value ?? 0) + (two?.value ?? 0)])
    expect([of(read.towns?.[0]?.indicators, id)?.value, of(read.towns?.[1]?.indicators, id)?.value]).toEqual([one?.value, two?.value])
  }
  expect([of(read.indicators, 'B1.05')?.value, of(read.indicators, 'B8.01')?.value, of(read.indicators, 'B1.08')?.value]).toEqual([5, 3, null])
  // 2 of 5 women: never the mean of 1/2 and 1/3.
  expect(of(read.indicators, 'B2.01')?.parts.find(({ key }) => key === '女')).toMatchObject({ value: 2, rate: 40 })
  expect([read.indicators.length, of(read.before, 'B8.01')?.value]).toEqual([(await county.get('stats.get', year)).indicators.length, 0])
  // A county opens with its towns, and what does not add up there would be said.
  const one = await city.get('stats.get', { ...year, town: nanbu, by_town: true })
  expect([of(one.indicators, 'B1.05')?.value, one.towns?.map(({ name }) => name), one.checks.map(({ id, ok }) => [id, ok])]).toEqual([2, ['青石镇'], [['C22', true]]])
  // The running year up to today is what was reported of it; a month of it nobody reported.
  expect((await city.get('stats.get', { from: '2026-01-01', to: city.desk.today })).reported).toBeDefined()
  expect((await city.get('stats.get', { from: '2026-02-01', to: '2026-02-28' })).reported).toBeUndefined()
  expect((await city.get('home.get', {})).towns).toMatchObject([{ code: nanbu, activities: 1 }, { code: '511322', activities: 2 }])
  const { files } = await city.get('stats.file', { ...year, out: stick })
  const book = execFileSync('unzip', ['-p', files[0]?.path ?? '', 'xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/worksheets/*.xml'], { encoding: 'utf8' })
  for (const word of ['各县', '营山县', '南充市人大常委会（盖章）']) expect([word, book.includes(word)]).toEqual([word, true])
  expect((await city.get('stats.file', { ...year, town: nanbu, out: stick })).files[0]?.path).toContain('南部县')
  // Above it, the city is what a county is to it: its counties and their sum.
  const province = await makeOffice('county', '510000', '四川省', clock)
  await join2({ county: province, stick }, city)
  await province.take((await city.get('exchange.rollup', { to: stick })).file, { approve: true })
  expect([valueAt(province, nanchong, 'B1.05'), valueAt(province, '511322', 'B1.05'), of((await province.get('stats.get', year)).indicators, 'B8.01')?.value]).toEqual([5, 3, 3])
})

test('a city that has the records too counts them, for any days', async () => {
  const world = await withCity()
  const { town, city, stick } = world
  await held(town)
  await trip(world, town)
  await city.take((await world.county.get('exchange.rollup', { to: stick, records: true })).file, { approve: true })
  const read = await city.get('stats.get', { from: '2026-01-01', to: '2026-12-31', by_town: true })
  expect([read.reported, read.towns?.map(({ name }) => name), read.indicators.find(({ id }) => id === 'B8.01')?.value]).toEqual([undefined, ['青石镇'], 1])
  expect((await city.get('stats.drill', { from: '2026-02-01', to: '2026-02-28', indicator: 'B8.01' })).ids).toHaveLength(1)
  // One county of it, for days that nobody reports: from its towns' records, or from none.
  const february = { from: '2026-02-01', to: '2026-02-28' }
  const countyIn = async (code: string) => { const { indicators, towns } = await city.get('stats.get', { ...february, town: code, by_town: true }); return [indicators.find(({ id }) => id === 'B8.01')?.value, towns?.map(({ name }) => name)] }
  expect([await countyIn(nanbu), await countyIn('511322')]).toEqual([[1, ['青石镇']], [null, []]])
  expect((await city.get('stats.drill', { ...february, indicator: 'B8.01', town: nanbu })).ids).toHaveLength(1)
})

test('an order of a city is called after the city, in its lists and files', async () => {
  const { city, county, stick } = await withCity()
  await city.take((await county.get('exchange.rollup', { to: stick })).file, { approve: true })
  await city.get('exchange.order', { towns: [nanbu], fields: { order_no: '1', title: '报送年度情况' } })
  const { files } = await city.get('list.file', { type: 'county_order', out: stick })
  expect(files[0]?.path).toContain('市交办')
  expect([city, county].map(({ desk }) => desk.layouts.declaration('county_order')?.fields['closed_on']?.label)).toEqual(['市确认日期', '县确认日期'])
  expect((await city.get('search.all', { text: '报送年度' })).hits[0]?.note).toContain('市交办')
  expect((await county.get('list.file', { type: 'county_order', out: stick })).files[0]?.path).toContain('县交办')
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
