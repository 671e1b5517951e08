/** Where a package is read from and written to. Positions are always explicit, names never: a package is one file, open once. */
import type { FileHandle } from 'node:fs/promises'
import { fault } from './fault'

/** A file of known size that can be read at any place. */
export interface ByteSource {
  readonly size: number
  /** Exactly `length` bytes from `offset`; throws `truncated` when the file ends before. `into` is filled where the source can. */
  read(offset: number, length: number, into?: Uint8Array): Promise<Uint8Array>
}

/** A file that grows at its end and whose earlier bytes can be set later. */
export interface ByteSink {
  readonly size: () => number
  /** May be on its way yet when this answers; a fault then shows at a later call, at the latest at `flush`. */
  append(bytes: Uint8Array): Promise<void>
  patch(offset: number, bytes: Uint8Array): Promise<void>
  /** Until everything is with the system. */
  flush(): Promise<void>
}

/** Bytes read at a time: large enough for a stick, small enough for memory. */
export const chunkBytes = 1024 * 1024

/** An open file as a source. */
export async function fileSource(file: FileHandle): Promise<ByteSource> {
  const { size } = await file.stat()
  return {
    size,
    async read(offset, length, into) {
      // Filled to the end or not given out, so the memory need not be cleared first.
      const bytes = into === undefined ? Buffer.allocUnsafe(length) : into.subarray(0, length)
      let done = 0
      while (done < length) {
        const { bytesRead } = await file.read(bytes, done, length - done, offset + done)
        if (bytesRead === 0) throw fault('truncated', { offset: offset + done })
        done += bytesRead
      }
      return bytes
    },
  }
}

/** Bytes in memory as a source. */
export const memorySource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (offset, length) =>
    offset + length <= bytes.length ? Promise.resolve(bytes.subarray(offset, offset + length)) : Promise.reject(fault('truncated', { offset: bytes.length })),
})

/**
 * An empty open file as a sink. Small pieces are gathered, and while one megabyte is written the next one is gathered (and encrypted): the
 * disk and the processor work at the same time.
 */
export function fileSink(file: FileHandle): ByteSink {
  let end = 0
  let held = Buffer.allocUnsafe(chunkBytes)
  let other = Buffer.allocUnsafe(chunkBytes)
  let filled = 0
  let onItsWay: Promise<void> | null = null
  const along = syncAlong(() => file.datasync())
  const writeAt = async (bytes: Uint8Array, position: number): Promise<void> => {
    let done = 0
    while (done < bytes.length) {
      const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done)
      if (bytesWritten === 0) throw fault('disk-full')
      done += bytesWritten
    }
  }
  const arrived = async (): Promise<void> => {
    const writing = onItsWay
    onItsWay = null
    await writing
  }
  const push = async (): Promise<void> => {
    await arrived()
    if (filled === 0) return
    const [full, at] = [held.subarray(0, filled), end - filled]
    ;[held, other, filled] = [other, held, 0]
    onItsWay = writeAt(full, at)
    // It is asked for at the next call; until then nobody listens.
    onItsWay.catch(() => undefined)
    along.wrote(full.length)
  }
  const written = async (): Promise<void> => {
    await push()
    await arrived()
  }
  return {
    size: () => end,
    async append(bytes) {
      for (let done = 0; done < bytes.length;) {
        const taken = Math.min(held.length - filled, bytes.length - done)
        held.set(bytes.subarray(done, done + taken), filled)
        filled += taken
        done += taken
        end += taken
        if (filled === held.length) await push()
      }
    },
    async patch(offset, bytes) {
      await written()
      await writeAt(bytes, offset)
    },
    async flush() {
      await written()
      await along.settled()
    },
  }
}

/** A sink in memory; `bytes()` gives what was written. */
export function memorySink(): ByteSink & { readonly bytes: () => Uint8Array } {
  let held = new Uint8Array(64 * 1024)
  let end = 0
  return {
    size: () => end,
    append(bytes) {
      if (end + bytes.length > held.length) {
        const larger = new Uint8Array(Math.max(held.length * 2, end + bytes.length))
        larger.set(held.subarray(0, end))
        held = larger
      }
      held.set(bytes, end)
      end += bytes.length
      return Promise.resolve()
    },
    patch(offset, bytes) {
      held.set(bytes, offset)
      return Promise.resolve()
    },
    flush: () => Promise.resolve(),
    bytes: () => held.slice(0, end),
  }
}

/** The bytes of a part of a source, piece by piece. */
export async function* readRange(source: ByteSource, offset: number, length: number): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < length; done += chunkBytes) {
    yield await source.read(offset + done, Math.min(chunkBytes, length - done))
  }
}

/**
 * The same for a reader that is done with a piece when it asks for the next: a gigabyte passes through two megabytes of memory, and while one
 * is looked at the other is read.
 */
export async function* passRange(source: ByteSource, offset: number, length: number): AsyncGenerator<Uint8Array> {
  const room = Math.min(chunkBytes, length)
  let [held, other] = [Buffer.allocUnsafe(room), Buffer.allocUnsafe(length > room ? room : 0)]
  const read = (done: number): Promise<Uint8Array> => {
    [held, other] = [other, held]
    const reading = source.read(offset + done, Math.min(chunkBytes, length - done), other)
    // It is asked for at the next turn; until then nobody listens.
    reading.catch(() => undefined)
    return reading
  }
  if (length === 0) return
  let next = read(0)
  try {
    for (let done = 0; done < length; done += chunkBytes) {
      const piece = await next
      if (done + chunkBytes < length) next = read(done + chunkBytes)
      yield piece
    }
  } finally {
    await next.catch(() => undefined)
  }
}

export interface SyncAlong {
  /** So many bytes more were given to the system. Throws where what was given before did not reach the disk. */
  wrote(bytes: number): void
  /** Until nothing is under way; throws as `wrote`. */
  settled(): Promise<void>
}

/** Bytes between two syncs of a long file. */
const syncEvery = 32 * chunkBytes

/**
 * Brings a long file to the disk while the rest of it is still being made: otherwise the system holds a gigabyte back, and all of it is waited
 * for at the end. It replaces no sync; but the system tells an error once only, so that one that shows here is thrown here.
 */
export function syncAlong(sync: () => Promise<void>): SyncAlong {
  let since = 0
  let underWay: Promise<void> | null = null
  const failed: { with: Error | null } = { with: null }
  const fail = (): void => {
    if (failed.with !== null) throw failed.with
  }
  return {
    wrote(bytes) {
      fail()
      since += bytes
      if (since < syncEvery || underWay !== null) return
      since = 0
      underWay = sync().catch((error: unknown) => { failed.with = error instanceof Error ? error : new Error(String(error)) }).finally(() => { underWay = null })
    },
    async settled() {
      await underWay
      fail()
    },
  }
}
