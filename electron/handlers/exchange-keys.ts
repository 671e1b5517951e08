/** A county changes its keys when they are suspected: a stolen computer, a copied backup (exchange-realm-keys.ts says what becomes of the old ones). */
import type { RealmKeysState } from '../../shared/contract/exchange'
import type { RealmKeys } from '../../shared/exchange/realm-keys'
import { shanghaiToday } from '../../shared/rules/calendar'
import { fail, ok, type Result } from '../../shared/result'
import { signRealmKeys } from '../exchange/follow-keys'
import { makeDeviceKeys, makeRecoveryKey } from '../exchange/keys'
import { fingerprint } from '../exchange/pairing'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { townDevices } from './exchange-devices'
import { generationOf, knowsNewest, realmKeys, renewed, type Generation } from './exchange-realm-keys'
import { ownRealm } from './exchange-setup'

/** Towns with an open computer that has not shown yet that it knows the keys in force. */
function lateTowns(desk: Desk): RealmKeysState['late'] {
  const late = townDevices(desk).filter((one) => one.state === 'open' && !knowsNewest(desk, one.id))
  return [...new Map(late.map(({ org, name }) => [org, { code: org, name }])).values()]
}

function stateOf(desk: Desk): RealmKeysState {
  const last = renewed(desk).at(-1)
  return { generation: generationOf(desk), since: last ? shanghaiToday(new Date(last.link.since)) : null, check_no: fingerprint(realmKeys(desk).sign), late: lateTowns(desk) }
}

/** New keys, signed by those in force. The recovery key stays, unless its secret half still waits here for its sheet: then it is suspected like the others. */
async function renew(desk: Desk): Promise<Result<RealmKeysState>> {
  if (ownRealm(desk) === null) return fail('wrong-role', { detail: { role: desk.store.office.role } })
  const [keys, sheet] = [await makeDeviceKeys(), await makeRecoveryKey()]
  const { settings, office, device, events, exchange } = desk.store
  exchange.atomically(() => {
    const realm = ownRealm(desk)
    if (realm === null) return
    const unprinted = settings.get<string | null>('recovery_sheet', null) !== null
    if (unprinted) settings.set('recovery_sheet', sheet.identity)
    const recovery = unprinted ? sheet.recipient : realm.recovery
    const link: RealmKeys = { realm: realm.id, org: office.code, device: device.id, generation: generationOf(desk) + 1, sign: keys.sign, age: keys.age, recovery, since: desk.now().toISOString() }
    const next: Generation = { keys, link, note: signRealmKeys(link, realmKeys(desk)) }
    settings.set('realm', { ...realm, recovery })
    settings.set('realm_keys', [...renewed(desk), next])
    events.note({ kind: 'device', by: desk.by, about: office.code, detail: { what: 'keys renewed', generation: link.generation, check_no: fingerprint(keys.sign) } })
  })
  return ok(stateOf(desk))
}

export const realmKeyHandlers = {
  'exchange.keys': (_input, desk) => (desk.store.office.role === 'county' ? ok(stateOf(desk)) : fail('wrong-role', { detail: { role: 'town' } })),
  'exchange.renew-keys': (_input, desk) => renew(desk),
} satisfies Partial<Handlers<Desk>>
