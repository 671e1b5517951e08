/** Packages that the county took in once and keeps, but whose records are not in the store: what came after the backup that was put back. */
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { fail, ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import { placeOf } from './exchange-files'
import type { Desk } from './desk'

async function waiting(desk: Desk): Promise<readonly { readonly path: string; readonly name: string }[]> {
  const folder = placeOf(desk, 'archive')
  const names = existsSync(folder) ? (await readdir(folder)).filter((name) => name.endsWith('.zpk')).sort() : []
  return names.filter((name) => desk.store.exchange.package(path.basename(name, '.zpk')) === null).map((name) => ({ path: path.join(folder, name), name }))
}

export const archiveHandlers = {
  'exchange.archive': async (_input, desk) => (desk.store.office.role === 'county' ? ok({ files: await waiting(desk) }) : fail('wrong-role', { detail: { role: 'town' } })),
} satisfies Partial<Handlers<Desk>>
