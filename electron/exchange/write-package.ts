/**
 * Makes a package file: one pass, bounded memory, everything that is secret encrypted before it reaches the disk. The counts must be
 * known before the lines are read (one snapshot gives both); a difference is a programming error and leaves no package.
 */
import type { Hash } from 'node:crypto'
import { encodeHeader, type Header } from '../../shared/exchange/header'
import { haveCount, haveLines } from '../../shared/exchange/have'
import { limits } from '../../shared/exchange/limits'
import { encodeManifest, versionCount, type BlobEntry, type Manifest, type PrivateManifest } from '../../shared/exchange/manifest'
import { keyNameOf } from '../../shared/exchange/note'
import { sealText, type SealedEntry } from '../../shared/exchange/seal-text'
import { stableJson } from '../../shared/exchange/shape'
import { fail, ok, type Result } from '../../shared/result'
import { encryptStream, type AgeTarget } from './age'
import { ageApart } from './age-threads'
import { readRange, type ByteSink, type ByteSource } from './bytes'
import { checkCancelled, fault, settle } from './fault'
import { sha256Hex } from './hash'
import { gzipLines } from './line-stream'
import { signNote } from './sign-note'
import { entryNames, mimetype } from './zip-layout'
import { zipWriter, type ZipWriter } from './zip-write'

/** Lines of versions without their line ends; batches or single lines, whatever the store gives. */
export type VersionLines = AsyncIterable<string> | Iterable<string>

export interface BlobSource {
  readonly sha256: string
  readonly size: number
  /** The bytes; whoever asks may keep the memory of a piece. */
  readonly open: () => AsyncIterable<Uint8Array>
}

/** A private part that the county kept unread and gives back: the encrypted bytes and the seal of the package that brought them. */
export interface RelayedPrivate {
  readonly age: ByteSource
  readonly seal: string
}

export interface PackageParts {
  readonly header: Header
  readonly readme: string
  /** Everything of the manifest that does not follow from the other parts. */
  readonly manifest: Omit<Manifest, 'fmt' | 'id' | 'realm' | 'from' | 'to' | 'header' | 'have' | 'blobs'>
  /** Sorted ids of all heads that travel in records.age. */
  readonly have: Uint8Array
  readonly versions: VersionLines
  /** Versions of scope town, always all of them; only in a town's package. */
  readonly private?: { readonly count: number; readonly versions: VersionLines; readonly recipients: readonly string[] }
  readonly relayed?: readonly RelayedPrivate[]
  readonly blobs: readonly BlobSource[]
  readonly recipients: readonly string[]
  readonly signer: { readonly sign: string; readonly signPrivate: string }
}

export interface Progress {
  readonly phase: 'records' | 'private' | 'blobs' | 'seal'
  readonly done: number
  readonly total: number
}

export interface WriteOptions {
  readonly signal?: AbortSignal
  readonly progress?: (p: Progress) => void
}

export interface WrittenPackage {
  readonly id: string
  readonly size: number
  /** SHA-256 of seal.txt, hex: names the package in the ledger. */
  readonly sealSha256: string
  /** SHA-256 (hex) of the version lines of records.age, each with its line end: what a self-test must read again. */
  readonly linesSha256: string
  readonly entries: readonly SealedEntry[]
}

interface Stream {
  readonly first: Iterable<string>
  readonly versions: VersionLines
  readonly expected: number
  readonly what: Progress['phase']
  readonly hash: Hash
}

async function* counted({ first, versions, expected, what, hash }: Stream, options: WriteOptions): AsyncGenerator<string> {
  yield* first
  let done = 0
  for await (const line of versions) {
    done += 1
    hash.update(line).update('\n')
    if (done % 1000 === 0) {
      checkCancelled(options.signal)
      options.progress?.({ phase: what, done, total: expected })
    }
    yield line
  }
  if (done !== expected) throw new Error(`${what}: ${String(expected)} versions announced, ${String(done)} given`)
}

/** Passes an attachment on and makes sure that it is what the manifest says; an attachment that changed is `damaged`. */
async function* checkedBlob(blob: BlobSource, options: WriteOptions): AsyncGenerator<Uint8Array> {
  const hash = sha256Hex.stream()
  let size = 0
  for await (const piece of blob.open()) {
    checkCancelled(options.signal)
    hash.update(piece)
    size += piece.length
    yield piece
  }
  if (size !== blob.size || hash.digest('hex') !== blob.sha256) throw fault('damaged', { part: 'attachment', sha256: blob.sha256 })
}

const text = (value: string): readonly Uint8Array[] => [Buffer.from(value, 'utf8')]

function manifestOf(parts: PackageParts, headerText: string): Manifest {
  const { header } = parts
  const blobs: readonly BlobEntry[] = parts.blobs.map((b, n) => ({ n, sha256: b.sha256, size: b.size }))
  return {
    ...parts.manifest, fmt: 'zhenpack-manifest', id: header.id, realm: header.realm, from: header.from, to: header.to,
    header: sha256Hex(headerText), have: haveCount(parts.have), blobs,
  }
}

async function writeRecords(zip: ZipWriter, parts: PackageParts, headerText: string, hash: Hash, options: WriteOptions): Promise<SealedEntry> {
  const manifest = manifestOf(parts, headerText)
  const first = [encodeManifest(manifest), ...[...haveLines(parts.have)].map((piece) => JSON.stringify(Buffer.from(piece).toString('base64')))]
  const lines = counted({ first, versions: parts.versions, expected: versionCount(manifest), what: 'records', hash }, options)
  return zip.add(entryNames.records, encryptStream(gzipLines(lines), { recipients: parts.recipients }), limits.records)
}

