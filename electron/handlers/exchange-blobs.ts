/** Attachments on their way: which ones the other side lacks, which ones are here, which ones we still wait for. */
import { mkdir } from 'node:fs/promises'
import { limits } from '../../shared/exchange/limits'
import { fault } from '../exchange/fault'
import { encodeHashes } from '../exchange/hash-list'
import { nodeStickFs } from '../exchange/stick-fs'
import type { BlobSource } from '../exchange/write-package'
import { readValues } from '../store/version-codec'
import type { Desk } from './desk'

/** The bytes that an attachment's record names. */
export interface Attachment {
  readonly sha256: string
  readonly org: string
}

const empty = new Uint8Array()

/** Attachments whose owner travels to the county, newest first, each content once. */
export function travelling(desk: Desk, org?: string): readonly Attachment[] {
  const found = new Map<string, Attachment & { readonly hlc: number }>()
  for (const { meta, text } of desk.store.exchange.headsLacking(empty, { scope: 'county', type: 'file', ...(org === undefined ? {} : { org }) })) {
    if (meta.op !== 'put' || text === null) continue
    const { sha256 } = readValues(meta.type, meta.sv, text)
    if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) continue
    const known = found.get(sha256)
    if (!known || known.hlc < meta.hlc) found.set(sha256, { sha256, org: meta.org, hlc: meta.hlc })
  }
  return [...found.values()].sort((a, b) => b.hlc - a.hlc || (a.sha256 < b.sha256 ? -1 : 1))
}

const hashes = (attachments: readonly Attachment[]): readonly string[] => attachments.map((one) => one.sha256)

/** Bytes of attachments that fit on a stick: one GiB, or what is free less five per cent and some air for the records; fewer where a person said so (megabytes). */
export async function roomFor(to: string, most?: number): Promise<number> {
  await mkdir(to, { recursive: true })
  const free = await nodeStickFs.free(to)
  return Math.max(0, Math.min(1024 ** 3, Math.floor(free * 0.95) - 64 * 1024 ** 2, (most ?? Infinity) * 1_000_000))
}

async function* reading(desk: Desk, sha256: string): AsyncGenerator<Uint8Array> {
  try {
    yield* desk.blobs.read(sha256)
  } catch (error) {
    // Gone or changed since it was looked for: the package is made without it, and the record says that it waits.
    throw fault('damaged', { part: 'attachment', sha256, why: error instanceof Error ? error.message : '' })
  }
}

/** What goes into the next package: the newest that the other side lacks and that are here, until the room is used up. */
export async function blobsLacking(desk: Desk, org: string, peerHas: ReadonlySet<string>, room: number, without: ReadonlySet<string> = new Set()): Promise<readonly BlobSource[]> {
  const wanted = travelling(desk, org).filter((one) => !peerHas.has(one.sha256) && !without.has(one.sha256))
  const here = await desk.blobs.held(hashes(wanted))
  const chosen: BlobSource[] = []
  let bytes = 0
  for (const { sha256 } of wanted) {
    if (!here.has(sha256) || chosen.length >= limits.blobs) continue
    // What the record says of the size is content; what lies here is what is sent.
    const size = await desk.blobs.size(sha256)
    if (size === null || bytes + size > room) continue
    bytes += size
    chosen.push({ sha256, size, open: () => reading(desk, sha256) })
  }
  return chosen
}

/** The manifest's list of attachments of a town that are held here. */
export async function haveBlobList(desk: Desk, org: string): Promise<string> {
  return encodeHashes(await desk.blobs.held(hashes(travelling(desk, org))))
}

/** Those of one town, kept until one of its records changes: the board asks for all towns at once. */
function travellingOf(desk: Desk, org: string): readonly Attachment[] {
  const kept = desk.store.figures.get<readonly string[]>(org, 'attachments')
  if (kept) return kept.map((sha256) => ({ sha256, org }))
  const stamp = desk.store.changes(org)
  const fresh = travelling(desk, org)
  desk.store.figures.put(org, 'attachments', stamp, hashes(fresh))
  return fresh
}

/** Attachments that a record names and whose bytes have not come, by town. */
export async function pendingBlobs(desk: Desk): Promise<ReadonlyMap<string, number>> {
  const all = desk.store.townCodes().flatMap((org) => travellingOf(desk, org))
  const here = await desk.blobs.held(hashes(all))
  const pending = new Map<string, number>()
  for (const one of all) if (!here.has(one.sha256)) pending.set(one.org, (pending.get(one.org) ?? 0) + 1)
  return pending
}
