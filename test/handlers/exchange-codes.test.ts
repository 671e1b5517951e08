/** Every code that exchange between town and county may give: a situation that leads to it, a sentence, and what to do next. */
import { open, readFile, truncate, writeFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ByteSource } from '../../electron/exchange/bytes'
import { signRealmKeys } from '../../electron/exchange/follow-keys'
import { makeDeviceKeys } from '../../electron/exchange/keys'
import { writeToStick } from '../../electron/exchange/write-stick'
import { createDesk } from '../../electron/handlers/desk'
import { ownKeys, ownRealm } from '../../electron/handlers/exchange-setup'
import { errorCodes, type ErrorCode } from '../../shared/result'
import { say } from '../../shared/text'
import { exchangeErrorWords } from '../../shared/text/errors-exchange'
import { FaultyStick, type Faults } from '../faults/faulty-stick'
import { forge, forgeDown, forgeUp, line } from './support/forge'
import { folder, join2, liuxi, makeOffice, nanbu, paired, password, qingshi, type Office, type World } from './support/offices'

interface Told { readonly code?: ErrorCode | undefined; readonly detail?: Readonly<Record<string, unknown>> | undefined }

/** What the county says of a changed copy of a package. */
async function changed({ county }: World, file: string, change: (bytes: Buffer) => Uint8Array | string): Promise<Told> {
  const copy = join(folder(), 'copy.zpk')
  await writeFile(copy, change(await readFile(file)))
  return county.take(copy)
}

async function stick(faults: Faults, signal?: AbortSignal): Promise<Told> {
  const source: ByteSource = { size: 3_000_000, read: (_at, length) => Promise.resolve(new Uint8Array(length)) }
  const there = await writeToStick(new FaultyStick(faults), source, '/stick', ['镇县数据'], '包.zpk', { sleep: () => Promise.resolve(), ...(signal ? { signal } : {}) })
  return there.ok ? {} : there
}

const up = async ({ town, stick: to }: World): Promise<string> => await town.send(to, { always: true }) ?? ''
const person = (office: Office): string => line(office, { type: 'person', data: { name: '甲' } })

/** A situation for each code of the specification; a code without one does not compile. */
const situations = {
  truncated: async (world) => changed(world, await up(world), (bytes) => bytes.subarray(0, bytes.length / 2)),
  'not-a-package': async (world) => changed(world, await up(world), () => '各位代表：'),
  'wrong-realm': async (world) => (await makeOffice('county', nanbu, '南部县', world.clock)).take(await up(world)),
  'wrong-county': async (world) => (await makeOffice('county', '511322', '营山县', world.clock)).take(await up(world)),
  'wrong-town': async ({ county, town }) => town.take(await forge(county, { org: liuxi, name: '柳溪乡', age: [ownKeys(town.desk).age] }, [])),
  'demo-data': async ({ county, town }) => county.take(await forgeUp(town, [], { header: { realm: `demo-${'a'.repeat(26)}` } })),
  'needs-upgrade': async ({ county, town }) => county.take(await forgeUp(town, [], { header: { minReader: 3 } })),
  'unknown-device': async ({ county, town }) => county.take(await forgeUp(town, [], { header: { from: { org: qingshi, name: '青石镇', device: town.desk.newId() } } })),
  'device-closed': async (world) => {
    const file = await up(world)
    await world.county.get('exchange.close-device', { device: world.town.store.device.id })
    return world.county.take(file)
  },
  'awaiting-approval': async (world) => {
    const stranger = await makeOffice('town', liuxi, '柳溪乡', world.clock)
    await join2(world, stranger)
    return world.county.take(await up({ ...world, town: stranger }))
  },
  'bad-seal': async ({ county, town }) => county.take(await forgeUp(town, [person(town)], { parts: { signer: await makeDeviceKeys() } })),
  'bad-key': async ({ county, town }) => county.take(await forgeUp(town, [person(town)], { parts: { recipients: [(await makeDeviceKeys()).age] } })),
  damaged: async (world) => changed(world, await up(world), (bytes) => {
    const at = bytes.indexOf('age-encryption.org') + 400
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    return bytes
  }),
  'already-imported': async (world) => {
    const file = await up(world)
    await world.county.take(file)
    return world.county.take(file)
  },
  incomplete: async ({ county, town }) => {
    const missing = town.desk.newId()
    return county.take(await forgeUp(town, [person(town)], { have: [missing] }))
  },
  'disk-full': () => stick({ free: 1000 }),
  'stick-readonly': () => stick({ createError: 'EROFS' }),
  'stick-removed': () => stick({ pulledAt: 100_000 }),
  'too-big': async ({ county }) => {
    // A hole in a file takes no room.
    const file = join(folder(), 'huge.zpk')
    await (await open(file, 'w')).close()
    await truncate(file, 4_000_000_001)
    return county.take(file)
  },
  'in-use': async ({ county }) => {
    const second = createDesk({ dir: county.dir, now: county.clock.now })
    const opened = second.unlock(password, undefined)
    second.close()
    return opened.ok ? {} : opened
  },
  cancelled: () => stick({}, AbortSignal.abort()),
  'not-paired': async ({ clock, stick: to }) => {
    const stranger = await makeOffice('town', liuxi, '柳溪乡', clock)
    const made = await stranger.ask('exchange.export', { to })
    return made.ok ? {} : made
  },
  'county-first': async (world) => {
    const further = await makeOffice('town', qingshi, '青石镇', world.clock)
    await join2(world, further)
    const saved = await further.ask('record.quick', { type: 'person', fields: { name: '乙' } })
    return saved.ok ? {} : saved
  },
  'invite-expired': async ({ county, clock, stick: to }) => {
    const invite = await county.get('exchange.invite', { code: liuxi, name: '柳溪乡', out: to })
    clock.forward(61)
    const joined = await (await makeOffice('town', liuxi, '柳溪乡', clock)).ask('exchange.join', { file: invite.file, code: invite.code })
    return joined.ok ? {} : joined
  },
  'bad-code': async ({ county, clock, stick: to }) => {
    const [invite, other] = [await county.get('exchange.invite', { code: liuxi, name: '柳溪乡', out: to }), await county.get('exchange.invite', { code: '511321103', name: '三河镇', out: to })]
    const joined = await (await makeOffice('town', liuxi, '柳溪乡', clock)).ask('exchange.join', { file: invite.file, code: other.code })
    return joined.ok ? {} : joined
  },
  // Keys that nobody who was known before has signed.
  'county-keys': async ({ county, town }) => {
    const thief = await makeDeviceKeys()
    const link = { realm: ownRealm(county.desk)?.id ?? '', org: nanbu, device: county.store.device.id, generation: 2, sign: thief.sign, age: thief.age, recovery: thief.age, since: '2026-03-03T09:00:00Z' }
    return town.take(await forgeDown(county, town, [], { header: { keys: [signRealmKeys(link, thief)] }, parts: { signer: thief } }))
  },
} satisfies Partial<Record<ErrorCode, (world: World) => Promise<Told>>>

