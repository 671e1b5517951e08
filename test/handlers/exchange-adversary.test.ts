import { open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { haveIds } from '../../shared/exchange/have'
import { ownKeys } from '../../electron/handlers/exchange-setup'
import { join2, liuxi, makeOffice, nanbu, paired, qingshi, trip } from './support/offices'
import { forge, forgeDown, forgeUp, line } from './support/forge'
import { times, tried } from '../support/tried'

const held = (code: string) => ({ state: 'HELD', code })

describe('a line that may not be there is an error of its record alone', () => {
  test('other towns, other hashes, other scopes; the others go in and the town hears of it', async () => {
    const { county, town, stick, clock } = await paired()
    const other = await makeOffice('town', liuxi, '柳溪乡', clock)
    await join2({ county, stick }, other)
    const theirs = await other.add('person', { name: '柳溪人' })
    await trip({ county, stick }, other, { approve: true })
    const before = county.dump(liuxi)
    const good = line(town, { type: 'person', data: { name: '甲' } })
    const secret = town.desk.newId()
    const person = await town.add('person', { name: '乙' })
    const mine = await town.add('person_private', { person, phone: '13800000001' })
    const file = await forgeUp(town, [
      good,
      line(town, { type: 'person', org: liuxi, data: { name: '别镇的' } }),
      line(town, { type: 'person', uid: theirs, data: { name: '抢过来' } }),
      good.replace('"name":"甲"', '"name":"改"'),
      line(town, { type: 'person_private', data: { person, phone: '13800000001' } }),
      line(town, { type: 'visitor', uid: secret, data: { name: '来访人' } }),
      line(town, { type: 'file', data: { owner: secret, sha256: 'a'.repeat(64) } }),
      line(town, { type: 'file', data: { owner: person, sha256: 'b'.repeat(64) } }),
    ], { header: { sizes: { versions: 8, blobs: 0, blobBytes: 0 } }, manifest: { counts: { person: 4, person_private: 1, visitor: 1, file: 2 } } })
    const seen = await county.take(file, { dry_run: true })
    expect(seen).toMatchObject({ state: 'PREVIEWED', counts: { new: 2, error: 6 } })
    const done = await county.take(file)
    expect(done).toMatchObject({ state: 'COMMITTED', counts: { new: 2, changed: 0, error: 6 } })
    expect(done.errors?.map((one) => [one.line, one.type, one.code, one.field])).toEqual([
      [2, 'person', 'wrong-town', 'org'], [3, 'person', 'wrong-town', 'org'], [4, 'person', 'damaged', 'dh'], [5, 'person_private', 'bad-input', 'type'], [6, 'visitor', 'bad-input', 'type'], [7, 'file', 'bad-input', 'owner'],
    ])
    const unnamed = (errors: typeof done.errors) => errors?.map(({ title: _, ...one }) => one)
    expect(unnamed(seen.errors)).toEqual(unnamed(done.errors))
    // What is held here is named; what this county has none of is told by its place in the package.
    expect(done.errors?.map(({ title }) => title)).toEqual(['', '柳溪人', '甲', '', '', ''])
    expect((await county.get('exchange.paper', { id: done.id ?? '' })).issues.map(({ title, say }) => [title, say]).slice(0, 2)).toEqual([
      ['人员（包里第 2 条）', '这一条写在别的乡镇名下，没有收。是本镇的事，请新记一条，再删掉这一条；不是的，直接删掉。'],
      ['柳溪人', '这一条写在别的乡镇名下，没有收。是本镇的事，请新记一条，再删掉这一条；不是的，直接删掉。'],
    ])
    expect(county.dump(liuxi)).toEqual(before)
    expect(county.dump().some((one) => one.includes('13800000001') || one.includes('来访人'))).toBe(false)
    await town.take(await county.send(stick, { town: qingshi }))
    expect(town.rec(mine)?.fields['phone']).toBe('13800000001')
    // One is on this computer since the receipt brought it; another one of the town may have sent the others.
    expect(await town.get('exchange.state', {})).toMatchObject({ issues: [{ title: '甲', code: 'damaged' }], strays: 5 })
  })

  test('a record of the town that its county did not take is named in its own window with what to do, until it is written anew', async () => {
    const { county, town, stick } = await paired()
    const id = await town.add('person', { name: '乙' })
    const spoilt = line(town, { type: 'person', uid: id, data: { name: '乙' } }).replace('"name":"乙"', '"name":"丙"')
    expect(await county.take(await forgeUp(town, [spoilt]))).toMatchObject({ state: 'COMMITTED', counts: { error: 1 } })
    await town.take(await county.send(stick, { town: qingshi }))
    const state = await town.get('exchange.state', {})
    expect([state.strays, state.issues]).toEqual([0, [{
      uid: id, type: 'person', title: '乙', field: null, code: 'damaged', level: 'error', say: '这一条的内容和它的校验对不上，没有收。请打开这一条，核对以后再保存一次，下一包会重新带上。',
    }]])
    expect((await town.get('todo.list', {})).items.filter((item) => item.rule === 'county.issue').map(({ title, action }) => [title, action?.label])).toEqual([
      ['县里请改：乙：这一条的内容和它的校验对不上，没有收。请打开这一条，核对以后再保存一次，下一包会重新带上。', '去改'],
    ])
    await town.set(id, { name: '乙', birth: '1980-05' })
    expect((await town.get('exchange.state', {})).issues).toEqual([])
    await trip({ county, stick }, town)
    expect((await town.get('exchange.state', {})).issues).toEqual([])
    expect(county.rec(id)?.fields['birth']).toBe('1980-05')
  })

  test('what the county refused of one computer is said although another one of the town reported later', async () => {
    const { county, town, stick, clock } = await paired()
    const second = await makeOffice('town', qingshi, '青石镇', clock)
    await join2({ county, stick }, second)
    await trip({ county, stick }, second, { approve: true })
    const id = await town.add('person', { name: '乙' })
    await county.take(await forgeUp(town, [line(town, { type: 'person', uid: id, data: { name: '乙' } }).replace('"name":"乙"', '"name":"丙"')]))
    await county.take(await second.send(stick, { always: true }))
    const receipt = await county.send(stick, { town: qingshi })
    await town.take(receipt)
    await second.take(receipt)
    expect((await town.get('exchange.state', {})).issues.map(({ uid }) => uid)).toEqual([id])
    expect(await second.get('exchange.state', {})).toMatchObject({ issues: [], strays: 1 })
  })

  test('a receipt brings nothing of another town, and nothing private by the open way', async () => {
    const { county, town } = await paired()
    const person = await town.add('person', { name: '乙' })
    const secret = await town.add('person_private', { person, phone: '13800000001' })
    const before = town.dump()
    const file = await forgeDown(county, town, [
      line(county, { type: 'person', org: liuxi, data: { name: '别镇的' } }),
      line(county, { type: 'person_private', uid: secret, seen: [town.store.versionOf(secret) ?? ''], data: { person, phone: '13900000009' } }),
      line(county, { type: 'file', data: { owner: secret, sha256: 'a'.repeat(64) } }),
      line(county, { type: 'county_order', org: nanbu, data: { title: '县里的' } }),
    ])
    const taken = await town.take(file)
    expect(taken).toMatchObject({ state: 'COMMITTED', counts: { new: 1, changed: 0, error: 3 } })
    expect(taken.errors?.map(({ line: at, code }) => [at, code])).toEqual([[1, 'wrong-town'], [2, 'bad-input'], [3, 'bad-input']])
    expect(town.dump().filter((one) => !one.includes('县里的'))).toEqual(before)
  })

  test('a private part brings only private records', async () => {
    const { county, town, stick, clock } = await paired()
    const second = await makeOffice('town', qingshi, '青石镇', clock)
    await join2({ county, stick }, second)
    await trip({ county, stick }, second, { approve: true })
    const person = await second.add('person', { name: '乙' })
    await trip({ county, stick }, second)
    await trip({ county, stick }, town)
    const owner = town.desk.newId()
    const [card, photo] = [line(second, { type: 'file', data: { owner, sha256: 'c'.repeat(64) } }), line(second, { type: 'file', data: { owner: person, sha256: 'd'.repeat(64) } })]
    const file = await forgeUp(second, [], {
      have: [...haveIds(second.store.exchange.have({ scope: 'county' }))], readers: [ownKeys(town.desk).age],
      private: [
        line(second, { type: 'person', uid: person, seen: [second.store.versionOf(person) ?? ''], data: { name: '改名' } }),
        line(second, { type: 'person_private', uid: owner, data: { person, phone: '13800000001' } }), card, photo,
      ],
    })
    expect(await county.take(file)).toMatchObject({ state: 'COMMITTED', complete: true })
    await town.take(await county.send(stick, { town: qingshi }))
    expect(town.rec(person)?.fields['name']).toBe('乙')
    expect(town.rec(owner)?.fields['phone']).toBe('13800000001')
    expect([card, photo].map((one) => town.rec(/"uid":"([a-z2-7]{26})"/.exec(one)?.[1] ?? '') !== null)).toEqual([true, false])
    expect(county.dump().some((one) => one.includes('13800000001'))).toBe(false)
  })
})

describe('a package that is not for here, or not what it says', () => {
  test('is held with its code and changes nothing', async () => {
    const { county, town, stick, clock } = await paired()
    const other = await makeOffice('town', liuxi, '柳溪乡', clock)
    await join2({ county, stick }, other)
    const up = await other.send(stick)
    await county.take(up, { approve: true })
    const down = await county.send(stick, { town: liuxi })
    const ours = await county.send(stick, { town: qingshi, always: true })
    const before = [county.dump(), town.dump()]
    expect(await town.take(down)).toMatchObject({ ...held('wrong-town'), detail: { name: '柳溪乡' } })
    expect(await county.take(ours)).toMatchObject(held('wrong-role'))
    expect(await town.take(await town.send(stick, { always: true }))).toMatchObject(held('wrong-role'))
    // Another town's name over our own keys, and another town's package under our name.
    const renamed = await forgeUp(town, [], { header: { from: { org: liuxi, name: '柳溪乡', device: town.store.device.id } } })
    expect(await county.take(renamed)).toMatchObject({ ...held('wrong-town'), detail: { certified: '青石镇', name: '柳溪乡' } })
    const asOther = await forgeUp(town, [], { header: { from: { org: liuxi, name: '柳溪乡', device: other.store.device.id } } })
    expect(await county.take(asOther)).toMatchObject(held('bad-seal'))
    const demo = await forgeUp(town, [], { header: { realm: `demo-${'a'.repeat(26)}` } })
    expect(await county.take(demo)).toMatchObject(held('demo-data'))
    const newer = await forgeUp(town, [], { header: { minReader: 3, v: 3 } })
    expect(await county.take(newer)).toMatchObject(held('needs-upgrade'))
    const sealedForOthers = await forge(town, { org: nanbu, name: '南部县', age: [] }, [])
    expect(await county.take(sealedForOthers)).toMatchObject(held('bad-key'))
    expect([county.dump(), town.dump()]).toEqual(before)
  })

  test('any other file is held too', async () => {
    const { county, stick } = await paired()
    const file = join(stick, '通知.docx')
    await writeFile(file, 'PK\x03\x04 no package')
    expect(await county.take(file)).toMatchObject(held('not-a-package'))
    await writeFile(file, '')
    expect(await county.take(file)).toMatchObject(held('not-a-package'))
    expect(await county.take(join(stick, '没有.zpk'))).toMatchObject(held('file-not-found'))
    expect(await county.ask('exchange.verify', { file: join(stick, '没有.zpk') })).toMatchObject({ ok: false, code: 'file-not-found' })
    expect(await county.get('exchange.verify', { file })).toEqual({ ok: false, code: 'not-a-package' })
  })
})

test('a flipped or a missing byte anywhere is held and changes nothing', async () => {
  const { county, town, stick } = await paired()
  const person = await town.add('person', { name: '甲' })
  await town.add('person_private', { person, phone: '13800000001' })
  const whole = await readFile(await town.send(stick) ?? '')
  const before = county.dump()
  const target = join(stick, '坏.zpk')
  const codes = new Map<string, number>()
  const bytes = Buffer.from(whole)
  const tries = times(300, 3000)
  for (let i = 0; i < tries; i++) {
    const at = Math.floor(((i + 0.5) * whole.length) / tries)
    const cut = i % 3 === 0
    if (!cut) bytes.writeUInt8((whole[at] ?? 0) ^ (1 << (i % 8)), at)
    await writeFile(target, cut ? whole.subarray(0, at) : bytes)
    bytes.writeUInt8(whole[at] ?? 0, at)
    const { state, code } = await county.take(target)
    expect([i, state]).toEqual([i, 'HELD'])
    codes.set(code ?? '', (codes.get(code ?? '') ?? 0) + 1)
  }
  expect([...codes.keys()].filter((code) => !['truncated', 'damaged', 'bad-seal', 'not-a-package', 'too-big'].includes(code))).toEqual([])
  expect(codes.get('truncated')).toBeGreaterThan(90)
  tried('real files with a changed or missing byte, at a real county', tries)
  expect([county.dump(), [...county.store.exchange.staging.versions('x')]]).toEqual([before, []])
  const file = await open(target, 'w')
  await file.writeFile(whole)
  await file.close()
  expect(await county.take(target)).toMatchObject({ state: 'COMMITTED', counts: { new: 1 } })
}, 600_000)

test('a version that bears the id of another record\'s version is an error of its line alone', async () => {
  const { county, town } = await paired()
  const id = town.desk.newId()
  const first = line(town, { id, type: 'person', data: { name: '甲' } })
  expect(await county.take(await forgeUp(town, [first]))).toMatchObject({ state: 'COMMITTED', counts: { new: 1 } })
  const again = [line(town, { id, type: 'person', data: { name: '乙' } }), line(town, { type: 'person', data: { name: '丙' } })]
  expect(await county.take(await forgeUp(town, again), { dry_run: true })).toMatchObject({ state: 'PREVIEWED' })
  expect(await county.take(await forgeUp(town, again))).toMatchObject({ state: 'COMMITTED', counts: { new: 1, error: 1 } })
  const twice = town.desk.newId()
  const both = [line(town, { id: twice, type: 'person', data: { name: '丁' } }), line(town, { id: twice, type: 'person', data: { name: '戊' } })]
  expect(await county.take(await forgeUp(town, both))).toMatchObject({ state: 'COMMITTED', counts: { new: 1, error: 1 } })
  expect(county.store.doctor().findings.filter((one) => one.ids.length > 0).map((one) => one.check)).toEqual([])
})
