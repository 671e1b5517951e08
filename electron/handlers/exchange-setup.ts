/** Keys of this computer, of its town's private records and of a county's realm: made once, kept as rows of the encrypted store. */
import type { Sender } from '../../shared/exchange/header'
import { version } from '../../shared/version'
import type { Invite } from '../../shared/exchange/invite'
import { makeDeviceKeys, makeRecoveryKey, type DeviceKeys, type RecoveryKey } from '../exchange/keys'
import { newRealm } from '../exchange/pairing'
import type { Desk } from './desk'
import { tidyExchange } from './exchange-tidy'

/** What a county knows of its own realm. */
export interface Realm {
  readonly id: string
  /** age recipient of the recovery key; its identity is printed, never kept. */
  readonly recovery: string
}

/** What a paired town knows of its county; a county that reports to the level above knows the same of that. */
export interface PairedCounty {
  readonly code: string
  readonly name: string
  readonly fingerprint: string
  readonly realm: string
  readonly device: string
  readonly sign: string
  readonly age: string
  readonly recovery?: string
  /** Which generation of its keys that is; absent = the first. */
  readonly generation?: number
  /** Since when it has them, where a receipt said so. */
  readonly keysSince?: string
  /** Its signing keys that are believed no more. */
  readonly retired?: readonly string[]
  /** Of a county: the generation of its own keys by which it is known there; absent = the first. */
  readonly mine?: number
  /** This computer was admitted before and was paired once more. */
  readonly again?: true
  /** The county has certified this computer. */
  readonly accepted: boolean
  /** The county has closed this computer: it takes nothing from it any more. */
  readonly closed?: true
  /** Time of the certificate that says so. */
  readonly issued?: string
  /** Until it has, packages carry a request under this invitation. */
  readonly invite?: Invite
}

/** Makes what is missing and clears what a crash left behind; quick when there is nothing to do. */
export async function setUpExchange(desk: Desk): Promise<void> {
  const { store } = desk
  if (!store.exchange.device(store.device.id)) {
    const keys = await makeDeviceKeys()
    store.exchange.putDevice({ id: store.device.id, org: store.office.code, keys: { ...keys }, cert: null, state: 'own' })
  }
  if (store.office.role === 'county' && ownRealm(desk) === null) {
    store.settings.set('realm', { id: newRealm(false), recovery: await newSheet(desk) } satisfies Realm)
  }
  if (store.office.role === 'town' && townRecovery(desk) === null) store.settings.set('town_recovery', await newSheet(desk))
  await tidyExchange(desk)
}

/** A new key for the recovery sheet of a town; null = a county's stays, because its towns encrypt to it and know it from their invitations. */
export const freshSheet = async (desk: Desk): Promise<RecoveryKey | null> => (desk.store.office.role === 'town' ? makeRecoveryKey() : null)

/** From now on it is the one in force: the next package carries the private records under it. */
export function takeSheet(desk: Desk, key: RecoveryKey): void {
  desk.store.settings.set('recovery_sheet', key.identity)
  desk.store.settings.set('town_recovery', key.recipient)
}

/** A new recovery key: the recipient stays, the other half waits for its sheet of paper and is then forgotten. */
async function newSheet(desk: Desk): Promise<string> {
  const recovery = await makeRecoveryKey()
  desk.store.settings.set('recovery_sheet', recovery.identity)
  return recovery.recipient
}

/** This computer's keys; there since set-up. */
export function ownKeys(desk: Desk): DeviceKeys {
  const row = desk.store.exchange.device(desk.store.device.id)
  if (!row) throw new Error('this computer has no keys')
  return row.keys as unknown as DeviceKeys
}

/** This office as the sender of a package. */
export const ownSender = (desk: Desk): Sender => ({ org: desk.store.office.code, name: desk.store.office.name, device: desk.store.device.id })

const pairedKey = (desk: Desk): string => (desk.store.office.role === 'county' ? 'above' : 'county')

/** The office that this one reports to: of a town its county, of a county the level above. */
export const pairedCounty = (desk: Desk): PairedCounty | null => desk.store.settings.get<PairedCounty | null>(pairedKey(desk), null)

export const keepPaired = (desk: Desk, county: PairedCounty): void => { desk.store.settings.set(pairedKey(desk), county) }

export const ownRealm = (desk: Desk): Realm | null => desk.store.settings.get<Realm | null>('realm', null)

/** age recipient of the key on this computer's recovery sheet. */
export const townRecovery = (desk: Desk): string | null => desk.store.settings.get<string | null>('town_recovery', null)

/** Named in every package, for whoever has to look into one by hand. */
export const appName = `zhen-renda ${version}`

/** Whom the package's README tells to call. */
export const contactOf = (desk: Desk): string => desk.store.office.name
