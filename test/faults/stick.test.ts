import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memorySource } from '../../electron/exchange/bytes'
import { copyIn, pruneOwn, scanStick } from '../../electron/exchange/scan-stick'
import { nodeStickFs } from '../../electron/exchange/stick-fs'
import { spaceNeeded, writeToStick } from '../../electron/exchange/write-stick'
import { fail } from '../../shared/result'
import { packageFileName, packageFolder } from '../../shared/exchange/names'
import { bytesOf, makeRealm, party, sender, upParts, type Realm } from '../exchange/support/packages'
import { idOf } from '../exchange/support/versions'
import { long, tried } from '../support/tried'
import { FaultyStick, type Faults } from './faulty-stick'

const bytes = new Uint8Array(randomBytes(3 * 1024 * 1024 + 777))
const folders = ['镇县数据', '南部县', '上报']

let dir: string
beforeAll(async () => { dir = await mkdtemp(join(tmpdir(), 'zhen-stick-')) })
afterAll(async () => { await rm(dir, { recursive: true, force: true }) })

async function write(faults: Faults): Promise<{ code: string; check: string; names: readonly string[]; pauses: number; stick: FaultyStick }> {
  const stick = new FaultyStick(faults)
  let pauses = 0
  const result = await writeToStick(stick, memorySource(bytes), '/stick', folders, 'a.zpk', { sleep: async (ms) => { pauses += ms } })
  return { code: result.ok ? 'written' : result.code, check: result.ok ? result.value.check : '', names: stick.names, pauses, stick }
}

