import { expect, test } from 'vitest'
import { Clock, liuxi, makeOffice, paired, qingshi, trip, type Office } from './support/offices'

test('what was done on a computer is listed newest first with who did it, and looks at covered values are in it', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const person = await office.add('person', { name: '何秀兰' })
  const secret = await office.add('person_private', { person, phone: '13900000000' })
  await office.get('record.set', { id: person, fields: { work_unit: '石桥村委会' } })
  await office.get('record.reveal', { id: secret, key: 'phone' })
  await office.get('record.delete', { id: secret, reason: '登记错误' })

  const all = await office.get('audit.list', { limit: 5 })
  expect(all.rows.map((row) => [row.what, row.record?.id])).toEqual([['del', secret], ['view', secret], ['put', person], ['new', secret], ['new', person]])
  expect(all.rows[1]).toMatchObject({ group: 'view', detail: { key: 'phone' } })
  expect(new Set(all.rows.map((row) => row.by)).size).toBe(1)

  const looks = await office.get('audit.list', { group: 'view' })
  expect(looks.rows.map((row) => row.what)).toEqual(['view'])
  expect((await office.get('audit.list', { group: 'change', limit: 2 })).rows.map((row) => row.what)).toEqual(['del', 'put'])
  expect((await office.get('audit.list', { by: '没有这个人' })).rows).toEqual([])
})

test('it is asked by day, as the wall clock here shows it, and a change says which fields are others than before', async () => {
  const clock = new Clock()
  const office = await makeOffice('town', qingshi, '青石镇', clock)
  const person = await office.add('person', { name: '何秀兰' })
  clock.ms = Date.parse('2026-03-05T23:59:00+08:00')
  await office.get('record.set', { id: person, fields: { work_unit: '石桥村委会', name: '何秀兰' } })
  await office.get('event.note', { kind: 'print', about: person })
  // In London it is still the day before.
  clock.ms = Date.parse('2026-03-06T00:30:00+08:00')
  await office.get('event.note', { kind: 'export', about: person })
  const on = async (from?: string, to?: string) => (await office.get('audit.list', { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) })).rows.map((row) => row.what)
  expect([await on('2026-03-05', '2026-03-05'), await on('2026-03-06'), (await on(undefined, '2026-03-02')).slice(0, 1), await on('2026-03-03', '2026-03-04')]).toEqual([['print', 'put'], ['export'], ['new'], []])
  expect((await office.get('audit.list', { group: 'change', from: '2026-03-05' })).rows[0]).toMatchObject({ what: 'put', changed: ['work_unit'], version: (await office.get('record.history', { id: person })).versions[0]?.id })
  expect(await on('0001-01-01', '9999-12-31')).toEqual(await on())
  expect(await office.ask('audit.list', { from: '3月5日' })).toMatchObject({ ok: false, code: 'bad-input', field: 'from' })
})

test('page after page of it is every line once, in order', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const ids: string[] = []
  for (let at = 0; at < 7; at++) {
    ids.push(await office.add('village', { name: `第${at}村` }))
    if (at % 2 === 0) await office.get('event.note', { kind: 'print', about: ids[at] ?? '' })
  }
  const whole = (await office.get('audit.list', { limit: 500 })).rows
  const pages: typeof whole[number][] = []
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const page: { rows: typeof whole; next: string | null } = await office.get('audit.list', { limit: 3, ...(after === null ? {} : { after }) })
    pages.push(...page.rows)
    after = page.next
  }
  expect(pages).toEqual(whole)
  expect(await office.ask('audit.list', { after: '不是位置' })).toMatchObject({ ok: false, code: 'bad-input', field: 'after' })
})

test('what went by stick is called by the office and the number of the package, on both sides', async () => {
  const { county, town, stick } = await paired()
  await town.add('person', { name: '何秀兰' })
  await trip({ county, stick }, town)
  await county.get('exchange.invite', { code: liuxi, name: '柳溪乡', out: stick })
  await county.get('exchange.close-device', { device: town.store.device.id })
  await town.get('exchange.plain', { to: stick })
  const of = async (office: Office) => (await office.get('audit.list', { limit: 50 })).rows.filter(({ record }) => record === undefined).flatMap(({ about }) => about ?? [])
  const [atCounty, atTown] = [await of(county), await of(town)]
  expect([...new Set(atCounty)]).toEqual(expect.arrayContaining(['青石镇的上报包，第 2 包', '给青石镇的回执', '柳溪乡（511321102）', '青石镇的电脑']))
  expect([...new Set(atTown)]).toEqual(expect.arrayContaining(['南部县的回执，第 2 包', '给南部县的上报包', '南部县（511321）', '不加密的表格']))
  expect([...atCounty, ...atTown].filter((about) => /[a-z2-7]{26}/.test(about))).toEqual([])
})

test('the changes of a page are told in one answer, before and after, with private values covered', async () => {
  const office = await makeOffice('town', qingshi, '青石镇', new Clock())
  const other = await office.add('person', { name: '何秀兰', work_unit: '石桥小学' })
  const person = await office.add('person', { name: '何秀兰', work_unit: '供销社' })
  const secret = await office.add('person_private', { person, phone: '13900000001' })
  await office.set(person, { work_unit: '石桥村委会', distinct_from: [other] })
  await office.set(secret, { phone: '13900000002' })
  await office.set(person, { work_unit: '以后的' })
  const { rows } = await office.get('audit.list', { group: 'change' })
  const asked = rows.flatMap(({ record, version }) => (record && version !== undefined ? [{ record: record.id, version }] : [])).toReversed()
  const { changes, titles } = await office.get('audit.changes', { changes: asked })
  expect(changes.map(({ type, versions }) => [type, ...versions.map(({ data }) => data?.['work_unit'] ?? data?.['phone'])])).toEqual([
    ['person', '石桥村委会', '供销社'], ['person_private', '139****0002', '139****0001'], ['person', '以后的', '石桥村委会'],
  ])
  expect([titles[other]?.title, JSON.stringify(changes).includes('13900000001')]).toEqual(['何秀兰', false])
  expect((await office.get('audit.changes', { changes: [{ record: person, version: '没有' }, { record: '没有', version: 'x' }] })).changes).toEqual([])
})
