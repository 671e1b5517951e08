/** Whether the county is known to have a record's present version, by its last `have`. */
import { hasId } from '../../shared/exchange/have'
import type { Rec } from '../../shared/record'
import type { Desk } from './desk'

/** null while there is no county, or the office is one, or the record never leaves the town. */
export function hasAtCounty(desk: Desk, rec: Rec): boolean | null {
  if (desk.store.office.role === 'county') return null
  const county = desk.store.settings.get<{ readonly code: string } | null>('county', null)
  if (!county) return null
  return desk.store.exchange.peers(county.code).some((peer) => hasId(peer.have, rec.version))
}