/** The codes of the format, in its order, and those of pairing. */
const specified = [
  'truncated', 'not-a-package', 'wrong-realm', 'wrong-county', 'wrong-town', 'demo-data', 'needs-upgrade', 'unknown-device', 'device-closed', 'awaiting-approval', 'bad-seal', 'bad-key', 'damaged',
  'already-imported', 'incomplete', 'disk-full', 'stick-readonly', 'stick-removed', 'too-big', 'in-use', 'cancelled', 'not-paired', 'county-first', 'invite-expired', 'bad-code', 'county-keys',
] as const

test('no code of the specification is without a situation', () => {
  expect(Object.keys(situations)).toEqual(specified)
  expect(specified.filter((code) => !errorCodes.includes(code))).toEqual([])
  // A code that the exchange gets later has its words there, and so needs its situation here.
  expect(Object.keys(exchangeErrorWords).filter((code) => !Object.hasOwn(situations, code))).toEqual([])
})

test.for(specified)('%s is what is said in its situation, with a sentence and a next step of its own', { timeout: 60_000 }, async (code) => {
  const world = await paired()
  const before = world.county.dump()
  const told: Told = await situations[code](world)
  expect(told.code).toBe(code)
  const words = say(code, told.detail ?? {})
  expect([words.say, words.next].map((one) => /^[^。]{4,}.*[。；？]$/u.test(one) && !/undefined|null|NaN|\[object/.test(one))).toEqual([true, true])
  const others = specified.filter((other) => other !== code).map((other) => say(other).say)
  expect(others).not.toContain(words.say)
  // What is held leaves the county as it was; an incomplete package is taken.
  if (!['incomplete', 'invite-expired', 'bad-code'].includes(code) && world.county.desk.isOpen) expect(world.county.dump()).toEqual(before)
})

test('a package that was renamed, moved to the top of the stick or sent with others is the same package', async () => {
  const world = await paired()
  const file = await up(world)
  const renamed = join(world.stick, '新建文件夹.ZPK')
  await rename(file, renamed)
  expect((await world.county.get('exchange.scan', { dir: world.stick })).files).toMatchObject([{ state: 'new', from: { org: qingshi } }])
  expect(await world.county.take(renamed)).toMatchObject({ state: 'COMMITTED', complete: true })
})

test('a receipt at the county, a package at a town and an invitation among packages each say what they are', async () => {
  const { county, town, stick: to } = await paired()
  const receipt = await forgeDown(county, town, [])
  const invite = await county.get('exchange.invite', { code: liuxi, name: '柳溪乡', out: to })
  const answers = [await county.take(receipt), await town.take(await town.send(to, { always: true })), await county.take(invite.file)]
  expect(answers.map(({ state, code, detail }) => [state, code, detail?.['type']])).toEqual([['HELD', 'wrong-role', 'down'], ['HELD', 'wrong-role', 'up'], ['HELD', 'wrong-role', 'invite']])
  expect(new Set(answers.map(({ code, detail }) => say(code ?? 'internal', detail ?? {}).say)).size).toBe(3)
})
