/**
 * Attachments beside the database: each in a file of its own, in chunks under AES-256-GCM, so that a long one is read without being held.
 * The file's name is a keyed hash of the content's digest; key and name key live inside the encrypted database. Nothing is stored twice.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import type { Settings } from './settings'

const chunk = 256 * 1024
const overhead = 12 + 16
const magic = Buffer.from('ZRB-BLOB1\n', 'ascii')

export interface Blobs {
  /**
   * Encrypts the bytes into place; answers their SHA-256 (hex) and size. Equal content is kept once. `known` = the digest, where `bytes`
   * itself throws at its end unless it was that.
   */
  put(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, known?: string): Promise<{ readonly sha256: string; readonly size: number }>
  has(sha256: string): Promise<boolean>
  /** Bytes of the content; null when it is not here. */
  size(sha256: string): Promise<number | null>
  /** Which of these are here; the folder is read once. */
  held(sha256s: readonly string[]): Promise<ReadonlySet<string>>
  /** The content, chunk by chunk; throws where the file is missing or was changed. */
  read(sha256: string): AsyncGenerator<Uint8Array>
  /** Whether every chunk of the content opens; false for a file that is missing, cut or changed. */
  isSound(sha256: string): Promise<boolean>
  /** Puts a file that does not open aside, under a name of its own: the content counts as not here. False when it was not there. */
  setAside(sha256: string): Promise<boolean>
  /** The name of the content's file, by which a backup holds it too. */
  nameOf(sha256: string): string
  /** Removes the content; false when it was not there. */
  remove(sha256: string): Promise<boolean>
  /** Removes what a `put` that was cut off left behind. */
  tidy(): Promise<void>
}

/** Each chunk is bound to its place, so that chunks cannot be swapped or left out; the last one says that it is. */
const place = (index: number, last: boolean): Buffer => Buffer.from(`${String(index)}${last ? '.' : ''}`, 'ascii')

/** The chunk as it lies in the file, at the beginning of `into`. */
function sealChunk(key: Buffer, plain: Uint8Array, index: number, last: boolean, into: Buffer): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(place(index, last))
  const body = cipher.update(plain)
  // In this mode the end adds nothing.
  cipher.final()
  into.set(iv, 0)
  into.set(cipher.getAuthTag(), iv.length)
  into.set(body, overhead)
  return into.subarray(0, overhead + body.length)
}

function openChunk(key: Buffer, sealed: Buffer, index: number, last: boolean): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAAD(place(index, last))
  decipher.setAuthTag(sealed.subarray(12, overhead))
  const body = decipher.update(sealed.subarray(overhead))
  // Adds nothing, and throws when the chunk is not what was sealed.
  decipher.final()
  return body
}

/** Chunks of equal size, whatever pieces come in; the last is marked. An empty content is one empty chunk. A chunk is overwritten by the next. */
async function* evenly(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<{ readonly piece: Buffer; readonly last: boolean }> {
  const held = Buffer.allocUnsafe(chunk)
  let size = 0
  for await (const piece of bytes) {
    for (let at = 0; at < piece.length;) {
      if (size === chunk) {
        yield { piece: held, last: false }
        size = 0
      }
      const taken = Math.min(chunk - size, piece.length - at)
      held.set(piece.subarray(at, at + taken), size)
      size += taken
      at += taken
    }
  }
  yield { piece: held.subarray(0, size), last: true }
}

/** Fills the buffer from `at`; answers how much there was. */
async function fill(handle: FileHandle, buffer: Buffer, at: number): Promise<number> {
  let done = 0
  while (done < buffer.length) {
    const { bytesRead } = await handle.read(buffer, done, buffer.length - done, at + done)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return done
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
  const nameOf = (sha256: string, names: Buffer): string => createHmac('sha256', names).update(sha256).digest('hex').slice(0, 48)
  const fileOf = (sha256: string): string => path.join(folder, nameOf(sha256, keys().names))
  const exists = (file: string): Promise<boolean> => stat(file).then(() => true, (error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  })
  async function* read(sha256: string): AsyncGenerator<Uint8Array> {
    const handle = await open(fileOf(sha256), 'r')
    try {
      const { size } = await handle.stat()
      const { data } = keys()
      const buffer = Buffer.alloc(chunk + overhead)
      let at = magic.length
      for (let index = 0; at < size; index++) {
        const length = await fill(handle, buffer, at)
        at += length
        yield openChunk(data, buffer.subarray(0, length), index, at >= size)
      }
    } finally {
      await handle.close()
    }
  }
  return {
    async put(bytes, known) {
      await mkdir(folder, { recursive: true })
      const part = path.join(folder, `${randomBytes(12).toString('hex')}.part`)
      const hash = createHash('sha256')
      const { data } = keys()
      const sealing = [Buffer.allocUnsafe(chunk + overhead), Buffer.allocUnsafe(chunk + overhead)] as const
      let size = 0
      let index = 0
      let writing: Promise<void> = Promise.resolve()
      const handle = await open(part, 'w', 0o600)
      try {
        // writeFile goes on until everything is written; a bare write may stop short on a disk that is nearly full.
        await handle.writeFile(magic)
        for await (const { piece, last } of evenly(bytes)) {
          if (known === undefined) hash.update(piece)
          size += piece.length
          // While one chunk is written, the next is made in the other place.
          const sealed = sealChunk(data, piece, index, last, sealing[index % 2 === 0 ? 0 : 1])
          await writing
          writing = handle.writeFile(sealed)
          writing.catch(() => undefined)
          index += 1
        }
        await writing
        await handle.sync()
      } catch (error) {
        await writing.catch(() => undefined)
        await handle.close()
        await rm(part, { force: true })
        throw error
      }
      await handle.close()
      const sha256 = known ?? hash.digest('hex')
      await rename(part, fileOf(sha256))
      return { sha256, size }
    },
    has: (sha256) => exists(fileOf(sha256)),
    async size(sha256) {
      if (!await exists(fileOf(sha256))) return null
      const body = (await stat(fileOf(sha256))).size - magic.length
      return body - overhead * Math.ceil(body / (chunk + overhead))
    },
    async held(sha256s) {
      if (sha256s.length === 0 || !await exists(folder)) return new Set()
      const there = new Set(await readdir(folder))
      const { names } = keys()
      return new Set(sha256s.filter((sha256) => there.has(nameOf(sha256, names))))
    },
    read,
    async isSound(sha256) {
      if (!await exists(fileOf(sha256))) return false
      const hash = createHash('sha256')
      try {
        for await (const piece of read(sha256)) hash.update(piece)
      } catch {
        // A chunk that does not open, or a disk that cannot read it: either way the content is not to be had from here.
        return false
      }
      return hash.digest('hex') === sha256
    },
    async setAside(sha256) {
      const file = fileOf(sha256)
      if (!await exists(file)) return false
      await rename(file, `${file}.broken`)
      return true
    },
    nameOf: (sha256) => nameOf(sha256, keys().names),
    async remove(sha256) {
      const file = fileOf(sha256)
      if (!await exists(file)) return false
      await rm(file)
      return true
    },
    async tidy() {
      if (!await exists(folder)) return
      for (const name of await readdir(folder)) if (name.endsWith('.part')) await rm(path.join(folder, name), { force: true })
    },
  }
}
