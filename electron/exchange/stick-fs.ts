/**
 * The few file operations that a stick needs, behind one interface: the real one is Node's, the tests' one fails at chosen places. Errors
 * are thrown as the system gives them.
 */
import { constants } from 'node:fs'
import { open, readdir, rename, stat, statfs, unlink } from 'node:fs/promises'
import { makeFolder } from '../store/make-folder'

export interface StickFile {
  /** Writes at the end; may write less than it was given, as systems do. */
  write(bytes: Uint8Array): Promise<number>
  /** Fills `into` from `offset`; fewer bytes only at the end of the file. */
  read(into: Uint8Array, offset: number): Promise<number>
  sync(): Promise<void>
  close(): Promise<void>
}

export interface StickFs {
  /** Free bytes for this user. Throws when the stick is gone. */
  free(folder: string): Promise<number>
  makeFolder(path: string): Promise<void>
  /** Names in a folder; a folder that is not there has none. */
  list(folder: string): Promise<readonly { readonly name: string; readonly folder: boolean }[]>
  size(path: string): Promise<number>
  create(path: string): Promise<StickFile>
  openRead(path: string): Promise<StickFile>
  /** Opens past the system's cache; null where the system or the file system does not offer it. */
  openUncached(path: string): Promise<StickFile | null>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** Makes a rename durable, where the system has a way. */
  syncFolder(folder: string): Promise<void>
}

const isErrno = (error: unknown, ...names: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && names.includes(error.code)

async function openAs(path: string, flags: string | number): Promise<StickFile> {
  const file = await open(path, flags)
  let end = 0
  return {
    async write(bytes) {
      const { bytesWritten } = await file.write(bytes, 0, bytes.length, end)
      end += bytesWritten
      return bytesWritten
    },
    async read(into, offset) {
      let done = 0
      while (done < into.length) {
        const { bytesRead } = await file.read(into, done, into.length - done, offset + done)
        done += bytesRead
        // An uncached read that ends off a block boundary is at the end of the file.
        if (bytesRead === 0 || done % 512 !== 0) break
      }
      return done
    },
    sync: () => file.sync(),
    close: () => file.close(),
  }
}

/** The real file system. */
export const nodeStickFs: StickFs = {
  async free(folder) {
    const s = await statfs(folder)
    return s.bavail * s.bsize
  },
  makeFolder: (path) => Promise.resolve().then(() => { makeFolder(path) }),
  async list(folder) {
    try {
      return (await readdir(folder, { withFileTypes: true })).map((e) => ({ name: e.name, folder: e.isDirectory() }))
    } catch (error) {
      if (isErrno(error, 'ENOENT', 'ENOTDIR')) return []
      throw error
    }
  },
  size: async (path) => (await stat(path)).size,
  create: (path) => openAs(path, 'w'),
  openRead: (path) => openAs(path, 'r'),
  async openUncached(path) {
    if (constants.O_DIRECT === undefined) return null
    try {
      return await openAs(path, constants.O_RDONLY | constants.O_DIRECT)
    } catch (error) {
      // tmpfs and some FUSE file systems have no direct reads.
      if (isErrno(error, 'EINVAL', 'EOPNOTSUPP', 'ENOTSUP')) return null
      throw error
    }
  },
  rename,
  remove: unlink,
  async syncFolder(folder) {
    // Windows cannot open a folder for syncing; its rename is written through by the file system.
    if (process.platform === 'win32') return
    const dir = await open(folder, 'r')
    try {
      await dir.sync()
    } catch (error) {
      if (!isErrno(error, 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'EBADF')) throw error
    } finally {
      await dir.close()
    }
  },
}
