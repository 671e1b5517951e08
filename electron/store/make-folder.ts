/**
 * A folder with all that is missing above it, one level after the other: Node's own recursive mkdir never comes back where a file system
 * takes no folders at all (/proc, some network shares).
 */
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Makes `dir`. Throws as mkdir does: EEXIST and ENOTDIR where a file stands in the way, EROFS where no folder can be made. */
export function makeFolder(dir: string): void {
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
