/** The real command line in a process of its own, on real folders. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')

export const password = '青石镇人大2026'

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface How {
  readonly stdin?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  /** `npm run --silent cli --` instead of the script itself. */
  readonly npm?: boolean
}

/** Runs one command to its end. */
export function run(args: readonly string[], { stdin = '', env = {}, npm = false }: How = {}): Ran {
  const [program, before] = npm ? ['npm', ['run', '--silent', 'cli', '--']] as const : [process.execPath, ['scripts/cli.mjs']] as const
  const ran = spawnSync(program, [...before, ...args], {
    cwd: root, input: stdin, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, ZHEN_PASSWORD: password, ZHEN_SCRYPT_N: '1024', ZHEN_INVITE_WORK: '8', ZHEN_NOW: '2026-03-02T09:00:00+08:00', ...env },
  })
  return { code: ran.status, out: ran.stdout, err: ran.stderr }
}

type Bag = Record<string, unknown>

/** The one value of a success; anything else is a fault of the test. */
export function cli<T = Bag>(args: readonly string[], how: How = {}): T {
  const { code, out, err } = run(args, how)
  if (code !== 0) throw new Error(`${args.join(' ')}: ${err}`)
  return JSON.parse(out) as T
}

export interface Told {
  readonly ok: false
  readonly code: string
  readonly message: string
  readonly field?: string
  readonly detail: Bag
}

/** The one error of a refusal: its object, with the status of the process. */
export function refusal(args: readonly string[], how: How = {}): Told & { readonly exit: number | null } {
  const { code, out, err } = run(args, how)
  if (code === 0 || out !== '') throw new Error(`${args.join(' ')} did not fail: ${out}`)
  return { ...(JSON.parse(err) as Told), exit: code }
}

export const jsonl = (rows: readonly unknown[]): string => rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join('')

export interface Printed {
  readonly id: string
  readonly type: string
  readonly org: string
  readonly version: string
  readonly status: string | null
  readonly fields: Bag
  readonly deleted: boolean
}

export interface Added {
  readonly added: number
  readonly ids: readonly string[]
  readonly errors: readonly { readonly line: number; readonly code: string; readonly field?: string; readonly detail?: Bag }[]
}

/** Ids of the records that the lines make; every line must be good. */
export function add(data: string, type: string, ...rows: readonly unknown[]): readonly string[] {
  const added = cli<Added>(['add', type, '--data', data], { stdin: jsonl(rows) })
  if (added.errors.length > 0) throw new Error(`${type}: ${JSON.stringify(added.errors)}`)
  return added.ids
}

export const act = (data: string, step: string, id: string, fields: Bag = {}): Printed => cli<Printed>(['act', step, id, '--data', data], { stdin: JSON.stringify(fields) })

/** A folder that is gone when the file's tests are over. */
export function folder(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'zhen-cli-'))
  afterAll(() => { rmSync(dir, { recursive: true, force: true }) })
  return dir
}

/** A town's store in `dir`, made by the command. */
export function town(dir: string, ...more: readonly string[]): string {
  cli(['init', '--data', dir, '--role', 'town', '--code', '511321101', '--name', '青石镇', '--term', '19', '--term-start', '2021-12-20', '--quota', '60', ...more])
  return dir
}
