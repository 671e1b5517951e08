/** The folder that the scanner writes into: its newest files, to be attached with a tick. What they are is told by their content when they come in. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import type { ScannedFile } from '../../shared/contract/files'
import { intOf } from '../../shared/facts'
import { fail, ok, type Result } from '../../shared/result'
import { bytesInMemory, sniffFile } from '../documents/sniff-file'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'

const key = 'scan_folder'
const mostShown = 60
/** A folder of years of scans is looked at by its newest names only. */
const mostLooked = 5000
/** A page that is made smaller in the window; larger ones are attached as they are. */
const mostBytes = 64 * 1024 * 1024
const kinds = /\.(jpe?g|png|pdf|tiff?|bmp|webp|docx?|xlsx?|ofd|mp4)$/iu

const folderOf = (desk: Desk): string | null => desk.store.settings.get<string | null>(key, null)

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(String(error.code))

/** null where the folder is not there (a stick, a share): that is said, not refused. */
async function namesIn(folder: string): Promise<readonly string[] | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter((entry) => entry.isFile() && kinds.test(entry.name) && !entry.name.startsWith('~$')).slice(-mostLooked).map((entry) => entry.name)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** What a scan is called once it is attached: a picture that was made smaller is a .jpg. */
const namesWhenAttached = (name: string): readonly string[] => [...new Set([name, name.replace(/\.(?:png|bmp|webp)$/iu, '.jpg')].map((one) => one.normalize('NFC')))]

/** A scanner may still be writing, or somebody just took the file away: it is left out. */
async function lookAt(desk: Desk, folder: string, name: string): Promise<ScannedFile | null> {
  const file = path.join(folder, name)
  try {
    const { size, mtime } = await stat(file)
    const known = namesWhenAttached(name).some((one) => desk.store.lookup().where('file', 'name', one).some((rec) => !rec.deleted && (intOf(rec.fields, 'size_bytes') === size || rec.fields['original'] !== true)))
    return size === 0 ? null : { path: file, name, bytes: size, at: mtime.toISOString(), taken: known }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** The file inside the scan folder, never one elsewhere: a link out of it counts as elsewhere. */
async function inFolder(desk: Desk, file: string): Promise<Result<string>> {
  const folder = folderOf(desk)
  const outside = fail('file-not-found', { field: 'path', detail: { file } })
  if (folder === null) return outside
  try {
    const [root, real] = [await realpath(folder), await realpath(file)]
    return path.dirname(real) === root ? ok(real) : outside
  } catch (error) {
    if (isMissing(error)) return outside
    throw error
  }
}

export const scanHandlers = {
  'file.scans': async ({ folder }, desk) => {
    if (folder !== undefined) desk.store.settings.set(key, path.resolve(folder))
    const chosen = folderOf(desk)
    if (chosen === null) return ok({ folder: null, missing: false, files: [] })
    const names = await namesIn(chosen)
    if (names === null) return ok({ folder: chosen, missing: true, files: [] })
    const files = (await Promise.all(names.map((name) => lookAt(desk, chosen, name)))).filter((one) => one !== null)
    return ok({ folder: chosen, missing: false, files: files.sort((a, b) => b.at.localeCompare(a.at) || a.name.localeCompare(b.name)).slice(0, mostShown) })
  },
  'file.scan': async ({ path: asked }, desk) => {
    const file = await inFolder(desk, asked)
    if (!file.ok) return file
    const { size } = await stat(file.value)
    if (size > mostBytes) return ok({ mime: '', content: null })
    const bytes = await readFile(file.value)
    const kind = await sniffFile(bytesInMemory(bytes), path.basename(file.value))
    return ok(kind?.mime.startsWith('image/') === true ? { mime: kind.mime, content: bytes.toString('base64') } : { mime: kind?.mime ?? '', content: null })
  },
} satisfies Partial<Handlers<Desk>>
