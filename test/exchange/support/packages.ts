/** A county and its towns with real keys, and packages of theirs in memory. */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { Encrypter } from 'age-encryption'
import { checkPackage, readLayout, type CheckedPackage, type KnownDevice, type Trust } from '../../../electron/exchange/check-package'
import { memorySink, memorySource } from '../../../electron/exchange/bytes'
import { makeDeviceKeys, type DeviceKeys } from '../../../electron/exchange/keys'
import { signNote } from '../../../electron/exchange/sign-note'
import { writePackage, type BlobSource, type PackageParts } from '../../../electron/exchange/write-package'
import { readRecords, type VersionRead } from '../../../electron/exchange/read-records'
import { zipWriter } from '../../../electron/exchange/zip-write'
import { encodeHeader, type Header } from '../../../shared/exchange/header'
import { packHave } from '../../../shared/exchange/have'
import { keyNameOf } from '../../../shared/exchange/note'
import { sealText } from '../../../shared/exchange/seal-text'
import { encodeVersion, type Version } from '../../../shared/exchange/version'
import type { Result } from '../../../shared/result'
import { idOf } from './versions'

export const realm = idOf(700)

export interface Computer {
  readonly org: string
  readonly name: string
  readonly device: string
  readonly keys: DeviceKeys
}

export interface Realm {
  readonly county: Computer
  readonly town: Computer
  readonly second: Computer
  readonly otherTown: Computer
}

/** County 南部县, two computers of 青石镇 and one of 柳溪乡. */
export async function makeRealm(): Promise<Realm> {
  const computer = async (org: string, name: string, n: number): Promise<Computer> => ({ org, name, device: idOf(n), keys: await makeDeviceKeys() })
  return {
    county: await computer('511321', '南部县', 701), town: await computer('511321101', '青石镇', 702),
    second: await computer('511321101', '青石镇', 703), otherTown: await computer('511321102', '柳溪乡', 704),
  }
}

export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}

export const party = ({ org, name }: Computer): { org: string; name: string } => ({ org, name })
export const sender = ({ org, name, device }: Computer): { org: string; name: string; device: string } => ({ org, name, device })

export const trustOf = (r: Realm, role: 'county' | 'town', closed: readonly string[] = []): Trust => {
  const me = role === 'county' ? r.county : r.town
  const known = new Map<string, KnownDevice>([r.county, r.town, r.second, r.otherTown].map((c) => [c.device, { org: c.org, name: c.name, sign: c.keys.sign, state: closed.includes(c.device) ? 'closed' : 'open' }]))
  return { office: { role, org: me.org, name: me.name, realm }, device: (id) => known.get(id) ?? null }
}

export const countTypes = (versions: readonly Version[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const v of versions) counts[v.type] = (counts[v.type] ?? 0) + 1
  return counts
}

export const blobOf = (bytes: Uint8Array): BlobSource => ({
  sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length,
  open: async function* () { for (let i = 0; i < bytes.length; i += 50_000) yield bytes.subarray(i, i + 50_000) },
})

export interface UpOptions {
  readonly header?: Partial<Header>
  readonly blobs?: readonly Uint8Array[]
  readonly privateVersions?: readonly Version[]
  readonly parts?: Partial<PackageParts>
}

/** The parts of 青石镇's package with these versions. */
export function upParts(r: Realm, versions: readonly Version[], options: UpOptions = {}): PackageParts {
  const blobs = (options.blobs ?? []).map(blobOf)
  const header: Header = {
    fmt: 'zhenpack', v: 1, minReader: 1, suite: 'age1+ed25519', type: 'up', realm, id: idOf(710), from: sender(r.town), to: party(r.county), pseq: 1,
    created: '2026-08-11T07:30:00.000Z', app: '0.1.0', sizes: { versions: versions.length, blobs: blobs.length, blobBytes: blobs.reduce((n, b) => n + b.size, 0) }, ...options.header,
  }
  return {
    header, readme: '测试\n', have: unwrap(packHave(versions.map((v) => v.id))), versions: versions.map((v) => unwrap(encodeVersion(v))), blobs,
    manifest: { counts: countTypes(versions), haveBlobs: '', totals: { deputies: 60 }, schemas: { suggestion: 1 }, full: true, opened: [] },
    recipients: [r.county.keys.age, r.town.keys.age], signer: r.town.keys,
    ...(options.privateVersions === undefined ? {} : {
      private: { count: options.privateVersions.length, versions: options.privateVersions.map((v) => unwrap(encodeVersion(v))), recipients: [r.town.keys.age, r.second.keys.age] },
    }),
    ...options.parts,
  }
}

export async function bytesOf(parts: PackageParts): Promise<Uint8Array> {
  const sink = memorySink()
  unwrap(await writePackage(sink, parts))
  return sink.bytes()
}

export async function check(bytes: Uint8Array, trust: Trust): Promise<Result<CheckedPackage>> {
  const layout = await readLayout(memorySource(bytes))
  return layout.ok ? checkPackage(layout.value, trust) : layout
}

/** Everything that an import would stage: the versions as they were read, or the code that held the package. */
export async function open(bytes: Uint8Array, trust: Trust, keys: DeviceKeys): Promise<{ readonly code: string; readonly read: readonly VersionRead[] }> {
  const checked = await check(bytes, trust)
  if (!checked.ok) return { code: checked.code, read: [] }
  const read: VersionRead[] = []
  const done = await readRecords(checked.value, { identities: [keys.ageIdentity] }, { versions: (batch) => { read.push(...batch) } })
  return done.ok ? { code: 'whole', read } : { code: done.code, read: [] }
}

/** A package around any bytes as its record stream: what a dishonest or broken but certified computer could send. */
export async function forge(r: Realm, stream: Uint8Array, options: { readonly header?: Partial<Header>; readonly raw?: true; readonly signer?: Computer; readonly seal?: (text: string) => string } = {}): Promise<Uint8Array> {
  const { header } = upParts(r, [], { header: options.header ?? {} })
  const encrypter = new Encrypter()
  encrypter.addRecipient(r.county.keys.age)
  const packed = options.raw === true ? stream : gzipSync(stream)
  const sink = memorySink()
  const zip = zipWriter(sink)
  const text = (t: string): Uint8Array[] => [Buffer.from(t)]
  const entries = [
    await zip.add('mimetype', text('application/vnd.zhenpack+zip'), 64),
    await zip.add('header.json', text(encodeHeader(header)), 1e5),
    await zip.add('README.txt', text('测试'), 1e5),
    await zip.add('records.age', [await encrypter.encrypt(packed)], 1e9),
  ]
  const signer = options.signer ?? r.town
  const said = (options.seal ?? ((t) => t))(sealText(header, entries))
  await zip.add('seal.txt', text(signNote(said, { keyName: keyNameOf(header.from.org, header.from.device), ...signer.keys })), 1e6)
  await zip.close()
  return sink.bytes()
}
