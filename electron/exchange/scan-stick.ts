/**
 * Finds packages on a stick and copies them in. Only `.zpk` files in our own folders and at the top are looked at, nothing is executed, and
 * what is ours is told by the clear header and never by a name.
 */
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Header } from '../../shared/exchange/header'
import { limits } from '../../shared/exchange/limits'
import { packageFolders, stickRoot } from '../../shared/exchange/names'
import { fail, ok, type Result } from '../../shared/result'
import { chunkBytes, type ByteSource } from './bytes'
import { readLayout } from './check-package'
import { checkCancelled, errnoOf, failureOf, fault } from './fault'
import type { StickFile, StickFs } from './stick-fs'

export interface FoundPackage {
  readonly path: string
  readonly size: number
  /** The clear header, or why there is none. */
  readonly header: Result<Header>
}

const isPackageName = (name: string): boolean => name.toLowerCase().endsWith('.zpk')

const sourceOf = (file: StickFile, size: number): ByteSource => ({
  size,
  async read(offset, length) {
    const bytes = new Uint8Array(length)
    let done = 0
    while (done < length) {
      const read = await file.read(bytes.subarray(done), offset + done)
      if (read === 0) throw fault('truncated', { offset: offset + done })
      done += read
    }
    return bytes
  },
})

async function headerOf(fs: StickFs, path: string, size: number): Promise<Result<Header>> {
  const file = await fs.openRead(path)
  try {
    const layout = await readLayout(sourceOf(file, size))
    return layout.ok ? ok(layout.value.header) : layout
  } finally {
    await file.close()
  }
}

async function packagesIn(fs: StickFs, folder: string): Promise<readonly FoundPackage[]> {
  const found: FoundPackage[] = []
  for (const entry of await fs.list(folder)) {
    if (entry.folder || !isPackageName(entry.name)) continue
    const path = join(folder, entry.name)
    try {
      const size = await fs.size(path)
      found.push({ path, size, header: await headerOf(fs, path, size) })
    } catch (error) {
      const failure = failureOf(error)
      if (failure === null) throw error
      found.push({ path, size: 0, header: failure })
    }
  }
  return found
}

/** Every package on a stick: at the top, and in the folders of every county. Sorted by path. */
export async function scanStick(fs: StickFs, root: string): Promise<Result<readonly FoundPackage[]>> {
  try {
    const found = [...await packagesIn(fs, root)]
    for (const county of await fs.list(join(root, stickRoot))) {
      if (!county.folder) continue
      for (const kind of packageFolders) found.push(...await packagesIn(fs, join(root, stickRoot, county.name, kind)))
    }
    return ok(found.sort((a, b) => (a.path < b.path ? -1 : 1)))
  } catch (error) {
    return failureOf(error) ?? Promise.reject(error instanceof Error ? error : new Error(String(error)))
  }
}

/**
 * Removes this computer's own older packages to one office from a folder: the newest three stay, and of the others only those go that
 * `mayGo` names (the other side has them). Files of others, and files that cannot be read, are never touched. Gives the removed paths.
 */
export async function pruneOwn(fs: StickFs, folder: string, device: string, to: string, mayGo: (packageId: string) => boolean): Promise<readonly string[]> {
  const ours = (header: Header): boolean => header.from.device === device && header.to.org === to
  const own = (await packagesIn(fs, folder)).flatMap((p) => (p.header.ok && ours(p.header.value) ? [{ path: p.path, header: p.header.value }] : []))
  const older = own.sort((a, b) => b.header.pseq - a.header.pseq || (a.header.created < b.header.created ? 1 : -1)).slice(3)
  const removed: string[] = []
  for (const { path } of older.filter((p) => mayGo(p.header.id))) {
    try {
      await fs.remove(path)
      removed.push(path)
    } catch (error) {
      // Tidying up is a courtesy: a write-protected stick must not fail a package that is already on it.
      if (failureOf(error) === null) throw error
    }
  }
  return removed
}

/**
 * Copies a package from the stick into a file of our own and gives its size; everything afterwards works on the copy, of which every digest is
 * measured. It is synced unless the caller does that. `stick-removed`, `disk-full` (ours), `file-not-found`, `too-big`, `io-error`, `cancelled`.
 */
export async function copyIn(fs: StickFs, path: string, target: string, options: { readonly signal?: AbortSignal; readonly progress?: (done: number, total: number) => void; readonly synced?: boolean } = {}): Promise<Result<number>> {
  let file: StickFile | null = null
  try {
    const size = await fs.size(path)
    if (size > limits.file) return fail('too-big', { detail: { limit: limits.file } })
    file = await fs.openRead(path)
    const out = await open(target, 'w', 0o600)
    let done = 0
    try {
      // While one megabyte is written, the next is read.
      let [held, other] = [new Uint8Array(chunkBytes), new Uint8Array(chunkBytes)]
      for (let read = await file.read(held, 0); read > 0;) {
        checkCancelled(options.signal)
        const [next] = await Promise.all([file.read(other, done + read), out.writeFile(held.subarray(0, read))])
        done += read
        options.progress?.(done, size)
        ;[held, other, read] = [other, held, next]
      }
      if (options.synced !== false) await out.sync()
    } finally {
      await out.close()
    }
    return done === size ? ok(size) : fail('stick-removed', { detail: { at: 'reading', read: done, size } })
  } catch (error) {
    const failure = failureOf(error)
    if (failure === null) throw error
    const gone = ['EIO', 'ENODEV', 'ENXIO'].includes(errnoOf(error) ?? '') && file !== null
    return gone ? fail('stick-removed', { detail: { ...failure.detail, at: 'reading' } }) : failure
  } finally {
    await file?.close().catch(() => undefined)
  }
}
