/** A county whose keys are suspected makes new ones: what its towns, its archive and the thief of the old ones can do afterwards. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { memorySource } from '../../electron/exchange/bytes'
import { readLayout } from '../../electron/exchange/check-package'
import { signRealmKeys } from '../../electron/exchange/follow-keys'
import { makeDeviceKeys, type DeviceKeys } from '../../electron/exchange/keys'
import { keyNotes, realmKeys } from '../../electron/handlers/exchange-realm-keys'
import { ownKeys, ownRealm, pairedCounty } from '../../electron/handlers/exchange-setup'
import type { RealmKeys } from '../../shared/exchange/realm-keys'
import { say } from '../../shared/text'
import { forgeDown, type Forged } from './support/forge'
import { join2, liuxi, makeOffice, nanbu, paired, qingshi, trip, type Office, type World } from './support/offices'

const refused = (reason: string) => ({ state: 'HELD', code: 'county-keys', detail: { reason } })
const renew = (county: Office) => county.get('exchange.renew-keys', {})
const down = async ({ county, stick }: World, town: Office): Promise<string | null> => county.send(stick, { town: town.store.office.code, always: true })
const keysAt = (office: Office) => { const known = pairedCounty(office.desk); return [known?.sign, known?.generation ?? 1] }
const headerOf = async (file: string | null) => {
  const layout = await readLayout(memorySource(readFileSync(file ?? '')))
  if (!layout.ok) throw new Error(layout.code)
  return layout.value.header
}

async function second({ county, stick, clock }: World): Promise<Office> {
  const town = await makeOffice('town', liuxi, '柳溪乡', clock)
  await join2({ county, stick }, town)
  await trip({ county, stick }, town, { approve: true })
  return town
}

describe('new keys of a county', () => {
  test('reach each town with its next receipt, and a town that hears late is heard meanwhile', async () => {
    const world = await paired()
    const { county, town, stick } = world
    const late = await second(world)
    const old = ownKeys(county.desk)
    expect(await county.get('exchange.keys', {})).toMatchObject({ generation: 1, since: null, late: [] })
    const made = await renew(county)
    expect(made).toMatchObject({ generation: 2, since: '2026-03-03', late: [{ code: qingshi, name: '青石镇' }, { code: liuxi, name: '柳溪乡' }] })
    expect((await county.get('office.state', {})).office?.check_no).toBe(made.check_no)
    expect((await county.get('audit.list', {})).rows.some((row) => row.detail['what'] === 'keys renewed' && row.detail['check_no'] === made.check_no)).toBe(true)

    // The first hears of it; nothing but the county's keys changes, and both sides say the same number.
    const before = town.dump()
    expect(await town.take(await county.send(stick, { town: qingshi }))).toMatchObject({ state: 'COMMITTED', complete: true, keys: { county: '南部县', since: '2026-03-03', check_no: made.check_no } })
    expect(town.dump()).toEqual(before)
    expect((await town.get('exchange.state', {})).paired).toMatchObject({ accepted: true, fingerprint: made.check_no, keys_since: '2026-03-03' })
    expect(keysAt(town)).toEqual([realmKeys(county.desk).sign, 2])
    const person = await town.add('person', { name: '甲' })
    const up = await town.send(stick)
    expect((await headerOf(up)).knows).toBe(realmKeys(county.desk).sign)
    expect(await county.take(up)).toMatchObject({ state: 'COMMITTED', complete: true })
    expect((await county.get('exchange.keys', {})).late).toEqual([{ code: liuxi, name: '柳溪乡' }])
    expect((await town.take(await down(world, town))).keys).toBeUndefined()

    // The other has not heard: what it sends for the old keys is read, and its receipt brings the news.
    const other = await late.add('person', { name: '乙' })
    expect(await county.take(await late.send(stick))).toMatchObject({ state: 'COMMITTED', complete: true })
    expect([county.rec(person)?.fields['name'], county.rec(other)?.fields['name']]).toEqual(['甲', '乙'])
    expect(keysAt(late)).toEqual([old.sign, 1])
    // Two renewals in between are followed one after the other.
    const again = await renew(county)
    expect(again.generation).toBe(3)
    expect(await late.take(await down(world, late))).toMatchObject({ state: 'COMMITTED', complete: true, keys: { check_no: again.check_no } })
    // Each hears with one receipt and shows it with its next package.
    for (const office of [town, late, town]) await trip(world, office)
    expect([keysAt(town), keysAt(late)]).toEqual([3, 3].map((n) => [realmKeys(county.desk).sign, n]))
    expect((await county.get('exchange.keys', {})).late).toEqual([])
    expect([county.dump(qingshi), county.dump(liuxi)]).toEqual([town.dump(), late.dump()])
  })

  test('are on one receipt for two computers of a town, of which one has heard already and the other has not', async () => {
    const world = await paired()
    const { county, town } = world
    const other = await makeOffice('town', qingshi, '青石镇', world.clock)
    await join2(world, other)
    await trip(world, other, { approve: true })
    await renew(county)
    await trip(world, town)
    const receipt = await down(world, town)
    expect([(await town.take(receipt)).keys, (await other.take(receipt)).keys?.county]).toEqual([undefined, '南部县'])
    await other.add('person', { name: '乙' })
    for (const office of [other, town]) await trip(world, office)
    expect([keysAt(town), keysAt(other)]).toEqual([2, 2].map((n) => [realmKeys(county.desk).sign, n]))
    expect([town.dump(), other.dump()]).toEqual([county.dump(qingshi), county.dump(qingshi)])
    expect([town, other].map(({ store }) => store.device.letter)).toEqual(['', 'B'])
  })

  test('fit into the header of a receipt however often they were changed; a town that heard of none of the last twenty needs a slip', async () => {
    const world = await paired()
    const { county, town } = world
    await renew(county)
    const late = await second(world)
    for (let n = 0; n < 20; n += 1) await renew(county)
    expect(await late.take(await down(world, late))).toMatchObject({ state: 'COMMITTED' })
    expect(keysAt(late)).toEqual([realmKeys(county.desk).sign, 22])
    expect(await town.take(await down(world, town))).toMatchObject(refused('chain'))
    await join2(world, town)
    await trip(world, town)
    expect(keysAt(town)).toEqual([realmKeys(county.desk).sign, 22])
  })

  test('seal what a county made from then on: its own files of before can still be looked into', async () => {
    const world = await paired()
    const { county, town } = world
    const before = await down(world, town)
    await renew(county)
    const after = await down(world, town)
    for (const file of [before, after]) expect(await county.get('exchange.verify', { file: file ?? '' })).toMatchObject({ ok: true, type: 'down' })
    // Whoever cannot follow keys is told to upgrade, not that the file is forged.
    expect([(await headerOf(before)).minReader, (await headerOf(after)).minReader]).toEqual([1, 2])
    expect((await headerOf(before)).keys).toBeUndefined()
  })

  test('are on the slips that are made afterwards, for new towns too', async () => {
    const world = await paired()
    const { county, stick } = world
    const { check_no } = await renew(county)
    const town = await second(world)
    expect((await town.get('exchange.state', {})).paired).toMatchObject({ accepted: true, fingerprint: check_no })
    expect(keysAt(town)).toEqual([realmKeys(county.desk).sign, 2])
    await renew(county)
    await trip({ county, stick }, town)
    expect(keysAt(town)).toEqual([realmKeys(county.desk).sign, 3])
  })

  test('come with another recovery key only while its secret half still waits for its sheet', async () => {
    const { county } = await paired()
    const [sheet, recipient] = [(await county.get('exchange.sheet', {})).key, ownRealm(county.desk)?.recovery]
    await renew(county)
    const printed = ownRealm(county.desk)?.recovery
    expect([(await county.get('exchange.sheet', {})).key === sheet, printed === recipient]).toEqual([false, false])
    await county.get('exchange.sheet', { printed: true })
    await renew(county)
    expect(ownRealm(county.desk)?.recovery).toBe(printed)
  })

  test('are no matter of a town', async () => {
    const { town } = await paired()
    expect(await town.ask('exchange.renew-keys', {})).toMatchObject({ ok: false, code: 'wrong-role' })
    expect(await town.ask('exchange.keys', {})).toMatchObject({ ok: false, code: 'wrong-role' })
  })
})

describe('after the change the old keys', () => {
  test('are not believed again: neither an old receipt that never came, nor what a thief seals, nor an old invitation', async () => {
    const world = await paired()
    const { county, town, stick } = world
    const taken = await down(world, town)
    await town.take(taken)
    const lost = await down(world, town)
    const slip = await county.get('exchange.invite', { code: qingshi, name: '青石镇', out: stick })
    await renew(county)
    await trip(world, town)
    const [before, keys] = [town.dump(), pairedCounty(town.desk)]
    expect(await town.take(lost)).toMatchObject(refused('retired'))
    expect(await town.take(await forgeDown(county, town, []))).toMatchObject(refused('retired'))
    // What was read at its time is in, and nothing of it is refused now.
    expect(await town.take(taken)).toMatchObject({ state: 'DUPLICATE', code: 'already-imported' })
    expect(await town.ask('exchange.join', { file: slip.file, code: slip.code })).toMatchObject({ ok: false, code: 'county-keys', detail: { reason: 'retired' } })
    expect([town.dump(), pairedCounty(town.desk)]).toEqual([before, keys])
    expect(say('county-keys', { reason: 'retired' }).next).toContain('重新做一份')
  })

  test('lead back nowhere: an older receipt with a shorter chain is refused', async () => {
    const world = await paired()
    const { county, town } = world
    await renew(county)
    const older = await down(world, town)
    await renew(county)
    await trip(world, town)
    const keys = pairedCounty(town.desk)
    expect(keys?.generation).toBe(3)
    expect(await town.take(older)).toMatchObject(refused('retired'))
    expect(pairedCounty(town.desk)).toEqual(keys)
  })
})

/** A receipt whose header says that the county has these keys, sealed with the last of them. */
async function claimed({ county, town }: World, notes: readonly string[], signer: DeviceKeys): Promise<string> {
  const forged: Forged = { header: { keys: notes, minReader: 2 }, parts: { signer } }
  return forgeDown(county, town, [], forged)
}

