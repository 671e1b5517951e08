/** Files that somebody made to do harm, or by mistake: each is held with its code, and nothing of it is taken. */
import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { Encrypter } from 'age-encryption'
import { beforeAll, describe, expect, it } from 'vitest'
import { memorySource, type ByteSource } from '../../electron/exchange/bytes'
import { checkPackage, readLayout } from '../../electron/exchange/check-package'
import { gunzip, lineBatches } from '../../electron/exchange/line-stream'
import { readRecords } from '../../electron/exchange/read-records'
import { centralHeader, dataAt, endRecord, localHeader, mimetype, type ZipEntry } from '../../electron/exchange/zip-layout'
import { encodeManifest, type Manifest } from '../../shared/exchange/manifest'
import { encodeHeader } from '../../shared/exchange/header'
import { encodeVersion } from '../../shared/exchange/version'
import { sha256Hex } from '../../electron/exchange/hash'
import { bytesOf, check, forge, makeRealm, open, party, sender, trustOf, unwrap, upParts, type Realm } from './support/packages'
import { idOf, version } from './support/versions'
import { tried } from '../support/tried'

let r: Realm
beforeAll(async () => { r = await makeRealm() })

const codeOf = async (bytes: Uint8Array): Promise<string> => (await open(bytes, trustOf(r, 'county'), r.county.keys)).code

