/** Keys of this computer, and of a county its realm and recovery key: made once, kept as rows of the encrypted store. */
import type { Sender } from '../../shared/exchange/header'
import type { Invite } from '../../shared/exchange/invite'
import { makeDeviceKeys, makeRecoveryKey, type DeviceKeys } from '../exchange/keys'
import { newRealm } from '../exchange/pairing'
import type { Desk } from './desk'

/** What a county knows of its own realm. */
export interface Realm {
  readonly id: string
  /** age recipient of the recovery key; its identity is printed, never kept. */
  readonly recovery: string
}

/** What a paired town knows of its county. */
export interface PairedCounty {
  readonly code: string
  readonly name: string
  readonly fingerprint: string
  readonly realm: string
  readonly device: string
  readonly sign: string
  readonly age: string
  readonly recovery?: string
  /** The county has certified this computer. */
  readonly accepted: boolean
  /** Until then packages carry a request under this invitation. */
  readonly invite?: Invite
}

/** Makes what is missing; quick when nothing is. */
export async function setUpExchange(desk: Desk): Promise<void> {
  const { store } = desk
  if (!store.exchange.device(store.device.id)) {
    const keys = await makeDeviceKeys()
    store.exchange.putDevice({ id: store.device.id, org: store.office.code, keys: { ...keys }, cert: null, state: 'own' })
  }
  if (store.office.role === 'county' && store.settings.get<Realm | null>('realm', null) === null) {
    const recovery = await makeRecoveryKey()
    store.settings.set('realm', { id: newRealm(false), recovery: recovery.recipient } satisfies Realm)
    // Shown once on the recovery sheet and then forgotten (settings → 恢复单).
    store.settings.set('recovery_sheet', recovery.identity)
  }
}

/** This computer's keys; there since set-up. */
export function ownKeys(desk: Desk): DeviceKeys {
  const row = desk.store.exchange.device(desk.store.device.id)
  if (!row) throw new Error('this computer has no keys')
  return row.keys as unknown as DeviceKeys
}

/** This office as the sender of a package. */
export const ownSender = (desk: Desk): Sender => ({ org: desk.store.office.code, name: desk.store.office.name, device: desk.store.device.id })

export const pairedCounty = (desk: Desk): PairedCounty | null => desk.store.settings.get<PairedCounty | null>('county', null)

export const ownRealm = (desk: Desk): Realm | null => desk.store.settings.get<Realm | null>('realm', null)

