import { randomBytes } from 'node:crypto'
import { mkdtemp, open, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeFile, testPackage, withPackage } from '../../electron/exchange/package-file'
import { writePackage } from '../../electron/exchange/write-package'
import { fail, ok } from '../../shared/result'
import { makeRealm, unwrap, upParts, type Realm } from './support/packages'
import { idOf, version } from './support/versions'

let dir: string
let r: Realm
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'zhen-file-'))
  r = await makeRealm()
})
afterEach(async () => { await rm(dir, { recursive: true, force: true }) })

const versions = [version({ n: 1 }), version({ n: 2, uid: idOf(2000), data: { title: '第二件' } })]

describe('a package file', () => {
  it('stands under its name when it is whole, and its own computer can open it again', async () => {
    const path = join(dir, 'a.zpk')
    const parts = upParts(r, versions, { blobs: [randomBytes(10), randomBytes(20), randomBytes(30), randomBytes(40)] })
    const written = unwrap(await makeFile(path, (sink) => writePackage(sink, parts)))
    expect(await testPackage(path, { header: parts.header, keys: r.town.keys, written })).toEqual({ ok: true, value: { versions: 2, blobs: 3 } })
    expect(await withPackage(path, async (layout) => ok(layout.source.size))).toEqual({ ok: true, value: written.size })
    expect(await readdir(dir)).toEqual(['a.zpk'])
  })

  it('that the disk kept wrongly, or that holds something else, does not pass the test', async () => {
    const path = join(dir, 'a.zpk')
    const parts = upParts(r, versions)
    const written = unwrap(await makeFile(path, (sink) => writePackage(sink, parts)))
    expect(await testPackage(path, { header: parts.header, keys: r.town.keys, written: { ...written, linesSha256: '0'.repeat(64) } })).toMatchObject({ ok: false, code: 'damaged', detail: { part: 'self-test' } })
    const file = await open(path, 'r+')
    await file.write(Buffer.of(0), 0, 1, written.size - 1000)
    await file.close()
    expect((await testPackage(path, { header: parts.header, keys: r.town.keys, written })).ok).toBe(false)
  })

  it('that could not be made leaves nothing', async () => {
    expect(await makeFile(join(dir, 'a.zpk'), async (sink) => { await sink.append(randomBytes(10)); return fail('cancelled') })).toEqual({ ok: false, code: 'cancelled' })
    expect(await makeFile(join(dir, 'nowhere', 'a.zpk'), async () => ok(1))).toMatchObject({ ok: false, code: 'file-not-found' })
    expect(await withPackage(join(dir, 'a.zpk'), async () => ok(1))).toMatchObject({ ok: false, code: 'file-not-found' })
    expect(await readdir(dir)).toEqual([])
  })
})
