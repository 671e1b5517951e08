/**
 * Opens the record stream of a checked package: age, gzip, lines, in bounded memory. What is read is handed on in batches; only the result
 * at the end says that the stream was whole, so the caller stages and commits nothing before it.
 */
import { checkHave } from '../../shared/exchange/have'
import type { Header } from '../../shared/exchange/header'
import { limits } from '../../shared/exchange/limits'
import { parseManifest, parsePrivateManifest, versionCount, type Manifest, type PrivateManifest } from '../../shared/exchange/manifest'
import { keyNameOf, parseNote } from '../../shared/exchange/note'
import { parseVersion, type ReadVersion } from '../../shared/exchange/parse-version'
import { fail, ok, type Failure, type Result } from '../../shared/result'
import { decryptStream, type AgeKey } from './age'
import type { CheckedPackage, KnownDevice, PackageLayout } from './check-package'
import { checkCancelled, fault, must, settle } from './fault'
import { sha256Hex } from './hash'
import { gunzip, lineBatches, type Line } from './line-stream'
import { checkNote } from './sign-note'
import { entryNames, type ZipEntry } from './zip-layout'
import { entryBytes, entryStream, measureEntry } from './zip-read'

/** One version line: what was read, or why it is none. `line` counts version lines from 1. */
export type VersionRead =
  | ({ readonly line: number; readonly ok: true } & ReadVersion)
  | { readonly line: number; readonly ok: false; readonly failure: Failure; readonly uid: string; readonly type: string }

/** Where the parts of the stream go, in this order. A failure that is returned ends the reading with it. */
export interface RecordSink {
  readonly manifest?: (manifest: Manifest, have: Uint8Array) => Result<void> | Promise<Result<void>>
  readonly versions: (batch: readonly VersionRead[]) => void | Promise<void>
}

export interface ReadOptions {
  readonly signal?: AbortSignal
  readonly progress?: (p: { readonly done: number; readonly total: number }) => void
}

export interface RecordsRead {
  readonly manifest: Manifest
  readonly have: Uint8Array
  readonly versions: number
  readonly errors: number
}

const textOf = (line: Line): string => {
  if ('text' in line) return line.text
  throw fault('damaged', { part: 'lines', reason: line.fault })
}

/** What can be said of a line that failed: only shapes that are safe to show and store. */
function nameOf(text: string): { readonly uid: string; readonly type: string } {
  const uid = /"uid":"([a-z2-7]{26})"/.exec(text.slice(-120))?.[1] ?? ''
  const type = /"type":"([a-z][a-z0-9_]{0,39})"/.exec(text.slice(-120))?.[1] ?? ''
  return { uid, type }
}

/** Reads one version line and holds its `org` against the offices that the package may speak for. */
function readVersion(line: Line, number: number, speaksFor: (org: string) => boolean): VersionRead {
  if (!('text' in line)) return { line: number, ok: false, failure: fail(line.fault === 'too-long' ? 'too-big' : 'bad-text'), uid: '', type: '' }
  const read = parseVersion(line.text, sha256Hex)
  if (!read.ok) return { line: number, ok: false, failure: read, ...nameOf(line.text) }
  const { version } = read.value
  if (speaksFor(version.org)) return { line: number, ok: true, ...read.value }
  return { line: number, ok: false, failure: fail('wrong-town', { field: 'org', detail: { org: version.org } }), uid: version.uid, type: version.type }
}

interface LineReader {
  readonly next: () => Promise<Line>
  readonly rest: () => AsyncGenerator<readonly Line[]>
}

