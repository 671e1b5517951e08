import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { memorySink, memorySource } from '../../electron/exchange/bytes'
import { entryRange, readLayout, type CheckedPackage } from '../../electron/exchange/check-package'
import { openCertificates, signCertificate } from '../../electron/exchange/certify'
import { makeDeviceKeys, printRecovery, readRecovery, makeRecoveryKey } from '../../electron/exchange/keys'
import { blobStream } from '../../electron/exchange/read-blob'
import { privateParts, readPrivate, readRecords, type VersionRead } from '../../electron/exchange/read-records'
import { readmeText } from '../../electron/exchange/readme-text'
import { writePackage } from '../../electron/exchange/write-package'
import { haveIds } from '../../shared/exchange/have'
import type { Certificate } from '../../shared/exchange/certificate'
import type { Receipt } from '../../shared/exchange/manifest'
import { bytesOf, check, makeRealm, open, party, realm, sender, trustOf, unwrap, upParts, type Realm } from './support/packages'
import { idOf, version } from './support/versions'

let r: Realm
beforeAll(async () => { r = await makeRealm() })

const versions = [version({ n: 1 }), version({ n: 2, uid: idOf(2000), data: { title: '𠮷野家 😀 ', lead: '字'.repeat(50_000), note: '' } }), version({ n: 3, uid: idOf(2001), op: 'del', seen: [idOf(4)], data: { reason: '重复登记' } })]
const checked = async (bytes: Uint8Array, role: 'county' | 'town'): Promise<CheckedPackage> => unwrap(await check(bytes, trustOf(r, role)))

const emptyReceipt: Receipt = {
  for: [], result: 'complete', counts: { new: 0, changed: 0, same: 0, deleted: 0, conflict: 0, held: 0, error: 0 }, issues: [], missing: [], certs: [], closed: [],
  notice: '请补报六月的活动\n谢谢', orders: [], templates: [], frozen: {},
}

describe('a town\'s package', () => {
  it('gives the county exactly what the town wrote', async () => {
    const pkg = await checked(await bytesOf(upParts(r, versions)), 'county')
    expect([pkg.device.name, pkg.awaitsApproval, pkg.header.pseq]).toEqual(['青石镇', false, 1])
    const read: VersionRead[] = []
    const done = unwrap(await readRecords(pkg, { identities: [r.county.keys.ageIdentity] }, { versions: (batch) => { read.push(...batch) } }))
    expect(read.map((x) => x.ok && x.version)).toEqual(versions)
    expect([done.versions, done.errors, done.manifest.totals, new Set(haveIds(done.have))]).toEqual([3, 0, { deputies: 60 }, new Set(versions.map((v) => v.id))])
  })

  it('opens with the town\'s own key for the self-test, and with no other', async () => {
    const bytes = await bytesOf(upParts(r, versions))
    expect((await open(bytes, trustOf(r, 'county'), r.town.keys)).code).toBe('whole')
    expect((await open(bytes, trustOf(r, 'county'), r.otherTown.keys)).code).toBe('bad-key')
  })

  it('carries many records in several have lines and batches', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => version({ n: i, uid: idOf(100_000 + i), type: i % 2 === 0 ? 'activity' : 'suggestion' }))
    const bytes = await bytesOf(upParts(r, many))
    const result = await open(bytes, trustOf(r, 'county'), r.county.keys)
    expect([result.code, result.read.length, result.read.every((x, i) => x.ok && x.version.id === many[i]!.id)]).toEqual(['whole', 20_000, true])
  }, 60_000)

  it('brings attachments whole, one by one', async () => {
    const photos = [randomBytes(300_000), new Uint8Array(0), randomBytes(65_536)]
    const pkg = await checked(await bytesOf(upParts(r, versions, { blobs: photos })), 'county')
    const done = unwrap(await readRecords(pkg, { identities: [r.county.keys.ageIdentity] }, { versions: () => undefined }))
    const got: Uint8Array[] = []
    for (const blob of done.manifest.blobs) {
      const pieces: Uint8Array[] = []
      for await (const piece of blobStream(pkg, blob, { identities: [r.county.keys.ageIdentity] })) pieces.push(piece)
      got.push(Buffer.concat(pieces))
    }
    expect(got.map((b) => Buffer.from(b))).toEqual(photos.map((b) => Buffer.from(b)))
  })

  it('is not made when an attachment changed under it or counts do not fit', async () => {
    const parts = upParts(r, versions, { blobs: [randomBytes(10)] })
    const changed = await writePackage(memorySink(), { ...parts, blobs: [{ ...parts.blobs[0]!, sha256: '0'.repeat(64) }] })
    expect(changed).toMatchObject({ ok: false, code: 'damaged', detail: { part: 'attachment' } })
    await expect(writePackage(memorySink(), { ...parts, versions: [] })).rejects.toThrow('3 versions announced, 0 given')
  })

  it('is not made beyond two million records or twenty thousand attachments', async () => {
    const parts = upParts(r, versions, { blobs: [randomBytes(10)] })
    const many = await writePackage(memorySink(), { ...parts, manifest: { ...parts.manifest, counts: { suggestion: 2_000_001 } } })
    const photos = await writePackage(memorySink(), { ...parts, blobs: Array.from({ length: 20_001 }, () => parts.blobs[0]!) })
    expect([many, photos].map((one) => !one.ok && one.code)).toEqual(['too-big', 'too-big'])
  })

  it('can be cancelled while it is made and while it is read', async () => {
    const stop = new AbortController()
    stop.abort()
    const photo = upParts(r, versions, { blobs: [randomBytes(10)] })
    expect(await writePackage(memorySink(), photo, { signal: stop.signal })).toEqual({ ok: false, code: 'cancelled' })
    const pkg = await checked(await bytesOf(upParts(r, versions)), 'county')
    expect(await readRecords(pkg, { identities: [r.county.keys.ageIdentity] }, { versions: () => undefined }, { signal: stop.signal })).toEqual({ ok: false, code: 'cancelled' })
  })

  it('says to whoever finds it what it is', () => {
    const text = readmeText(upParts(r, []).header, '南部县人大 0817-0000000')
    expect([text.includes('青石镇(511321101)'), text.includes('age -d'), Buffer.byteLength(text) < 8192]).toEqual([true, true, true])
  })
})

