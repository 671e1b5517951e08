import { expect, test } from 'vitest'
import { join2, liuxi, makeOffice, paired, qingshi, trip } from './support/offices'

test('people whom another town has recorded too are named before an import, and nothing is merged by itself', async () => {
  const world = await paired()
  const { county, town, stick } = world
  const other = await makeOffice('town', liuxi, '柳溪乡', world.clock)
  await join2(world, other)
  for (const [name, birth, sex] of [['张 有田', '1970-05', '1'], ['李春花', '1980-01', '2'], ['王五', '', '1'], ['赵六', '1990-02', '1']]) await other.add('person', { name: name ?? '', ...(birth ? { birth } : {}), sex: sex ?? '' })
  await trip(world, other, { approve: true })
  const zhang = await town.add('person', { name: '张有田', birth: '1970-05' })
  await town.add('person', { name: '李春花', birth: '1981-01', sex: '2' })
  await town.add('person', { name: '王五', sex: '1' })
  await town.add('person', { name: '赵六', birth: '1990-02', sex: '2' })
  const up = await town.send(stick)
  expect(await county.take(up, { dry_run: true })).toMatchObject({ state: 'PREVIEWED', elsewhere_total: 1, elsewhere: [{ id: zhang, name: '张有田', birth: '1970-05', town: liuxi, town_name: '柳溪乡' }] })
  expect(await county.take(up)).toMatchObject({ state: 'COMMITTED', counts: { new: 4 } })
  expect(county.store.counts(qingshi)['person']).toBe(4)
  // Towns that were merged are one town.
  await county.get('exchange.map-town', { from: liuxi, to: qingshi })
  await town.set(zhang, { post: '会计' })
  expect(await county.take(await town.send(stick), { dry_run: true })).not.toHaveProperty('elsewhere')
})
