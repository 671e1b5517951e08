/**
 * Putting a backup back. The present store is set aside whole, never deleted; the swap is written down first (`restore.json`), so that a
 * power cut in the middle is finished at the next start.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result'
import { readBackupHeader, unpackBackup, type BackupHeader } from './backup-file'
import { connect } from './connection'
import { storeFailure } from './failure'
import { spaceFor } from './free-space'
import { databaseFiles, databasePath, restoreMarker } from './files-of-store'
import { unwrapKey } from './key-slots'
import { keyfilePath } from './keyfile'
import { takeLock } from './lock'
import { makeFolder } from './make-folder'
import { latest } from './migrations'
import { renamePatiently } from './rename-patiently'
import { becomeAnotherComputer } from './second-computer'
import { syncFolder, writeDurably } from './write-durably'

export interface Restored {
  readonly records: number
  readonly madeAt: string
  /** Where the store that was here now lies; null when there was none. */
  readonly aside: string | null
}

export interface RestoreOptions {
  /** Of the backup. */
  readonly password?: string
  readonly now: () => Date
  /** The place is the practice office's, which takes practice backups and no others. */
  readonly practice?: boolean
  /** Goes on beside the computer that made it, as another one of the same town; needs the password. */
  readonly second?: boolean
}

const incoming = (path: string): string => `${path}.restoring`
/** Stores set aside that are kept. */
const keptAside = 3

/** Finishes a swap that was cut off. Every step may have happened already. */
export function finishRestore(dir: string): void {
  if (!existsSync(restoreMarker(dir))) return
  const { aside } = JSON.parse(readFileSync(restoreMarker(dir), 'utf8')) as { readonly aside: string }
  const place = join(dir, basename(aside))
  mkdirSync(place, { recursive: true })
  // While the new database still waits under its other name, whatever has the real name is the old one.
  if (existsSync(incoming(databasePath(dir)))) {
    for (const file of databaseFiles(dir)) if (existsSync(file)) renamePatiently(file, join(place, basename(file)))
  }
  if (existsSync(incoming(keyfilePath(dir))) && existsSync(keyfilePath(dir))) renamePatiently(keyfilePath(dir), join(place, basename(keyfilePath(dir))))
  for (const path of [databasePath(dir), keyfilePath(dir)]) if (existsSync(incoming(path))) renamePatiently(incoming(path), path)
  syncFolder(place)
  syncFolder(dir)
  rmSync(restoreMarker(dir), { force: true })
  if (readdirSync(place).length === 0) rmSync(place, { recursive: true })
  tidyAside(dir)
}

function tidyAside(dir: string): void {
  const old = readdirSync(dir).filter((name) => name.startsWith('before-restore-')).sort().reverse().slice(keptAside)
  for (const name of old) rmSync(join(dir, name), { recursive: true, force: true })
}

/** With the password the database is opened and checked page by page; without, its check sum vouches for it. */
function check(dir: string, header: BackupHeader, { password, practice, second }: RestoreOptions): Result<number> {
  if ((header.office.practice === true) !== (practice === true)) return fail('demo-data', { detail: { name: header.office.name } })
  if (header.schema > latest) return fail('newer-version', { detail: { schema: header.schema, known: latest } })
  if (second && header.office.role !== 'town') return fail('wrong-role', { detail: { role: header.office.role } })
  if (password === undefined) return second ? fail('password-needed') : ok(header.records)
  const key = unwrapKey(header.key, password)
  if (!key.ok) return key
  const copy = connect(incoming(databasePath(dir)), key.value, { readonly: second !== true })
  try {
    const verdict = copy.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') return fail('damaged', { detail: { what: String(verdict) } })
    // Before the swap: a power cut leaves either no second computer or a whole one.
    if (second) becomeAnotherComputer(copy)
    return ok(header.records)
  } finally {
    copy.close()
  }
}

export interface Seen {
  readonly office: BackupHeader['office']
  readonly made_at: string
  readonly records: number
  /** Made by a newer version of the application, which alone can open it. */
  readonly newer: boolean
}

/** What a backup holds, without touching anything: `file-not-found`, `not-a-backup`, `truncated`, `damaged`, with a password `wrong-password`, `demo-data` (of the practice office). */
export function lookAtBackup(file: string, { password, practice }: Omit<RestoreOptions, 'now'> = {}): Result<Seen> {
  try {
    if (!existsSync(file) || !statSync(file).isFile()) return fail('file-not-found', { detail: { file } })
    const head = readBackupHeader(file)
    if (!head.ok) return head
    if ((head.value.office.practice === true) !== (practice === true)) return fail('demo-data', { detail: { name: head.value.office.name } })
    const key = password === undefined ? ok(null) : unwrapKey(head.value.key, password)
    if (!key.ok) return key
    const { office, made_at, records, schema } = head.value
    return ok({ office, made_at, records, newer: schema > latest })
  } catch (error) {
    return storeFailure(error)
  }
}

/** Left beside a restored store until it is opened, so that the audit of the store that came back says so. */
export const restoredNote = (dir: string): string => join(dir, 'restored.json')

/**
 * Replaces the store in `dir` (which nobody has open) by a backup: `file-not-found`, `not-a-backup`, `truncated`, `damaged`,
 * `newer-version`, `wrong-password` (of the backup), `password-needed`, `wrong-role`, `demo-data`, `in-use`, `disk-full`. Until all checks have passed nothing is touched.
 */
export function restoreBackup(file: string, dir: string, options: RestoreOptions): Result<Restored> {
  try {
    if (!existsSync(file) || !statSync(file).isFile()) return fail('file-not-found', { detail: { file } })
    const head = readBackupHeader(file)
    if (!head.ok) return head
    makeFolder(dir)
    const lock = takeLock(dir, options.now())
    if (!lock.ok) return lock
    try {
      return swap(file, dir, options)
    } finally {
      lock.value.release()
    }
  } catch (error) {
    return storeFailure(error)
  }
}

function swap(file: string, dir: string, options: RestoreOptions): Result<Restored> {
  finishRestore(dir)
  const waiting = [incoming(databasePath(dir)), incoming(keyfilePath(dir))]
  const full = spaceFor(dir, statSync(file).size)
  if (full) return full
  try {
    const header = unpackBackup(file, incoming(databasePath(dir)))
    if (!header.ok) return header
    const records = check(dir, header.value, options)
    if (!records.ok) return records
    writeDurably(incoming(keyfilePath(dir)), `${JSON.stringify(header.value.key, null, 1)}\n`)
    const hadStore = [...databaseFiles(dir), keyfilePath(dir)].some((path) => existsSync(path))
    const aside = `before-restore-${options.now().toISOString().replace(/[-:]/g, '').slice(0, 15)}-${process.pid}`
    writeDurably(restoreMarker(dir), JSON.stringify({ aside }))
    finishRestore(dir)
    writeDurably(restoredNote(dir), JSON.stringify({ file: basename(file), made_at: header.value.made_at }))
    return ok({ records: records.value, madeAt: header.value.made_at, aside: hadStore ? join(dir, aside) : null })
  } finally {
    if (!existsSync(restoreMarker(dir))) for (const path of waiting) rmSync(path, { force: true })
  }
}