describe('private records', () => {
  const secret = [version({ n: 50, type: 'person_private', uid: idOf(2050), data: { phone: '13800000000' } })]

  it('travel unread through the county and come back to a computer of the town', async () => {
    const up = await checked(await bytesOf(upParts(r, versions, { privateVersions: secret })), 'county')
    const [part] = unwrap(await privateParts(up, () => null))
    expect(await readPrivate(up, part!, { identities: [r.county.keys.ageIdentity] }, () => undefined)).toMatchObject({ ok: false, code: 'bad-key' })

    const range = entryRange(up, 'private.age')!
    const kept = memorySource(await up.source.read(range.offset, range.length))
    const down = await checked(await bytesOf(receipt({ relayed: [{ age: kept, seal: up.sealNote }] })), 'town')
    const trust = trustOf(r, 'town')
    const parts = unwrap(await privateParts(down, trust.device))
    expect(parts.map((p) => [p.entry, p.device.id])).toEqual([['private/0.age', r.town.device]])
    const read: VersionRead[] = []
    const done = await readPrivate(down, parts[0]!, { identities: [r.second.keys.ageIdentity] }, (batch) => { read.push(...batch) })
    expect([done.ok, read.map((x) => x.ok && x.version)]).toEqual([true, secret])
  })

  it('cannot be forged by the county or brought from another town', async () => {
    const up = await checked(await bytesOf(upParts(r, versions, { privateVersions: secret })), 'county')
    const range = entryRange(up, 'private.age')!
    const forged = memorySource(randomBytes(range.length))
    const trust = trustOf(r, 'town')
    const down = await checked(await bytesOf(receipt({ relayed: [{ age: forged, seal: up.sealNote }] })), 'town')
    expect(await privateParts(down, trust.device)).toMatchObject({ ok: false, code: 'bad-seal' })
    const kept = memorySource(await up.source.read(range.offset, range.length))
    const alien = await checked(await bytesOf(receipt({ relayed: [{ age: kept, seal: up.sealNote.replace(r.town.device, r.otherTown.device) }] })), 'town')
    expect(await privateParts(alien, trust.device)).toMatchObject({ ok: false, code: 'bad-seal' })
  })
})

