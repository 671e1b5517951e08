/**
 * Backups: `VACUUM INTO` a temporary file (the encrypted build's own backup call refuses), integrity check with the key, packed with the
 * key slots into one `.zrb`, synced, renamed. The window may go on reading meanwhile; a copy of the live file would be no backup.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { threadId } from 'node:worker_threads'
import { fail, ok, type Result } from '../../shared/result'
import { shanghaiToday } from '../../shared/rules/calendar'
import { backUpBeforeImport, backUpToday, withoutCheckpoint, type DayBackup } from './backup-thread'
import { finishBackup, packBackup, readBackupHeader, unpackBackup } from './backup-file'
import { connect } from './connection'
import type { Db } from './db'
import { storeFailure } from './failure'
import { backupFolder, databasePath } from './files-of-store'
import { spaceFor } from './free-space'
import { changePassword, hasSlot, makeRecoveryCode, readKeyfile, replaceSecrets, type FreshSecrets } from './keyfile'
import { schemaOf } from './migrations'
import { superfluous } from './rotation'
import type { Settings } from './settings'
import { inOneGo, type Step } from './steps'
import type { OfficeIdentity } from './store'
import { syncFolder } from './write-durably'

export { lookAtBackup, restoreBackup, type Restored } from './restore'

export interface BackupMade {
  readonly file: string
  readonly bytes: number
  readonly records: number
}

export interface BackupFile {
  readonly file: string
  readonly bytes: number
  /** '' and null where its header cannot be read. */
  readonly made_at: string
  readonly records: number | null
}

export type BackupReason = 'daily' | 'migration' | 'import' | 'restore' | 'asked'

export interface Backups {
  /** Writes one `.zrb` that the present password opens. `file-not-found` = no such folder, `disk-full`, `read-only`, `damaged` = the copy failed its check. */
  to(file: string): Result<BackupMade>
  /**
   * The same in steps, between which others may get in; `in-use` = one of that name is being made. After the step that is `done` of `total` the file is
   * whole but has no name yet: the next one gives it. Left before (`return`), it leaves nothing behind.
   */
  inSteps(file: string): Generator<Step, Result<BackupMade>, undefined>
  /** A backup in the store's own folder (`why` becomes part of the name), then the rotation. */
  make(why: BackupReason): Result<BackupMade>
  /** The same in steps, as `inSteps`. */
  makeInSteps(why: BackupReason): Generator<Step, Result<BackupMade>, undefined>
  /** `make('daily')` unless today (Asia/Shanghai) has one; null = there was one. */
  daily(): Result<BackupMade | null>
  /** Those in the store's own folder, newest first. */
  list(): readonly BackupFile[]
  /** Once a month: opens the newest backup in a temporary place and counts; null = not yet due or none to try. */
  rehearse(): Result<{ readonly file: string; readonly records: number } | null>
  /** `daily` and `rehearse`, in a thread of their own: a minute of an old computer's disk must not keep a person waiting. */
  today(): Promise<DayBackup>
  /** `make('import')` in such a thread: whoever works in the window meanwhile does not wait for it. */
  beforeImport(): Promise<Result<BackupMade | null>>
  /** Runs a write of very many rows, whose pages such a thread then brings from the log into the file. */
  unhurried<T>(work: () => T): T
  /** `wrong-password` when `old` does not open the store. Older backups keep the password of their day. */
  changePassword(old: string, fresh: string): Result<true>
  /** A code for a sealed envelope that opens the store beside the password; a new one replaces the one before. */
  makeRecoveryCode(password: string): Result<string>
  /** Puts a new password and a new code in the place of both, and answers how to take that back. */
  replaceSecrets(secrets: FreshSecrets): Result<() => void>
  /** Whether such a code stands. */
  hasRecoveryCode(): boolean
}

export interface BackupSource {
  readonly dir: string
  readonly db: Db
  readonly key: Buffer
  readonly now: () => Date
  readonly office: OfficeIdentity
  readonly settings: Settings
}

/** Names of copies differ between threads, which may make one at the same time. */
const here = `${String(process.pid)}-${String(threadId)}`

const count = (file: string, key: Buffer): Result<number> => {
  const copy = connect(file, key, { readonly: true })
  try {
    const check = copy.pragma('integrity_check', { simple: true })
    if (check !== 'ok') return fail('damaged', { detail: { what: String(check) } })
    const row: unknown = copy.prepare('SELECT count(*) AS n FROM head WHERE deleted = 0').get()
    return ok((row as { readonly n: number }).n)
  } finally {
    copy.close()
  }
}

/** Backups in steps that have no name yet. */
const underWay = new Set<string>()
let copies = 0

const write = (source: BackupSource, to: string): Result<BackupMade> => inOneGo(inSteps(source, to))

function* inSteps(source: BackupSource, to: string): Generator<Step, Result<BackupMade>, undefined> {
  const target = resolve(to)
  if (underWay.has(target)) return fail('in-use', { detail: { what: 'backup' } })
  underWay.add(target)
  try {
    return yield* writing(source, target)
  } finally {
    underWay.delete(target)
  }
}

