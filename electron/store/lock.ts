/**
 * One process at a time. The lock is a small SQLite file whose write lock is held as long as the store is open: the system lets go of it
 * when the process dies, however it dies, and a reused process number cannot block the office. The row inside says who holds it.
 */
import Database from 'better-sqlite3'
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result'
import { storeFailure } from './failure'

export interface Lock {
  release(): void
}

const busy = (error: unknown): boolean => error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

function holder(file: Database.Database): { readonly pid: number; readonly since: string } | null {
  const row: unknown = file.prepare('SELECT pid, since FROM holder').get()
  return (row as { pid: number; since: string } | undefined) ?? null
}

const broken = (error: unknown): boolean => error instanceof Error && 'code' in error && /^SQLITE_(NOTADB|CORRUPT)/u.test(String(error.code))

/** Takes the lock of a folder; `in-use` with the holder's pid when another process (or another store of this one) has it. */
export function takeLock(dir: string, now: Date): Result<Lock> {
  const file = join(dir, 'store.lock')
  try {
    return take(file, now)
  } catch (error) {
    if (!broken(error)) return storeFailure(error)
  }
  try {
    // A power cut left zeros or half a page: it holds nothing but a name, and must not pass for damage of the records. Whoever held it is gone,
    // because a lock that stands keeps its file whole.
    renameSync(file, `${file}.broken`)
    return take(file, now)
  } catch (error) {
    return storeFailure(error)
  }
}

function take(path: string, now: Date): Result<Lock> {
  let file: Database.Database | null = null
  try {
    file = new Database(path, { timeout: 0 })
    const lock = file
    lock.exec('PRAGMA synchronous = OFF; BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS holder (pid INTEGER, since TEXT); DELETE FROM holder;')
    lock.prepare('INSERT INTO holder VALUES (?, ?)').run(process.pid, now.toISOString())
    // The name of the holder must be readable while the lock is held, so it is committed before the lock is taken for good.
    lock.exec('COMMIT; BEGIN IMMEDIATE')
    return ok({ release: () => { if (lock.open) lock.close() } })
  } catch (error) {
    const who = busy(error) && file ? nameOf(file) : null
    file?.close()
    if (busy(error)) return fail('in-use', { detail: who ?? {} })
    throw error
  }
}

function nameOf(file: Database.Database): { readonly pid: number; readonly since: string } | null {
  try {
    return holder(file)
  } catch (error) {
    // The other process is writing its name this very moment: it is in use either way.
    if (busy(error)) return null
    throw error
  }
}
