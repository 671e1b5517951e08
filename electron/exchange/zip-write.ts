/**
 * Writes the ZIP of a package in one pass: an entry's header is set once its content is through, so nothing is buffered and no data
 * descriptor is needed.
 */
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { limits } from '../../shared/exchange/limits'
import type { SealedEntry } from '../../shared/exchange/seal-text'
import type { ByteSink } from './bytes'
import { fault } from './fault'
import { centralHeader, endRecord, localHeader, type ZipEntry } from './zip-layout'

export interface ZipWriter {
  /** Adds an entry; throws `too-big` above `limit` bytes or when the whole file would pass its limit. */
  add(name: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, limit: number): Promise<SealedEntry>
  /** Writes the central directory; nothing can be added afterwards. */
  close(): Promise<void>
}

/** A writer into an empty sink. */
export function zipWriter(sink: ByteSink): ZipWriter {
  const written: ZipEntry[] = []
  return {
    async add(name, content, limit) {
      const at = sink.size()
      await sink.append(localHeader({ name, size: 0, crc: 0 }))
      const hash = createHash('sha256')
      let size = 0
      let crc = 0
      for await (const piece of content) {
        size += piece.length
        if (size > limit) throw fault('too-big', { entry: name, limit })
        if (sink.size() + piece.length > limits.file) throw fault('too-big', { limit: limits.file })
        hash.update(piece)
        crc = crc32(piece, crc)
        await sink.append(piece)
      }
      await sink.patch(at, localHeader({ name, size, crc }))
      written.push({ name, size, crc, at })
      return { name, size, sha256: hash.digest('hex') }
    },
    async close() {
      const at = sink.size()
      for (const entry of written) await sink.append(centralHeader(entry))
      await sink.append(endRecord(written.length, sink.size() - at, at))
      await sink.flush()
      if (sink.size() >= limits.file) throw fault('too-big', { limit: limits.file })
    },
  }
}