describe('a change of keys that does not hold', () => {
  test.for(['signed by somebody else', 'of another realm', 'of another office', 'that leaves a generation out', 'cut short', 'that names keys other than those of the seal'] as const)('is held when it is one %s, and nothing changes', async (kind) => {
    const world = await paired()
    const { county, town } = world
    const [old, fresh, thief] = [ownKeys(county.desk), await makeDeviceKeys(), await makeDeviceKeys()]
    const realm = ownRealm(county.desk)
    const link: RealmKeys = { realm: realm?.id ?? '', org: nanbu, device: county.store.device.id, generation: 2, sign: fresh.sign, age: fresh.age, recovery: realm?.recovery ?? '', since: '2026-03-03T09:00:00Z' }
    const notes = {
      'signed by somebody else': [signRealmKeys(link, thief)], 'of another realm': [signRealmKeys({ ...link, realm: 'a'.repeat(26) }, old)], 'of another office': [signRealmKeys({ ...link, org: '511322' }, old)],
      'that leaves a generation out': [signRealmKeys({ ...link, generation: 3 }, old)], 'cut short': [signRealmKeys(link, old).slice(0, -20)], 'that names keys other than those of the seal': [signRealmKeys({ ...link, sign: thief.sign }, old)],
    }[kind]
    const [before, keys] = [town.dump(), pairedCounty(town.desk)]
    const answer = await town.take(await claimed(world, notes, fresh))
    expect(answer).toMatchObject(kind === 'that names keys other than those of the seal' ? { state: 'HELD', code: 'bad-seal' } : refused('chain'))
    expect([town.dump(), pairedCounty(town.desk)]).toEqual([before, keys])
    // The same with a change that holds is taken: it is the chain that was refused.
    expect(await town.take(await claimed(world, [signRealmKeys(link, old)], fresh))).toMatchObject({ state: 'COMMITTED', keys: { county: '南部县' } })
    expect(keysAt(town)).toEqual([fresh.sign, 2])
  })

  test('is held where it skips a generation that this town has not heard of', async () => {
    const world = await paired()
    const { county, town } = world
    await renew(county)
    await renew(county)
    const notes = keyNotes(county.desk)
    expect(await town.take(await claimed(world, notes.slice(1), realmKeys(county.desk)))).toMatchObject(refused('chain'))
    expect(await town.take(await claimed(world, notes, realmKeys(county.desk)))).toMatchObject({ state: 'COMMITTED' })
  })
})

