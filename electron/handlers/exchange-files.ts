/** Where packages wait on this computer, and how one leaves it. Names are ours: nothing of a package is used as a path. */
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { packageFileName, packageFolder } from '../../shared/exchange/names'
import type { Result } from '../../shared/result'
import type { DeviceKeys } from '../exchange/keys'
import { makeFile, syncFile, testPackage, withFile } from '../exchange/package-file'
import { pruneOwn } from '../exchange/scan-stick'
import { nodeStickFs } from '../exchange/stick-fs'
import { writePackage, type PackageParts } from '../exchange/write-package'
import { writeToStick, type OnStick } from '../exchange/write-stick'
import { storeFailure } from '../store/failure'
import { spaceFor } from '../store/free-space'
import { makeFolder } from '../store/make-folder'
import type { SentCounts } from './exchange-counts'
import type { Desk } from './desk'
import type { Job } from './job'

export type Place = 'outbox' | 'inbox' | 'archive' | 'tmp'

export const placeOf = (desk: Desk, place: Place): string => path.join(desk.dir, place)

/** A file of our own in one of the places; the folder is made. */
export async function ownFile(desk: Desk, place: Place, name: string): Promise<string> {
  await mkdir(placeOf(desk, place), { recursive: true })
  return path.join(placeOf(desk, place), name)
}

/** Where the original of a package that was taken in is kept. */
export const archived = (desk: Desk, id: string): Promise<string> => ownFile(desk, 'archive', `${id}.zpk`)

export interface Sending {
  readonly parts: PackageParts
  /** The town that it is about, or the county that it goes to. */
  readonly org: string
  readonly counts: SentCounts
  readonly keys: DeviceKeys
  readonly to: string
  /** Whether an older package of ours may leave the stick. */
  readonly mayGo: (id: string) => boolean
}

/**
 * Makes a package in the outbox, opens it again as its receiver would, and brings it to the stick (or any folder) under its name for people.
 * It stays in the outbox until it is confirmed; what fails before it has left is forgotten.
 */
export async function send(desk: Desk, sending: Sending, job: Job): Promise<Result<OnStick>> {
  const { parts, org, counts, keys, to } = sending
  const { header } = parts
  const { exchange } = desk.store
  const file = await ownFile(desk, 'outbox', `${header.id}.zpk`)
  const full = spaceFor(placeOf(desk, 'outbox'), header.sizes.blobBytes)
  if (full) return full
  const options = { signal: job.signal, progress: ({ phase, done, total }: { readonly phase: string; readonly done: number; readonly total: number }) => { job.progress(phase, done, total) } }
  const made = await makeFile(file, (sink) => writePackage(sink, parts, options), false)
  if (!made.ok) return made
  const row = {
    id: header.id, direction: 'out', device: header.from.device, org, pseq: header.pseq, sealSha256: made.value.sealSha256, code: null, counts: { ...counts }, madeAt: header.created, doneAt: null,
  } as const
  const kept = syncFile(file)
  exchange.putPackage({ ...row, state: 'MADE', file: null })
  job.reached('made')
  // The stick takes its time, in which the package is opened again.
  const tested = testPackage(file, { header, keys, written: made.value }, job.signal)
  tested.catch(() => undefined)
  const written = await toStick(parts, file, to, { ...options, sound: tested })
  const sound = await tested
  const synced = await kept
  const there = !sound.ok ? sound : synced.ok || !written.ok ? written : synced
  if (!there.ok) {
    exchange.dropPackage(header.id)
    await rm(file, { force: true })
    return there
  }
  job.reached('on-stick')
  exchange.putPackage({ ...row, state: 'WRITTEN', file: there.value.path })
  await pruneOwn(nodeStickFs, path.dirname(there.value.path), header.from.device, header.to.org, sending.mayGo)
  return there
}

const toStick = ({ header }: PackageParts, file: string, to: string, options: Parameters<typeof writeToStick>[5]): Promise<Result<OnStick>> =>
  withFile(file, async (source) => {
    try {
      makeFolder(to)
    } catch (error) {
      const failure = storeFailure(error)
      return { ...failure, detail: { ...failure.detail, on: 'stick' } }
    }
    return writeToStick(nodeStickFs, source, to, packageFolder(header), packageFileName(header), options)
  })

/** Runs `work` again without the attachments that turn out to be broken, so that one bad file never holds up a report. */
export async function withoutBroken<T>(work: (broken: ReadonlySet<string>) => Promise<Result<T>>): Promise<Result<T>> {
  const broken = new Set<string>()
  for (;;) {
    const done = await work(broken)
    const sha256 = done.ok ? undefined : done.detail?.['sha256']
    if (done.ok || done.code !== 'damaged' || typeof sha256 !== 'string' || broken.has(sha256)) return done
    broken.add(sha256)
  }
}
