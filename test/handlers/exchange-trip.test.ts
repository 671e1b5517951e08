import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folder, join2, makeOffice, nanbu, paired, qingshi, strangers, trip } from './support/offices'

test('from strangers to a receipt: invite, join, package, approval, board, receipt', async () => {
  const { county, town, stick } = await strangers()
  expect(await town.ask('exchange.export', { to: stick })).toEqual({ ok: false, code: 'not-paired' })
  await join2({ county, stick }, town)
  const person = await town.add('person', { name: '张有田', sex: '1' })
  expect(await town.get('exchange.state', {})).toMatchObject({
    paired: { county: '南部县', code: nanbu, accepted: false, closed: false }, confirmed: { records: 0, pseq: null }, unsent: { records: 3, groups: [{ label: '代表', count: 1, unit: '名' }, { label: '单位档案', count: 1, unit: '份' }, { label: '届次', count: 1, unit: '个' }] }, next_pseq: 1, packages: [],
  })
  const sent = await town.get('exchange.export', { to: stick })
  expect(sent).toMatchObject({ pseq: 1, counts: { office: 1, person: 1, term: 1 } })
  expect(sent.file?.startsWith(join(stick, '镇县数据', '南部县', '上报', `${qingshi}_青石镇_上报_0001_`))).toBe(true)

  expect(await county.get('exchange.verify', { file: sent.file ?? '' })).toMatchObject({ ok: true, id: sent.id, type: 'up', counts: { office: 1, person: 1, term: 1 } })
  expect(await county.take(sent.file)).toMatchObject({ state: 'HELD', code: 'awaiting-approval', from: { org: qingshi, name: '青石镇' } })
  expect(await county.take(sent.file, { dry_run: true })).toMatchObject({ state: 'PREVIEWED', code: 'awaiting-approval', counts: { new: 3 }, by_type: { person: { new: 1 } } })
  expect(county.dump(qingshi)).toEqual([])
  expect(await county.take(sent.file, { approve: true })).toMatchObject({ state: 'COMMITTED', counts: { new: 3, changed: 0, same: 0, deleted: 0, conflict: 0, held: 0, error: 0 }, complete: true, missing: 0 })
  expect(county.dump(qingshi)).toEqual(town.dump())
  expect(county.rec(person)?.fields).toEqual({ name: '张有田', sex: '1' })
  expect((await county.get('exchange.board', {})).towns).toEqual([
    { code: qingshi, name: '青石镇', last_pseq: 1, last_package: expect.any(String) as string, complete: true, days_since: 0, open_issues: 0, pending_attachments: 0, conflicts: 0, state: 'complete' },
  ])

  const receipt = await county.send(stick, { town: qingshi })
  expect(receipt?.startsWith(join(stick, '镇县数据', '南部县', '回执', `${qingshi}_青石镇_回执_`))).toBe(true)
  expect(await county.send(stick, { town: qingshi })).toBe(null)
  expect(await town.take(receipt)).toMatchObject({ state: 'COMMITTED', counts: { new: 0, changed: 0, same: 0 }, complete: true })
  expect(await town.get('exchange.state', {})).toMatchObject({
    paired: { accepted: true, closed: false }, confirmed: { records: 3, pseq: 1, received_on: '2026-03-02' }, unsent: { records: 0, since: null, groups: [] }, next_pseq: 2,
    packages: [{ pseq: 1, state: 'CONFIRMED', accepted: 3, issues: 0 }], issues: [],
  })
  expect(await town.get('exchange.export', { to: stick })).toEqual({ file: null, id: null, pseq: null, counts: {}, check: 'none', bytes: 0 })
  expect(readdirSync(join(county.dir, 'archive'))).toEqual([`${sent.id ?? ''}.zpk`])
  expect([county, town].map(({ dir }) => [join(dir, 'inbox'), join(dir, 'outbox')].map((place) => (existsSync(place) ? readdirSync(place).length : 0)))).toEqual([[0, 1], [0, 0]])
})

test('the same file again is a duplicate on both sides, and the county answers it once more', async () => {
  const { county, town, stick } = await paired()
  await town.add('person', { name: '李春花' })
  const up = await town.send(stick)
  await county.take(up)
  const down = await county.send(stick, { town: qingshi })
  await town.take(down)
  const [before, townBefore] = [county.dump(), town.dump()]
  expect(await county.take(up)).toMatchObject({ state: 'DUPLICATE', code: 'already-imported' })
  expect(await town.take(down)).toMatchObject({ state: 'DUPLICATE', code: 'already-imported' })
  expect([county.dump(), town.dump()]).toEqual([before, townBefore])
  // Whoever brings it again may have lost the receipt.
  expect(await county.send(stick, { town: qingshi })).not.toBe(null)
})

