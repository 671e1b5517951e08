/** The package that the system handed to the program: a .zpk that somebody opened from the stick. */
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'

/** The last argument that is an existing .zpk file, as a full path; switches and other files are none of ours. */
export function handedFile(args: readonly string[], cwd: string): string | null {
  const named = args.filter((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith('.zpk')).map((arg) => path.resolve(cwd, arg))
  return named.findLast((file) => existsSync(file) && statSync(file).isFile()) ?? null
}
