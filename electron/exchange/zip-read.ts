/**
 * Reads the ZIP of a package and accepts exactly the layout that the writer makes. No name becomes a path, no size is believed before it
 * was held against the file, and local and central headers must say the same.
 */
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { limits } from '../../shared/exchange/limits'
import { fail, ok, type Failure, type Result } from '../../shared/result'
import { passRange, readRange, type ByteSource } from './bytes'
import { checkCancelled, fault } from './fault'
import { centralFixed, centralHeader, dataAt, endFixed, endRecord, entryNames, localFixed, localHeader, mimetype, type ZipEntry } from './zip-layout'

const nameShape = /^(mimetype|header\.json|README\.txt|records\.age|private\.age|seal\.txt|(private|blobs)\/(0|[1-9]\d{0,4})\.(age|seal))$/

const damaged = (reason: string, detail: Readonly<Record<string, unknown>> = {}): Failure => fail('damaged', { detail: { part: 'layout', reason, ...detail } })

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && Buffer.compare(a, b) === 0

/** Whether a file begins as a package does, so that a cut one is told apart from something else. */
async function beginsAsPackage(source: ByteSource): Promise<boolean> {
  const head = localHeader({ name: entryNames.mimetype, size: mimetype.length, crc: 0 })
  if (source.size < localFixed) return false
  const read = await source.read(0, Math.min(source.size, head.length))
  // The CRC-32 at 14..18 is not compared.
  return same(read.subarray(0, 14), head.subarray(0, 14)) && same(read.subarray(26), head.subarray(26, read.length))
}

async function endAt(source: ByteSource): Promise<Result<{ readonly count: number; readonly at: number; readonly size: number }>> {
  if (source.size > limits.file) return fail('too-big', { detail: { limit: limits.file } })
  if (source.size < endFixed) return fail((await beginsAsPackage(source)) ? 'truncated' : 'not-a-package')
  const bytes = await source.read(source.size - endFixed, endFixed)
  const view = new DataView(bytes.buffer, bytes.byteOffset, endFixed)
  const [count, size, at] = [view.getUint16(10, true), view.getUint32(12, true), view.getUint32(16, true)]
  if (view.getUint32(0, true) !== 0x06054b50) {
    if (!(await beginsAsPackage(source))) return fail('not-a-package')
    const tail = await source.read(Math.max(0, source.size - 65_536), Math.min(source.size, 65_536))
    // A whole end record further inside means that something was put behind it.
    const end = Buffer.from(tail).lastIndexOf(Buffer.from(endRecord(0, 0, 0).subarray(0, 4)))
    return end >= 0 && end + endFixed < tail.length ? damaged('bytes-behind-the-end') : fail('truncated')
  }
  if (!(await beginsAsPackage(source))) return fail('not-a-package')
  if (count > limits.entries) return fail('too-big', { detail: { entries: count, limit: limits.entries } })
  if (at + size + endFixed !== source.size || !same(bytes, endRecord(count, size, at))) return damaged('end-record')
  return ok({ count, at, size })
}

function centralEntries(directory: Uint8Array, count: number): Result<readonly ZipEntry[]> {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.length)
  const entries: ZipEntry[] = []
  let offset = 0
  let next = 0
  for (let i = 0; i < count; i++) {
    if (offset + centralFixed > directory.length) return damaged('directory-too-short')
    const nameLength = view.getUint16(offset + 28, true)
    const end = offset + centralFixed + nameLength
    if (end > directory.length) return damaged('directory-too-short')
    const name = String.fromCharCode(...directory.subarray(offset + centralFixed, Math.min(end, offset + centralFixed + 32)))
    if (!nameShape.test(name)) return damaged('name')
    const entry: ZipEntry = { name, crc: view.getUint32(offset + 16, true), size: view.getUint32(offset + 24, true), at: next }
    // The rebuilt header holds method, flags, times, sizes, place and the absence of everything else at once.
    if (!same(directory.subarray(offset, end), centralHeader(entry))) return damaged('central-header', { entry: name })
    entries.push(entry)
    offset = end
    next = dataAt(entry) + entry.size
  }
  return offset === directory.length ? ok(entries) : damaged('directory-too-long')
}

