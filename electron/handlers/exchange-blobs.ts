/** Attachments on their way: which ones the other side lacks, which ones we have, which ones we still wait for. */
import { intOf, textOf } from '../../shared/facts'
import type { Rec } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import type { BlobSource } from '../exchange/write-package'
import type { Desk } from './desk'

/** Bytes of attachments that go into one package; the rest goes with the next. */
const budget = 1024 ** 3

/** Attachments whose owner travels to the county, newest first. */
function travelling(desk: Desk, org?: string): readonly Rec[] {
  const lookup = desk.store.lookup()
  return lookup.all('file')
    .filter((file) => (org === undefined || file.org === org) && declarationOf(lookup.get(textOf(file.fields, 'owner'))?.type ?? '')?.scope === 'county')
    .sort((a, b) => (a.id < b.id ? 1 : -1))
}

const isHere = (desk: Desk, sha256: string): boolean => desk.store.exchange.blob(sha256)?.state === 'here'

/** What goes into the next package, until the budget is used up. */
export function blobsLacking(desk: Desk, peerHas: readonly string[]): readonly BlobSource[] {
  const known = new Set(peerHas)
  const chosen = new Map<string, BlobSource>()
  let bytes = 0
  for (const file of travelling(desk, desk.store.office.code)) {
    const sha256 = textOf(file.fields, 'sha256')
    const size = intOf(file.fields, 'size_bytes') ?? 0
    if (known.has(sha256) || chosen.has(sha256) || !isHere(desk, sha256) || bytes + size > budget) continue
    bytes += size
    chosen.set(sha256, { sha256, size, open: () => desk.blobs.read(sha256) })
  }
  return [...chosen.values()]
}

/** Digests of the attachments held here, sorted, 32 bytes each, base64. */
export function haveBlobList(desk: Desk, org?: string): string {
  const wanted = org === undefined ? null : new Set(travelling(desk, org).map((file) => textOf(file.fields, 'sha256')))
  const held = desk.store.exchange.blobs('here').map((blob) => blob.sha256).filter((sha256) => wanted === null || wanted.has(sha256))
  return Buffer.from([...held].sort().join(''), 'hex').toString('base64')
}

/** The list of a manifest as digests. */
export function readBlobList(text: string): readonly string[] {
  const bytes = Buffer.from(text, 'base64')
  return Array.from({ length: bytes.length / 32 }, (_, index) => bytes.toString('hex', index * 32, index * 32 + 32))
}

/** Attachments of a town that a record names and whose bytes have not come. */
export function pendingBlobs(desk: Desk, org: string): number {
  return new Set(travelling(desk, org).map((file) => textOf(file.fields, 'sha256')).filter((sha256) => !isHere(desk, sha256))).size
}
