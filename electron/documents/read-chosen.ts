/** A file that a person chose, as a whole in memory: asked for its size first, so that a film that was taken for a roster fills no memory. */
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { fail, ok, type Result } from '../../shared/result'

/** Far above any roster or ledger; a bigger file is a mistake or a trap. */
export const mostTableBytes = 20 * 1024 * 1024

/** `file-not-found` (also for a folder or a device), `file-empty`, `file-too-big`, `in-use` (open in Excel or WPS); other faults of the disk are thrown as they come. */
export async function readChosen(file: string, mostBytes: number): Promise<Result<Buffer>> {
  try {
    const info = await stat(file)
    if (!info.isFile()) return fail('file-not-found', { field: 'file', detail: { file } })
    if (info.size === 0) return fail('file-empty', { field: 'file', detail: { file } })
    if (info.size > mostBytes) return fail('file-too-big', { field: 'file', detail: { file, bytes: info.size, limit: mostBytes } })
    return ok(await readFile(file))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE'].includes(code)) return fail('file-not-found', { field: 'file', detail: { file } })
    // Windows refuses to read what Excel or WPS holds for itself.
    if (['EBUSY', 'EPERM'].includes(code)) return fail('in-use', { field: 'file', detail: { on: 'document', file: path.basename(file) } })
    throw error
  }
}