/** A ZIP of these entries, whatever they are called. */
function zipOf(files: readonly (readonly [string, Uint8Array])[], change: { local?: (e: ZipEntry) => Uint8Array; central?: (e: ZipEntry) => Uint8Array } = {}): Uint8Array {
  const parts: Uint8Array[] = []
  const entries: ZipEntry[] = []
  let at = 0
  for (const [name, content] of files) {
    const entry = { name, size: content.length, crc: crcOf(content), at }
    entries.push(entry)
    parts.push((change.local ?? localHeader)(entry), content)
    at = dataAt(entry) + content.length
  }
  const central = entries.map(change.central ?? centralHeader)
  return Buffer.concat([...parts, ...central, endRecord(entries.length, central.reduce((n, c) => n + c.length, 0), at)])
}
function crcOf(bytes: Uint8Array): number {
  let crc = ~0
  for (const b of bytes) {
    crc ^= b
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
const text = (t: string): Uint8Array => Buffer.from(t)
const basic = (): (readonly [string, Uint8Array])[] => [
  ['mimetype', text(mimetype)], ['header.json', text(encodeHeader(upParts(r, []).header))], ['README.txt', text('测试')], ['records.age', text('x')], ['seal.txt', text('y')],
]

describe('a hostile ZIP', () => {
  it('is held, whatever its names, order or directory say', async () => {
    const b = basic()
    const cases: readonly (readonly [string, Uint8Array])[] = [
      ['bad-seal', zipOf(b)],
      ['damaged', zipOf([...b.slice(0, 4), ['../../evil.exe', text('x')], b[4]!])],
      ['damaged', zipOf([...b.slice(0, 4), ['blobs/../../x.age', text('x')], b[4]!])],
      ['damaged', zipOf([...b.slice(0, 4), ['blobs/00.age', text('x')], b[4]!])],
      ['damaged', zipOf([...b.slice(0, 4), ['blobs/1.age', text('x')], b[4]!])],
      ['damaged', zipOf([...b.slice(0, 4), ['private/0.age', text('x')], b[4]!])],
      ['damaged', zipOf([...b.slice(0, 4), ['private/0.age', text('x')], ['private/0.seal', text('x')], b[4]!])],
      ['damaged', zipOf([...b.slice(0, 4), b[3]!, b[4]!])],
      ['damaged', zipOf([...b.slice(0, 2), b[3]!, b[2]!, b[4]!])],
      ['damaged', zipOf(b.slice(0, 4))],
      ['damaged', zipOf([...b, ['seal.txt', text('z')]])],
      ['not-a-package', zipOf(b.slice(1))],
      ['not-a-package', zipOf([['mimetype', text('application/epub+zip')], ...b.slice(1)])],
      ['not-a-package', zipOf([['word/document.xml', text('<w/>')]])],
      ['too-big', zipOf([b[0]!, ['header.json', new Uint8Array(17_000)], ...b.slice(2)])],
      ['too-big', zipOf([...b.slice(0, 2), ['README.txt', new Uint8Array(9000)], ...b.slice(3)])],
      ['damaged', zipOf([b[0]!, ['header.json', text('{"fmt":"zhenpack","v":1,"minReader":1,"suite":"age1+ed25519","__proto__":{}}')], ...b.slice(2)])],
      // Local and central headers that say two things.
      ['damaged', zipOf(b, { local: (e) => localHeader({ ...e, name: e.name === 'seal.txt' ? 'seel.txt' : e.name }) })],
      ['damaged', zipOf(b, { local: (e) => localHeader({ ...e, size: e.size + 1 }) })],
      ['damaged', zipOf(b, { central: (e) => centralHeader({ ...e, size: e.size - 1 }) })],
      ['damaged', zipOf(b, { central: (e) => centralHeader({ ...e, at: 0 }) })],
      // Deflated, encrypted, with a data descriptor, from another time: flags and method are part of the compared bytes.
      ...[6, 8, 10, 28].map((offset): readonly [string, Uint8Array] => ['damaged', zipOf(b, { central: (e) => { const c = centralHeader(e); c[offset + 2]! ^= 1; return c } })]),
    ]
    const got: string[] = []
    for (const [, bytes] of cases) got.push(await codeOf(bytes))
    expect(got).toEqual(cases.map(([code]) => code))
    tried('hostile archives', cases.length)
  })

  it('of 65,000 entries is refused before they are looked at', async () => {
    const many = Array.from({ length: 65_000 }, (_, i): readonly [string, Uint8Array] => [`blobs/${i}.age`, new Uint8Array(0)])
    expect(await codeOf(zipOf([['mimetype', text(mimetype)], ...many]))).toBe('too-big')
  })

  it('that claims to be larger than a stick takes is refused by its size alone', async () => {
    const source: ByteSource = { size: 4_000_000_001, read: () => Promise.reject(new Error('read')) }
    expect(await readLayout(source)).toMatchObject({ ok: false, code: 'too-big' })
  })
})

describe('before the seal is checked', () => {
  it('nothing of the records is decrypted or parsed', async () => {
    // A stream that would be too big, in a package whose seal is another town's: the seal must be what is found.
    const bomb = gzipSync(new Uint8Array(64 * 1024 * 1024))
    const bytes = await forge(r, bomb, { raw: true, signer: r.otherTown })
    expect(await codeOf(bytes)).toBe('bad-seal')
    expect(await codeOf(await forge(r, bomb, { raw: true }))).toBe('too-big')
    // The mutant that opens first would say so instead.
    const layout = unwrap(await readLayout(memorySource(bytes)))
    const opensFirst = await readRecords({ ...layout, sealSha256: '', sealNote: '', device: { org: '', name: '', sign: '', state: 'open' }, awaitsApproval: false }, { identities: [r.county.keys.ageIdentity] }, { versions: () => undefined })
    expect(opensFirst).toMatchObject({ ok: false, code: 'too-big' })
  })

  it('says who sealed it wrongly', async () => {
    const line = text('x\n')
    const trust = trustOf(r, 'county')
    const outcomes = [
      await check(await forge(r, line, { signer: r.otherTown }), trust),
      await check(await forge(r, line, { seal: (t) => t.replace(/^id .*$/m, `id ${idOf(9)}`) }), trust),
      await check(await forge(r, line, { seal: (t) => `${t}\n${t}` }), trust),
      await check(await forge(r, line, { header: { from: { ...sender(r.town), device: idOf(77) } } }), trust),
      await check(await forge(r, line), trustOf(r, 'county', [r.town.device])),
      await check(await forge(r, line, { header: { from: { ...sender(r.town), org: '511321102', name: '柳溪乡' } } }), trust),
    ]
    expect(outcomes.map((o) => (o.ok ? 'in' : o.code))).toEqual(['bad-seal', 'bad-seal', 'bad-seal', 'unknown-device', 'device-closed', 'wrong-town'])
  })
})

describe('a certified computer that sends nonsense', () => {
  const header = (versions: number) => ({ sizes: { versions, blobs: 0, blobBytes: 0 } })
  const manifest = (versions: number, more: Partial<Manifest> = {}): string => {
    const h = { ...upParts(r, [], { header: header(versions) }).header }
    return encodeManifest({
      fmt: 'zhenpack-manifest', id: h.id, realm: h.realm, from: h.from, to: h.to, header: sha256Hex(encodeHeader(h)), counts: versions === 0 ? {} : { suggestion: versions }, have: 0, haveBlobs: '',
      blobs: [], totals: {}, schemas: {}, full: true, opened: [], ...more,
    })
  }
  const run = async (lines: readonly string[], versions: number, end = '\n'): Promise<{ code: string; read: readonly unknown[] }> => {
    const got = await open(await forge(r, text(lines.join('\n') + end), { header: header(versions) }), trustOf(r, 'county'), r.county.keys)
    return { code: got.code, read: got.read.map((x) => (x.ok ? x.version.id : [x.line, x.failure.code, x.type])) }
  }
  const good = version({ n: 1 })
  const lineOf = (v = good): string => unwrap(encodeVersion(v))

  it('spoils its own lines only', async () => {
    const alien = version({ n: 2, org: '511321102' })
    const countys = version({ n: 3, org: '511321' })
    const lines = [lineOf(), '{"op":"put"}', lineOf(alien), 'x'.repeat(1024 * 1024 + 10), lineOf(countys), lineOf().replace('第1号', '第9号'), '['.repeat(900_000), lineOf()]
    const result = await run([manifest(8), ...lines], 8)
    expect(result).toEqual({
      code: 'whole',
      read: [good.id, [2, 'bad-input', ''], [3, 'wrong-town', 'suggestion'], [4, 'too-big', ''], [5, 'wrong-town', 'suggestion'], [6, 'damaged', 'suggestion'], [7, 'bad-input', ''], good.id],
    })
  })

  it('is held by what its first line says alone, where that is more than two million records', async () => {
    expect((await run([manifest(2_000_001), lineOf()], 2_000_001)).code).toBe('too-big')
    expect((await run([manifest(1, { have: 2_000_001 }), lineOf()], 1)).code).toBe('too-big')
  })

  it('is held when the stream is not what its first line says', async () => {
    expect([
      (await run([manifest(1), lineOf()], 1)).code, (await run([manifest(2), lineOf()], 2)).code, (await run([manifest(1), lineOf(), lineOf()], 1)).code,
      (await run([manifest(1), lineOf()], 1, '')).code, (await run([manifest(1)], 1)).code, (await run(['{}', lineOf()], 1)).code, (await run(['', ''], 1)).code,
      (await run([manifest(1), lineOf()], 2)).code, (await run([manifest(1, { id: idOf(9) }), lineOf()], 1)).code, (await run([manifest(1, { to: party(r.otherTown) }), lineOf()], 1)).code,
      (await run([manifest(1, { counts: { activity: 1 } }), lineOf()], 1)).code, (await run([manifest(1, { counts: { suggestion: 2, activity: -1 } }), lineOf()], 1)).code,
      (await run([manifest(1, { have: 2 }), lineOf()], 1)).code, (await run([manifest(1, { have: 2 }), `"${Buffer.alloc(32).toString('base64')}"`, lineOf()], 1)).code,
      (await run([manifest(1, { blobs: [{ n: 0, sha256: '0'.repeat(64), size: 1 }] }), lineOf()], 1)).code,
      (await run([manifest(1, { haveBlobs: '=' }), lineOf()], 1)).code,
    ]).toEqual(['whole', 'damaged', 'damaged', 'damaged', 'damaged', 'damaged', 'damaged', 'bad-seal', 'bad-seal', 'bad-seal', 'damaged', 'damaged', 'damaged', 'damaged', 'damaged', 'damaged'])
  })

  it('cannot fill memory or disk', async () => {
    const giant = text(`{"fmt":"${'x'.repeat(17 * 1024 * 1024)}"}\n`)
    expect(await codeOf(await forge(r, gzipSync(giant), { raw: true }))).toBe('too-big')
    const slow = Buffer.concat([text(`${manifest(3)}\n`), ...[1, 2, 3].map(() => Buffer.concat([text(randomBytes(1_000_000).toString('hex')), text('\n')]))])
    const result = await open(await forge(r, slow, { header: header(3) }), trustOf(r, 'county'), r.county.keys)
    expect([result.code, result.read.map((x) => !x.ok && x.failure.code)]).toEqual(['whole', ['too-big', 'too-big', 'too-big']])
  })

  it('is held when what it encrypted is no gzip or no age', async () => {
    expect(await codeOf(await forge(r, text('not gzip'), { raw: true }))).toBe('damaged')
    expect(await codeOf(await forge(r, gzipSync(text('x')).subarray(0, 12), { raw: true }))).toBe('damaged')
  })
})

describe('unpacking', () => {
  it('stops at 100 : 1', async () => {
    const bomb = gzipSync(new Uint8Array(20_000_000))
    const read = async (): Promise<number> => {
      let n = 0
      for await (const piece of gunzip((async function* () { yield bomb })())) n += piece.length
      return n
    }
    await expect(read()).rejects.toMatchObject({ failure: { code: 'too-big' } })
  })

  it('gives lines whole, wherever the pieces are cut', async () => {
    const bytes = text('第一行\n\n𠮷😀\n最后\n')
    for (let size = 1; size <= bytes.length; size++) {
      const lines: unknown[] = []
      const pieces = async function* (): AsyncGenerator<Uint8Array> { for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size) }
      for await (const batch of lineBatches(pieces(), 100, 100)) lines.push(...batch.map((l) => ('text' in l ? l.text : l.fault)))
      expect(lines).toEqual(['第一行', '', '𠮷😀', '最后'])
    }
  })

  it('passes over a line that is too long or no text, and goes on', async () => {
    const bytes = Buffer.concat([text('a\n'), Buffer.alloc(50, 'x'), text('\nb\n'), Buffer.of(0xff, 0xfe), text('\nc\n')])
    for (const size of [1, 7, 1000]) {
      const lines: unknown[] = []
      const pieces = async function* (): AsyncGenerator<Uint8Array> { for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size) }
      for await (const batch of lineBatches(pieces(), 20, 20)) lines.push(...batch.map((l) => ('text' in l ? l.text : l.fault)))
      expect(lines).toEqual(['a', size === 1000 ? 'x'.repeat(50) : 'too-long', 'b', 'not-utf8', 'c'])
    }
  })
})

