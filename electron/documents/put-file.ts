/** Finished documents to disk: written beside their place and renamed, so that an older file is whole until the new one is. */
import { createHash } from 'node:crypto'
import { rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { MadeFile } from '../../shared/contract/figures'
import { fail, ok, type Failure, type Result } from '../../shared/result'
import { storeFailure } from '../store/failure'
import { makeFolder } from '../store/make-folder'

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

const exists = async (file: string): Promise<boolean> => stat(file).then(() => true, () => false)

/** Windows refuses to replace a file that Word has open as if its folder were not ours. */
export async function failureOf(error: unknown, file: string, renaming: boolean): Promise<Failure> {
  const code = codeOf(error)
  const detail = { on: 'document', file: path.basename(file) }
  if (renaming && ['EPERM', 'EACCES', 'EBUSY'].includes(code) && await exists(file)) return fail('in-use', { field: 'out', detail })
  if (code === 'EEXIST' || code === 'ENOTDIR') return fail('read-only', { field: 'out', detail })
  const failure = storeFailure(error)
  return { ...failure, field: 'out', detail: { ...failure.detail, ...detail } }
}

/** What a folder that was being written for a person failed with: `stick-removed` where its place `isGone`, else the disk's own word. */
export function placeFailure(error: unknown, isGone: boolean): Failure {
  const failure = storeFailure(error)
  return isGone ? fail('stick-removed', { field: 'out' }) : { ...failure, field: 'out', detail: { ...failure.detail, on: 'document' } }
}

/** Makes `folder` where it is missing. Errors: disk-full, read-only, io-error, in-use (open in Word), read-only also where a file stands in the folder's place. */
export async function putFile(folder: string, name: string, kind: string, bytes: Uint8Array): Promise<Result<MadeFile>> {
  const file = path.join(folder, name)
  const part = `${file}.part`
  let renaming = false
  try {
    makeFolder(folder)
    await writeFile(part, bytes)
    renaming = true
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    return failureOf(error, file, renaming)
  }
  return ok({ path: file, kind, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length })
}