/** Lets `work` take lines one by one and then the rest in batches; closes the streams behind them whatever happens. */
async function withLines<T>(batches: AsyncIterable<readonly Line[]>, work: (lines: LineReader) => Promise<T>): Promise<T> {
  const iterator = batches[Symbol.asyncIterator]()
  let held: readonly Line[] = []
  const next = async (): Promise<Line> => {
    while (held.length === 0) {
      const more = await iterator.next()
      if (more.done === true) throw fault('damaged', { part: 'lines', reason: 'too-few' })
      held = more.value
    }
    const [first, ...others] = held
    held = others
    if (first === undefined) throw fault('damaged', { part: 'lines', reason: 'too-few' })
    return first
  }
  async function* rest(): AsyncGenerator<readonly Line[]> {
    if (held.length > 0) yield held
    for (let more = await iterator.next(); more.done !== true; more = await iterator.next()) yield more.value
  }
  try {
    return await work({ next, rest })
  } finally {
    await iterator.return?.(undefined)
  }
}

async function readHave(next: () => Promise<Line>, count: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(count * 16)
  let at = 0
  while (at < bytes.length) {
    const text = /^"([A-Za-z0-9+/]+={0,2})"$/.exec(textOf(await next()))?.[1]
    const piece = Buffer.from(text ?? '', 'base64')
    if (piece.length === 0 || at + piece.length > bytes.length) throw fault('damaged', { part: 'have' })
    bytes.set(piece, at)
    at += piece.length
  }
  return must(checkHave(bytes))
}

const linesIn = (pkg: PackageLayout, entry: ZipEntry, key: AgeKey, signal: AbortSignal | undefined): AsyncGenerator<readonly Line[]> =>
  lineBatches(gunzip(decryptStream(entryStream(pkg.source, entry, signal), key)), limits.manifest, limits.line)

interface VersionsRead {
  readonly versions: number
  readonly errors: number
  readonly byType: ReadonlyMap<string, number>
}

async function readVersions(rest: AsyncIterable<readonly Line[]>, total: number, speaksFor: (org: string) => boolean, sink: RecordSink['versions'], options: ReadOptions): Promise<VersionsRead> {
  const byType = new Map<string, number>()
  let versions = 0
  let errors = 0
  for await (const batch of rest) {
    checkCancelled(options.signal)
    const first = versions
    versions += batch.length
    if (versions > total) throw fault('damaged', { part: 'lines', reason: 'too-many' })
    const read = batch.map((line, i) => readVersion(line, first + i + 1, speaksFor))
    for (const one of read) {
      if (one.ok) byType.set(one.version.type, (byType.get(one.version.type) ?? 0) + 1)
      else errors += 1
    }
    await sink(read)
    options.progress?.({ done: versions, total })
  }
  if (versions !== total) throw fault('damaged', { part: 'lines', reason: 'too-few' })
  return { versions, errors, byType }
}

/**
 * Reads records.age of a checked package. `bad-key` = not encrypted to these keys, `bad-seal` = the manifest belongs to another header,
 * `damaged` = counts or shapes of the stream are wrong, `too-big`, `cancelled`. Lines that fail are no failure of the whole: they
 * come through the sink with their reason.
 */
export function readRecords(pkg: CheckedPackage, key: AgeKey, sink: RecordSink, options: ReadOptions = {}): Promise<Result<RecordsRead>> {
  return settle(async () => {
    const entry = pkg.entries.find((e) => e.name === entryNames.records)
    if (entry === undefined) return fail('damaged', { detail: { part: 'layout' } })
    return withLines(linesIn(pkg, entry, key, options.signal), (lines) => readAll(pkg, lines, sink, options))
  })
}

/** Whose records a package may carry: a town's its own, a county's to the level above its own and its towns', a receipt the town's and the county's own. */
function spokenFor({ type, from, to }: Header): (org: string) => boolean {
  if (type === 'rollup') return (org) => org.startsWith(from.org)
  return type === 'up' ? (org) => org === from.org : (org) => org.startsWith(to.org) || org === from.org
}

