import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { npm } from './npm.mjs'
import { root } from './paths.mjs'

// Inside node_modules, so that it vanishes with what it speaks of.
const stamp = path.join(root, 'node_modules/.installed')

/** True when node_modules is what package-lock.json says, installed by this Node. */
export function dependenciesReady() {
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === fingerprint()
}

/** Installs exactly what package-lock.json says. */
export function installDependencies() {
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  markInstalled()
}

/** Declares node_modules to be up to date, after `npm install` changed the lock. */
export function markInstalled() {
  fs.writeFileSync(stamp, fingerprint())
}

function fingerprint() {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'))
  const hash = crypto.createHash('sha256').update(lock).digest('hex')
  return `${hash} node ${process.version} ${process.platform} ${process.arch}`
}
