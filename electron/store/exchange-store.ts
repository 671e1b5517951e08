/** What the county exchange needs of the store: heads to send, what is known, staging, and the ledgers of peers, packages and blobs. */
import type { Version, VersionMeta } from '../../shared/exchange/version'
import type { Data } from '../../shared/fields'
import type { Result } from '../../shared/result'
import type { Actor, Merged, RecordCounts } from './change'
import type { VersionRow } from './version-codec'

/** A version with its values as canonical text, ready for `versionLine`; null = blanked. */
export interface StoredVersion {
  readonly meta: VersionMeta
  readonly text: string | null
  /** The same as it lies in the store already, where it does: spares turning it back into bytes. */
  readonly row?: VersionRow
}

export interface HeadQuery {
  /** Code of one town; absent = everything held. */
  readonly org?: string
  /** And of every code that begins with it: a county with its towns. */
  readonly under?: boolean
  /** `county` = what travels to the county, `town` = what only the town's own computers may read, absent = both. */
  readonly scope?: 'county' | 'town'
  /** One record type only. */
  readonly type?: string
}

export interface PeerRow {
  readonly device: string
  readonly org: string
  /** Sorted 16-byte ids that the peer last said it has; empty = nothing known. */
  readonly have: Uint8Array
  /** SHA-256 (hex) of attachments it has. */
  readonly haveBlobs: readonly string[]
  readonly lastIn: string | null
  readonly lastOut: string | null
}

export interface PackageRow {
  readonly id: string
  readonly direction: 'in' | 'out'
  readonly device: string
  readonly org: string
  readonly pseq: number
  readonly sealSha256: string
  /** COPIED … RECEIPTED, HELD, DUPLICATE for `in`; MADE, WRITTEN, CONFIRMED for `out`. */
  readonly state: string
  readonly code: string | null
  readonly counts: Readonly<Record<string, unknown>>
  readonly file: string | null
  readonly madeAt: string
  readonly doneAt: string | null
}

export interface DeviceRow {
  readonly id: string
  readonly org: string
  /** Public keys (of this computer: private ones too), as the exchange writes them. */
  readonly keys: Readonly<Record<string, unknown>>
  readonly cert: Readonly<Record<string, unknown>> | null
  readonly state: string
}

export interface BlobRow {
  readonly sha256: string
  readonly size: number
  readonly mime: string
  /** `here`, `wanted` (a record names it, the bytes have not come), `gone`. */
  readonly state: string
}

/** Records of one type in a staged package, compared with what is held. */
export interface StagedCounts extends RecordCounts {
  readonly held: number
  readonly error: number
}

export interface Staging {
  /** Forgets what an earlier try staged of this package. */
  begin(packageId: string): void
  /** One small transaction. `line` counts from 1. */
  add(packageId: string, lines: readonly { readonly line: number; readonly version: Version; readonly text: string | null }[]): void
  /** A line that is no version: an error of that record alone. */
  addError(packageId: string, error: { readonly line: number; readonly type: string; readonly uid: string; readonly code: string; readonly field?: string }): void
  errors(packageId: string): readonly { readonly line: number; readonly type: string; readonly uid: string; readonly code: string; readonly field: string | null }[]
  /** What `commit` would do, per type. */
  preview(packageId: string): Readonly<Record<string, StagedCounts>>
  /** Staged versions in order. */
  versions(packageId: string): IterableIterator<StoredVersion>
  /** Puts every staged version and clears the stage; joins an open transaction. `refused` = those that do not fit what is held, named like errors. */
  commit(packageId: string): Merged & { readonly refused: ReturnType<Staging['errors']> }
  /** What `commit` would refuse. */
  misfits(packageId: string): ReturnType<Staging['errors']>
  drop(packageId: string): void
  /** Forgets everything staged: what an import that was cut off left behind. */
  clear(): void
  /**
   * Turns staged versions that do not travel by this way into errors of their records: types of the other scope (but `opened` ones) and
   * attachments of such records. Asked once everything is staged.
   */
  keepScope(packageId: string, scope: 'county' | 'town', opened?: readonly string[]): void
}

export interface LackCounts {
  readonly types: ReadonlyMap<string, number>
  /** When the oldest of them was written; looked for when asked. */
  readonly oldest: () => string | null
}

export interface ExchangeStore {
  /** Everything inside happens or nothing does; commits, putVersions and the ledgers join it. */
  atomically<T>(work: () => T): T
  /** Ids of all heads, sorted 16-byte entries. */
  have(query?: HeadQuery): Uint8Array
  /** Number of heads that are not in `peerHave` (default: of all). */
  headCount(query?: HeadQuery, peerHave?: Uint8Array): number
  /** Heads that are not in `peerHave` (empty = all heads), by type and id. */
  headsLacking(peerHave: Uint8Array, query?: HeadQuery): IterableIterator<StoredVersion>
  /** Ids and types of the same heads in the same order, without reading their values. */
  lackingIds(peerHave: Uint8Array, query?: HeadQuery): readonly { readonly id: string; readonly type: string }[]
  /** `have` and `lackingIds` by one look at the heads. */
  standing(peerHave: Uint8Array, query?: HeadQuery): { readonly have: Uint8Array; readonly lacking: readonly { readonly id: string; readonly type: string }[] }
  /** How many of the same heads there are by type, and when the oldest was written, without reading their values. */
  lackingCounts(peerHave: Uint8Array, query?: HeadQuery): LackCounts
  /** Answers whether a version is held, or seen by a held one, among the records of a town. Valid until the next change. */
  knower(org?: string): (id: string) => boolean
  /** One held version, head or history. */
  version(id: string): StoredVersion | null
  /** Takes back a head that never left this computer and that no version has seen, beside others of its record; false = it stays. */
  takeBack(id: string): boolean

  /**
   * Keeps figures for the level above as records of their own (shared/exchange/figure-fact): what is new or differs becomes a version, what is
   * the same stays. Gives the number of versions written.
   */
  putFigures(actor: Actor, org: string, figures: readonly { readonly uid: string; readonly data: Data }[]): Result<number>

  /** Values of the figures that an office reported, as they stand, with the schema that they were written in. */
  figuresOf(org: string): IterableIterator<{ readonly sv: number; readonly text: string }>

  readonly staging: Staging

  peer(device: string): PeerRow | null
  peers(org?: string): readonly PeerRow[]
  putPeer(peer: PeerRow): void

  package(id: string): PackageRow | null
  packageBySeal(sealSha256: string): PackageRow | null
  /** Newest first. */
  packages(query?: { readonly direction?: 'in' | 'out'; readonly org?: string; readonly device?: string; readonly state?: string; readonly limit?: number }): readonly PackageRow[]
  /** Of every town the newest package that was taken in. */
  newestTaken(): ReadonlyMap<string, PackageRow>
  putPackage(row: PackageRow): void
  /** Forgets a package that never left this computer. */
  dropPackage(id: string): void
  /** One more than the greatest number that this device has used. */
  nextPseq(device: string): number

  device(id: string): DeviceRow | null
  devices(org?: string): readonly DeviceRow[]
  putDevice(row: DeviceRow): void

  blob(sha256: string): BlobRow | null
  blobs(state?: string): readonly BlobRow[]
  putBlob(row: BlobRow): void
  /** Attachments held here that nothing names any more: no version of any record, no staged line, no sheet in the tray. What an erasure leaves behind. */
  blobsOfNobody(): readonly BlobRow[]
}
