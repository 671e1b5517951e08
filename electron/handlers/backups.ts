/** Backups: where the person says, on a stick with one press, in a second place every day; what one holds; and back again. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { backupPhases, restorePhases, type BackupSeen, type RehearsedBackup } from '../../shared/contract/safety'
import { fileSafe } from '../../shared/exchange/names'
import { fail, ok, type Result } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import { listBackups, lookAtBackup, restoreBackup } from '../store/backup'
import { isForeign } from '../store/backup-file'
import { attachmentsBeside, blobFolder, bringBlobsBack, copyBlobs, copyDurably, countBeside, namesBeside, type Following } from '../store/backup-blobs'
import { backupUnderWay } from '../store/backup-thread'
import { storeFailure } from '../store/failure'
import { spaceFor } from '../store/free-space'
import { isStickGone, makeFolder, watchPlace } from '../store/make-folder'
import { syncFolder } from '../store/write-durably'
import type { Desk } from './desk'
import { asJob, inPaces, type Job } from './job'

export interface SecondPlace {
  readonly folder: string
  /** Of the last backup that lies there; null = none yet. */
  readonly at: string | null
  /** Why the last try did not come there; absent where it did. */
  readonly code?: string
}

export const secondPlaceOf = (desk: Desk): SecondPlace | null => desk.store.settings.get<SecondPlace | null>('second_place', null)

type Made = Result<{ readonly file: string; readonly bytes: number; readonly records: number; readonly attachments: number }>

export const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000)

const sayFiles = (job: Job): Following => ({ signal: job.signal, progress: (done, total) => { job.progress(backupPhases.files, done, total) } })

/**
 * The database, then the attachments that are not there yet; only then does the database get its name, so that one of before stands until this one is whole.
 * Attachments that could not be written leave the records there all the same; called off, nothing of it is left but attachments, which are whole.
 */
export async function backupTo(desk: Desk, to: string, job: Job): Promise<Made> {
  const attachments: { copied: Awaited<ReturnType<typeof copyBlobs>> } = { copied: ok({ copied: 0, there: 0 }) }
  const made = await inPaces(desk.store.backups.inSteps(to), job, async ({ done, total }) => {
    job.progress(backupPhases.records, megabytes(done), megabytes(total))
    if (done < total) return null
    const copied = await copyBlobs(blobFolder(desk.dir), attachmentsBeside(path.resolve(to)), sayFiles(job))
    attachments.copied = copied
    return !copied.ok && copied.code === 'cancelled' ? copied : null
  })
  const blobs = attachments.copied
  if (!made.ok) return made
  if (!blobs.ok) return blobs
  await forgetErased(desk, attachmentsBeside(path.resolve(to)))
  desk.store.settings.set('last_backup', desk.actor.at)
  desk.store.events.note({ kind: 'backup', by: desk.by, about: to })
  return ok({ file: made.value.file, bytes: made.value.bytes, records: made.value.records, attachments: blobs.value.there })
}

/** Attachments that were erased here go from beside the backups too: what a person had taken away must not stay there for ever. */
async function forgetErased(desk: Desk, beside: string): Promise<void> {
  const names = await namesBeside(beside)
  for (const { sha256 } of desk.store.exchange.blobs('gone')) {
    const name = desk.blobs.nameOf(sha256)
    if (names.has(name)) await rm(path.join(beside, name), { force: true })
  }
}

/** Where the backups of this office lie on a stick: one folder for each office, so that a stick can serve several. */
export function stickFile(desk: Desk, drive: string, what = '备份'): string {
  const { code, name } = desk.store.office
  return path.join(drive, '镇人大备份', fileSafe(`${code}_${name}`), `${fileSafe(name)}${what}${desk.today.replaceAll('-', '')}.zrb`)
}