describe('a package on the stick', () => {
  it('is whole under its name, and says how far it was read again', async () => {
    const cached = await write({})
    expect([cached.code, cached.check, cached.names]).toEqual(['written', 'sampled', ['a.zpk']])
    expect(Buffer.compare(cached.stick.files.get('/stick/镇县数据/南部县/上报/a.zpk')!, bytes)).toBe(0)
    expect((await write({ uncached: true })).check).toBe('read-back')
  })

  it.each<[string, Faults, string]>([
    ['takes little at a time', { shortWrite: 100_000 }, 'written'],
    ['is full at the start', { free: 1_000_000 }, 'disk-full'],
    ['is full after the first byte', { writeError: { at: 1, errno: 'ENOSPC' } }, 'disk-full'],
    ['is full in the middle', { writeError: { at: 1_500_000, errno: 'ENOSPC' } }, 'disk-full'],
    ['is full at the last byte', { writeError: { at: bytes.length - 1, errno: 'ENOSPC' } }, 'disk-full'],
    ['breaks in the middle', { writeError: { at: 1_500_000, errno: 'EIO' } }, 'io-error'],
    ['takes nothing and says nothing', { shortWrite: 0 }, 'disk-full'],
    ['is pulled at once', { pulledAt: 0 }, 'stick-removed'],
    ['is pulled in the middle', { pulledAt: 2_000_000 }, 'stick-removed'],
    ['is pulled at the last byte', { pulledAt: bytes.length }, 'stick-removed'],
    ['is write-protected', { createError: 'EROFS' }, 'stick-readonly'],
    ['forbids writing', { createError: 'EACCES' }, 'stick-readonly'],
    ['cannot sync', { syncError: 'EIO' }, 'io-error'],
    ['cannot be read again', { readError: 'EIO' }, 'io-error'],
    ['keeps another byte than was written', { flipOnMedium: 2_000_000, uncached: true }, 'io-error'],
    ['is held by a virus scanner for a while', { renameErrors: { times: 5, errno: 'EPERM' } }, 'written'],
    ['is held for ever', { renameErrors: { times: 1e9, errno: 'EBUSY' } }, 'in-use'],
    ['cannot rename', { renameErrors: { times: 1, errno: 'EIO' } }, 'io-error'],
  ])('when it %s', async (_what, faults, code) => {
    const got = await write(faults)
    expect(got.code).toBe(code)
    // Never a file under the final name that is not whole.
    expect(got.names.filter((n) => n === 'a.zpk')).toEqual(code === 'written' ? ['a.zpk'] : [])
    if (code !== 'stick-removed') expect(got.names.filter((n) => n.endsWith('.part'))).toEqual([])
    tried('kinds of faults of a stick', 1)
    if (faults.renameErrors?.times === 1e9) expect(got.pauses).toBeGreaterThanOrEqual(60_000)
  })

  it.runIf(long)('that fails at any place leaves nothing under the final name', async () => {
    const step = 4096
    let failures = 0
    for (let at = 0; at < bytes.length; at += step) {
      for (const faults of [{ writeError: { at, errno: 'ENOSPC' } }, { writeError: { at, errno: 'EIO' } }, { pulledAt: at }, { flipOnMedium: at, uncached: true }] as const) {
        const got = await write(faults)
        expect([at, got.code === 'written', got.names.includes('a.zpk')]).toEqual([at, false, false])
        failures += 1
      }
    }
    tried('a stick that is full, breaks, is pulled or keeps another byte, every 4 KiB of 3 MiB', failures)
  }, 1_800_000)

  it('a stale cache hides a bad medium only where no direct reads exist, and that is said', async () => {
    expect(await write({ flipOnMedium: 5, uncached: false })).toMatchObject({ code: 'written', check: 'sampled' })
  })

  it('loses the half file that an earlier try left, and nothing of anybody else', async () => {
    const stick = new FaultyStick()
    const folder = '/stick/镇县数据/南部县/上报'
    for (const name of ['511321101_青石镇_上报_0003_x.zpk.part', '511321102_柳溪乡_上报_0003_x.zpk.part', '说明.part', '511321101_青石镇_上报_0002_x.zpk']) stick.files.set(`${folder}/${name}`, bytes)
    const written = await writeToStick(stick, memorySource(bytes), '/stick', folders, '511321101_青石镇_上报_0004_y.zpk')
    expect(written.ok).toBe(true)
    expect(stick.names).toEqual(['511321101_青石镇_上报_0002_x.zpk', '511321101_青石镇_上报_0004_y.zpk', '511321102_柳溪乡_上报_0003_x.zpk.part', '说明.part'])
  })

  it('of many megabytes is synced along the way, and an error that shows there is not lost', async () => {
    const large = new Uint8Array(40 * 1024 * 1024)
    const bad = new FaultyStick({ syncErrorOnce: 'EIO' })
    expect(await writeToStick(bad, memorySource(large), '/stick', folders, 'a.zpk')).toMatchObject({ ok: false, code: 'io-error' })
    expect(bad.names).toEqual([])
    expect((await writeToStick(new FaultyStick(), memorySource(large), '/stick', folders, 'a.zpk')).ok).toBe(true)
  })

  it.each([bytes.length, 2 * 1024 * 1024])('of %i bytes that came out longer, shorter or changed is found by reading it again', async (length) => {
    const whole = bytes.subarray(0, length)
    const kept: readonly (readonly [string, (file: Uint8Array) => Uint8Array, string])[] = [
      ['as it is', (file) => file, 'written'], ['longer', (file) => Buffer.concat([file, Buffer.from([0])]), 'io-error'], ['shorter', (file) => file.subarray(0, -1), 'io-error'],
      ['without its last megabyte', (file) => file.subarray(0, 1024 * 1024), 'io-error'], ['changed at its end', (file) => Uint8Array.from(file, (byte, at) => at === file.length - 1 ? byte ^ 1 : byte), 'io-error'],
    ]
    for (const [what, keeps, code] of kept) {
      const stick = new FaultyStick({ uncached: true })
      const open = stick.openUncached.bind(stick)
      stick.openUncached = (path) => {
        stick.files.set(path, keeps(stick.files.get(path) ?? new Uint8Array()))
        return open(path)
      }
      const result = await writeToStick(stick, memorySource(whole), '/stick', folders, 'a.zpk')
      expect([what, result.ok ? 'written' : result.code, stick.names]).toEqual([what, code, code === 'written' ? ['a.zpk'] : []])
    }
  })

  it('that does not open again gets no name there', async () => {
    const stick = new FaultyStick()
    const sound = Promise.resolve(fail('damaged', { detail: { part: 'self-test' } }))
    expect(await writeToStick(stick, memorySource(bytes), '/stick', folders, 'a.zpk', { sound })).toEqual({ ok: false, code: 'damaged', detail: { part: 'self-test' } })
    expect(stick.names).toEqual([])
  })

  it('needs two per cent and 16 MiB of air', () => {
    expect([spaceNeeded(0), spaceNeeded(1_000_000_000)]).toEqual([16_777_216, 1_036_777_216])
  })

  it('can be cancelled', async () => {
    const stop = new AbortController()
    const stick = new FaultyStick()
    const result = await writeToStick(stick, memorySource(bytes), '/stick', folders, 'a.zpk', { signal: stop.signal, progress: () => stop.abort() })
    expect([result, stick.names]).toEqual([{ ok: false, code: 'cancelled' }, []])
  })
})