function* writing(source: BackupSource, target: string): Generator<Step, Result<BackupMade>, undefined> {
  const slots = readKeyfile(source.dir)
  if (!slots.ok) return slots
  if (!existsSync(dirname(target))) return fail('file-not-found', { detail: { file: dirname(target) } })
  if (existsSync(target) && statSync(target).isDirectory()) return fail('bad-input', { field: 'to', detail: { want: 'file' } })
  const copy = join(source.dir, `copy-${here}-${String(copies += 1)}.partial`)
  let nameless = false
  try {
    const bytes = statSync(databasePath(source.dir)).size
    const full = spaceFor(source.dir, bytes * (dirname(target).startsWith(source.dir) ? 2 : 1)) ?? spaceFor(dirname(target), bytes)
    if (full) return full
    rmSync(copy, { force: true })
    yield { done: 0, total: bytes }
    source.db.raw.prepare('VACUUM INTO ?').run(copy)
    const records = count(copy, source.key)
    if (!records.ok) return records
    const { role, code, name, practice } = source.office
    const packed = yield* packBackup(copy, target, { made_at: source.now().toISOString(), office: { role, code, name, ...(practice ? { practice } : {}) }, schema: schemaOf(source.db.raw), records: records.value, key: slots.value })
    nameless = true
    yield { done: packed, total: packed }
    finishBackup(target)
    nameless = false
    return ok({ file: target, bytes: packed, records: records.value })
  } catch (error) {
    return storeFailure(error)
  } finally {
    rmSync(copy, { force: true })
    if (nameless) rmSync(`${target}.partial`, { force: true })
  }
}

const ourName = /^(\d{4})(\d{2})(\d{2})-(\d{6})-(daily|migration|import|restore|asked)\.zrb$/

interface Own {
  readonly name: string
  readonly day: string
}

/** Own backups, newest first; foreign files are not touched. */
function own(dir: string): readonly Own[] {
  if (!existsSync(backupFolder(dir))) return []
  return readdirSync(backupFolder(dir)).sort().reverse().flatMap((name) => {
    const match = ourName.exec(name)
    return match ? [{ name, day: `${match[1]}-${match[2]}-${match[3]}` }] : []
  })
}

const make = (source: BackupSource, why: BackupReason): Result<BackupMade> => inOneGo(makeInSteps(source, why))

function* makeInSteps(source: BackupSource, why: BackupReason): Generator<Step, Result<BackupMade>, undefined> {
  const { dir, now } = source
  try {
    if (!existsSync(backupFolder(dir))) {
      mkdirSync(backupFolder(dir))
      syncFolder(dir)
    }
  } catch (error) {
    return storeFailure(error)
  }
  const today = shanghaiToday(now())
  const time = new Date(now().getTime() + 8 * 3_600_000).toISOString().slice(11, 19).replaceAll(':', '')
  const made = yield* inSteps(source, join(backupFolder(dir), `${today.replaceAll('-', '')}-${time}-${why}.zrb`))
  if (made.ok) for (const name of superfluous(own(dir).map((one) => ({ file: one.name, day: one.day })), today)) rmSync(join(backupFolder(dir), name), { force: true })
  return made
}

function rehearse(source: BackupSource): Result<{ readonly file: string; readonly records: number } | null> {
  const month = shanghaiToday(source.now()).slice(0, 7)
  const newest = own(source.dir)[0]
  if (!newest || source.settings.get('rehearsed', '') === month) return ok(null)
  const file = join(backupFolder(source.dir), newest.name)
  const place = join(source.dir, `rehearsal-${here}.partial`)
  try {
    const header = unpackBackup(file, place)
    if (!header.ok) return header
    const records = count(place, source.key)
    if (!records.ok) return records
    if (records.value !== header.value.records) return fail('damaged', { detail: { part: 'records', want: header.value.records, found: records.value } })
    source.settings.set('rehearsed', month)
    return ok({ file, records: records.value })
  } catch (error) {
    return storeFailure(error)
  } finally {
    rmSync(place, { force: true })
  }
}

/** The backups in the folder of a store that need not be open, newest first. */
export const listBackups = (dir: string): readonly BackupFile[] => own(dir).map(({ name }) => {
  const file = join(backupFolder(dir), name)
  const header = readBackupHeader(file)
  return { file, bytes: statSync(file).size, made_at: header.ok ? header.value.made_at : '', records: header.ok ? header.value.records : null }
})

export function backupsOf(source: BackupSource): Backups {
  return {
    to: (file) => write(source, file),
    inSteps: (file) => inSteps(source, file),
    make: (why) => make(source, why),
    makeInSteps: (why) => makeInSteps(source, why),
    daily: () => (own(source.dir).some((one) => one.day === shanghaiToday(source.now())) ? ok(null) : make(source, 'daily')),
    list: () => listBackups(source.dir),
    rehearse: () => rehearse(source),
    today: () => backUpToday(source, backupsOf),
    unhurried: (work) => withoutCheckpoint(source, backupsOf, work),
    beforeImport: () => backUpBeforeImport(source, backupsOf),
    changePassword: (old, fresh) => changePassword(source.dir, old, fresh),
    makeRecoveryCode: (password) => makeRecoveryCode(source.dir, password),
    replaceSecrets: (secrets) => replaceSecrets(source.dir, secrets),
    hasRecoveryCode: () => hasSlot(source.dir, 'recovery'),
  }
}
