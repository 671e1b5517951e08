/** The receipt on paper: what was taken of one package, and its control totals beside ours, for two people with a pen. */
import type { PaperReceipt } from '../../shared/contract/exchange'
import { indicatorOf } from '../../shared/indicators'
import { shanghaiToday } from '../../shared/rules/calendar'
import { fail, ok, type Result } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { takenCounts } from './exchange-counts'
import { townDevices } from './exchange-devices'
import { takenOf } from './exchange-down'
import { faultIssues } from './exchange-faults'
import { issuesOf } from './exchange-issues'
import { missingNow } from './exchange-receipt-text'
import { controlTotals } from './exchange-totals'

function paper(desk: Desk, id: string): Result<PaperReceipt> {
  if (desk.store.office.role !== 'county') return fail('wrong-role', { detail: { role: 'town' } })
  const row = desk.store.exchange.package(id)
  if (row?.direction !== 'in') return fail('not-found', { field: 'id', detail: { id } })
  const counts = takenCounts(row)
  const ours = controlTotals(desk, row.org, shanghaiToday(new Date(row.madeAt)))
  const missing = missingNow(desk, row.org, takenOf(desk, row.org)).length
  const { new: fresh, changed, same, deleted, conflict, held, error } = counts
  return ok({
    id, org: row.org, name: townDevices(desk, row.org)[0]?.name ?? row.org, pseq: row.pseq, made_at: row.madeAt, received_at: row.doneAt ?? '', mark: row.sealSha256.slice(0, 12),
    counts: { new: fresh, changed, same, deleted, conflict, held, error }, missing, issues: [...issuesOf(desk, row.org), ...faultIssues(desk, counts.faults)],
    totals: Object.entries(counts.totals).map(([indicator, theirs]) => ({ indicator, name: indicatorOf(indicator)?.name ?? indicator, unit: indicatorOf(indicator)?.unit ?? '', theirs, ours: ours[indicator] ?? null })),
  })
}

export const paperHandlers = {
  'exchange.paper': ({ id }, desk) => paper(desk, id),
} satisfies Partial<Handlers<Desk>>
