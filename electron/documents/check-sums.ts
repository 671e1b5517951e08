/** Check sums beside a folder that leaves the office, so that whoever has it in ten years can tell whether a file was changed or did not come over whole. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { syncFolder } from '../store/write-durably'

/** In the form that `sha256sum -c` reads; the same name as beside the program's own releases. */
export const sumsName = 'SHA256SUMS'

export interface Following {
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number) => void
}

/** Of a file, hex, read piece by piece. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** As `sha256sum` writes it: a name with a line break or a backslash is marked and escaped. */
function lineOf(sha256: string, name: string): string {
  const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  return `${escaped === name ? '' : '\\'}${sha256}  ${escaped}`
}

/** Brings what was written of a file to the disk. */
async function sync(file: string): Promise<void> {
  // Windows syncs only what is open for writing.
  const handle = await open(file, 'r+')
  await handle.sync().finally(() => handle.close())
}

/** Gives a finished folder its name; it and all that `writeCheckSums` left in it last through a power cut. */
export async function nameDurably(folder: string, target: string): Promise<void> {
  for (const one of await readdir(folder, { recursive: true, withFileTypes: true })) if (one.isDirectory()) syncFolder(path.join(one.parentPath, one.name))
  syncFolder(folder)
  await rename(folder, target)
  syncFolder(path.dirname(target))
}

/**
 * Syncs every file and writes `SHA256SUMS` into the folder, a line for every file in it and below, read again from the disk; gives the SHA-256 of that list, or null
 * when it was called off. Throws what the disk throws.
 */
export async function writeCheckSums(folder: string, { signal, progress }: Following): Promise<string | null> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name)).sort()
  const lines: string[] = []
  for (const [at, file] of files.entries()) {
    if (signal.aborted) return null
    progress(at, files.length)
    await sync(file)
    lines.push(lineOf(await sha256Of(file), path.relative(folder, file).split(path.sep).join('/')))
  }
  const text = lines.map((line) => `${line}\n`).join('')
  await writeFile(path.join(folder, sumsName), text)
  await sync(path.join(folder, sumsName))
  return createHash('sha256').update(text).digest('hex')
}
