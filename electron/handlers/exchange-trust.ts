/** Whom this office believes when a package comes in. */
import type { KnownDevice, Trust } from '../exchange/check-package'
import { judgeRequest } from '../exchange/pairing'
import { knownDevice } from './exchange-devices'
import { ownRealm, pairedCounty } from './exchange-setup'
import { keptInvite } from './exchange-slips'
import type { Desk } from './desk'

/** A county believes the computers it certified and judges requests by its invitations; a town believes its county, a county the level above. */
export function trustOf(desk: Desk): Trust {
  const { role, code, name } = desk.store.office
  const county = pairedCounty(desk)
  const superior = (id: string): KnownDevice | null => (county && id === county.device ? { org: county.code, name: county.name, sign: county.sign, state: 'open' } : null)
  if (role === 'county') {
    return {
      office: { role, org: code, name, realm: ownRealm(desk)?.id ?? null, ...(county ? { above: county.realm } : {}) },
      device: (id) => superior(id) ?? knownDevice(desk, id),
      request: (header) => judgeRequest(header, keptInvite(desk, header.request?.invite ?? ''), desk.now().getTime()),
    }
  }
  return { office: { role, org: code, name, realm: county?.realm ?? null }, device: superior }
}
