/** The script of the docs, with the tools that any Linux has: unzip, sha256sum, openssl, and age where it is installed. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tried } from '../support/tried'
import { bytesOf, makeRealm, upParts, type Realm } from './support/packages'
import { idOf, version } from './support/versions'

const has = (tool: string, flag = '--version'): boolean => spawnSync(tool, [flag], { stdio: 'ignore' }).error === undefined
const standard = process.platform !== 'win32' && has('unzip', '-v') && has('openssl', 'version') && has('sha256sum')
const age = has('age')
const script = join(import.meta.dirname, '../../docs/open-by-hand.sh')

describe.runIf(standard)('opened by hand', () => {
  const dir = mkdtempSync(join(tmpdir(), 'zhen-by-hand-'))
  afterAll(() => { rmSync(dir, { recursive: true, force: true }) })
  const file = join(dir, 'a.zpk')
  const key = join(dir, 'key.txt')
  const versions = [version({ n: 1 }), version({ n: 2, uid: idOf(2000), data: { title: '𠮷野家' } })]
  let r: Realm
  beforeAll(async () => {
    r = await makeRealm()
    writeFileSync(file, await bytesOf(upParts(r, versions, { blobs: [Buffer.from('照片')] })))
    writeFileSync(key, `${r.county.keys.ageIdentity}\n`)
    chmodSync(key, 0o600)
  })
  const run = (...args: readonly string[]): { readonly code: number | null; readonly said: string } => {
    const done = spawnSync('bash', [script, ...args], { encoding: 'utf8' })
    return { code: done.status, said: done.stdout + done.stderr }
  }

  it('the seal is that of the town, and of nobody else', () => {
    const sealed = run(file, '', r.town.keys.sign)
    expect(sealed.said).toContain('entries: 5 as sealed')
    expect(sealed.said).toContain('Signature Verified Successfully')
    expect(sealed.code).toBe(0)
    expect(run(file, '', r.otherTown.keys.sign).code).not.toBe(0)
    tried('seals checked with openssl and sha256sum', 2)
  })

  it('a changed entry is named', () => {
    const bytes = execFileSync('cat', [file])
    const at = bytes.indexOf('age-encryption.org')
    bytes.writeUInt8(bytes.readUInt8(at + 300) ^ 1, at + 300)
    writeFileSync(join(dir, 'b.zpk'), bytes)
    const altered = run(join(dir, 'b.zpk'))
    expect([altered.code === 0, altered.said.includes('records.age')]).toEqual([false, true])
  })

  it.skipIf(!age)('the records come out with age and gunzip', () => {
    const opened = run(file, key, r.town.keys.sign)
    const lines = opened.said.split('\n').filter((line) => line.startsWith('{'))
    expect(opened.code).toBe(0)
    expect(lines.slice(1).map((line) => JSON.parse(line) as unknown)).toEqual(versions)
    tried('packages decrypted with the age program', 1)
  })
})
