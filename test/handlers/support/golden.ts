/** Golden packages: files of a release with the keys of the offices that made them. Whatever comes later must open them and find the same. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownKeys, ownRealm, type Realm } from '../../../electron/handlers/exchange-setup'
import type { DeviceKeys } from '../../../electron/exchange/keys'
import type { Office } from './offices'

export const goldenRoot = join(import.meta.dirname, '../../fixtures/golden')
export const goldenFile = (release: string, name: string): string => join(goldenRoot, release, name)

/** What an office must be given to be the one that the files were made for or by. */
export interface Identity {
  readonly device: string
  readonly keys: DeviceKeys
  readonly realm: Realm | null
  readonly invites: Readonly<Record<string, unknown>>
}

export interface Golden {
  readonly made: string
  readonly code: string
  readonly county: Identity
  readonly town: Identity
  /** Merged records of the town as the county showed them after each package. */
  readonly after: Readonly<Record<'up-1' | 'up-2' | 'full', readonly string[]>>
}

export const identityOf = (office: Office, invites: Identity['invites']): Identity => ({ device: office.store.device.id, keys: ownKeys(office.desk), realm: ownRealm(office.desk), invites })

/** Makes a fresh office that of the golden files. */
export function become(office: Office, identity: Identity): void {
  const { settings, exchange, office: me } = office.store
  settings.set('device', { id: identity.device, letter: '' })
  exchange.putDevice({ id: identity.device, org: me.code, keys: { ...identity.keys }, cert: null, state: 'own' })
  if (identity.realm) settings.set('realm', identity.realm)
  for (const [key, kept] of Object.entries(identity.invites)) settings.set(key, kept)
}

export const readGolden = (release: string): Golden => JSON.parse(readFileSync(goldenFile(release, 'offices.json'), 'utf8')) as Golden

export function writeGolden(release: string, golden: Golden): void {
  mkdirSync(join(goldenRoot, release), { recursive: true })
  if (existsSync(goldenFile(release, 'offices.json'))) throw new Error('golden files are never made again')
  writeFileSync(goldenFile(release, 'offices.json'), `${JSON.stringify(golden, null, 1)}\n`)
}
