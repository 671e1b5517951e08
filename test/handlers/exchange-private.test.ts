import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { entryBytesOf, readLayout } from '../../electron/exchange/check-package'
import { withFile } from '../../electron/exchange/package-file'
import { ok } from '../../shared/result'
import { join2, makeOffice, paired, qingshi, trip, type Office, type World } from './support/offices'

async function withSecond(): Promise<World & { readonly second: Office; readonly person: string; readonly secret: string }> {
  const world = await paired()
  const { county, town, stick, clock } = world
  const person = await town.add('person', { name: '甲' })
  const secret = await town.add('person_private', { person, phone: '13800000001' })
  await trip({ county, stick }, town)
  const second = await makeOffice('town', qingshi, '青石镇', clock)
  await join2({ county, stick }, second)
  await trip({ county, stick }, second, { approve: true })
  return { ...world, second, person, secret }
}

describe('private records', () => {
  test('never reach the county, and reach the other computer once the first one knows of it', async () => {
    const { county, town, second, stick, person, secret } = await withSecond()
    expect([county, second].map((one) => [one.rec(person)?.fields['name'], one.rec(secret)])).toEqual([['甲', null], ['甲', null]])
    // The first one's part was sealed before it knew of a second reader: the next package repeats it for both.
    await town.take(await county.send(stick, { town: qingshi, always: true }))
    const up = await town.get('exchange.export', { to: stick })
    expect(up.counts).toEqual({})
    expect(up.file).not.toBe(null)
    await county.take(up.file)
    const down = await county.send(stick, { town: qingshi })
    await town.take(down)
    await second.take(down)
    expect(second.rec(secret)?.fields).toEqual({ person, phone: '13800000001' })
    expect(county.dump().some((one) => one.includes('13800000001'))).toBe(false)
    // Once the second one has said what it has, there is nothing more to say on either side.
    for (const one of [second, town, town]) await trip({ county, stick }, one)
    expect([await town.send(stick), await county.send(stick, { town: qingshi })]).toEqual([null, null])
    await town.set(secret, { phone: '13800000002' })
    expect(await town.send(stick)).not.toBe(null)
  })

  test('changed on both computers meet in a conflict that only the town sees', async () => {
    const { county, town, second, stick, secret } = await withSecond()
    for (let i = 0; i < 2; i++) for (const one of [town, second]) await trip({ county, stick }, one)
    await town.set(secret, { phone: '13800000002' })
    await second.set(secret, { phone: '13800000003' })
    for (let i = 0; i < 2; i++) for (const one of [town, second]) await trip({ county, stick }, one)
    expect([town, second].map((one) => one.rec(secret)?.conflict)).toEqual([true, true])
    expect((await county.get('exchange.conflicts', {})).items).toEqual([])
    const heads = (await town.get('exchange.conflicts', {})).items[0]?.heads ?? []
    await town.get('exchange.resolve', { id: secret, take: heads[0]?.version ?? '' })
    for (let i = 0; i < 2; i++) for (const one of [town, second]) await trip({ county, stick }, one)
    expect(second.rec(secret)).toEqual(town.rec(secret))
    expect(second.dump()).toEqual(town.dump())
  })

  test('of a burnt computer come back on the new one with its recovery sheet', async () => {
    const { county, town, stick, clock } = await paired()
    const { key } = await town.get('exchange.sheet', {})
    expect(key).toMatch(/^([0-9A-Z]{6} ){9}[0-9A-Z]{4}$/)
    expect(await town.get('exchange.sheet', { printed: true })).toEqual({ key: null })
    expect(await town.get('exchange.sheet', {})).toEqual({ key: null })
    const person = await town.add('person', { name: '甲' })
    const secret = await town.add('person_private', { person, phone: '13800000001' })
    const file = (await town.get('record.list', { type: 'office' })).rows[0]?.id ?? ''
    await town.set(file, { chair: '李青山', address: '集镇中心路1号' })
    const term = (await town.get('record.list', { type: 'term' })).rows[0]?.id ?? ''
    await town.set(term, { quota: 60 })
    await trip({ county, stick }, town)
    const expected = town.dump()
    town.desk.close()

    await county.get('exchange.close-device', { device: (await county.get('exchange.devices', {})).devices[0]?.device ?? '' })
    const fresh = await makeOffice('town', qingshi, '青石镇', clock)
    expect(await fresh.ask('exchange.recover', { key: key ?? '' })).toMatchObject({ ok: false, code: 'bad-key', detail: { at: 'sheet' } })
    await join2({ county, stick }, fresh)
    await trip({ county, stick }, fresh, { approve: true })
    expect([fresh.rec(person)?.fields['name'], fresh.rec(secret)]).toEqual(['甲', null])
    // What the new computer knew of itself at its set-up gives way to the town's own file: nobody has to decide, on neither side.
    const conflicts = async (): Promise<readonly unknown[]> => (await Promise.all([county, fresh].map(async (office) => (await office.get('exchange.conflicts', {})).items))).flat()
    expect([await conflicts(), fresh.rec(file)?.fields['chair'], fresh.rec(term)?.fields['quota'], county.rec(file)?.fields['chair']]).toEqual([[], '李青山', 60, '李青山'])
    await trip({ county, stick }, fresh)
    expect([await conflicts(), county.rec(file)?.fields['chair'], (await county.get('exchange.board', {})).towns.map(({ state }) => state)]).toEqual([[], '李青山', ['complete']])
    expect(await fresh.ask('exchange.recover', { key: 'ABCD' })).toMatchObject({ ok: false, code: 'bad-key', detail: { reason: 'shape' } })
    expect(await fresh.get('exchange.recover', { key: (key ?? '').toLowerCase() })).toEqual({ records: 1 })
    expect(fresh.dump()).toEqual(expected)
    expect(fresh.store.device.letter).toBe('B')
  })

  test('go up only when a person opens them for one package; it is written down and said in the file', async () => {
    const { county, town, stick } = await paired()
    const person = await town.add('person', { name: '甲' })
    const secret = await town.add('person_private', { person, phone: '13800000001' })
    await trip({ county, stick }, town)
    const opened = await town.get('exchange.export', { to: stick, with_private: true })
    expect(opened.counts).toEqual({ person_private: 1 })
    expect(town.store.events.list({ kind: 'scope' })).toMatchObject([{ by: '主席', about: opened.id, detail: { types: ['person_private', 'visitor'] } }])
    const readme = await withFile(opened.file ?? '', async (source) => {
      const layout = await readLayout(source)
      return layout.ok ? ok(Buffer.from(await entryBytesOf(layout.value, 'README.txt') ?? []).toString()) : layout
    })
    expect(readme.ok && readme.value).toContain('人员隐私信息')
    expect(await county.take(opened.file)).toMatchObject({ state: 'COMMITTED', counts: { new: 1, error: 0 }, complete: true })
    expect(county.rec(secret)?.fields['phone']).toBe('13800000001')
    // The county's window sees it covered, as every window does, and each look in clear is written down there.
    const seen = [await county.get('record.get', { id: secret }), await county.get('record.list', { type: 'person_private', limit: 10 }), await county.get('record.history', { id: secret }), await county.get('search.all', { text: '13800000001' })]
    expect(JSON.stringify(seen)).not.toContain('13800000001')
    expect(await county.get('record.reveal', { id: secret, key: 'phone' })).toEqual({ value: '13800000001' })
    expect((await county.get('audit.list', { group: 'view', limit: 1 })).rows[0]).toMatchObject({ what: 'view', record: { id: secret } })
    // It does not come down again, and the next package is an ordinary one.
    await town.set(secret, { phone: '13800000002' })
    const receipt = await county.get('exchange.export', { to: stick, town: qingshi, full: true })
    expect(Object.keys(receipt.counts)).not.toContain('person_private')
    await town.take(receipt.file)
    expect((await town.get('exchange.export', { to: stick })).counts).toEqual({})
    expect((await readFile(opened.file ?? '')).includes('13800000001')).toBe(false)
  })
})
