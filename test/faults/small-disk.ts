/** A real disk of a few megabytes, in memory, for tests of what happens when it is full or write-protected. Needs the right to mount. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SmallDisk {
  readonly dir: string
  resize(megabytes: number): void
  /** Nothing can be written any more, whoever asks. */
  protect(): void
  /** The switch on its side is moved back. */
  unprotect(): void
  /** Fills it until so many bytes are left. */
  fillUpTo(left: number): void
  /** Takes away what filled it. */
  empty(): void
  /** Pulled out, its place with it. */
  pullOut(): void
  /** Pulled out; its empty place stays. */
  unmount(): void
}

/** Why there is none here; null = there can be. */
export function whyNoSmallDisk(): string | null {
  const dir = mkdtempSync(join(tmpdir(), 'zhen-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', dir], { encoding: 'utf8' })
  if (mounted.status === 0) execFileSync('umount', ['-l', dir])
  rmSync(dir, { recursive: true })
  return mounted.status === 0 ? null : `this account may not mount a disk: ${mounted.error?.message ?? mounted.stderr.trim()}`
}

/** One of that size; `afterwards` is told how it goes when the test is over. */
export function smallDisk(megabytes: number, afterwards: (pullOut: () => void) => void): SmallDisk {
  const dir = mkdtempSync(join(tmpdir(), 'zhen-disk-'))
  let isIn = true
  const remount = (options: string): void => { execFileSync('mount', ['-o', `remount,${options}`, dir]) }
  const unmount = (): void => {
    if (isIn) execFileSync('umount', ['-l', dir])
    isIn = false
  }
  const pullOut = (): void => {
    unmount()
    rmSync(dir, { recursive: true, force: true })
  }
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'tmpfs', dir])
  afterwards(pullOut)
  return {
    dir, pullOut, unmount,
    resize: (to) => { remount(`size=${String(to)}m`) },
    protect: () => { remount('ro') },
    unprotect: () => { remount('rw') },
    fillUpTo: (left) => {
      const { bavail, bsize } = statfsSync(dir)
      writeFileSync(join(dir, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - left)))
    },
    empty: () => { rmSync(join(dir, 'filler'), { force: true }) },
  }
}