describe('where in doubt', () => {
  test('a new slip gives a paired town the right keys, also after a thief has given it wrong ones; nothing is lost and nothing counted twice', async () => {
    const world = await paired()
    const { county, town, stick } = world
    const person = await town.add('person', { name: '甲' })
    await trip(world, town)
    // The thief has the first keys and is quicker than the county.
    const thief = await makeDeviceKeys()
    const realm = ownRealm(county.desk)
    const link: RealmKeys = { realm: realm?.id ?? '', org: nanbu, device: county.store.device.id, generation: 2, sign: thief.sign, age: thief.age, recovery: realm?.recovery ?? '', since: '2026-03-03T09:00:00Z' }
    await town.take(await claimed(world, [signRealmKeys(link, ownKeys(county.desk))], thief))
    const { check_no } = await renew(county)
    expect(await town.take(await down(world, town))).toMatchObject(refused('chain'))
    await town.set(person, { post: '会计' })

    const slip = await county.get('exchange.invite', { code: qingshi, name: '青石镇', out: stick })
    expect(await town.get('exchange.join', { file: slip.file, code: slip.code })).toMatchObject({ fingerprint: check_no })
    expect((await town.get('exchange.state', {})).paired?.another).toBeUndefined()
    const up = await town.get('exchange.export', { to: stick })
    // The thief's receipt said that the county has nothing: so everything travels again, and nothing of it counts twice. The county knows this computer: nobody is asked.
    expect(up.counts).toEqual({ office: 1, person: 1, term: 1 })
    expect(await county.take(up.file)).toMatchObject({ state: 'COMMITTED', complete: true, counts: { new: 0, changed: 1, same: 2, conflict: 0 } })
    // And its slip lets nobody else in.
    expect([(await county.get('exchange.slips', {})).slips, (await county.get('exchange.devices', {})).devices.length]).toEqual([[], 1])
    const stranger = await makeOffice('town', qingshi, '青石镇', world.clock)
    await stranger.get('exchange.join', { file: slip.file, code: slip.code })
    expect(await county.take(await stranger.send(stick), { approve: true })).toMatchObject({ code: 'unknown-device', detail: { reason: 'invite-used' } })

    expect(await town.take(await down(world, town))).toMatchObject({ state: 'COMMITTED', complete: true, counts: { new: 0, conflict: 0 } })
    expect((await town.get('exchange.state', {})).paired).toMatchObject({ accepted: true, fingerprint: check_no })
    expect(await town.get('exchange.export', { to: stick })).toMatchObject({ file: null })
    expect(county.dump(qingshi)).toEqual(town.dump())
    // The thief's keys and the first ones are both behind it.
    expect(await town.take(await claimed(world, [], thief))).toMatchObject(refused('retired'))
    expect(await town.take(await claimed(world, [], ownKeys(county.desk)))).toMatchObject(refused('retired'))
  })
})

