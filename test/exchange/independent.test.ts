/** The format as somebody else would read it: with other libraries and none of our code. */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync, rmSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Decrypter } from 'age-encryption'
import { beforeAll, describe, expect, it } from 'vitest'
import { bytesOf, makeRealm, upParts, type Realm } from './support/packages'
import { idOf, version } from './support/versions'
import { tried } from '../support/tried'

let r: Realm
let bytes: Buffer
const versions = [version({ n: 1 }), version({ n: 2, uid: idOf(2000), data: { title: '𠮷野家' } })]
beforeAll(async () => {
  r = await makeRealm()
  bytes = Buffer.from(await bytesOf(upParts(r, versions, { blobs: [Buffer.from('照片')] })))
})

/** Stored entries by name: local headers one after the other. */
function unzip(zip: Buffer): Map<string, Buffer> {
  const entries = new Map<string, Buffer>()
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50;) {
    const [size, name, extra] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26), zip.readUInt16LE(at + 28)]
    const from = at + 30 + name + extra
    entries.set(zip.toString('utf8', at + 30, at + 30 + name), zip.subarray(from, from + size))
    at = from + size
  }
  return entries
}

/** What is wrong with a seal; an empty list when it holds. */
function sealProblems(zip: Buffer, publicKey: Buffer, keyName: string): string[] {
  const problems: string[] = []
  const entries = unzip(zip)
  const seal = entries.get('seal.txt')!.toString('utf8')
  const [text, last] = [seal.slice(0, seal.indexOf('\n\n') + 1), seal.slice(seal.indexOf('\n\n') + 2)]
  const [dash, name, base64] = last.trimEnd().split(' ')
  const signature = Buffer.from(base64!, 'base64')
  const id = createHash('sha256').update(`${keyName}\n`).update(Buffer.of(1)).update(publicKey).digest().subarray(0, 4)
  if (dash !== '—' || name !== keyName || !signature.subarray(0, 4).equals(id)) problems.push('key')
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey])
  if (!verify(null, Buffer.from(text), createPublicKey({ key: spki, format: 'der', type: 'spki' }), signature.subarray(4))) problems.push('signature')
  const lines = text.trimEnd().split('\n').slice(5).map((line) => line.split(' '))
  if (lines.map((l) => l[2]).join() !== [...entries.keys()].slice(0, -1).join()) problems.push('names')
  for (const [hash, size, entry] of lines) {
    const content = entries.get(entry!)!
    if (createHash('sha256').update(content).digest('hex') !== hash || content.length !== Number(size)) problems.push(entry!)
  }
  const header = JSON.parse(entries.get('header.json')!.toString('utf8'))
  if (text.split('\n').slice(0, 5).join('|') !== `zhenpack/1 seal|realm ${header.realm}|id ${header.id}|from ${header.from.org} ${header.from.device}|to ${header.to.org}`) problems.push('header')
  return problems
}

describe('without our code', () => {
  it('the seal holds, and shows what was altered', () => {
    const keyName = `zhenpack/511321101/${r.town.device}`
    const key = Buffer.from(r.town.keys.sign, 'base64')
    expect(sealProblems(bytes, key, keyName)).toEqual([])
    const altered = Buffer.from(bytes)
    altered[altered.indexOf('age-encryption.org') + 300]! ^= 1
    expect(sealProblems(altered, key, keyName)).toEqual(['records.age'])
    expect(sealProblems(bytes, Buffer.from(r.otherTown.keys.sign, 'base64'), keyName)).toEqual(['key', 'signature'])
    tried('seals checked by other code', 3)
  })

  it('the records are read with age and gzip alone', async () => {
    const age = new Decrypter()
    age.addIdentity(r.county.keys.ageIdentity)
    const lines = gunzipSync(await age.decrypt(unzip(bytes).get('records.age')!)).toString('utf8').split('\n')
    expect(lines.length).toBe(5)
    expect(lines.at(-1)).toBe('')
    const [manifest, have, ...rest] = lines.slice(0, -1).map((line) => JSON.parse(line))
    const header = unzip(bytes).get('header.json')!
    expect([manifest.fmt, manifest.header, manifest.counts]).toEqual(['zhenpack-manifest', createHash('sha256').update(header).digest('hex'), { suggestion: 2 }])
    expect(Buffer.from(have, 'base64').length).toBe(32)
    expect(rest).toEqual(versions)
    for (const v of rest) {
      const { h, by: _by, at: _at, data, ...meta } = v
      const sorted = (o: object): object => Object.fromEntries(Object.entries(o).sort(([a], [b]) => (a < b ? -1 : 1)))
      expect(createHash('sha256').update(JSON.stringify(sorted(data))).digest('hex')).toBe(v.dh)
      expect(createHash('sha256').update(JSON.stringify(sorted(meta))).digest('hex')).toBe(h)
    }
    tried('packages decrypted with the age library alone', 1)
  })

  it('an ordinary ZIP program lists and tests it', () => {
    const dir = mkdtempSync(join(tmpdir(), 'zhen-zip-'))
    try {
      writeFileSync(join(dir, 'a.zpk'), bytes)
      const script = 'import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint("\\n".join(i.filename for i in z.infolist()))\nopen(sys.argv[2],"wb").write(z.read("README.txt"))'
      const listed = execFileSync('python3', ['-c', script, join(dir, 'a.zpk'), join(dir, 'readme')], { encoding: 'utf8' })
      expect(listed.trim().split('\n')).toEqual(['mimetype', 'header.json', 'README.txt', 'records.age', 'blobs/0.age', 'seal.txt'])
      expect(readFileSync(join(dir, 'readme'), 'utf8')).toBe('测试\n')
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  })
})