describe('on a real disk', () => {
  it('is written, read past the cache where the system can, and copied in again', async () => {
    const result = await writeToStick(nodeStickFs, memorySource(bytes), dir, folders, 'a.zpk')
    expect(result).toEqual({ ok: true, value: { path: join(dir, ...folders, 'a.zpk'), size: bytes.length, check: expect.stringMatching(/read-back|sampled/) } })
    expect(await readdir(join(dir, ...folders))).toEqual(['a.zpk'])
    expect(await copyIn(nodeStickFs, join(dir, ...folders, 'a.zpk'), join(dir, 'copy'))).toEqual({ ok: true, value: bytes.length })
    expect(Buffer.compare(await readFile(join(dir, 'copy')), bytes)).toBe(0)
  })

  it('says what is missing', async () => {
    expect(await copyIn(nodeStickFs, join(dir, 'nothing.zpk'), join(dir, 'copy'))).toMatchObject({ ok: false, code: 'file-not-found' })
    expect(await writeToStick(nodeStickFs, memorySource(bytes), join(dir, 'unplugged'), folders, 'a.zpk')).toMatchObject({ ok: false, code: 'stick-removed' })
  })
})

describe('a stick that comes back', () => {
  let r: Realm
  beforeAll(async () => { r = await makeRealm() })
  const put = async (stick: FaultyStick, path: string, content: Uint8Array): Promise<void> => { stick.files.set(path, content) }
  const pkg = (pseq: number, from = r.town, id = idOf(7000 + pseq)) => {
    const parts = upParts(r, [], { header: { id, pseq, from: sender(from), to: party(r.county) }, parts: { signer: from.keys } })
    return { parts, path: `/stick/${packageFolder(parts.header).join('/')}/${packageFileName(parts.header)}` }
  }

  it('shows the packages on it by their content, not their names', async () => {
    const stick = new FaultyStick()
    const one = pkg(1)
    await put(stick, one.path, await bytesOf(one.parts))
    await put(stick, '/stick/改了名.ZPK', await bytesOf(pkg(2).parts))
    await put(stick, '/stick/坏的.zpk', randomBytes(100))
    await put(stick, '/stick/别的.exe', randomBytes(100))
    await put(stick, '/stick/照片/风景.zpk', randomBytes(100))
    const found = await scanStick(stick, '/stick')
    expect(found.ok && found.value.map((f) => [f.path, f.header.ok ? f.header.value.pseq : f.header.code])).toEqual([
      ['/stick/坏的.zpk', 'not-a-package'], ['/stick/改了名.ZPK', 2], [one.path, 1],
    ])
  })

  it('keeps our newest three of one receiver, what the county lacks, and everything of others', async () => {
    const stick = new FaultyStick()
    const own = [1, 2, 3, 4, 5, 6].map((n) => pkg(n))
    for (const p of own) await put(stick, p.path, await bytesOf(p.parts))
    const other = pkg(1, r.second, idOf(7999))
    await put(stick, other.path, await bytesOf(other.parts))
    const folder = own[0]!.path.slice(0, own[0]!.path.lastIndexOf('/'))
    await put(stick, `${folder}/511321101_青石镇_上报_0000_坏.zpk`, randomBytes(50))
    await put(stick, `${folder}/说明.txt`, randomBytes(50))
    expect(await pruneOwn(stick, folder, r.town.device, '511322', () => true)).toEqual([])
    const removed = await pruneOwn(stick, folder, r.town.device, '511321', (id) => id !== own[1]!.parts.header.id)
    expect(removed).toEqual([own[2]!.path, own[0]!.path])
    expect(stick.files.size).toBe(7)
  })

  it('pulled while it is copied in, leaves nothing to be taken for a package', async () => {
    const stick = new FaultyStick({ readError: 'EIO' })
    await put(stick, '/stick/a.zpk', bytes)
    expect(await copyIn(stick, '/stick/a.zpk', join(dir, 'pulled'))).toMatchObject({ ok: false, code: 'stick-removed', detail: { at: 'reading' } })
    await mkdir(join(dir, 'folder'), { recursive: true })
    await writeFile(join(dir, 'folder', 'b.zpk'), bytes)
    const stop = new AbortController()
    stop.abort()
    expect(await copyIn(nodeStickFs, join(dir, 'folder', 'b.zpk'), join(dir, 'cancelled'), { signal: stop.signal })).toEqual({ ok: false, code: 'cancelled' })
  })
})