describe('a county that put back a backup', () => {
  test('of after the change reads its archive, of before and after, and goes on', async () => {
    const world = await paired()
    const { county, town, stick } = world
    await town.add('person', { name: '甲' })
    const unheard = await town.send(stick)
    await renew(county)
    const backup = join(stick, '县.zrb')
    await county.get('backup.make', { to: backup })
    await county.take(unheard)
    await town.take(await down(world, town))
    await town.add('person', { name: '乙' })
    await trip(world, town)
    const before = county.dump()
    county.desk.close()
    await county.get('backup.restore', { file: backup })
    await county.open()
    const { files } = await county.get('exchange.archive', {})
    const answer = await county.get('exchange.import', { files: files.map(({ path }) => path) })
    expect(answer.files.map(({ state }) => state)).toEqual(['COMMITTED', 'COMMITTED'])
    expect(county.dump()).toEqual(before)
    await trip(world, town)
    expect(county.dump(qingshi)).toEqual(town.dump())
  })

  test('of before the change does not lead its towns back: both sides say so, and another change with new slips mends it', async () => {
    const world = await paired()
    const { county, town, stick } = world
    const late = await second(world)
    const backup = join(stick, '县.zrb')
    await county.get('backup.make', { to: backup })
    const person = await town.add('person', { name: '甲' })
    await trip(world, town)
    await renew(county)
    await trip(world, town)
    county.desk.close()
    await county.get('backup.restore', { file: backup })
    await county.open()
    const archive = readdirSync(join(county.dir, 'archive')).map((name) => join(county.dir, 'archive', name))
    const { files } = await county.get('exchange.import', { files: archive })
    // What was made for the keys that are there is read; of the rest nothing was made for those that are gone.
    expect(new Set(files.map(({ state }) => state))).toEqual(new Set(['COMMITTED', 'DUPLICATE']))
    expect(county.rec(person)?.fields['name']).toBe('甲')
    await town.set(person, { post: '会计' })
    const up = await town.send(stick)
    expect(await county.take(up)).toMatchObject(refused('lost'))
    expect(say('county-keys', { reason: 'lost' }).next).toContain('新纸条')
    const keys = pairedCounty(town.desk)
    expect(await town.take(await down(world, town))).toMatchObject(refused('retired'))
    expect(pairedCounty(town.desk)).toEqual(keys)
    // The town that never heard of the lost keys is served as ever.
    await trip(world, late)

    await renew(county)
    expect(await town.take(await down(world, town))).toMatchObject(refused('chain'))
    const slip = await county.get('exchange.invite', { code: qingshi, name: '青石镇', out: stick })
    await town.get('exchange.join', { file: slip.file, code: slip.code })
    for (const office of [town, late]) {
      await trip(world, office)
      await trip(world, office)
      expect([county.dump(office.store.office.code), (await office.get('exchange.state', {})).paired?.accepted, keysAt(office)]).toEqual([office.dump(), true, [realmKeys(county.desk).sign, 2]])
    }
    expect(county.rec(person)?.fields['post']).toBe('会计')
  })
})