test('a lost trip is repeated by the next package, and packages may come in any order', async () => {
  const { county, town, stick } = await paired()
  const a = await town.add('person', { name: '甲' })
  const lost = await town.send(stick)
  await town.set(a, { post: '会计' })
  const b = await town.add('person', { name: '乙' })
  const second = await town.get('exchange.export', { to: stick })
  expect(second.counts).toEqual({ person: 2 })
  expect(await county.take(second.file)).toMatchObject({ state: 'COMMITTED', counts: { new: 2 }, complete: true })
  expect(await county.take(lost)).toMatchObject({ state: 'COMMITTED', counts: { new: 0, changed: 0, same: 1, conflict: 0 }, complete: true })
  expect(county.rec(a)?.fields['post']).toBe('会计')
  expect(county.rec(b)?.fields['name']).toBe('乙')
  await town.take(await county.send(stick, { town: qingshi }))
  expect(await town.get('exchange.state', {})).toMatchObject({ unsent: { records: 0 }, packages: [{ state: 'CONFIRMED' }, { state: 'CONFIRMED' }, { state: 'CONFIRMED' }] })
})

test('a full package repeats everything and changes nothing', async () => {
  const { county, town, stick } = await paired()
  const before = county.dump()
  const full = await town.get('exchange.export', { to: stick, full: true })
  expect(full.counts).toEqual({ office: 1, term: 1 })
  expect(await county.take(full.file)).toMatchObject({ state: 'COMMITTED', counts: { new: 0, same: 2 } })
  expect(county.dump()).toEqual(before)
})

test('what the county changes comes down, and what both changed is decided by a person', async () => {
  const { county, town, stick } = await paired()
  const [a, b] = [await town.add('person', { name: '甲', post: '村民' }), await town.add('person', { name: '乙', post: '村民' })]
  await trip({ county, stick }, town)
  await county.set(a, { post: '县里改' })
  await town.set(b, { post: '镇里改' })
  await county.set(b, { post: '县里改' })
  const up = await county.take(await town.send(stick))
  expect(up).toMatchObject({ counts: { conflict: 1, changed: 0 }, conflicts: [{ id: b, type: 'person', title: '乙' }] })
  const { items } = await county.get('exchange.conflicts', {})
  expect(items).toMatchObject([{ id: b, type: 'person', org: qingshi, title: '乙' }])
  expect(items[0]?.heads.map(({ writer, by, device, fields, op }) => ({ writer, by, device, post: fields['post'], op })).sort((x, y) => x.by.localeCompare(y.by))).toEqual([
    { writer: '县人大', by: '县人大', device: county.store.device.id, post: '县里改', op: 'put' }, { writer: '主席', by: '主席', device: town.store.device.id, post: '镇里改', op: 'put' },
  ].sort((x, y) => x.by.localeCompare(y.by)))
  await town.take(await county.send(stick, { town: qingshi }))
  expect(town.rec(a)?.fields['post']).toBe('县里改')
  expect(town.rec(b)?.conflict).toBe(true)
  expect(await county.ask('exchange.resolve', { id: b, take: '谁' })).toMatchObject({ ok: false, code: 'ref-not-found', field: 'take' })
  expect(await town.get('exchange.resolve', { id: b, take: '主席' })).toMatchObject({ id: b, fields: { post: '镇里改' } })
  expect(await town.ask('exchange.resolve', { id: b, take: '主席' })).toMatchObject({ ok: false, code: 'not-now' })
  await trip({ county, stick }, town)
  expect(county.dump(qingshi)).toEqual(town.dump())
  expect([county.rec(b)?.fields['post'], (await county.get('exchange.conflicts', {})).items]).toEqual(['镇里改', []])
})

test('a computer of the writer, or a version, names what is taken as well', async () => {
  const { county, town, stick } = await paired()
  const id = await town.add('person', { name: '甲' })
  await trip({ county, stick }, town)
  for (const name of ['device', 'version'] as const) {
    await town.set(id, { post: `镇里${name}` })
    await county.set(id, { post: `县里${name}` })
    await county.take(await town.send(stick))
    const heads = (await county.get('exchange.conflicts', {})).items[0]?.heads ?? []
    const wanted = heads.find((head) => head.by === '主席')
    expect(await county.get('exchange.resolve', { id, take: (name === 'device' ? wanted?.device : wanted?.version) ?? '' })).toMatchObject({ fields: { post: `镇里${name}` } })
    await town.take(await county.send(stick, { town: qingshi }))
  }
})

test('a fresh computer is restored from the county by one full receipt', async () => {
  const { county, town, stick, clock } = await paired()
  for (const name of ['甲', '乙', '丙']) await town.add('person', { name })
  const gone = await town.add('organisation', { name: '老站所' })
  await trip({ county, stick }, town)
  await town.get('record.delete', { id: gone, reason: '撤销' })
  await trip({ county, stick }, town)
  const fresh = await makeOffice('town', qingshi, '青石镇', clock, folder())
  await join2({ county, stick }, fresh)
  expect(await county.take(await fresh.send(stick), { approve: true })).toMatchObject({ state: 'COMMITTED' })
  const full = await county.get('exchange.export', { to: stick, town: qingshi, full: true })
  await fresh.take(full.file)
  // Two computers began by writing down the same office: these two are decided, everything else is equal at once.
  for (const item of (await fresh.get('exchange.conflicts', {})).items) await fresh.get('exchange.resolve', { id: item.id, take: item.heads[0]?.version ?? '' })
  await trip({ county, stick }, fresh)
  await trip({ county, stick }, town)
  expect(fresh.dump()).toEqual(county.dump(qingshi))
  expect(town.dump()).toEqual(county.dump(qingshi))
  expect(fresh.rec(gone)?.deleted).toBe(true)
})
