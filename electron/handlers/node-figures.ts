/** Figures that no record knows: what the county lacks, packages with and without a receipt (B9.07, B10.11). */
import type { Question } from '../../shared/measures/indicator'
import type { Desk } from './desk'

export function nodeFigures(desk: Desk, org: string): NonNullable<Question['node']> {
  const { exchange, office } = desk.store
  if (office.role === 'county' || org !== office.code) return { unsent: 0, packagesSent: 0, packagesConfirmed: 0 }
  const sent = exchange.packages({ direction: 'out' })
  const county = desk.store.settings.get<{ readonly code: string } | null>('county', null)
  const have = county ? exchange.peers(county.code)[0]?.have ?? new Uint8Array() : new Uint8Array()
  const unsentIds = (): readonly string[] => [...exchange.headsLacking(have, { org, scope: 'county' })].map((version) => version.meta.uid)
  return { unsent: exchange.headCount({ org, scope: 'county' }, have), unsentIds, packagesSent: sent.length, packagesConfirmed: sent.filter((one) => one.state === 'CONFIRMED').length }
}
