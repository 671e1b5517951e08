/** Half files that a killed process left in the store's folder: copies on their way to a backup or back from one, each as large as the database. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backupFolder, restoreMarker } from './files-of-store'

const half = /^(copy|rehearsal)-\d+(-\d+)*\.partial(-journal|-wal|-shm)?$|\.restoring(-journal|-wal|-shm)?$|^[\w.]+\.partial$/u

/** To be called by whoever holds the lock, once a restore that was cut off is finished. */
export function clearLeftovers(dir: string): void {
  if (existsSync(restoreMarker(dir))) return
  for (const name of readdirSync(dir)) if (half.test(name)) rmSync(join(dir, name), { force: true })
  if (!existsSync(backupFolder(dir))) return
  for (const name of readdirSync(backupFolder(dir))) if (name.endsWith('.zrb.partial')) rmSync(join(backupFolder(dir), name), { force: true })
}
