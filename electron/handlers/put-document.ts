/**
 * A finished document into the folder of a person, who may have worked on in Word on the one that was made there before: what is no longer as this
 * office wrote it is put aside under a name that says so, and never written over.
 */
import { existsSync } from 'node:fs'
import { rename, stat } from 'node:fs/promises'
import path from 'node:path'
import type { MadeFile } from '../../shared/contract/figures'
import { ok, type Result } from '../../shared/result'
import { sha256Of } from '../documents/check-sums'
import { failureOf, putFile } from '../documents/put-file'
import { sha256Hex } from '../exchange/hash'
import type { Desk } from './desk'

/** Under which the digest of what was written to a path is kept. */
const keyOf = (file: string): string => `made.${sha256Hex(file).slice(0, 24)}`

/** 报告（改过的）.docx, or the next number that nothing has yet. */
function nameAside(file: string): string {
  const { dir, name, ext } = path.parse(file)
  for (let n = 1; ; n += 1) {
    const at = path.join(dir, `${name}（改过的${n === 1 ? '' : String(n)}）${ext}`)
    if (!existsSync(at)) return at
  }
}

/** Where the older one went; null where there was none, or it is as it was written. */
async function putAside(desk: Desk, file: string, fresh: Uint8Array): Promise<Result<string | null>> {
  try {
    if (!existsSync(file) || !(await stat(file)).isFile()) return ok(null)
    const there = await sha256Of(file)
    if (there === desk.store.settings.get(keyOf(file), '') || there === sha256Hex(fresh)) return ok(null)
    const aside = nameAside(file)
    await rename(file, aside)
    return ok(aside)
  } catch (error) {
    return failureOf(error, file, true)
  }
}

/** As `putFile`; `aside` = where an older one that somebody had changed is now. */
export async function putDocument(desk: Desk, folder: string, name: string, kind: string, bytes: Uint8Array): Promise<Result<MadeFile>> {
  const file = path.resolve(folder, name)
  const aside = await putAside(desk, file, bytes)
  if (!aside.ok) return aside
  const made = await putFile(folder, name, kind, bytes)
  if (!made.ok) {
    if (aside.value !== null) await rename(aside.value, file).catch(() => undefined)
    return made
  }
  desk.store.settings.set(keyOf(file), made.value.sha256)
  return aside.value === null ? made : ok({ ...made.value, aside: aside.value })
}