/** The same on a stick, whose faults have words of their own. */
export async function backupToStick(desk: Desk, drive: string, file: string, job: Job): Promise<Made> {
  if (!existsSync(drive)) return fail('stick-removed', { detail: { on: 'stick' } })
  try {
    makeFolder(path.dirname(file))
  } catch (error) {
    const failure = storeFailure(error)
    return { ...failure, detail: { ...failure.detail, on: 'stick' } }
  }
  const isGone = watchPlace(drive)
  const made = await backupTo(desk, file, job)
  if (made.ok || made.code === 'cancelled') return made
  return isGone() ? fail('stick-removed', { detail: { on: 'stick' } }) : { ...made, detail: { ...made.detail, on: 'stick' } }
}

const ourCopy = /-(daily|migration|import|restore|asked)\.zrb$/u
/** Copies that stay in the second place. */
const keptThere = 10

/** The newest own backup into the second place, with the attachments; what fails is said in the settings, never in the way of work. */
export async function copyToSecondPlace(desk: Desk, job?: Job): Promise<void> {
  const { store } = desk
  const place = secondPlaceOf(desk)
  const all = store.backups.list()
  // One that a wrong clock dated into the future must not stand in the way of all that come after it.
  const newest = all.find((one) => path.basename(one.file).slice(0, 8) <= desk.today.replaceAll('-', '')) ?? all[0]
  if (!place || !newest) return
  const done = await carry(desk, newest.file, place.folder, job)
  // Locked meanwhile: the copy is there, and the next day's will say so.
  if (!desk.isOpen || desk.store !== store) return
  desk.store.settings.set('second_place', { folder: place.folder, at: done.ok ? newest.made_at : place.at, ...(done.ok ? {} : { code: done.code }) } satisfies SecondPlace)
}

async function carry(desk: Desk, file: string, folder: string, job?: Job): Promise<Result<true>> {
  // A stick that is not in is no fault: its folder must not be made on some other disk of that name.
  if (!existsSync(folder) || isStickGone(folder)) return fail('file-not-found', { detail: { file: folder } })
  const isGone = watchPlace(folder)
  const done = await carryInto(desk, file, folder, job)
  return done.ok || done.code === 'cancelled' || !isGone() ? done : fail('stick-removed')
}

async function carryInto(desk: Desk, file: string, folder: string, job?: Job): Promise<Result<true>> {
  const target = path.join(folder, path.basename(file))
  const wasThere = existsSync(target)
  try {
    if (!wasThere) {
      job?.progress('记录', 0, 0)
      const full = spaceFor(folder, statSync(file).size)
      if (full) return full
      await copyDurably(file, target)
      syncFolder(folder)
    }
    const blobs = await copyBlobs(blobFolder(desk.dir), attachmentsBeside(target), job && sayFiles(job))
    // Called off, no backup stays there without its attachments.
    if (!blobs.ok && blobs.code === 'cancelled' && !wasThere) await rm(target, { force: true })
    if (!blobs.ok) return blobs
    if (desk.isOpen) await forgetErased(desk, attachmentsBeside(target))
    const old = readdirSync(folder).filter((name) => ourCopy.test(name)).sort().reverse().slice(keptThere)
    for (const name of old) await rm(path.join(folder, name), { force: true })
    return ok(true)
  } catch (error) {
    return storeFailure(error)
  }
}

/** What does not come to the new place, or is called off, leaves the one of before. */
async function setSecondPlace(desk: Desk, folder: string | undefined, job: Job): Promise<Result<{ readonly second: SecondPlace | null }>> {
  if (folder === undefined) {
    desk.store.settings.remove('second_place')
    return ok({ second: null })
  }
  const full = path.resolve(folder)
  if (`${full}${path.sep}`.startsWith(`${desk.dir}${path.sep}`)) return fail('bad-input', { field: 'folder', detail: { why: 'within the data' } })
  try {
    makeFolder(full)
  } catch (error) {
    const failure = storeFailure(error)
    return { ...failure, field: 'folder', detail: { ...failure.detail, on: 'backup' } }
  }
  const before = secondPlaceOf(desk)
  desk.store.settings.set('second_place', { folder: full, at: null } satisfies SecondPlace)
  if (desk.store.backups.list().length === 0) desk.store.backups.make('asked')
  await copyToSecondPlace(desk, job)
  const second = secondPlaceOf(desk)
  if (second?.code === undefined) return ok({ second })
  if (before) desk.store.settings.set('second_place', before)
  else desk.store.settings.remove('second_place')
  return fail(second.code as 'disk-full', { field: 'folder', detail: { on: 'backup' } })
}