function receipt(parts: Partial<Parameters<typeof upParts>[2] & object>['parts'] = {}): ReturnType<typeof upParts> {
  const base = upParts(r, versions, { header: { type: 'down', from: sender(r.county), to: party(r.town) } })
  return { ...base, manifest: { ...base.manifest, receipt: emptyReceipt }, recipients: [r.town.keys.age, r.second.keys.age, r.county.keys.age], signer: r.county.keys, ...parts }
}

describe('a receipt', () => {
  it('opens on every computer of the town and carries the county\'s own records too', async () => {
    const own = version({ n: 60, uid: idOf(2060), org: '511321', type: 'county_order', data: { title: '县里交办' } })
    const base = upParts(r, [...versions, own], { header: { type: 'down', from: sender(r.county), to: party(r.town) } })
    const bytes = await bytesOf({ ...base, manifest: { ...base.manifest, receipt: emptyReceipt }, recipients: [r.town.keys.age, r.second.keys.age], signer: r.county.keys })
    for (const computer of [r.town, r.second]) {
      const result = await open(bytes, trustOf(r, 'town'), computer.keys)
      expect([result.code, result.read.map((x) => x.ok)]).toEqual(['whole', [true, true, true, true]])
    }
  })

  it('gives back its message and certificates', async () => {
    const certificate: Certificate = { realm, ...party(r.second), device: r.second.device, deviceName: '二号机', sign: r.second.keys.sign, age: r.second.keys.age, state: 'open', issued: '2026-08-11T00:00:00Z' }
    const county = { org: r.county.org, device: r.county.device, sign: r.county.keys.sign, signPrivate: r.county.keys.signPrivate, realm }
    const closed = { ...certificate, state: 'closed', issued: '2026-08-12T00:00:00Z' } as const
    const certs = [signCertificate(closed, county), signCertificate(certificate, county)]
    const base = receipt()
    const pkg = await checked(await bytesOf({ ...base, manifest: { ...base.manifest, receipt: { ...emptyReceipt, certs } } }), 'town')
    const done = unwrap(await readRecords(pkg, { identities: [r.town.keys.ageIdentity] }, { versions: () => undefined }))
    expect(done.manifest.receipt).toEqual({ ...emptyReceipt, certs })
    expect(openCertificates(certs, county)).toEqual({ ok: true, value: new Map([[r.second.device, closed]]) })
    expect(openCertificates(certs, { ...county, realm: idOf(9) })).toMatchObject({ ok: false, code: 'bad-seal' })
    expect(openCertificates(certs, { ...county, sign: r.town.keys.sign })).toMatchObject({ ok: false, code: 'bad-seal' })
    expect(openCertificates([certs[0]!.replace('closed', 'open')], county)).toMatchObject({ ok: false, code: 'bad-seal' })
  })
})

describe('keys', () => {
  it('of a recovery sheet are read as people type them', async () => {
    const key = await makeRecoveryKey()
    expect(await readRecovery(` ${printRecovery(key.identity).toLowerCase()}\n`)).toEqual({ ok: true, value: key })
    expect(await readRecovery(key.identity)).toEqual({ ok: true, value: key })
    const last = key.identity.at(-1) === 'Q' ? 'P' : 'Q'
    expect(await readRecovery(key.identity.slice(0, -1) + last)).toMatchObject({ ok: false, code: 'bad-key', detail: { reason: 'checksum' } })
    expect(await readRecovery('AGE-SECRET-KEY-1')).toMatchObject({ ok: false, code: 'bad-key', detail: { reason: 'shape' } })
  })

  it('are new each time', async () => {
    const [a, b] = [await makeDeviceKeys(), await makeDeviceKeys()]
    expect(new Set([a.sign, b.sign, a.age, b.age, a.signPrivate, b.signPrivate]).size).toBe(6)
  })
})

it('the layout alone can be read without any key', async () => {
  const layout = await readLayout(memorySource(await bytesOf(upParts(r, versions))))
  expect(layout.ok && [layout.value.header.from.name, layout.value.entries.map((e) => e.name)]).toEqual(['青石镇', ['mimetype', 'header.json', 'README.txt', 'records.age', 'seal.txt']])
})