async function readAll(pkg: CheckedPackage, lines: LineReader, sink: RecordSink, options: ReadOptions): Promise<Result<RecordsRead>> {
  const manifest = must(parseManifest(textOf(await lines.next()), pkg.header, pkg.headerSha256))
  const blobEntries = pkg.entries.filter((e) => e.name.startsWith('blobs/')).length
  if (blobEntries !== manifest.blobs.length) return fail('damaged', { detail: { part: 'manifest', reason: 'blobs' } })
  const have = await readHave(lines.next, manifest.have)
  const accepted = await sink.manifest?.(manifest, have)
  if (accepted?.ok === false) return accepted
  const { versions, errors, byType } = await readVersions(lines.rest(), versionCount(manifest), spokenFor(pkg.header), sink.versions, options)
  const fits = errors > 0 || Object.entries(manifest.counts).every(([type, n]) => (byType.get(type) ?? 0) === n)
  return fits ? ok({ manifest, have, versions, errors }) : fail('damaged', { detail: { part: 'manifest', reason: 'counts' } })
}

/** A private part of a package and the computer that made it. */
export interface PrivatePart {
  readonly entry: string
  readonly device: KnownDevice & { readonly id: string }
}

/** The text of the seal line that speaks of private.age. */
const privateLine = /^([0-9a-f]{64}) (\d+) private\.age$/m

/**
 * The private parts of a checked package: the sender's own, or in a receipt those of the town's computers, each with the seal that its
 * computer once put on it. `bad-seal` = a relayed part is not what a computer of this town sealed.
 */
export function privateParts(pkg: CheckedPackage, device: (id: string) => KnownDevice | null): Promise<Result<readonly PrivatePart[]>> {
  return settle(async () => {
    if (pkg.header.type === 'up') {
      const own = pkg.entries.some((e) => e.name === entryNames.private)
      return ok(own ? [{ entry: entryNames.private, device: { ...pkg.device, id: pkg.header.from.device } }] : [])
    }
    const parts: PrivatePart[] = []
    for (const entry of pkg.entries.filter((e) => /^private\/\d+\.age$/.test(e.name))) {
      const seal = pkg.entries.find((e) => e.name === entry.name.replace('.age', '.seal'))
      const note = seal === undefined ? null : parseNote(Buffer.from(await entryBytes(pkg.source, seal)).toString('utf8'))
      const [, org, id] = note?.ok === true ? /^from (\d{9}) ([a-z2-7]{26})$/m.exec(note.value.text) ?? [] : []
      const known = id === undefined ? null : device(id)
      if (note?.ok !== true || known === null || id === undefined || known.org !== pkg.header.to.org || known.org !== org) return fail('bad-seal', { detail: { part: entry.name } })
      const checked = checkNote(note.value, keyNameOf(known.org, id), known.sign)
      const [, sha256, size] = privateLine.exec(note.value.text) ?? []
      if (!checked.ok || Number(size) !== entry.size || sha256 !== await measureEntry(pkg.source, entry)) return fail('bad-seal', { detail: { part: entry.name } })
      parts.push({ entry: entry.name, device: { ...known, id } })
    }
    return ok(parts)
  })
}

/** Reads one private part. Same failures as `readRecords`; `bad-key` is what the county always gets. */
export function readPrivate(pkg: CheckedPackage, part: PrivatePart, key: AgeKey, sink: RecordSink['versions'], options: ReadOptions = {}): Promise<Result<{ readonly manifest: PrivateManifest; readonly versions: number; readonly errors: number }>> {
  return settle(async () => {
    const entry = pkg.entries.find((e) => e.name === part.entry)
    if (entry === undefined) return fail('damaged', { detail: { part: 'layout' } })
    return withLines(linesIn(pkg, entry, key, options.signal), async (lines) => {
      const manifest = must(parsePrivateManifest(textOf(await lines.next())))
      const own = manifest.realm === pkg.header.realm && manifest.from.device === part.device.id && manifest.from.org === part.device.org
      if (!own || (pkg.header.type === 'up' && manifest.header !== pkg.headerSha256)) return fail('bad-seal', { detail: { part: part.entry } })
      const { versions, errors } = await readVersions(lines.rest(), manifest.versions, (org) => org === part.device.org, sink, options)
      return ok({ manifest, versions, errors })
    })
  })
}
