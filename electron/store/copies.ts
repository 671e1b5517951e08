/** Copies in clear, made for another program to show: they lie in one folder, which is emptied at the start, at every lock and at the end. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'

export const copiesFolder = (dir: string): string => join(dir, 'tmp')

/** Takes all copies away. One that another program still holds open (Windows) stays until the next time. */
export function clearCopies(dir: string): void {
  if (dir === '') return
  try {
    rmSync(copiesFolder(dir), { recursive: true, force: true, maxRetries: 2, retryDelay: 50 })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!['EBUSY', 'EPERM', 'EACCES', 'ENOTEMPTY', 'EROFS'].includes(code)) throw error
  }
}