async function look(desk: Desk, file: string, password: string | undefined): Promise<Result<BackupSeen>> {
  const seen = lookAtBackup(file, { ...(password === undefined ? {} : { password }), practice: desk.practice })
  if (!seen.ok) return seen
  const { office, made_at, records, newer } = seen.value
  return ok({
    file, office, made_at, records, newer, attachments: await countBeside(file), bytes: statSync(file).size,
    present: desk.isOpen ? { code: desk.store.office.code, records: Object.values(desk.store.counts()).reduce((sum, n) => sum + n, 0) } : null,
  })
}

interface RestoreOrder {
  readonly file: string
  readonly password: string | undefined
  readonly second: boolean
}

/**
 * The backup is looked at first: a wrong password or a broken file leaves the office open as it was. Called off it can be until the present store is set
 * aside; from there on everything comes back, attachments included.
 */
async function restore(desk: Desk, { file, password, second }: RestoreOrder, job: Job): Promise<Result<{ readonly records: number; readonly made_at: string }>> {
  const seen = lookAtBackup(file, { ...(password === undefined ? {} : { password }), practice: desk.practice })
  if (!seen.ok) return seen
  if (desk.isBusy) return fail('in-use')
  job.progress(restorePhases.before, 0, 0)
  await new Promise((next) => { setImmediate(next) })
  // The backup of the day holds the file open in its own thread; Windows would not let it be set aside.
  await backupUnderWay(desk.dir)
  if (job.signal.aborted) return fail('cancelled')
  // What began during the wait.
  if (desk.isBusy) return fail('in-use')
  const wasOpen = desk.isOpen
  desk.close()
  // One may have begun since.
  await backupUnderWay(desk.dir)
  const restored = restoreBackup(file, desk.dir, { ...(password === undefined ? {} : { password }), now: desk.now, practice: desk.practice, second })
  if (!restored.ok) {
    if (wasOpen) desk.tell({ kind: 'locked', why: 'asked' })
    return restored
  }
  const blobs = await bringBlobsBack(file, desk.dir, { signal: new AbortController().signal, progress: (done, total) => { job.progress(restorePhases.after, done, total) } })
  return blobs.ok ? ok({ records: restored.value.records, made_at: restored.value.madeAt }) : blobs
}

export const backupHandlers = {
  'backup.make': ({ to, overwrite, job: name }, desk) => overwrite !== true && isForeign(to)
    ? fail('already-exists', { field: 'to', detail: { file: path.basename(to) } })
    : asJob(desk, name, (job) => backupTo(desk, to, job)),
  'backup.stick': ({ drive, job: name }, desk) => asJob(desk, name, (job) => backupToStick(desk, drive, stickFile(desk, drive), job)),
  'backup.list': async (_input, desk) => {
    const backups = await Promise.all(listBackups(desk.dir).map(async (one) => ({ ...one, attachments: await countBeside(one.file) })))
    const rehearsed = desk.isOpen ? desk.store.settings.get<RehearsedBackup | null>('rehearsal', null) : null
    return ok({ backups, second: desk.isOpen ? secondPlaceOf(desk) : null, rehearsed })
  },
  'backup.look': ({ file, password }, desk) => look(desk, file, password),
  'backup.place': ({ folder, job: name }, desk) => asJob(desk, name, (job) => setSecondPlace(desk, folder, job)),
  'backup.restore': ({ file, password, second, job: name }, desk) => asJob(desk, name, (job) => restore(desk, { file, password, second: second === true }, job)),
} satisfies Partial<Handlers<Desk>>
