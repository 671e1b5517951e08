/** Small files that must never be half there: temporary name, fsync, rename, fsync of the folder. */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { renamePatiently } from './rename-patiently'

/** Makes a rename last through a power cut. Windows cannot sync a folder and does not need it. */
export function syncFolder(dir: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(dir, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Replaces `path` by `text` as a whole, readable by its owner only. */
export function writeDurably(path: string, text: string): void {
  const partial = `${path}.partial`
  const handle = openSync(partial, 'w', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renamePatiently(partial, path)
  syncFolder(dirname(path))
}
