/** A stick in memory that fails where it is told to. */
import { posix } from 'node:path'
import type { StickFile, StickFs } from '../../electron/exchange/stick-fs'

export interface Faults {
  /** A write takes at most so many bytes. */
  readonly shortWrite?: number
  /** After so many bytes written in all, writes give this error. */
  readonly writeError?: { readonly at: number; readonly errno: string }
  /** After so many bytes written, the stick is pulled: everything fails from then on. */
  readonly pulledAt?: number
  /** A rename fails so many times before it works. */
  readonly renameErrors?: { readonly times: number; readonly errno: string }
  readonly createError?: string
  readonly syncError?: string
  /** The system tells an error of the medium at one sync only, and then never again. */
  readonly syncErrorOnce?: string
  /** The medium keeps another byte at this place than was written; the system's cache still shows the right one. */
  readonly flipOnMedium?: number
  /** Reads past the cache are offered. */
  readonly uncached?: boolean
  readonly readError?: string
  readonly free?: number
}

const errno = (code: string): Error => Object.assign(new Error(code), { code })

export class FaultyStick implements StickFs {
  readonly files = new Map<string, Uint8Array>()
  pulled = false
  written = 0
  renames = 0
  syncs = 0
  readonly faults: Faults
  constructor(faults: Faults = {}) {
    this.faults = faults
  }

  #alive(): void {
    if (this.pulled) throw errno('EIO')
  }

  async free(): Promise<number> {
    if (this.pulled) throw errno('ENOENT')
    return this.faults.free ?? 8e9
  }

  async makeFolder(): Promise<void> {
    this.#alive()
    if (this.faults.createError !== undefined) throw errno(this.faults.createError)
  }

  async list(folder: string): Promise<readonly { readonly name: string; readonly folder: boolean }[]> {
    this.#alive()
    const names = new Map<string, boolean>()
    for (const path of this.files.keys()) {
      if (!path.startsWith(`${folder}/`)) continue
      const [name, ...more] = path.slice(folder.length + 1).split('/')
      names.set(name!, more.length > 0)
    }
    return [...names].map(([name, isFolder]) => ({ name, folder: isFolder }))
  }

  async size(path: string): Promise<number> {
    return this.#bytes(path).length
  }

  #bytes(path: string): Uint8Array {
    this.#alive()
    const bytes = this.files.get(path)
    if (bytes === undefined) throw errno('ENOENT')
    return bytes
  }

  async create(path: string): Promise<StickFile> {
    this.#alive()
    if (this.faults.createError !== undefined) throw errno(this.faults.createError)
    this.files.set(path, new Uint8Array(0))
    const { faults } = this
    return {
      write: async (bytes) => {
        this.#alive()
        let length = Math.min(bytes.length, faults.shortWrite ?? bytes.length)
        if (faults.pulledAt !== undefined && this.written + length >= faults.pulledAt) {
          this.pulled = true
          throw errno('EIO')
        }
        if (faults.writeError !== undefined && this.written + length > faults.writeError.at) {
          length = faults.writeError.at - this.written
          if (length <= 0) throw errno(faults.writeError.errno)
        }
        this.files.set(path, Buffer.concat([this.files.get(path)!, bytes.subarray(0, length)]))
        this.written += length
        return length
      },
      read: () => Promise.reject(errno('EBADF')),
      sync: async () => {
        this.#alive()
        if (faults.syncError !== undefined) throw errno(faults.syncError)
        if (faults.syncErrorOnce !== undefined && ++this.syncs === 1) throw errno(faults.syncErrorOnce)
      },
      close: async () => undefined,
    }
  }

  #reader(path: string, medium: boolean): StickFile {
    const whole = Uint8Array.from(this.#bytes(path))
    if (medium && this.faults.flipOnMedium !== undefined && whole.length > 0) whole[this.faults.flipOnMedium % whole.length]! ^= 1
    return {
      write: () => Promise.reject(errno('EBADF')),
      read: async (into, offset) => {
        this.#alive()
        if (this.faults.readError !== undefined) throw errno(this.faults.readError)
        const piece = whole.subarray(offset, offset + into.length)
        into.set(piece)
        return piece.length
      },
      sync: async () => undefined,
      close: async () => undefined,
    }
  }

  async openRead(path: string): Promise<StickFile> {
    return this.#reader(path, false)
  }

  async openUncached(path: string): Promise<StickFile | null> {
    return this.faults.uncached === true ? this.#reader(path, true) : null
  }

  async rename(from: string, to: string): Promise<void> {
    this.#alive()
    this.renames += 1
    if (this.faults.renameErrors !== undefined && this.renames <= this.faults.renameErrors.times) throw errno(this.faults.renameErrors.errno)
    this.files.set(to, this.#bytes(from))
    this.files.delete(from)
  }

  async remove(path: string): Promise<void> {
    this.#bytes(path)
    this.files.delete(path)
  }

  async syncFolder(): Promise<void> {
    this.#alive()
  }

  /** Names of the files, without their folders. */
  get names(): readonly string[] {
    return [...this.files.keys()].map((path) => posix.basename(path)).sort()
  }
}
