/** Takes one attachment out of a checked package. */
import type { BlobEntry } from '../../shared/exchange/manifest'
import { fail, ok, type Result } from '../../shared/result'
import { decryptStream, type AgeKey } from './age'
import type { CheckedPackage } from './check-package'
import { fault, settle } from './fault'
import { sha256Hex } from './hash'
import { entryNames } from './zip-layout'
import { entryStream } from './zip-read'

/**
 * Decrypts the attachment and hands it on piece by piece. Only `ok` says that it was whole and is what the manifest names: the caller writes
 * to a temporary place and keeps it then. `bad-key`, `damaged`, `cancelled`, or what `write` throws.
 */
export function readBlob(pkg: CheckedPackage, blob: BlobEntry, key: AgeKey, write: (piece: Uint8Array) => Promise<void>, signal?: AbortSignal): Promise<Result<BlobEntry>> {
  return settle(async () => {
    const entry = pkg.entries.find((e) => e.name === entryNames.blob(blob.n))
    if (entry === undefined) return fail('damaged', { detail: { part: entryNames.blob(blob.n) } })
    const hash = sha256Hex.stream()
    let size = 0
    for await (const piece of decryptStream(entryStream(pkg.source, entry, signal), key)) {
      size += piece.length
      if (size > blob.size) throw fault('damaged', { part: entry.name })
      hash.update(piece)
      await write(piece)
    }
    return size === blob.size && hash.digest('hex') === blob.sha256 ? ok(blob) : fail('damaged', { detail: { part: entry.name } })
  })
}
