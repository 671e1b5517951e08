/** Everything that docs/format.md says somebody may do to a package, by malice or by mistake, done to real offices. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Decrypter } from 'age-encryption'
import { expect, test } from 'vitest'
import { memorySource } from '../../electron/exchange/bytes'
import { entryBytesOf, readLayout } from '../../electron/exchange/check-package'
import { makeDeviceKeys } from '../../electron/exchange/keys'
import { createDesk } from '../../electron/handlers/desk'
import { ownKeys } from '../../electron/handlers/exchange-setup'
import type { ErrorCode } from '../../shared/result'
import { say } from '../../shared/text'
import { forge, forgeDown, forgeUp, line } from './support/forge'
import { folder, join2, liuxi, makeOffice, nanbu, paired, password, qingshi, trip, type Office, type World } from './support/offices'

interface Told { readonly code?: ErrorCode | undefined; readonly detail?: Readonly<Record<string, unknown>> | undefined }
type Try = (world: World) => Promise<Told>

const up = async ({ town, stick }: World): Promise<string> => await town.send(stick, { always: true }) ?? ''
const copyOf = (bytes: Uint8Array): string => {
  const file = join(folder(), 'copy.zpk')
  writeFileSync(file, bytes)
  return file
}
const errorsOf = async (county: Office, file: string) => (await county.take(file)).errors?.map(({ type, code }) => [type, code])
const inStick = (stick: string): readonly string[] => readdirSync(stick, { recursive: true }).map(String).sort()

async function neighbour({ county, stick, clock }: World): Promise<Office> {
  const other = await makeOffice('town', liuxi, '柳溪乡', clock)
  await join2({ county, stick }, other)
  await trip({ county, stick }, other, { approve: true })
  return other
}

/** What is tried for each line of the table; where there is a code, it is what a person is told. */
const tries: Readonly<Record<string, Try>> = {
  stolen: async (world) => {
    const person = await world.town.add('person', { name: '欧阳知秋' })
    await world.town.add('person_private', { person, phone: '13800000001' })
    const bytes = readFileSync(await up(world))
    expect(['欧阳知秋', '13800000001'].filter((secret) => bytes.includes(secret))).toEqual([])
    // Somebody with keys of his own, and a header that names him.
    const finder = await makeOffice('county', nanbu, '南部县', world.clock)
    const file = await forgeUp(world.town, [])
    expect(await finder.take(file)).toMatchObject({ state: 'HELD', code: 'wrong-realm' })
    return world.county.take(await forge(world.town, { org: nanbu, name: '南部县', age: [(await makeDeviceKeys()).age] }, []))
  },
  infected: async (world) => {
    const { county, stick } = world
    const file = await up(world)
    const there = ['autorun.inf', 'U盘.exe', '上报.zpk.exe', '通知.lnk', join('镇县数据', '南部县', '上报', '说明.docm')]
    for (const name of there) writeFileSync(join(stick, name), 'MZ')
    const before = inStick(stick)
    const { files } = await county.get('exchange.scan', { dir: stick })
    expect(files.map(({ path, state }) => [path, state])).toEqual([[file, 'new']])
    await county.take(file)
    expect(inStick(stick)).toEqual(before)
    expect(await county.take(join(stick, 'U盘.exe'))).toMatchObject({ code: 'not-a-package' })
    return {}
  },
  program: async ({ county, town }) => {
    const program = Buffer.from(`MZ${'\0'.repeat(200)}This program cannot be run in DOS mode`)
    const sha256 = createHash('sha256').update(program).digest('hex')
    const [owner, id] = [town.desk.newId(), town.desk.newId()]
    const lines = [line(town, { uid: owner, type: 'person', data: { name: '甲' } }), line(town, { uid: id, type: 'file', data: { owner, sha256, size_bytes: program.length, mime: 'image/jpeg', name: '现场.jpg' } })]
    const blobs = [{ sha256, size: program.length, open: async function* () { yield await Promise.resolve(program) } }]
    expect(await county.take(await forgeUp(town, lines, { header: { sizes: { versions: 2, blobs: 1, blobBytes: program.length } }, parts: { blobs } }))).toMatchObject({ state: 'COMMITTED' })
    const opened = await county.ask('file.open', { id })
    return opened.ok ? {} : opened
  },
  altered: async (world) => {
    const bytes = readFileSync(await up(world))
    const at = bytes.indexOf('age-encryption.org') + 500
    bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at)
    return world.county.take(copyOf(bytes))
  },
  forged: async ({ county, town }) => county.take(await forgeUp(town, [line(town, { type: 'person', data: { name: '假' } })], { parts: { signer: await makeDeviceKeys() } })),
  resealed: async (world) => {
    const other = await neighbour(world)
    expect(await errorsOf(world.county, await forgeUp(other, [line(other, { type: 'person', data: { name: '青石镇的' } })]))).toEqual([['person', 'wrong-town']])
    return world.county.take(await forgeUp(other, [], { header: { from: { org: qingshi, name: '青石镇', device: other.store.device.id } } }))
  },
  replayed: async (world) => {
    const { county, town } = world
    const id = await town.add('person', { name: '甲', post: '旧的' })
    const old = readFileSync(await up(world))
    await town.set(id, { post: '新的' })
    const newer = await up(world)
    await county.take(newer)
    expect(await county.take(copyOf(old))).toMatchObject({ state: 'COMMITTED', counts: { new: 0, changed: 0 } })
    expect(county.rec(id)?.fields['post']).toBe('新的')
    return county.take(copyOf(readFileSync(newer)))
  },
  'invite-replayed': async ({ county, stick, clock }) => {
    const invite = await county.get('exchange.invite', { code: liuxi, name: '柳溪乡', out: stick })
    const [first, thief] = [await makeOffice('town', liuxi, '柳溪乡', clock), await makeOffice('town', liuxi, '柳溪乡', clock)]
    for (const office of [first, thief]) await office.get('exchange.join', { file: invite.file, code: invite.code })
    await county.take(await first.send(stick), { approve: true })
    return county.take(await thief.send(stick), { approve: true })
  },
  insider: async (world) => {
    const { county, town, stick } = world
    const other = await neighbour(world)
    const theirs = await other.add('person', { name: '柳溪人' })
    await trip(world, other)
    const mine = await town.add('person', { name: '甲' })
    await trip(world, town)
    await town.get('record.delete', { id: mine, reason: '不想让县里看' })
    const grab = line(town, { type: 'person', uid: theirs, op: 'del', seen: [county.store.versionOf(theirs) ?? ''], data: {} })
    expect((await county.take(await forgeUp(town, [grab]))).counts).toMatchObject({ error: 1, deleted: 0 })
    await county.take(await town.send(stick))
    expect([county.rec(theirs)?.deleted, county.rec(mine)?.deleted, county.store.history(mine).at(-1)?.data?.['name']]).toEqual([false, true, '甲'])
    return {}
  },
  'stolen-computer': async (world) => {
    await world.county.get('exchange.close-device', { device: world.town.store.device.id })
    return world.county.take(await up(world))
  },
  bomb: async ({ county, town }) => {
    const line1MiB = `{"x":"${'a'.repeat(1_000_000)}"}`
    const before = inStick(county.dir)
    const told = await county.take(await forgeUp(town, Array.from({ length: 40 }, () => line1MiB), { manifest: { counts: { person: 40 } }, header: { sizes: { versions: 40, blobs: 0, blobBytes: 0 } } }))
    expect(inStick(county.dir).filter((name) => !before.includes(name) && /inbox.|tmp./.test(name))).toEqual([])
    return told
  },
  traversal: async (world) => {
    const bytes = readFileSync(await up(world))
    const evil = Buffer.from(bytes.toString('latin1').replaceAll('README.txt', '../evil.tx'), 'latin1')
    const told = await world.county.take(copyOf(evil))
    expect(existsSync(join(world.county.dir, '..', 'evil.tx')) || existsSync(join(world.county.dir, 'evil.tx'))).toBe(false)
    return told
  },
  sql: async ({ county, town }) => {
    const name = `'; DROP TABLE version; --`
    const uid = town.desk.newId()
    await county.take(await forgeUp(town, [line(town, { uid, type: 'person', data: { name } })]))
    expect([county.rec(uid)?.fields['name'], county.store.search('DROP TABLE', 5).length, county.store.doctor().findings.filter(({ ok }) => !ok)]).toEqual([name, 1, []])
    return {}
  },
  prototype: async ({ county, town }) => {
    const good = line(town, { type: 'person', data: { name: '甲' } })
    const bad = line(town, { type: 'person', data: { name: '乙' } }).replace('"data":{', '"data":{"__proto__":{"role":"county"},')
    const told = await county.take(await forgeUp(town, [bad, good]))
    expect([told.state, told.counts?.['new'], told.errors?.length, ({} as Record<string, unknown>)['role']]).toEqual(['COMMITTED', 1, 1, undefined])
    return {}
  },
  formula: async ({ county, town }) => {
    await county.take(await forgeUp(town, [line(town, { type: 'village', data: { name: '=HYPERLINK("http://x","村")' } })]))
    const { files } = await county.get('list.file', { type: 'village', town: qingshi, out: folder() })
    const sheet = execFileSync('unzip', ['-p', files[0]?.path ?? '', 'xl/worksheets/*', 'xl/sharedStrings.xml'], { encoding: 'utf8' })
    expect([sheet.includes('HYPERLINK'), /<f[ >]/.test(sheet)]).toEqual([true, false])
    return {}
  },
  'county-lost': async (world) => {
    await world.town.add('person', { name: '甲' })
    const bytes = readFileSync(await up(world))
    const { key } = await world.county.get('exchange.sheet', {})
    const layout = await readLayout(memorySource(bytes))
    if (!layout.ok) throw new Error(layout.code)
    const reader = new Decrypter()
    reader.addIdentity(`AGE-SECRET-KEY-1${(key ?? '').replaceAll(' ', '')}`)
    const records = gunzipSync(await reader.decrypt(await entryBytesOf(layout.value, 'records.age') ?? new Uint8Array())).toString('utf8')
    expect(records).toContain('"name":"甲"')
    return {}
  },
  'county-stolen': async (world) => {
    const { county, town, stick } = world
    await county.get('exchange.renew-keys', {})
    await trip({ county, stick }, town)
    // The thief has the keys of before.
    return town.take(await forgeDown(county, town, [line(town, { type: 'person', data: { name: '冒名' } })]))
  },
  sm: async (world) => {
    const { county, town } = world
    return county.take(await forgeUp(town, [], { header: { suite: 'sm2+sm3' as 'age1+ed25519' } }))
  },
  practice: async ({ county, town }) => county.take(await forgeUp(town, [], { header: { realm: `demo-${'a'.repeat(26)}` } })),
  'other-county': async (world) => {
    const file = await up(world)
    expect(await (await makeOffice('county', nanbu, '南部县', world.clock)).take(file)).toMatchObject({ code: 'wrong-realm' })
    return (await makeOffice('county', '511322', '营山县', world.clock)).take(file)
  },
  'receipt-at-county': async ({ county, town, stick }) => {
    expect(await town.take(await town.send(stick, { always: true }))).toMatchObject({ code: 'wrong-role', detail: { type: 'up' } })
    return county.take(await forgeDown(county, town, []))
  },
  'other-receipt': async ({ county, town }) => town.take(await forge(county, { org: liuxi, name: '柳溪乡', age: [ownKeys(town.desk).age] }, [])),
  wps: async (world) => {
    // What an archive program makes of it: the same entries, packed again.
    const [at, out] = [mkdtempSync(join(folder(), 'x')), join(folder(), 'saved.zpk')]
    execFileSync('python3', ['-c', 'import sys,zipfile\na=zipfile.ZipFile(sys.argv[1]);b=zipfile.ZipFile(sys.argv[2],"w",zipfile.ZIP_DEFLATED)\nfor n in a.namelist(): b.writestr(n,a.read(n))\nb.close()', await up(world), out], { cwd: at })
    return world.county.take(out)
  },
  renamed: async (world) => {
    const { county, stick } = world
    const folderOnStick = join(stick, '镇县数据', '南部县', '回执')
    mkdirSync(folderOnStick, { recursive: true })
    const there = join(folderOnStick, '新建 文本文档.ZPK')
    renameSync(await up(world), there)
    expect((await county.get('exchange.scan', { dir: stick })).files.map(({ state }) => state)).toEqual(['new'])
    expect(await county.take(there)).toMatchObject({ state: 'COMMITTED', complete: true })
    return {}
  },
  'two-clerks': async (world) => {
    const { county, town, clock, stick } = world
    const second = await makeOffice('town', qingshi, '青石镇', clock)
    await join2(world, second)
    await trip(world, second, { approve: true })
    const id = await town.add('person', { name: '甲' })
    await trip(world, town)
    await trip(world, second)
    await town.set(id, { post: '会计' })
    await second.set(id, { post: '文书' })
    await county.take(await town.send(stick))
    await county.take(await second.send(stick))
    const { items } = await county.get('exchange.conflicts', {})
    expect(items.map((item) => item.heads.map(({ fields }) => fields['post']).sort())).toEqual([['会计', '文书']])
    return {}
  },
  'two-windows': ({ county }) => {
    const second = createDesk({ dir: county.dir, now: county.clock.now })
    const opened = second.unlock(password, undefined)
    second.close()
    return Promise.resolve(opened.ok ? {} : opened)
  },
}

/** Lines of the table: name, and what comes of it. */
const published = [...readFileSync(join(import.meta.dirname, '../../docs/format.md'), 'utf8').split('## 9. Threats and misuse')[1]?.matchAll(/^\| `([a-z-]+)` \| (.+?) \| (.+?) \|/gm) ?? []]
  .map(([, name = '', does = '', comes = '']) => ({ name, does, comes }))

test('every line of the published table is tried, and nothing is tried that is not published', () => {
  expect(published.map(({ name }) => name)).toEqual(Object.keys(tries))
})

test.for(published)('somebody $does', { timeout: 60_000 }, async ({ name, comes }) => {
  const world = await paired()
  const told = await tries[name]?.(world) ?? {}
  if (told.code === undefined) return
  // The code is one that the table names, or what is held because no key fits.
  expect([name, told.code, comes.includes(`\`${told.code}\``) || name === 'invite-replayed']).toEqual([name, told.code, true])
  const words = say(told.code, told.detail ?? {})
  expect([words.say, words.next].map((one) => /[\u4e00-\u9fff].*[。；？]$/u.test(one) && !/undefined|null|NaN|\[object/.test(one))).toEqual([true, true])
})
