/**
 * The first line of records.age. It repeats, inside the encryption, what the clear header says, so that a sealed header cannot be put
 * before another content, and it names the counts that the lines after it must fit.
 */
import { fail, ok, type Result } from '../result'
import { partyReader, senderReader, shapes, type Header, type Party, type Sender } from './header'
import { limits } from './limits'
import { count, flag, line, lines, listOf, numbersBy, object, optional, readJson, shaped, stableJson, word, type Reader } from './shape'

/** One attachment: entry `blobs/<n>.age`, hash and size of its bytes before encryption. */
export interface BlobEntry {
  readonly n: number
  readonly sha256: string
  readonly size: number
}

export interface Issue {
  readonly uid: string
  readonly field?: string
  readonly code: string
  readonly level: 'error' | 'warning' | 'note'
}

/** What an import found, per kind. */
export interface ImportCounts {
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly deleted: number
  readonly conflict: number
  readonly held: number
  readonly error: number
}

/** The county's answer. Cumulative: only the newest matters. */
export interface Receipt {
  /** Ids of the packages that the county has taken since the town's last one, newest last. */
  readonly for: readonly string[]
  readonly result: 'complete' | 'incomplete' | 'held' | 'none'
  readonly counts: ImportCounts
  readonly issues: readonly Issue[]
  /** Ids of versions that the town said it has and the county lacks. */
  readonly missing: readonly string[]
  /** Certificates of the town's computers (signed notes). */
  readonly certs: readonly string[]
  /** Computers that the county has closed. */
  readonly closed: readonly string[]
  readonly notice: string
  /** When the newest package that the county holds of this town was made: it can restore the town to that time. */
  readonly restorable?: string
  /** Days of silence after which the county calls the town. */
  readonly lateAfter?: number
  /** Uids of the county's orders in this receipt. */
  readonly orders: readonly string[]
  /** Templates and rule presets, each a JSON text. */
  readonly templates: readonly string[]
  /** Frozen totals by name. */
  readonly frozen: Readonly<Record<string, number>>
}

export interface Manifest {
  readonly fmt: 'zhenpack-manifest'
  readonly id: string
  readonly realm: string
  readonly from: Sender
  readonly to: Party
  /** SHA-256 of header.json. */
  readonly header: string
  /** Version lines per record type. */
  readonly counts: Readonly<Record<string, number>>
  /** Number of ids in the have list. */
  readonly have: number
  /** Sorted SHA-256 of the attachments that the sender holds, 32 bytes each, base64. */
  readonly haveBlobs: string
  readonly blobs: readonly BlobEntry[]
  /** Control totals by name: deputies in office, suggestions … as the sender counts them. */
  readonly totals: Readonly<Record<string, number>>
  /** Schema version of each record type that the sender knows. */
  readonly schemas: Readonly<Record<string, number>>
  /** Everything, not only what the peer lacks. */
  readonly full: boolean
  /** Types of scope town that were switched on for this package. */
  readonly opened: readonly string[]
  readonly receipt?: Receipt
}

const name = /^[a-zA-Z][a-zA-Z0-9_.-]{0,63}$/
const base64 = /^[A-Za-z0-9+/]*={0,2}$/

/** Base64 of whole 32-byte hashes. */
function isHashList(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 8_000_000 || value.length % 4 !== 0 || !base64.test(value)) return false
  const padding = value.endsWith('==') ? 2 : value.endsWith('=') ? 1 : 0
  return ((value.length / 4) * 3 - padding) % 32 === 0
}

const haveBlobs: Reader<string> = (value, path) => (isHashList(value) ? ok(value) : fail('damaged', { field: path, detail: { part: 'manifest', reason: 'base64' } }))

const receiptReader: Reader<Receipt> = object({
  for: listOf(shaped(shapes.id), 1000),
  result: word('complete', 'incomplete', 'held', 'none'),
  counts: object({ new: count(), changed: count(), same: count(), deleted: count(), conflict: count(), held: count(), error: count() }),
  issues: listOf(object({ uid: shaped(/^[a-z2-7]{26}$/), field: optional(line(200)), code: shaped(/^[a-zA-Z0-9.-]{1,40}$/), level: word('error', 'warning', 'note') }), 20_000),
  missing: listOf(shaped(shapes.id), 200_000),
  certs: listOf(lines(4000), 1000),
  closed: listOf(shaped(shapes.id), 1000),
  notice: lines(10_000),
  restorable: optional(shaped(shapes.time)),
  lateAfter: optional(count()),
  orders: listOf(shaped(/^[a-z2-7]{26}$/), 20_000),
  templates: listOf(lines(1_000_000), 100),
  frozen: numbersBy(name, 2000),
})

const manifestReader: Reader<Manifest> = object({
  fmt: word('zhenpack-manifest'),
  id: shaped(shapes.id),
  realm: shaped(shapes.realm),
  from: senderReader,
  to: partyReader,
  header: shaped(shapes.hash),
  counts: numbersBy(name, 500),
  have: count(),
  haveBlobs,
  blobs: listOf(object({ n: count(), sha256: shaped(shapes.hash), size: count() }), limits.blobs),
  totals: numbersBy(name, 500),
  schemas: numbersBy(name, 500),
  full: flag,
  opened: listOf(shaped(name), 100),
  receipt: optional(receiptReader),
})

/** The text of the manifest line, without its line end. */
export const encodeManifest = (manifest: Manifest): string => stableJson(manifest)

/** Sum of the counts: the number of version lines that follow. */
export const versionCount = (manifest: Pick<Manifest, 'counts'>): number => Object.values(manifest.counts).reduce((sum, n) => sum + n, 0)

const sameParty = (a: Party, b: Party): boolean => a.org === b.org && a.name === b.name

/**
 * Reads the manifest and holds it against the header that was sealed outside. `damaged` = not a manifest; `bad-seal` = it was made for
 * another header; `too-big` = more versions than a package may carry.
 */
export function parseManifest(text: string, header: Header, headerSha256: string): Result<Manifest> {
  const read = readJson(text, manifestReader)
  if (!read.ok) return read
  const m = read.value
  const same = m.id === header.id && m.realm === header.realm && m.header === headerSha256 && m.from.device === header.from.device &&
    sameParty(m.from, header.from) && sameParty(m.to, header.to)
  if (!same) return fail('bad-seal', { detail: { part: 'manifest' } })
  if (Object.values(m.counts).some((n) => n < 0) || m.blobs.some((b, i) => b.n !== i) || (m.receipt !== undefined) !== (header.type === 'down')) {
    return fail('damaged', { detail: { part: 'manifest' } })
  }
  if (versionCount(m) > limits.versions || m.have > limits.versions) return fail('too-big', { detail: { part: 'manifest' } })
  if (versionCount(m) !== header.sizes.versions || m.blobs.length !== header.sizes.blobs) return fail('damaged', { detail: { part: 'manifest' } })
  return ok(m)
}

/** The first line of private.age: whose it is and how many version lines follow. */
export interface PrivateManifest {
  readonly fmt: 'zhenpack-private'
  readonly id: string
  readonly realm: string
  readonly from: Sender
  readonly header: string
  readonly versions: number
}

const privateReader: Reader<PrivateManifest> = object({
  fmt: word('zhenpack-private'),
  id: shaped(shapes.id),
  realm: shaped(shapes.realm),
  from: senderReader,
  header: shaped(shapes.hash),
  versions: count(),
})

/** Reads the first line of a private part. */
export const parsePrivateManifest = (text: string): Result<PrivateManifest> => readJson(text, privateReader)