test('private records of a burnt computer come back from a receipt of before the change', async () => {
  const world = await paired()
  const { county, town, stick } = world
  const person = await town.add('person', { name: '甲' })
  await town.add('person_private', { person, phone: '13800000001' })
  const { key } = await town.get('exchange.sheet', {})
  await trip(world, town)
  const fresh = await makeOffice('town', qingshi, '青石镇', world.clock)
  await join2(world, fresh)
  await trip(world, fresh, { approve: true })
  await renew(county)
  await trip(world, fresh)
  expect(keysAt(fresh)).toEqual([realmKeys(county.desk).sign, 2])
  expect((await fresh.get('exchange.recover', { key: key ?? '' })).records).toBeGreaterThan(0)
  expect(stick).not.toBe('')
})

describe('a city', () => {
  test('knows its county by the keys of their pairing, and changes its own as a county does', async () => {
    const world = await paired()
    const { county, stick } = world
    const city = await makeOffice('county', '511300', '南充市', world.clock)
    await join2({ county: city, stick }, county)
    const roll = async (): Promise<string | null> => (await county.get('exchange.rollup', { to: stick, always: true })).file
    await city.take(await roll(), { approve: true })
    await county.take(await city.send(stick, { town: nanbu, always: true }))
    await renew(county)
    expect(await city.take(await roll())).toMatchObject({ state: 'COMMITTED', complete: true })
    expect(await county.take(await city.send(stick, { town: nanbu, always: true }))).toMatchObject({ state: 'COMMITTED' })
    const { check_no } = await renew(city)
    expect(await city.take(await roll())).toMatchObject({ state: 'COMMITTED', complete: true })
    expect(await county.take(await city.send(stick, { town: nanbu, always: true }))).toMatchObject({ state: 'COMMITTED', keys: { county: '南充市', check_no } })
    expect(await city.take(await roll())).toMatchObject({ state: 'COMMITTED', complete: true })
    expect((await city.get('exchange.keys', {})).late).toEqual([])
    expect(realmKeys(county.desk).sign).not.toBe(pairedCounty(county.desk)?.sign)
  })
})
