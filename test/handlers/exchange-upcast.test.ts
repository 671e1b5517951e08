/** A package of an older release at a county of a newer one, in which a record type was changed twice. */
import { expect, test, vi } from 'vitest'
import { forgeUp, line } from './support/forge'
import { paired, qingshi } from './support/offices'

vi.mock('../../shared/records/upcasters', () => ({
  upcasters: {
    // Villages: the name was called `title` once; then 居委会 was written out.
    village: [
      ({ title, ...rest }: Record<string, string>) => ({ ...rest, ...(title === undefined ? {} : { name: title }) }),
      ({ name, ...rest }: Record<string, string>) => ({ ...rest, ...(name === undefined ? {} : { name: name.replace(/居$/u, '社区居民委员会') }) }),
    ],
  },
}))

test('is read as the newer release means it, written on in its schema, sent on as it came, and what is newer still is kept', async () => {
  const { county, town, stick } = await paired()
  const [first, second, later] = [town.desk.newId(), town.desk.newId(), town.desk.newId()]
  const lines = [
    line(town, { uid: first, type: 'village', sv: 1, data: { title: '东街居' } }), line(town, { uid: second, type: 'village', sv: 2, data: { name: '西街居' } }),
    line(town, { uid: later, type: 'village', sv: 4, data: { name: '以后居', more: '新的意思' } }),
  ]
  const file = await forgeUp(town, lines)
  expect(await county.take(file, { dry_run: true })).toMatchObject({ state: 'PREVIEWED', counts: { new: 2, held: 1 } })
  expect(await county.take(file)).toMatchObject({ state: 'COMMITTED', counts: { new: 2, held: 1 } })
  const names = () => county.store.facts([qingshi]).all('village').map(({ fields }) => fields['name']).sort()
  expect([county.rec(first)?.fields['name'], county.rec(second)?.fields['name'], county.rec(later)?.fields['name']]).toEqual(['东街社区居民委员会', '西街社区居民委员会', '以后居'])
  expect((await county.get('record.list', { type: 'village', limit: 10 })).rows.map(({ fields }) => fields['name']).sort()).toEqual(names())
  expect(county.store.search('东街社区', 5)).toHaveLength(1)
  expect(county.store.doctor().findings.filter(({ ok, check }) => !ok && check !== 'unknown-types')).toEqual([])
  // Written on: the new values, in the schema of now; the history shows both as they are meant.
  await county.set(first, { name: '东街新社区' })
  expect(county.store.history(first).map(({ data }) => data?.['name'])).toEqual(['东街新社区', '东街社区居民委员会'])
  expect(await county.ask('record.set', { id: later, fields: { name: '改' } })).toMatchObject({ ok: false, code: 'needs-upgrade' })
  // What nobody changed goes on with the hashes and values that it came with.
  const kept = county.store.exchange.version(county.store.versionOf(second) ?? '')
  expect([kept?.meta.sv, kept?.text]).toEqual([2, '{"name":"西街居"}'])
  await town.take(await county.send(stick, { town: qingshi, always: true }))
  expect(town.dump().filter((one) => one.includes('"village"'))).toEqual(county.dump().filter((one) => one.includes('"village"')))
})

test('that was taken in before the upgrade is read anew once the store is opened by the newer program', async () => {
  const { county, town } = await paired()
  const id = town.desk.newId()
  await county.take(await forgeUp(town, [line(town, { uid: id, type: 'village', sv: 1, data: { title: '南街居' } })]))
  // As the older program left it: rows read under its schemas.
  county.store.settings.set('schemas', '')
  await county.restart()
  expect(county.store.settings.get('schemas', '')).toBe('village:3')
  expect(county.rec(id)?.fields['name']).toBe('南街社区居民委员会')
  expect(county.store.doctor().findings.filter(({ ok }) => !ok)).toEqual([])
})
