/** Versions between their row (ids and hashes as bytes, a third of the size) and their form in memory. */
import { hash } from 'node:crypto'
import { idAt, writeId, type Sha256 } from '../../shared/exchange/ids'
import type { HeadLike } from '../../shared/exchange/merge'
import type { Op, VersionMeta } from '../../shared/exchange/version'
import type { WireData } from '../../shared/exchange/canon'
import { asOfNow } from '../../shared/records/schema'

export const sha256: Sha256 = (text) => hash('sha256', text, 'hex')

/** The columns of `version` and of staged lines. */
export interface VersionRow {
  readonly id: Buffer
  readonly uid: string
  readonly type: string
  readonly org: string
  readonly op: Op
  readonly hlc: number
  readonly sv: number
  readonly seen: Buffer
  readonly data: string | null
  readonly h: Buffer
  readonly dh: Buffer
  readonly by_user: string
  readonly at_local: string
}

export const versionColumns = 'id, uid, type, org, op, hlc, sv, seen, data, h, dh, by_user, at_local'

/** The 16 bytes of an id that is known to be one. */
export function idToBytes(id: string): Buffer {
  // From the common pool: all sixteen are written, and a piece of memory of its own for each id of ten thousands is dear.
  const bytes = Buffer.allocUnsafe(16)
  if (!writeId(id, bytes, 0)) throw new Error(`no id: ${id}`)
  return bytes
}

export const idOf = (bytes: Buffer): string => idAt(bytes, 0)

const noIds = Buffer.alloc(0)

/** A list of ids as bytes, in its order. */
export function packIds(ids: readonly string[]): Buffer {
  if (ids.length === 0) return noIds
  const bytes = Buffer.allocUnsafe(16 * ids.length)
  ids.forEach((id, i) => { if (!writeId(id, bytes, 16 * i)) throw new Error(`no id: ${id}`) })
  return bytes
}

export function unpackIds(bytes: Uint8Array): readonly string[] {
  const ids: string[] = []
  for (let at = 0; at < bytes.length; at += 16) ids.push(idAt(bytes, at))
  return ids
}

export const metaOf = (row: VersionRow): VersionMeta => ({
  id: idOf(row.id), uid: row.uid, type: row.type, org: row.org, op: row.op, seen: unpackIds(row.seen), hlc: row.hlc, sv: row.sv,
  by: row.by_user, at: row.at_local, dh: row.dh.toString('hex'), h: row.h.toString('hex'),
})

/** Values of the row in the order of `versionColumns`. */
export const rowValues = (meta: VersionMeta, text: string | null): readonly (string | number | Buffer | null)[] => [
  idToBytes(meta.id), meta.uid, meta.type, meta.org, meta.op, meta.hlc, meta.sv, packIds(meta.seen), text,
  Buffer.from(meta.h, 'hex'), Buffer.from(meta.dh, 'hex'), meta.by, meta.at,
]

/** What the merge rule needs of a held version, with the id as bytes and the row number for statements. */
export interface HeldHead extends HeadLike {
  readonly bytes: Buffer
  /** Row number of the version. */
  readonly v: number
}

/** The same values from a row, with `text` for its data. */
export const sameRow = (row: VersionRow, text: string | null): readonly (string | number | Buffer | null)[] => [
  row.id, row.uid, row.type, row.org, row.op, row.hlc, row.sv, row.seen, text, row.h, row.dh, row.by_user, row.at_local,
]

export interface HeldRow {
  readonly v: number
  readonly id: Buffer
  readonly op: Op
  readonly seen: Buffer
  readonly hlc: number
  readonly dh: Buffer
}

export const heldColumns = 'v, id, op, seen, hlc, dh'

export const heldHead = (row: HeldRow): HeldHead => ({ v: row.v, id: idOf(row.id), bytes: row.id, op: row.op, seen: unpackIds(row.seen), hlc: row.hlc, dh: row.dh.toString('hex') })

/** Values as they stand in the row: what an operation says of itself. */
export const parseData = (text: string | null): WireData => (text === null ? {} : (JSON.parse(text) as WireData))

/** Values of a version as this program reads them, whatever release wrote it. */
export const readValues = (type: string, sv: number, text: string | null): WireData => asOfNow(type, sv, parseData(text))