it('an age header that never ends is refused after 16 KiB', async () => {
  const whole = await bytesOf(upParts(r, []))
  const layout = unwrap(await readLayout(memorySource(whole)))
  const records = layout.entries.find((e) => e.name === 'records.age')!
  const endless: ByteSource = {
    size: whole.length,
    read: (offset, length) => (offset >= dataAt(records) ? Promise.resolve(Buffer.alloc(length, 'a')) : memorySource(whole).read(offset, length)),
  }
  const pkg = unwrap(await checkPackage(layout, trustOf(r, 'county')))
  const got = await readRecords({ ...pkg, source: endless, entries: pkg.entries.map((e) => (e === records ? { ...e, size: 1e9 } : e)) }, { identities: [r.county.keys.ageIdentity] }, { versions: () => undefined })
  expect(got).toMatchObject({ ok: false, code: 'damaged', detail: { part: 'age', reason: 'header' } })
})

it('a passphrase file that asks for hours of work is refused at once', async () => {
  const encrypter = new Encrypter()
  encrypter.setPassphrase('1')
  encrypter.setScryptWorkFactor(2)
  const cheap = Buffer.from(await encrypter.encrypt('x')).toString('latin1')
  const { decryptStream } = await import('../../electron/exchange/age')
  const read = async (bytes: string): Promise<string> => {
    let all = ''
    for await (const piece of decryptStream((async function* () { yield Buffer.from(bytes, 'latin1') })(), { passphrase: '1' })) all += Buffer.from(piece).toString()
    return all
  }
  expect(await read(cheap)).toBe('x')
  await expect(read(cheap.replace(/(scrypt \S+) 2\n/, '$1 30\n'))).rejects.toMatchObject({ failure: { code: 'damaged', detail: { reason: 'work-factor' } } })
})