function inOrder(entries: readonly ZipEntry[]): boolean {
  const names = entries.map((e) => e.name)
  const count = (shape: RegExp): number => names.filter((n) => shape.test(n)).length
  const relayed = count(/^private\/\d+\.age$/)
  const expected: string[] = [entryNames.mimetype, entryNames.header, entryNames.readme, entryNames.records]
  if (names[4] === entryNames.private) expected.push(entryNames.private)
  for (let n = 0; n < relayed; n++) expected.push(entryNames.relayed(n), entryNames.relayedSeal(n))
  for (let n = 0, blobs = count(/^blobs\/\d+\.age$/); n < blobs; n++) expected.push(entryNames.blob(n))
  expected.push(entryNames.seal)
  return relayed <= limits.relayed && names.length === expected.length && expected.every((name, i) => names[i] === name)
}

function limitOf(name: string): number {
  if (name === entryNames.mimetype) return limits.mimetype
  if (name === entryNames.header) return limits.header
  if (name === entryNames.readme) return limits.readme
  if (name === entryNames.records) return limits.records
  if (name === entryNames.seal || name.endsWith('.seal')) return limits.seal
  return name.startsWith('blobs/') ? limits.blob : limits.private
}

/**
 * The entries of a package, in their order. `not-a-package`, `truncated`, `too-big` (a limit of the format), `damaged` (anything that is
 * not the one layout). Contents are not read but for `mimetype`; the header before each content is looked at when it is measured, because
 * 20,000 of them spread over a slow stick would take long for a mere look.
 */
export async function readEntries(source: ByteSource): Promise<Result<readonly ZipEntry[]>> {
  const end = await endAt(source)
  if (!end.ok) return end
  if (end.value.size > limits.entries * (centralFixed + 32)) return damaged('directory-too-long')
  const entries = centralEntries(await source.read(end.value.at, end.value.size), end.value.count)
  if (!entries.ok) return entries
  if (!inOrder(entries.value)) return damaged('order')
  const large = entries.value.find((e) => e.size > limitOf(e.name))
  if (large !== undefined) return fail('too-big', { detail: { entry: large.name, limit: limitOf(large.name) } })
  const last = entries.value.at(-1)
  if (last === undefined || dataAt(last) + last.size !== end.value.at) return damaged('gap')
  const [first] = entries.value
  const type = first === undefined ? '' : Buffer.from(await source.read(dataAt(first), first.size)).toString('latin1')
  return type === mimetype ? entries : fail('not-a-package')
}

/** The content of a small entry. The caller has checked its size against the limits. */
export const entryBytes = (source: ByteSource, entry: ZipEntry): Promise<Uint8Array> => source.read(dataAt(entry), entry.size)

/** The content of an entry, piece by piece. */
export async function* entryStream(source: ByteSource, entry: ZipEntry, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const piece of readRange(source, dataAt(entry), entry.size)) {
    checkCancelled(signal)
    yield piece
  }
}

/**
 * SHA-256 (hex) of an entry's content; throws `damaged` when its CRC-32 does not fit, which is how a bad stick shows, or when its local
 * header says another thing than the directory.
 */
export async function measureEntry(source: ByteSource, entry: ZipEntry, signal?: AbortSignal): Promise<string> {
  if (!same(await source.read(entry.at, dataAt(entry) - entry.at), localHeader(entry))) throw fault('damaged', { part: entry.name, reason: 'local-header' })
  const hash = createHash('sha256')
  let crc = 0
  for await (const piece of passRange(source, dataAt(entry), entry.size)) {
    checkCancelled(signal)
    hash.update(piece)
    crc = crc32(piece, crc)
  }
  if (crc !== entry.crc) throw fault('damaged', { part: entry.name, reason: 'crc' })
  return hash.digest('hex')
}
