/** Offices without a window of their own, worked by the command line: the other towns of a county whose window is tried. */
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { password } from './office'

const root = process.env['ZHEN_APP'] ?? path.resolve(import.meta.dirname, '../../..')

/** Runs one command on the office in `dir`; lines go to its standard input. The answer is the JSON that it prints. */
export function cli(dir: string, words: readonly string[], more: { readonly lines?: readonly object[]; readonly code?: string } = {}): Readonly<Record<string, unknown>> {
  const input = (more.lines ?? []).map((line) => `${JSON.stringify(line)}\n`).join('')
  const env = { ...process.env, ZHEN_PASSWORD: password, ZHEN_SCRYPT_N: '1024', ZHEN_INVITE_WORK: '8', ...(more.code === undefined ? {} : { ZHEN_CODE: more.code }) }
  return JSON.parse(execFileSync(process.execPath, [path.join(root, 'dist/cli/cli.js'), ...words, '--data', dir], { input, env, encoding: 'utf8', stdio: ['pipe', 'pipe', 'inherit'] })) as Readonly<Record<string, unknown>>
}

/** A town of the county in `county` that has joined; nothing has travelled yet. */
export function joinedTown(county: string, dir: string, office: { readonly code: string; readonly name: string }, stick: string): void {
  cli(dir, ['init', '--role', 'town', '--code', office.code, '--name', office.name, '--term', '19', '--term-start', '2021-12-20'])
  const invite = cli(county, ['invite', '--code', office.code, '--name', office.name, '--out', stick])
  cli(dir, ['join', String(invite['file'])], { code: String(invite['code']) })
}

/** Makes the office's package (or the county's receipt for `town`) and gives its file. */
export const sent = (dir: string, to: string, town?: string): string => String(cli(dir, ['export', '--to', to, '--always', ...(town === undefined ? [] : ['--town', town])])['file'])
