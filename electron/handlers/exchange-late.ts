/** How long a town may be silent: the county's setting, which its receipts tell the towns. */
import type { Desk } from './desk'

/** Days without a package after which a town is late (setting overdue_days). */
export function overdueDays(desk: Desk): number {
  const days = desk.store.settings.get<Record<string, unknown>>('ui', {})['overdue_days']
  return typeof days === 'number' && days > 0 ? days : 60
}
