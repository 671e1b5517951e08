/** Whom this office believes when a package comes in. */
import { ok } from '../../shared/result'
import type { Trust } from '../exchange/check-package'
import { followKeys } from '../exchange/follow-keys'
import { judgeRequest } from '../exchange/pairing'
import { knownDevice } from './exchange-devices'
import { followedKeys } from './exchange-realm-keys'
import { ownRealm, pairedCounty } from './exchange-setup'
import { keptInvite } from './exchange-slips'
import type { Desk } from './desk'

/** The office above this one, with its newest keys by what the header says. */
function aboveOf(desk: Desk, archive: boolean): NonNullable<Trust['above']> {
  const county = pairedCounty(desk)
  return (header) => {
    if (county === null || header.from.device !== county.device) return null
    const device = { org: county.code, name: county.name, sign: county.sign, retired: county.retired ?? [], state: 'open' } as const
    if (archive) return ok(device)
    const followed = followKeys(header.keys ?? [], followedKeys(county))
    return followed.ok ? ok({ ...device, sign: followed.value.at(-1)?.sign ?? county.sign }) : { ...followed, detail: { ...followed.detail, from: header.from } }
  }
}

/** A county believes the computers it certified and judges requests by its invitations; a town believes its county, a county the level above. `archive`: also what those sealed before they changed their keys. */
export function trustOf(desk: Desk, archive = false): Trust {
  const { role, code, name } = desk.store.office
  const county = pairedCounty(desk)
  const above = { above: aboveOf(desk, archive), ...(archive ? { archive: true as const } : {}) }
  if (role === 'county') {
    return {
      office: { role, org: code, name, realm: ownRealm(desk)?.id ?? null, ...(county ? { above: county.realm } : {}) },
      ...above, device: (id) => knownDevice(desk, id),
      request: (header) => judgeRequest(header, keptInvite(desk, header.request?.invite ?? ''), desk.now().getTime()),
    }
  }
  return { office: { role, org: code, name, realm: county?.realm ?? null }, ...above, device: () => null }
}
