/**
 * The backup of a day on which the office is left before its own one is due: who sets an office up, enters the roster and closes within ten
 * minutes has one. Made while the key is still here, and only where nobody notices: of a small file, after the window is gone or the screen locked.
 */
import { statSync } from 'node:fs'
import { backupUnderWay } from '../store/backup-thread'
import { databasePath } from '../store/files-of-store'
import type { Desk } from './desk'

/** A quarter of a second on an old disk. A larger office was there yesterday and has backups. */
const mostBytes = 8_000_000

/** Makes the backup of today where there is none and something was written. What fails here is tried again, and told, when the office is opened next. */
export function backUpAtLeaving(desk: Desk): void {
  if (!desk.isOpen || !desk.hasWritten || desk.isBusy || backupUnderWay(desk.dir) !== null) return
  if (statSync(databasePath(desk.dir)).size > mostBytes) return
  const { actor, store } = desk
  const made = store.backups.daily()
  if (made.ok && made.value !== null) store.settings.set('last_backup', actor.at)
}
