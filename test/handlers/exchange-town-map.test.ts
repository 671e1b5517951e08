import { describe, expect, test } from 'vitest'
import { join2, liuxi, makeOffice, paired, qingshi, trip, type Office } from './support/offices'

const year = { from: '2026-01-01', to: '2026-12-31' }
const suggestions = async (county: Office, town?: string): Promise<number | null> =>
  (await county.get('stats.get', { ...year, ...(town === undefined ? {} : { town }) })).indicators.find((one) => one.id === 'B5.01')?.value ?? null

async function twoTowns() {
  const world = await paired()
  const other = await makeOffice('town', liuxi, '柳溪乡', world.clock)
  await join2(world, other)
  for (const [town, count] of [[world.town, 2], [other, 3]] as const) {
    for (let n = 0; n < count; n++) {
      const id = await town.add('suggestion', { title: `关于第${String(n)}条路的建议`, raised_on: '2026-03-02' })
      await town.ask('step.run', { id, step: 'submit', fields: {} })
    }
  }
  await trip(world, world.town)
  await trip(world, other, { approve: true })
  return { ...world, other }
}

describe('towns that were merged or got another code', () => {
  test('are one row of board and figures, with nothing lost and nothing counted twice', async () => {
    const { county, other, stick } = await twoTowns()
    const before = [await suggestions(county), await suggestions(county, qingshi), await suggestions(county, liuxi)]
    const dump = county.dump()
    expect((await county.get('exchange.map-town', { from: liuxi, to: qingshi, name: '青石街道' })).towns).toMatchObject([{ from: liuxi, to: qingshi, name: '青石街道' }])
    expect((await county.get('exchange.board', {})).towns).toMatchObject([{ code: qingshi, name: '青石街道', formerly: [liuxi], complete: true, days_since: 0 }])
    expect([await suggestions(county), await suggestions(county, qingshi), await suggestions(county, liuxi)]).toEqual([before[0], (before[1] ?? 0) + (before[2] ?? 0), (before[1] ?? 0) + (before[2] ?? 0)])
    const stats = await county.get('stats.get', { ...year, by_town: true })
    expect(stats.towns?.map((town) => [town.code, town.name, town.indicators.length])).toEqual([[qingshi, '青石街道', stats.indicators.length]])
    expect(stats.checks.filter((check) => !check.ok)).toEqual([])
    expect((await county.get('stats.drill', { ...year, indicator: 'B5.01', town: qingshi })).ids.length).toBe(await suggestions(county, qingshi))
    expect(county.dump()).toEqual(dump)
    // What is still on a stick of the old town comes in as ever.
    await other.add('person', { name: '后补的' })
    expect(await county.take(await other.send(stick))).toMatchObject({ state: 'COMMITTED', complete: true })
    expect((await county.get('exchange.board', {})).towns.length).toBe(1)
    expect((await county.get('exchange.order-towns', {})).towns.map((town) => town.code)).toEqual([qingshi])
    // Mapped by mistake.
    await county.get('exchange.map-town', { from: liuxi, to: liuxi })
    expect((await county.get('exchange.board', {})).towns.map((town) => town.code)).toEqual([qingshi, liuxi])
    expect(await suggestions(county, liuxi)).toBe(before[2])
  })

  test('with a new code goes on reporting from its computers, and gets its receipts', async () => {
    const { county, town, stick } = await paired()
    await county.get('exchange.map-town', { from: qingshi, to: '511321009', name: '青石街道' })
    expect((await county.get('exchange.board', {})).towns).toMatchObject([{ code: '511321009', name: '青石街道', formerly: [qingshi], state: 'complete' }])
    await town.add('person', { name: '甲' })
    expect((await county.take(await town.send(stick))).state).toBe('COMMITTED')
    expect((await town.take(await county.send(stick, { town: '511321009' }))).state).toBe('COMMITTED')
    expect((await town.get('exchange.state', {})).unsent.records).toBe(0)
    expect((await county.get('exchange.order', { towns: [qingshi], fields: { order_no: '1', title: '报送' } })).towns).toEqual([qingshi])
    // Its computers are found under the new code too, to be closed; another one is to write under the old.
    expect((await county.get('exchange.devices', { town: '511321009' })).devices.map(({ town: under, state }) => [under, state])).toEqual([[qingshi, 'open']])
    await county.get('exchange.invite', { code: qingshi, name: '青石街道', out: stick })
    expect((await county.get('exchange.slips', { town: '511321009' })).slips.map(({ town: under }) => under)).toEqual([qingshi])
  })

  test('are of this county, and never turn in a circle', async () => {
    const { county, town } = await twoTowns()
    await county.get('exchange.map-town', { from: liuxi, to: qingshi })
    expect(await county.ask('exchange.map-town', { from: qingshi, to: liuxi })).toMatchObject({ ok: false, code: 'bad-input', field: 'to' })
    expect(await county.ask('exchange.map-town', { from: '511321199', to: qingshi })).toMatchObject({ ok: false, code: 'not-found' })
    expect(await county.ask('exchange.map-town', { from: liuxi, to: '511322101' })).toMatchObject({ ok: false, code: 'out-of-range' })
    expect(await town.ask('exchange.map-town', { from: liuxi, to: qingshi })).toMatchObject({ ok: false, code: 'wrong-role' })
    expect((await county.get('exchange.board', {})).towns.map((one) => one.code)).toEqual([qingshi])
  })
})
