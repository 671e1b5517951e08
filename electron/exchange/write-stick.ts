/**
 * Puts a finished package on the stick: beside its place under a temporary name, synced, read back, renamed. A file under its final name
 * was therefore complete on the stick once; whatever goes wrong costs a trip and never data, because the original stays here.
 */
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fail, ok, type Failure, type Result } from '../../shared/result'
import { chunkBytes, passRange, syncAlong, type ByteSource } from './bytes'
import { pageBuffer } from '../store/read-back'
import { checkCancelled, errnoOf, failureOf } from './fault'
import type { StickFile, StickFs } from './stick-fs'

/** How far the copy was checked: read again past the cache, read again through it, or not at all. */
export type StickCheck = 'read-back' | 'sampled' | 'none'

export interface StickOptions {
  readonly signal?: AbortSignal
  readonly progress?: (p: { readonly phase: 'write' | 'check'; readonly done: number; readonly total: number }) => void
  /** The test of the package itself, which may go on meanwhile: without it nothing gets its final name. */
  readonly sound?: Promise<Result<unknown>>
  /** Pauses between two tries of a rename; the tests do not wait. */
  readonly sleep?: (ms: number) => Promise<unknown>
}

export interface OnStick {
  readonly path: string
  readonly size: number
  readonly check: StickCheck
}

/** Bytes that must be free: the file, two per cent for the file system, 16 MiB of air. */
export const spaceNeeded = (size: number): number => Math.ceil(size * 1.02) + 16 * 1024 * 1024

const renameTries = ['EPERM', 'EACCES', 'EBUSY']
const renameMs = 60_000

async function writeAll(file: StickFile, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const written = await file.write(bytes.subarray(done))
    // A write that takes nothing and gives no error would never end.
    if (written <= 0) throw Object.assign(new Error('nothing written'), { code: 'ENOSPC' })
    done += written
  }
}

