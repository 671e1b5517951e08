import { execFileSync, spawnSync } from 'node:child_process'
import os from 'node:os'

const NAME = 'zhen-e2e'

/**
 * As root on Linux: an account of its own for the tests in the window, because Chromium has no sandbox as root.
 * Undefined where we are no root, or where that account cannot read what it needs: then one tests as one is.
 */
export function ordinaryUser(needed) {
  if (process.platform !== 'linux' || process.getuid() !== 0) return undefined
  if (spawnSync('id', [NAME]).status !== 0 && spawnSync('useradd', ['--create-home', NAME]).status !== 0) return undefined
  const home = execFileSync('getent', ['passwd', NAME], { encoding: 'utf8' }).split(':')[5]
  const command = (words) => ['runuser', '-u', NAME, '--', ...words]
  const [program, ...args] = command(['sh', '-c', needed.map((file) => `test -r '${file}'`).join(' && ')])
  if (spawnSync(program, args, { cwd: os.tmpdir() }).status !== 0) return undefined
  const own = (folder) => execFileSync('chown', ['-R', NAME, folder])
  return { name: NAME, home, command, own }
}

/** True when Chromium's sandbox can work for that user: it is built on unprivileged user namespaces. */
export function sandboxWorks(user) {
  if (process.platform !== 'linux') return true
  if (!user && process.getuid() === 0) return false
  const probe = ['unshare', '--user', '--map-root-user', 'true']
  const [program, ...args] = user ? user.command(probe) : probe
  return spawnSync(program, args, { cwd: os.tmpdir() }).status === 0
}
