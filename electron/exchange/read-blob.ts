/** Takes one attachment out of a checked package. */
import type { BlobEntry } from '../../shared/exchange/manifest'
import { ok, type Result } from '../../shared/result'
import type { AgeKey } from './age'
import { ageApart } from './age-threads'
import type { CheckedPackage } from './check-package'
import { fault, settle } from './fault'
import { sha256Hex } from './hash'
import { entryNames } from './zip-layout'
import { entryStream } from './zip-read'

/**
 * The bytes of the attachment, piece by piece, each until the next is asked for. Throws at the end (and then a fault: `bad-key`, `damaged`, `cancelled`) unless it was whole and
 * is what the manifest names, so whoever writes it down keeps it only when the stream has ended.
 */
export async function* blobStream(pkg: CheckedPackage, blob: BlobEntry, key: AgeKey, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const name = entryNames.blob(blob.n)
  const entry = pkg.entries.find((e) => e.name === name)
  if (entry === undefined) throw fault('damaged', { part: name })
  const hash = sha256Hex.stream()
  let size = 0
  for await (const piece of ageApart.decrypt(entryStream(pkg.source, entry, signal), key)) {
    size += piece.length
    if (size > blob.size) break
    hash.update(piece)
    yield piece
  }
  if (size !== blob.size || hash.digest('hex') !== blob.sha256) throw fault('damaged', { part: name })
}

/** Reads the attachment to its end and keeps nothing: is it whole? */
export function checkBlob(pkg: CheckedPackage, blob: BlobEntry, key: AgeKey, signal?: AbortSignal): Promise<Result<BlobEntry>> {
  return settle(async () => {
    for await (const _piece of blobStream(pkg, blob, key, signal)) continue
    return ok(blob)
  })
}
