/**
 * What takes long and need not hold up the store, in a thread of its own over a second connection: the backup of the day with its monthly
 * rehearsal, the one before an import, and bringing the pages of an import from the log into the file.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { ok, type Result } from '../../shared/result'
import type { BackupMade, Backups, BackupSource } from './backup'
import { autoCheckpoint, connect } from './connection'
import { Db } from './db'
import { storeFailure } from './failure'
import { databasePath } from './files-of-store'
import { settingsOf } from './settings'

export interface DayBackup {
  readonly daily: Result<BackupMade | null>
  readonly rehearsal: Result<{ readonly file: string; readonly records: number } | null>
}

/** `backupsOf`, handed over by whoever asks: backup.ts itself begins this thread, and no file is loaded in a circle. */
type BackupsOf = (source: BackupSource) => Backups

/** What the thread is given; a clock that stands still is given as its time. */
export interface DayBackupOrder {
  readonly dir: string
  readonly key: Uint8Array
  readonly office: BackupSource['office']
  readonly at: string
  readonly why: 'daily' | 'import' | 'checkpoint'
}

/** What the thread answers: settings that it would have written are written by the store itself. */
export interface DayBackupDone extends DayBackup {
  readonly settings: readonly (readonly [key: string, value: unknown])[]
}

const worker = new URL('./backup-worker.js', import.meta.url)

/** Copies that a program left behind when it ended in the middle; only this one has the store now. */
function sweep(dir: string): void {
  for (const name of readdirSync(dir)) {
    const [, pid] = /^(?:copy|rehearsal)-(\d+)(?:-\d+)*\.partial$/.exec(name) ?? []
    if (pid !== undefined && Number(pid) !== process.pid) rmSync(join(dir, name), { force: true })
  }
}

/** Brings what the log holds into the file; nobody waits for it, and what cannot be brought now is brought the next time. */
function checkpoint(dir: string, key: Buffer): Result<null> {
  const raw = connect(databasePath(dir), key)
  try {
    raw.pragma('wal_checkpoint(PASSIVE)')
    return ok(null)
  } finally {
    raw.close()
  }
}

/** The work of the thread. */
export function backUp({ dir, key, office, at, why }: DayBackupOrder, backupsOf: BackupsOf): DayBackupDone {
  const settings: (readonly [string, unknown])[] = []
  try {
    if (why === 'checkpoint') return { daily: checkpoint(dir, Buffer.from(key)), rehearsal: ok(null), settings }
    sweep(dir)
    const db = new Db(connect(databasePath(dir), Buffer.from(key), { readonly: true }))
    try {
      const backups = backupsOf({ dir, db, key: Buffer.from(key), office, now: () => new Date(at), settings: { ...settingsOf(db), set: (name, value) => { settings.push([name, value]) } } })
      if (why === 'import') return { daily: backups.make('import'), rehearsal: ok(null), settings }
      const daily = backups.daily()
      return { daily, rehearsal: daily.ok ? backups.rehearse() : ok(null), settings }
    } finally {
      db.raw.close()
    }
  } catch (error) {
    return { daily: storeFailure(error), rehearsal: ok(null), settings }
  }
}

const underWay = new Map<string, Promise<DayBackup>>()

/** The backup of the day that is being made of the store in `dir`; null = none. Until it ends the database is open in its thread. */
export const backupUnderWay = (dir: string): Promise<DayBackup> | null => underWay.get(dir) ?? null

/** One at a time: a store that is locked and opened again meanwhile waits for the one that runs. */
export function backUpToday(source: BackupSource, backupsOf: BackupsOf): Promise<DayBackup> {
  const running = underWay.get(source.dir)
  if (running) return running
  return alone(source, begin(source, backupsOf, 'daily'))
}

/** Null = there was nothing to do, which an import's never says. Waits for the one of the day. */
export async function backUpBeforeImport(source: BackupSource, backupsOf: BackupsOf): Promise<Result<BackupMade | null>> {
  await underWay.get(source.dir)
  return (await alone(source, begin(source, backupsOf, 'import'))).daily
}

/**
 * Runs a write of very many rows. Once it is committed it is safe in the log, which grows by all its pages; SQLite would bring them into
 * the file before it answers, a quarter of an import, while here that follows in the thread.
 */
export function withoutCheckpoint<T>(source: BackupSource, backupsOf: BackupsOf, work: () => T): T {
  const { raw } = source.db
  // Run from its sources there is no thread, and all stays as it is.
  if (!hasThread()) return work()
  raw.pragma('wal_autocheckpoint = 0')
  try {
    return work()
  } finally {
    const before = underWay.get(source.dir) ?? Promise.resolve()
    void alone(source, before.then(() => begin(source, backupsOf, 'checkpoint'))).then(() => {
      if (raw.open) raw.pragma(autoCheckpoint)
    })
  }
}

function alone({ dir }: BackupSource, work: Promise<DayBackup>): Promise<DayBackup> {
  const begun: Promise<DayBackup> = work.finally(() => { if (underWay.get(dir) === begun) underWay.delete(dir) })
  underWay.set(dir, begun)
  return begun
}

/** Done in a thread; run from its sources, as the tests do, there is no built worker beside this file, and it is done here. */
async function begin(source: BackupSource, backupsOf: BackupsOf, why: DayBackupOrder['why']): Promise<DayBackup> {
  const { dir, key, office: { role, code, name, practice }, now } = source
  const order: DayBackupOrder = { dir, key, office: { role, code, name, ...(practice ? { practice } : {}) }, at: now().toISOString(), why }
  const done = hasThread() ? await inThread(order) : backUp(order, backupsOf)
  if (source.db.raw.open) for (const [key, value] of done.settings) source.settings.set(key, value)
  return { daily: done.daily, rehearsal: done.rehearsal }
}

const hasThread = (): boolean => existsSync(fileURLToPath(worker))

const inThread = (order: DayBackupOrder): Promise<DayBackupDone> => new Promise((answer) => {
  const thread = new Worker(worker, { workerData: order })
  // A program that ends does not wait for it: a half copy has a name of its own and is swept up.
  thread.unref()
  thread.once('message', answer)
  thread.once('error', (error) => { answer({ daily: storeFailure(error), rehearsal: ok(null), settings: [] }) })
})
