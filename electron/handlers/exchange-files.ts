/** Where packages wait on this computer: made ones, copies of what came in, the archive. Names are ours, nothing of a package is used as a path. */
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import type { Header } from '../../shared/exchange/header'
import { packageFileName, packageFolder } from '../../shared/exchange/names'
import { ok, type Result } from '../../shared/result'
import { fileSink, fileSource, type ByteSink, type ByteSource } from '../exchange/bytes'
import { nodeStickFs } from '../exchange/stick-fs'
import { writeToStick, type OnStick } from '../exchange/write-stick'
import type { WrittenPackage } from '../exchange/write-package'
import type { Desk } from './desk'
import type { Job } from './job'

type Place = 'outbox' | 'inbox' | 'archive'

/** A file of our own in one of the places; the folder is made. */
export async function ownFile(desk: Desk, place: Place, name: string): Promise<string> {
  const folder = path.join(desk.dir, place)
  await mkdir(folder, { recursive: true })
  return path.join(folder, name)
}

/** Opens a file, gives it as a source, closes it afterwards. */
export async function withSource<T>(file: string, work: (source: ByteSource) => Promise<T>): Promise<T> {
  const handle = await open(file, 'r')
  try {
    return await work(await fileSource(handle))
  } finally {
    await handle.close()
  }
}

async function synced<T>(handle: FileHandle, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    const done = await work()
    if (done.ok) await handle.sync()
    return done
  } finally {
    await handle.close()
  }
}

export interface Made {
  readonly written: WrittenPackage
  readonly file: string
}

/** Writes a package into the outbox; a failed one leaves nothing. */
export async function makeInOutbox(desk: Desk, id: string, write: (sink: ByteSink) => Promise<Result<WrittenPackage>>): Promise<Result<Made>> {
  const file = await ownFile(desk, 'outbox', `${id}.zpk`)
  const part = `${file}.part`
  const handle = await open(part, 'w+', 0o600)
  const written = await synced(handle, () => write(fileSink(handle)))
  if (!written.ok) {
    await rm(part, { force: true })
    return written
  }
  await rename(part, file)
  return ok({ written: written.value, file })
}

/** Copies a finished package to the stick, or any folder, under its name for people. */
export const putOnStick = (header: Header, file: string, to: string, job: Job): Promise<Result<OnStick>> =>
  withSource(file, async (source) => {
    await mkdir(to, { recursive: true })
    return writeToStick(nodeStickFs, source, to, packageFolder(header), packageFileName(header), {
      signal: job.signal, progress: ({ phase, done, total }) => { job.progress(phase, done, total) },
    })
  })
