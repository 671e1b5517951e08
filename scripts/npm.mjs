import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { root } from './paths.mjs'

/** Runs npm in the checkout; whatever it says goes to standard error. Throws when it fails. */
export function npm(args) {
  const options = { cwd: root, stdio: ['ignore', 2, 2] }
  // Under `npm run` npm tells where it is; Windows cannot execute npm.cmd without a shell.
  const script = process.env.npm_execpath
  if (script && path.basename(script).startsWith('npm-cli')) {
    execFileSync(process.execPath, [script, ...args], options)
  } else {
    execFileSync('npm', args, { ...options, shell: process.platform === 'win32' })
  }
}
