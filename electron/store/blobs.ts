/**
 * Attachments beside the database: each in a file of its own, in chunks under AES-256-GCM, so that a long one is read without being held.
 * The file's name is a keyed hash of the content's digest; key and name key live inside the encrypted database. Nothing is stored twice.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Settings } from './settings'

const chunk = 256 * 1024
const overhead = 12 + 16
const magic = Buffer.from('ZRB-BLOB1\n', 'ascii')

export interface Blobs {
  /** Encrypts the bytes into place; answers their SHA-256 (hex) and size. Equal content is kept once. */
  put(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<{ readonly sha256: string; readonly size: number }>
  has(sha256: string): Promise<boolean>
  /** The content, chunk by chunk; throws where the file is missing or was changed. */
  read(sha256: string): AsyncGenerator<Uint8Array>
  /** Removes the content; false when it was not there. */
  remove(sha256: string): Promise<boolean>
}

/** Each chunk is bound to its place, so that chunks cannot be swapped or left out; the last one says that it is. */
const place = (index: number, last: boolean): Buffer => Buffer.from(`${String(index)}${last ? '.' : ''}`, 'ascii')

function sealChunk(key: Buffer, plain: Uint8Array, index: number, last: boolean): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(place(index, last))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

function openChunk(key: Buffer, sealed: Buffer, index: number, last: boolean): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAAD(place(index, last))
  decipher.setAuthTag(sealed.subarray(12, overhead))
  return Buffer.concat([decipher.update(sealed.subarray(overhead)), decipher.final()])
}

/** Chunks of equal size, whatever pieces come in; the last is marked. An empty content is one empty chunk. */
async function* evenly(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<{ readonly piece: Buffer; readonly last: boolean }> {
  let held = Buffer.alloc(0)
  for await (const piece of bytes) {
    held = held.length === 0 ? Buffer.from(piece) : Buffer.concat([held, piece])
    while (held.length > chunk) {
      yield { piece: held.subarray(0, chunk), last: false }
      held = held.subarray(chunk)
    }
  }
  yield { piece: held, last: true }
}

/** The attachments of the store in `dir`; their keys are made on first use. */
export function blobsOf(dir: string, settings: Settings): Blobs {
  const keys = (): { readonly data: Buffer; readonly names: Buffer } => {
    let text = settings.get<string>('blob_key', '')
    if (text === '') {
      text = randomBytes(64).toString('base64')
      settings.set('blob_key', text)
    }
    const bytes = Buffer.from(text, 'base64')
    return { data: bytes.subarray(0, 32), names: bytes.subarray(32) }
  }
  const folder = path.join(dir, 'blobs')
  const fileOf = (sha256: string): string => path.join(folder, createHmac('sha256', keys().names).update(sha256).digest('hex').slice(0, 48))
  const exists = (file: string): Promise<boolean> => stat(file).then(() => true, (error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  })
  return {
    async put(bytes) {
      await mkdir(folder, { recursive: true })
      const part = path.join(folder, `${randomBytes(12).toString('hex')}.part`)
      const hash = createHash('sha256')
      const { data } = keys()
      let size = 0
      let index = 0
      const handle = await open(part, 'w', 0o600)
      try {
        await handle.write(magic)
        for await (const { piece, last } of evenly(bytes)) {
          hash.update(piece)
          size += piece.length
          await handle.write(sealChunk(data, piece, index, last))
          index += 1
        }
        await handle.sync()
      } catch (error) {
        await handle.close()
        await rm(part, { force: true })
        throw error
      }
      await handle.close()
      const sha256 = hash.digest('hex')
      await rename(part, fileOf(sha256))
      return { sha256, size }
    },
    has: (sha256) => exists(fileOf(sha256)),
    async *read(sha256) {
      const handle = await open(fileOf(sha256), 'r')
      try {
        const { size } = await handle.stat()
        const { data } = keys()
        const buffer = Buffer.alloc(chunk + overhead)
        let at = magic.length
        for (let index = 0; at < size; index++) {
          const { bytesRead } = await handle.read(buffer, 0, buffer.length, at)
          at += bytesRead
          yield openChunk(data, buffer.subarray(0, bytesRead), index, at >= size)
        }
      } finally {
        await handle.close()
      }
    },
    async remove(sha256) {
      const file = fileOf(sha256)
      if (!await exists(file)) return false
      await rm(file)
      return true
    },
  }
}
