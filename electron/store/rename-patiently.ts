/** A rename that a virus scanner or an indexer holds up for a moment (Windows) is tried again for some seconds before it counts as failed. */
import { renameSync } from 'node:fs'

const held = ['EBUSY', 'EPERM', 'EACCES']
const patienceMs = 4000

/** The store's process has nothing else to do meanwhile: it waits where it stands. */
const sleep = (ms: number): void => { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms) }

interface Ways {
  readonly rename?: (from: string, to: string) => void
  readonly wait?: (ms: number) => void
}

/** Throws what the last try threw; faults of another kind at once. */
export function renamePatiently(from: string, to: string, { rename = renameSync, wait = sleep }: Ways = {}): void {
  for (let waited = 0, pause = 50; ; waited += pause, pause = Math.min(pause * 2, 800)) {
    try {
      rename(from, to)
      return
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      // Elsewhere these mean what they say.
      if (process.platform !== 'win32' && rename === renameSync) throw error
      if (!held.includes(code) || waited >= patienceMs) throw error
    }
    wait(pause)
  }
}