async function copyTo(fs: StickFs, source: ByteSource, part: string, options: StickOptions): Promise<void> {
  const file = await fs.create(part)
  // What the system holds back would be waited for at the end, with a progress that says that all is done.
  const along = syncAlong(() => file.sync())
  let done = 0
  try {
    for await (const piece of passRange(source, 0, source.size)) {
      checkCancelled(options.signal)
      await writeAll(file, piece)
      along.wrote(piece.length)
      done += piece.length
      options.progress?.({ phase: 'write', done, total: source.size })
    }
    await along.settled()
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Whether the file holds the source, byte by byte, and nothing behind it. It is read through two buffers: while one is looked at, the other is filled. */
async function holds(file: StickFile, source: ByteSource, buffers: readonly [Uint8Array, Uint8Array], options: StickOptions): Promise<boolean> {
  let [held, other] = buffers
  const fill = (offset: number): Promise<number> => {
    [held, other] = [other, held]
    const reading = file.read(held, offset)
    // It is asked for at the next turn; until then nobody listens.
    reading.catch(() => undefined)
    return reading
  }
  let done = 0
  let next = fill(0)
  try {
    for await (const piece of passRange(source, 0, source.size)) {
      checkCancelled(options.signal)
      const read = await next
      const found = held.subarray(0, read)
      done += read
      if (read === held.length) next = fill(done)
      if (Buffer.compare(found, piece) !== 0) return false
      options.progress?.({ phase: 'check', done, total: source.size })
    }
    return source.size % held.length !== 0 || (await next) === 0
  } finally {
    await next.catch(() => undefined)
  }
}

/** Reads the copy again and holds it against the original; null when it is something else. */
async function readBack(fs: StickFs, path: string, source: ByteSource, options: StickOptions): Promise<StickCheck | null> {
  const uncached = await fs.openUncached(path)
  if (uncached !== null) {
    try {
      return await holds(uncached, source, [pageBuffer(), pageBuffer()], options) ? 'read-back' : null
    } catch (error) {
      if (errnoOf(error) !== 'EINVAL') throw error
    } finally {
      await uncached.close()
    }
  }
  const file = await fs.openRead(path)
  try {
    return await holds(file, source, [new Uint8Array(chunkBytes), new Uint8Array(chunkBytes)], options) ? 'sampled' : null
  } finally {
    await file.close()
  }
}

async function renameWithTries(fs: StickFs, from: string, to: string, options: StickOptions): Promise<void> {
  const sleep = options.sleep ?? wait
  // Virus scanners hold a fresh file for some seconds.
  for (let waited = 0, pause = 100; ; waited += pause, pause = Math.min(pause * 2, 5000)) {
    try {
      await fs.rename(from, to)
      return
    } catch (error) {
      if (!renameTries.includes(errnoOf(error) ?? '') || waited >= renameMs) throw error
    }
    checkCancelled(options.signal)
    await sleep(pause)
  }
}

/** Names a failure on the stick: gone, write-protected, or what it was. */
async function stickFailure(fs: StickFs, root: string, error: unknown): Promise<Failure> {
  const failure = failureOf(error)
  if (failure === null) throw error
  if (failure.code === 'cancelled') return failure
  // Folder and half file were made here: where they are no longer found, only the place of the stick was left.
  if (failure.code === 'file-not-found' || failure.code === 'stick-removed') return fail('stick-removed', failure.detail === undefined ? {} : { detail: failure.detail })
  try {
    await fs.free(root)
  } catch (gone) {
    return fail('stick-removed', { detail: { errno: errnoOf(gone) ?? '' } })
  }
  return fail(failure.code === 'read-only' ? 'stick-readonly' : failure.code, { detail: { ...failure.detail, on: 'stick' } })
}

async function removeQuietly(fs: StickFs, path: string): Promise<void> {
  try {
    await fs.remove(path)
  } catch (error) {
    // The stick may be gone or full of errors; the failure that is being reported already says so.
    if (failureOf(error) === null) throw error
  }
}

/** What an earlier try of ours left when its process died in the middle: half files of the same office and kind take room for nothing. */
async function removeLeftovers(fs: StickFs, folder: string, name: string): Promise<void> {
  const ours = name.split('_').slice(0, 3).join('_')
  try {
    for (const one of await fs.list(folder)) if (!one.folder && one.name.startsWith(ours) && one.name.endsWith('.zpk.part')) await removeQuietly(fs, join(folder, one.name))
  } catch (error) {
    // No folder yet, or no stick: what follows says so.
    if (failureOf(error) === null) throw error
  }
}

/**
 * Writes `source` as `name` into `folders` under `root` (the stick's mount point). `disk-full`, `stick-readonly`, `stick-removed`, `cancelled`,
 * `io-error` (also when what was read back is not what was written: the stick is bad), `in-use`. After a failure nothing stands under
 * the final name.
 */
export async function writeToStick(fs: StickFs, source: ByteSource, root: string, folders: readonly string[], name: string, options: StickOptions = {}): Promise<Result<OnStick>> {
  const folder = join(root, ...folders)
  const path = join(folder, name)
  const part = `${path}.part`
  try {
    await removeLeftovers(fs, folder, name)
    const free = await fs.free(root)
    if (free < spaceNeeded(source.size)) return fail('disk-full', { detail: { on: 'stick', free, needed: spaceNeeded(source.size) } })
    await fs.makeFolder(folder)
    await copyTo(fs, source, part, options)
    const check = await readBack(fs, part, source, options)
    if (check === null) {
      await removeQuietly(fs, part)
      return fail('io-error', { detail: { on: 'stick', stage: 'read-back' } })
    }
    const sound = await options.sound
    if (sound?.ok === false) {
      await removeQuietly(fs, part)
      return sound
    }
    await renameWithTries(fs, part, path, options)
    await fs.syncFolder(folder)
    return ok({ path, size: source.size, check })
  } catch (error) {
    const failure = await stickFailure(fs, root, error)
    await removeQuietly(fs, part)
    return failure
  }
}
