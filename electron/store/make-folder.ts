/**
 * A folder with all that is missing above it, one level after the other: Node's own recursive mkdir never comes back where a file system
 * takes no folders at all (/proc, some network shares). Where only a stick can be, none is made: the place of one that was pulled out would
 * become a folder on the computer's own disk, and what was meant for the stick would stay here under its name.
 */
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** Where desktops put sticks: `/media/LABEL`, `/media/USER/LABEL`. */
const mediaFolders = ['/media', '/run/media', '/Volumes'] as const

/** The deepest folder on the way to `dir` that is there; null where not even its drive is. */
function nearest(dir: string): string | null {
  let at = dir
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at)
  return existsSync(at) ? at : null
}

/**
 * Whether the way to `dir` ends where a stick was: its drive or mount point is missing, or was left behind without anything mounted or lying in it.
 * `media` stands for the system's own folders in tests.
 */
export function isStickGone(dir: string, media: readonly string[] = mediaFolders): boolean {
  const wanted = resolve(dir)
  const at = nearest(wanted)
  if (at === null) return true
  const base = media.find((one) => wanted.startsWith(`${one}${sep}`))
  if (base === undefined) return false
  if (!existsSync(base)) return true
  if (statSync(at).dev !== statSync(base).dev || !statSync(at).isDirectory()) return false
  const depth = relative(base, at).split(sep).filter((name) => name !== '').length
  // /media, or /media/USER without the name that is asked for; what somebody has put into a mount point is no stick's.
  return depth === 0 || (depth === 1 && at !== wanted) || (depth <= 2 && readdirSync(at).length === 0)
}

/** Makes `dir`. Throws as mkdir does: EEXIST and ENOTDIR where a file stands in the way, EROFS where no folder can be made, ENOMEDIUM where a stick was. */
export function makeFolder(dir: string): void {
  if (isStickGone(dir)) throw Object.assign(new Error(`no stick there: ${dir}`), { code: 'ENOMEDIUM' })
  const missing: string[] = []
  for (let at = resolve(dir); !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at)
  if (missing.length === 0 && !statSync(dir).isDirectory()) mkdirSync(dir)
  for (const one of missing) makeOne(one)
}

function makeOne(dir: string): void {
  try {
    mkdirSync(dir)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    // Another process may have made it meanwhile.
    if (code === 'EEXIST' && statSync(dir).isDirectory()) return
    if (code !== 'ENOENT') throw error
    throw Object.assign(new Error(`no folder can be made: ${dir}`, { cause: error }), { code: 'EROFS' })
  }
}

/** A folder one level below one that must still be there: what belongs to a stick is not begun anew where the stick was. Throws ENOENT. */
export function makeFolderIn(parent: string, name: string): string {
  const dir = join(parent, name)
  if (!existsSync(dir)) mkdirSync(dir)
  return dir
}

/** Watches a place for the time of one work: answers whether it has gone since, or another disk is there now. */
export function watchPlace(dir: string): () => boolean {
  const deviceOf = (): number | null => (existsSync(dir) ? statSync(dir).dev : null)
  const before = deviceOf()
  return () => before !== null && deviceOf() !== before
}