async function writePrivate(zip: ZipWriter, parts: PackageParts, headerText: string, options: WriteOptions): Promise<readonly SealedEntry[]> {
  const { header } = parts
  const written: SealedEntry[] = []
  if (parts.private !== undefined) {
    const manifest: PrivateManifest = { fmt: 'zhenpack-private', id: header.id, realm: header.realm, from: header.from, header: sha256Hex(headerText), versions: parts.private.count }
    const { count, versions } = parts.private
    const lines = counted({ first: [stableJson(manifest)], versions, expected: count, what: 'private', hash: sha256Hex.stream() }, options)
    written.push(await zip.add(entryNames.private, encryptStream(gzipLines(lines), { recipients: parts.private.recipients }), limits.private))
  }
  for (const [n, part] of (parts.relayed ?? []).entries()) {
    written.push(await zip.add(entryNames.relayed(n), readRange(part.age, 0, part.age.size), limits.private))
    written.push(await zip.add(entryNames.relayedSeal(n), text(part.seal), limits.seal))
  }
  return written
}

/** While one attachment is written, the next is encrypted already. */
async function writeBlobs(zip: ZipWriter, { blobs, recipients }: PackageParts, options: WriteOptions): Promise<readonly SealedEntry[]> {
  const begin = (blob: BlobSource) => {
    const pieces = ageApart.encrypt(checkedBlob(blob, options), { recipients })
    const first = pieces.next()
    // Heard of when its turn comes.
    first.catch(() => undefined)
    return { pieces, first }
  }
  const written: SealedEntry[] = []
  const begun = blobs.slice(0, 1).map(begin)
  try {
    for (const [n] of blobs.entries()) {
      options.progress?.({ phase: 'blobs', done: n, total: blobs.length })
      begun.push(...blobs.slice(n + 1, n + 2).map(begin))
      const current = begun[0]
      if (current !== undefined) written.push(await zip.add(entryNames.blob(n), afterFirst(current), limits.blob))
      begun.shift()
    }
  } finally {
    for (const { pieces } of begun) await pieces.return(undefined)
  }
  return written
}

async function* afterFirst({ pieces, first }: { readonly pieces: AsyncGenerator<Uint8Array>; readonly first: Promise<IteratorResult<Uint8Array>> }): AsyncGenerator<Uint8Array> {
  for (let next = await first; next.done !== true; next = await pieces.next()) yield next.value
}

/**
 * Writes a package into an empty sink. `too-big` = a limit of the format, `disk-full`, `read-only`, `io-error`, `cancelled`,
 * `damaged` = an attachment is not what its record says. After a failure the sink holds no package and is to be removed.
 */
export function writePackage(sink: ByteSink, parts: PackageParts, options: WriteOptions = {}): Promise<Result<WrittenPackage>> {
  return settle(async () => {
    const { header } = parts
    const headerText = encodeHeader(header)
    if (parts.blobs.length > limits.blobs || versionCount(parts.manifest) > limits.versions) return fail('too-big', { detail: { blobs: parts.blobs.length } })
    const zip = zipWriter(sink)
    const hash = sha256Hex.stream()
    const entries: SealedEntry[] = [
      await zip.add(entryNames.mimetype, text(mimetype), limits.mimetype),
      await zip.add(entryNames.header, text(headerText), limits.header),
      await zip.add(entryNames.readme, text(parts.readme), limits.readme),
      await writeRecords(zip, parts, headerText, hash, options),
    ]
    entries.push(...await writePrivate(zip, parts, headerText, options))
    entries.push(...await writeBlobs(zip, parts, options))
    return ok({ ...await seal(zip, sink, header, entries, parts.signer, options), linesSha256: hash.digest('hex') })
  })
}

async function seal(zip: ZipWriter, sink: ByteSink, header: Header, entries: readonly SealedEntry[], signer: PackageParts['signer'], options: WriteOptions): Promise<Omit<WrittenPackage, 'linesSha256'>> {
  options.progress?.({ phase: 'seal', done: 0, total: 1 })
  const note = signNote(sealText(header, entries), { keyName: keyNameOf(header.from.org, header.from.device), ...signer })
  const entry = await zip.add(entryNames.seal, text(note), limits.seal)
  await zip.close()
  return { id: header.id, size: sink.size(), sealSha256: entry.sha256, entries: [...entries, entry] }
}

/** Writes an invitation: the same container, its one line encrypted to the code of the paper slip. */
export function writeInviteFile(sink: ByteSink, parts: Pick<PackageParts, 'header' | 'readme' | 'signer'> & { readonly line: string; readonly target: AgeTarget }): Promise<Result<Omit<WrittenPackage, 'linesSha256'>>> {
  return settle(async () => {
    const zip = zipWriter(sink)
    const entries: readonly SealedEntry[] = [
      await zip.add(entryNames.mimetype, text(mimetype), limits.mimetype),
      await zip.add(entryNames.header, text(encodeHeader(parts.header)), limits.header),
      await zip.add(entryNames.readme, text(parts.readme), limits.readme),
      await zip.add(entryNames.records, encryptStream(gzipLines([parts.line]), parts.target), limits.records),
    ]
    return ok(await seal(zip, sink, parts.header, entries, parts.signer, {}))
  })
}
