/**
 * header.json, the clear part of a package: what it is, from whom, to whom. Nothing in it is believed before the seal is checked, and
 * nothing of the town's records is in it.
 */
import { fail, ok, type Result } from '../result'
import { count, line, lines, listOf, object, optional, readJson, shaped, stableJson, word, type Reader } from './shape'

/** Version of the layout; a reader of version n reads every package whose `minReader` is at most n. */
export const formatVersion = 1
/** The newest `minReader` that this program reads: 2 = follows the keys of a county (`keys`). */
export const readerVersion = 2
/** The one set of algorithms, fixed per realm and never negotiated. An SM suite is reserved. */
export const suite = 'age1+ed25519'

/** up = town to county, down = receipt, invite = pairing file, rollup = figures to the level above. */
export const packageTypes = ['up', 'down', 'invite', 'rollup'] as const
export type PackageType = (typeof packageTypes)[number]

export const shapes = {
  id: /^[a-z2-7]{25}[aeimquy4]$/,
  org: /^(\d{6}|\d{9})$/,
  /** A realm is one county's set of keys; a practice realm begins with `demo-`. */
  realm: /^(demo-)?[a-z2-7]{26}$/,
  time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/,
  /** SHA-256 in hex. */
  hash: /^[0-9a-f]{64}$/,
  /** 32 bytes in base64: an Ed25519 public key or a MAC. */
  key: /^[A-Za-z0-9+/]{43}=$/,
  /** An age X25519 recipient. */
  age: /^age1[02-9ac-hj-np-z]{58}$/,
} as const

export interface Party {
  readonly org: string
  readonly name: string
}
export interface Sender extends Party {
  readonly device: string
}

/** A computer's wish to belong to the county: its public keys, with a MAC under the secret of its invitation. */
export interface JoinRequest {
  readonly invite: string
  readonly device: string
  readonly deviceName: string
  /** Ed25519 public key, base64. */
  readonly sign: string
  /** age recipient. */
  readonly age: string
  /** The town's recovery recipient, where it has one. */
  readonly recovery?: string
  readonly mac: string
}

export interface Header {
  readonly fmt: 'zhenpack'
  readonly v: number
  readonly minReader: number
  readonly suite: string
  readonly type: PackageType
  readonly realm: string
  readonly id: string
  readonly from: Sender
  readonly to: Party
  /** Running number of the sender's packages; for people, decides nothing. */
  readonly pseq: number
  readonly created: string
  readonly app: string
  /** Version lines, attachments and their bytes, as the sender counted them: for progress and free space. */
  readonly sizes: { readonly versions: number; readonly blobs: number; readonly blobBytes: number }
  readonly request?: JoinRequest
  /** Of a receipt: the county's later keys, each signed by those before (realm-keys.ts); whoever reads it must follow them. */
  readonly keys?: readonly string[]
  /** Of a package: the receiver's signing key that the sender knows, where it is not the first. */
  readonly knows?: string
}

export const partyReader: Reader<Party> = object({ org: shaped(shapes.org), name: line(100) })
export const senderReader: Reader<Sender> = object({ org: shaped(shapes.org), name: line(100), device: shaped(shapes.id) })

const requestReader: Reader<JoinRequest> = object({
  invite: shaped(shapes.id),
  device: shaped(shapes.id),
  deviceName: line(100),
  sign: shaped(shapes.key),
  age: shaped(shapes.age),
  recovery: optional(shaped(shapes.age)),
  mac: shaped(shapes.key),
})

const versionReader = object({ fmt: word('zhenpack'), v: count(1), minReader: count(1), suite: line(40) })

const headerReader: Reader<Header> = object({
  fmt: word('zhenpack'),
  v: count(1),
  minReader: count(1),
  suite: line(40),
  type: word(...packageTypes),
  realm: shaped(shapes.realm),
  id: shaped(shapes.id),
  from: senderReader,
  to: partyReader,
  pseq: count(1),
  created: shaped(shapes.time),
  app: line(40),
  sizes: object({ versions: count(), blobs: count(), blobBytes: count() }),
  request: optional(requestReader),
  keys: optional(listOf(lines(1000), 30)),
  knows: optional(shaped(shapes.key)),
})

/** The text of header.json: canonical JSON and a line end. */
export const encodeHeader = (header: Header): string => `${stableJson(header)}\n`

/**
 * Reads header.json. `not-a-package` = another format, `needs-upgrade` = made for a newer reader or another suite (told before anything
 * else is looked at, because a newer layout may differ), `damaged` = anything else.
 */
export function parseHeader(text: string): Result<Header> {
  const version = readJson(text, versionReader)
  if (!version.ok) return version.field === 'fmt' ? fail('not-a-package') : version
  if (version.value.minReader > readerVersion || version.value.suite !== suite) {
    return fail('needs-upgrade', { detail: { minReader: version.value.minReader, suite: version.value.suite } })
  }
  const header = readJson(text, headerReader)
  return header.ok ? ok(header.value) : header
}

/** Whether a realm holds practice data. */
export const isDemo = (realm: string): boolean => realm.startsWith('demo-')
