/** Reads what was just written past the system's cache where there is a way: a stick that keeps other bytes than it was given is found out at once. */
import { createHash } from 'node:crypto'
import { closeSync, constants, openSync, readSync } from 'node:fs'

export const pageBytes = 1024 * 1024

interface WasmMemory {
  readonly WebAssembly: { readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer } }
}

/** A buffer that begins on a page: uncached reads need one, Node's own buffers are none, WebAssembly's memory always is. */
export const pageBuffer = (): Uint8Array => new Uint8Array(new (globalThis as unknown as WasmMemory).WebAssembly.Memory({ initial: pageBytes / 65_536 }).buffer)

/** One for all files: each new one reserves gigabytes of addresses until it is collected. Nobody else gets in between filling and hashing it. */
let ownBuffer: Uint8Array | null = null

const isRefused = (error: unknown): boolean => error instanceof Error && 'code' in error && ['EINVAL', 'EOPNOTSUPP', 'ENOTSUP'].includes(String(error.code))

function* hashing(file: string, flags: number, length: number): Generator<number, string, undefined> {
  const handle = openSync(file, flags)
  try {
    const hash = createHash('sha256')
    const buffer = (ownBuffer ??= pageBuffer())
    let at = 0
    while (at < length) {
      yield at
      const read = readSync(handle, buffer, 0, buffer.length, at)
      if (read === 0) break
      hash.update(buffer.subarray(0, Math.min(read, length - at)))
      at += read
    }
    return hash.digest('hex')
  } finally {
    closeSync(handle)
  }
}

/** SHA-256 (hex) of the first `length` bytes as they lie on the disk; yields how far it is. Throws what the disk throws. */
export function* readBack(file: string, length: number): Generator<number, string, undefined> {
  try {
    // Undefined on Windows.
    return yield* hashing(file, constants.O_RDONLY | ((constants as { readonly O_DIRECT?: number }).O_DIRECT ?? 0), length)
  } catch (error) {
    // Disks in memory and some network drives have no direct reads.
    if (!isRefused(error)) throw error
    return yield* hashing(file, constants.O_RDONLY, length)
  }
}
