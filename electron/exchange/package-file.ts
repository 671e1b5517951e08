/** Packages as files on our own disk: made under a temporary name and synced, opened for as long as somebody reads, tested after making. */
import { open, rename, rm } from 'node:fs/promises'
import type { Header } from '../../shared/exchange/header'
import { versionLine } from '../../shared/exchange/version'
import { fail, ok, type Result } from '../../shared/result'
import { fileSink, fileSource, memorySource, type ByteSink, type ByteSource } from './bytes'
import { checkPackage, readLayout, type PackageLayout } from './check-package'
import { settle } from './fault'
import { sha256Hex } from './hash'
import type { DeviceKeys } from './keys'
import { checkBlob } from './read-blob'
import { readRecords } from './read-records'
import type { WrittenPackage } from './write-package'

/**
 * Brings a file that was written to the disk. Begun early and waited for late, the disk works while the processor does something else: nothing
 * may count that needs the file before this has answered.
 */
export function syncFile(path: string): Promise<Result<true>> {
  return settle(async () => {
    const file = await open(path, 'r+')
    try {
      await file.sync()
      return ok(true)
    } finally {
      await file.close()
    }
  })
}

/** Lets `write` fill a new file and puts it in place only when that succeeded, synced unless the caller does that (`syncFile`). */
export async function makeFile<T>(path: string, write: (sink: ByteSink) => Promise<Result<T>>, synced = true): Promise<Result<T>> {
  const part = `${path}.part`
  const made = await settle(async () => {
    const file = await open(part, 'w', 0o600)
    try {
      const written = await write(fileSink(file))
      if (written.ok && synced) await file.sync()
      return written
    } finally {
      await file.close()
    }
  })
  if (!made.ok) {
    await rm(part, { force: true })
    return made
  }
  return settle(async () => {
    await rename(part, path)
    return made
  })
}

/** Opens a file for as long as `work` reads it. */
export function withFile<T>(path: string, work: (source: ByteSource) => Promise<Result<T>>): Promise<Result<T>> {
  return settle(async () => {
    const file = await open(path, 'r')
    try {
      return await work(await fileSource(file))
    } finally {
      await file.close()
    }
  })
}

/** Opens a package, reads its layout and lets `work` have it; the file is closed afterwards. */
export const withPackage = <T>(path: string, work: (layout: PackageLayout) => Promise<Result<T>>): Promise<Result<T>> =>
  withFile(path, async (source) => {
    const layout = await readLayout(source)
    return layout.ok ? work(layout.value) : layout
  })

/** A part of a file as a source that opens it at each read: a relayed part of 64 MiB is neither held nor keeps a file open. */
export const partOfFile = (path: string, range: { readonly offset: number; readonly length: number }): ByteSource => ({
  size: range.length,
  async read(offset, length) {
    const file = await open(path, 'r')
    try {
      return await (await fileSource(file)).read(range.offset + offset, length)
    } finally {
      await file.close()
    }
  },
})

/** Attachments above this are not opened again after making. */
const sampledBytes = 8 * 1024 * 1024

interface Made {
  readonly header: Header
  readonly keys: DeviceKeys
  readonly written: WrittenPackage
}

/**
 * Opens a package that this computer has just made as its receiver would, with this computer's own key: seal, every line and its hashes,
 * and up to three attachments. `damaged` = what is on the disk is not what was written.
 */
export const testPackage = (path: string, own: Made, signal?: AbortSignal): Promise<Result<{ readonly versions: number; readonly blobs: number }>> =>
  withPackage(path, (layout) => testLayout(layout, own, signal))

/** The same for a package that was made in memory. */
export const testBytes = (bytes: Uint8Array, own: Made, signal?: AbortSignal): Promise<Result<{ readonly versions: number; readonly blobs: number }>> =>
  settle(async () => {
    const layout = await readLayout(memorySource(bytes))
    return layout.ok ? testLayout(layout.value, own, signal) : layout
  })

async function testLayout(layout: PackageLayout, { header, keys, written }: Made, signal?: AbortSignal): Promise<Result<{ readonly versions: number; readonly blobs: number }>> {
  const options = signal === undefined ? {} : { signal }
  const receiver = { role: header.type === 'down' ? 'town' : 'county', ...header.to, realm: header.realm } as const
  const self = { org: header.from.org, name: header.from.name, sign: keys.sign, state: 'open' } as const
  const pkg = await checkPackage(layout, { office: receiver, device: (id) => (id === header.from.device ? self : null) }, signal)
  if (!pkg.ok) return pkg
  const hash = sha256Hex.stream()
  const key = { identities: [keys.ageIdentity] }
  const read = await readRecords(pkg.value, key, {
    versions: (batch) => { for (const v of batch) hash.update(v.ok ? versionLine(v.version, v.text) : '').update('\n') },
  }, options)
  if (!read.ok) return read
  if (read.value.errors > 0 || hash.digest('hex') !== written.linesSha256 || pkg.value.sealSha256 !== written.sealSha256) return fail('damaged', { detail: { part: 'self-test' } })
  const { blobs } = read.value.manifest
  // A few small ones: to decrypt a long film again would take as long as making it, and its digest was measured.
  const small = blobs.filter((blob) => blob.size <= sampledBytes)
  const sample = small.filter((_, i) => i === 0 || i === small.length - 1 || i === Math.floor(small.length / 2))
  for (const blob of sample) {
    const whole = await checkBlob(pkg.value, blob, key, signal)
    if (!whole.ok) return whole
  }
  return ok({ versions: read.value.versions, blobs: sample.length })
}
