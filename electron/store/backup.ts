/** Backups of the store as the rest of the app sees them. */
import type { Result } from '../../shared/result'

export interface BackupMade {
  readonly file: string
  readonly bytes: number
  readonly records: number
}

export interface BackupFile {
  readonly file: string
  readonly bytes: number
  readonly made_at: string
}

export interface Backups {
  /** Writes one `.zrb` that the present password opens. `file-not-found` = no such folder, `disk-full`, `read-only`, `damaged` = the copy failed its check. */
  to(file: string): Result<BackupMade>
  /** A backup in the store's own folder (`why` becomes part of the name), then the rotation. */
  make(why: 'daily' | 'migration' | 'import' | 'restore' | 'asked'): Result<BackupMade>
  /** `make('daily')` unless today (Asia/Shanghai) has one; null = there was one. */
  daily(): Result<BackupMade | null>
  /** Newest first. */
  list(): readonly BackupFile[]
  /** Once a month: opens the newest backup in a temporary place and counts; null = not yet due or none to try. */
  rehearse(): Result<{ readonly file: string; readonly records: number } | null>
}
