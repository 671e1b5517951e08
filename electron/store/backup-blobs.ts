/**
 * Attachments of backups. They are encrypted files whose names and keys stand in the database, so they are copied as they are, each once, into one
 * folder beside the backups; every backup there uses it. A copy that was cut off has another name and is written again.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { copyFile, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fail, ok, type Result } from '../../shared/result'
import { Refused, storeFailure } from './failure'
import { spaceFor } from './free-space'
import { makeFolderIn } from './make-folder'
import { readBack } from './read-back'
import { syncFolder } from './write-durably'

export const blobFolder = (dir: string): string => join(dir, 'blobs')

/** Where the attachments of a backup file lie. */
export const attachmentsBeside = (backup: string): string => join(dirname(backup), '备份附件')

const blobName = /^[0-9a-f]{48}$/u

async function namesIn(folder: string): Promise<readonly string[]> {
  return existsSync(folder) ? (await readdir(folder)).filter((name) => blobName.test(name)) : []
}

/** Names of the attachments in a folder beside backups. */
export const namesBeside = async (folder: string): Promise<ReadonlySet<string>> => new Set(await namesIn(folder))

/** How many attachments lie beside a backup. */
export const countBeside = async (backup: string): Promise<number> => (await namesIn(attachmentsBeside(backup))).length

async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** SHA-256 of what lies on the disk under this name; others get in between two pieces. */
async function sumOnDisk(file: string, length: number): Promise<string> {
  const reading = readBack(file, length)
  for (let next = reading.next(); ; next = reading.next()) {
    if (next.done === true) return next.value
    await new Promise((others) => { setImmediate(others) })
  }
}

/** A copy that stands under its name only whole, synced and read again: throws `io-error` where the disk keeps other bytes. One that was cut off leaves nothing. */
export async function copyDurably(from: string, to: string): Promise<void> {
  const part = `${to}.part`
  try {
    const { size } = await stat(from)
    const sum = await sumOf(from)
    await copyFile(from, part)
    const handle = await open(part, 'r+')
    await handle.sync().finally(() => handle.close())
    if (await sumOnDisk(part, size) !== sum) throw new Refused(fail('io-error', { detail: { stage: 'read-back' } }))
    await rename(part, to)
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw error
  }
}

/** Whoever follows the copying, and may stop it between two files: those that are there by then are whole, and the next time goes on from there. */
export interface Following {
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number) => void
}

/** Copies what is missing in `to` (or has another length there); gives how many attachments lie there afterwards. `disk-full` before anything is written, `cancelled`. */
export async function copyBlobs(from: string, to: string, following?: Following): Promise<Result<{ readonly copied: number; readonly there: number }>> {
  try {
    const names = await namesIn(from)
    if (names.length === 0) return ok({ copied: 0, there: (await namesIn(to)).length })
    makeFolderIn(dirname(to), basename(to))
    const missing: { readonly name: string; readonly size: number }[] = []
    for (const name of names) {
      const { size } = await stat(join(from, name))
      if (!existsSync(join(to, name)) || statSync(join(to, name)).size !== size) missing.push({ name, size })
    }
    const full = spaceFor(to, missing.reduce((sum, one) => sum + one.size, 0))
    if (full) return full
    for (const [at, { name }] of missing.entries()) {
      following?.progress(at, missing.length)
      if (following?.signal.aborted) return fail('cancelled')
      await copyDurably(join(from, name), join(to, name))
    }
    syncFolder(to)
    return ok({ copied: missing.length, there: (await namesIn(to)).length })
  } catch (error) {
    return storeFailure(error)
  }
}

/** Brings attachments that are missing here back from the folder beside a backup. */
export async function bringBlobsBack(backup: string, dir: string, following?: Following): Promise<Result<{ readonly copied: number }>> {
  const beside = attachmentsBeside(backup)
  const held = new Set(await namesIn(blobFolder(dir)))
  if ((await namesIn(beside)).every((name) => held.has(name))) return ok({ copied: 0 })
  return copyBlobs(beside, blobFolder(dir), following)
}
