/** Room on a disk, asked before something large is written: half a backup helps nobody, and a full system disk stops everything else. */
import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { fail, type Failure } from '../../shared/result'

/** What stays free for the system and for SQLite's own journal. */
const margin = 16 * 1024 * 1024

/** `disk-full` (with `free` and `needed`) where `dir`, which exists, has no room for so many bytes; null where it has, or nobody can say. */
export function spaceFor(dir: string, bytes: number): Failure | null {
  const { bavail, bsize, blocks } = statfsSync(dir)
  // Some network drives and virtual disks say nothing about themselves.
  if (blocks === 0) return null
  const free = bavail * bsize
  return free < bytes + margin ? fail('disk-full', { detail: { free, needed: bytes + margin } }) : null
}

/** The same for a folder that may yet have to be made: asked of the disk on which it would lie. */
export function spaceForNew(dir: string, bytes: number): Failure | null {
  let at = dir
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at)
  return spaceFor(at, bytes)
}
