/**
 * Generations of a county's keys. The first are its computer's own; when they are suspected (a stolen computer, a copied backup) a person makes new
 * ones, signed by those before. The old private keys stay, for what was and will still be encrypted to them.
 */
import type { RealmKeys } from '../../shared/exchange/realm-keys'
import { followKeys, type FollowedKeys } from '../exchange/follow-keys'
import type { DeviceKeys } from '../exchange/keys'
import { fingerprint } from '../exchange/pairing'
import type { Desk } from './desk'
import { ownKeys, type PairedCounty } from './exchange-setup'

/** A generation after the first. */
export interface Generation {
  readonly keys: DeviceKeys
  readonly link: RealmKeys
  /** The link, signed by the generation before. */
  readonly note: string
}

/** A receipt's header has room for so many. */
const mostNotes = 20

/** The generations after the first, oldest first. */
export const renewed = (desk: Desk): readonly Generation[] => desk.store.settings.get<readonly Generation[]>('realm_keys', [])

/** The keys with which this county seals now. */
export const realmKeys = (desk: Desk): DeviceKeys => renewed(desk).at(-1)?.keys ?? ownKeys(desk)

/** All keys of this computer, newest first; of a town its own. */
export const allKeys = (desk: Desk): readonly DeviceKeys[] => [...renewed(desk).map((one) => one.keys).reverse(), ownKeys(desk)]

/** Twelve digits that people compare to tell this computer from another one, or its keys from those before; null before set-up. */
export const ownCheckNo = (desk: Desk): string | null => (desk.store.exchange.device(desk.store.device.id) ? fingerprint(realmKeys(desk).sign) : null)

/** Everything that opens what is sent to this computer. */
export const ownIdentities = (desk: Desk): { readonly identities: readonly string[] } => ({ identities: allKeys(desk).map((one) => one.ageIdentity) })

/** Number of the generation in force. */
export const generationOf = (desk: Desk): number => renewed(desk).at(-1)?.link.generation ?? 1

/** The keys of one generation: those by which the office above knows this computer. */
export const keysOfGeneration = (desk: Desk, generation: number): DeviceKeys => renewed(desk).find(({ link }) => link.generation === generation)?.keys ?? ownKeys(desk)

/** What a receipt's header says of the keys, oldest first; empty while they are the first. */
export const keyNotes = (desk: Desk): readonly string[] => renewed(desk).slice(-mostNotes).map((one) => one.note)

/** What a town knows of its county's keys. */
export const followedKeys = (county: PairedCounty): FollowedKeys =>
  ({ realm: county.realm, org: county.code, device: county.device, sign: county.sign, generation: county.generation ?? 1, retired: county.retired ?? [] })

/** The county as it is known after a receipt: null = its keys are the ones that are known, or what is said of them does not hold. */
export function withNewKeys(county: PairedCounty, notes: readonly string[]): PairedCounty | null {
  const followed = followKeys(notes, followedKeys(county))
  const last = followed.ok ? followed.value.at(-1) : undefined
  if (!followed.ok || !last) return null
  const left = [county.sign, ...followed.value.slice(0, -1).map((one) => one.sign)]
  return {
    ...county, sign: last.sign, age: last.age, recovery: last.recovery, fingerprint: fingerprint(last.sign), generation: last.generation, keysSince: last.since, retired: [...county.retired ?? [], ...left],
  }
}

/** Remembers which keys a computer of a town knows, from its newest package. */
export function noteKnown(desk: Desk, device: string, created: string, knows: string | undefined): void {
  if (knows === undefined) return
  const before = desk.store.settings.get<{ readonly created: string } | null>(`knows.${device}`, null)
  if (before === null || Date.parse(before.created) <= Date.parse(created)) desk.store.settings.set(`knows.${device}`, { created, sign: knows })
}

/** Whether a computer's newest package was made for the keys in force. */
export const knowsNewest = (desk: Desk, device: string): boolean =>
  renewed(desk).length === 0 || desk.store.settings.get<{ readonly sign?: string }>(`knows.${device}`, {}).sign === realmKeys(desk).sign

/** Whether a package was made for keys that this computer has not got: made after the backup that was put back. */
export const isLost = (desk: Desk, knows: string | undefined): boolean => knows !== undefined && !allKeys(desk).some((one) => one.sign === knows)
