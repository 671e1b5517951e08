/** A real PostgreSQL server of this machine's own, in a temporary folder, reached by a socket in it: no port, no password, gone afterwards. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Server {
  /** Address of a new, empty database. */
  readonly database: () => string
  readonly stop: () => void
}

const installed = '/usr/lib/postgresql'

/** Folder of the newest server's programs; null = none is installed. `npm test` installs one where it may. */
export function serverPrograms(): string | null {
  if (!existsSync(installed)) return null
  const found = readdirSync(installed).filter((version) => existsSync(join(installed, version, 'bin/initdb'))).sort((a, b) => Number(b) - Number(a))[0]
  return found === undefined ? null : join(installed, found, 'bin')
}

// The server refuses to run as root; Debian's package made a user for it.
function keeper(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** Starts a server. What it says stands in the error when it does not start. */
export function startServer(programs: string): Server {
  const dir = mkdtempSync(join(tmpdir(), 'zhen-pg-'))
  const user = keeper()
  if (user) chownSync(dir, user.uid, user.gid)
  chmodSync(dir, 0o700)
  const data = join(dir, 'data')
  const run = (program: string, ...args: readonly string[]): void => {
    const done = spawnSync(join(programs, program), args, { encoding: 'utf8', cwd: dir, stdio: ['ignore', 'pipe', 'pipe'], ...(user ?? {}), env: { ...process.env, LC_ALL: 'C.UTF-8' } })
    if (done.status !== 0) throw new Error(`${program}: ${done.stderr}${done.stdout}`)
  }
  run('initdb', '-D', data, '-A', 'trust', '-U', 'zhen', '-E', 'UTF8', '--no-sync')
  // Nothing of it outlives the tests, so nothing needs to survive a power cut.
  run('pg_ctl', '-D', data, '-w', '-l', join(dir, 'log'), '-o', `-k ${dir} -c listen_addresses='' -c fsync=off -c full_page_writes=off`, 'start')
  let made = 0
  return {
    database: () => {
      const name = `zhen${String(made += 1)}`
      run('createdb', '-h', dir, '-U', 'zhen', '-T', 'template0', name)
      return `postgresql://zhen@/${name}?host=${dir}`
    },
    stop: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop')
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
