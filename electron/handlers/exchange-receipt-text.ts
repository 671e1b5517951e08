/** What a receipt says beyond records: what was taken, what is missing, what is asked, whose computers belong to the town. */
import { textOf } from '../../shared/facts'
import type { Issue, Receipt } from '../../shared/exchange/manifest'
import type { PackageRow } from '../store/exchange-store'
import { noCounts, takenCounts } from './exchange-counts'
import { certificatesFor, type TownDevice } from './exchange-devices'
import { openIssues, type KeptIssue } from './exchange-issues'
import { overdueDays } from './exchange-late'
import type { Desk } from './desk'
import { fieldsForReceipts } from './own-fields'
import { rulesForReceipts } from './rule-files'

const mostNotice = 10_000

/** The words of the issues, a line each; whole lines only, so that none is cut in two. */
function noticeOf(issues: readonly KeptIssue[]): string {
  const lines: string[] = []
  let length = 0
  for (const issue of issues) {
    const line = [issue.uid, issue.field ?? '', issue.due_on ?? '', issue.say].join('\t')
    length += line.length + 1
    if (length > mostNotice) break
    lines.push(line)
  }
  return lines.join('\n')
}

/** The words again, by record and field. */
export function readNotice(notice: string): ReadonlyMap<string, { readonly due: string; readonly say: string }> {
  return new Map(notice.split('\n').map((line) => {
    const [uid = '', field = '', due = '', say = ''] = line.split('\t')
    return [`${uid}|${field}`, { due, say }] as const
  }))
}

/** Lines that were refused of the newest package of each computer are the town's to mend, like what the county asks. */
function faultsOf(packages: readonly PackageRow[]): readonly Issue[] {
  const newest = packages.filter((row, at) => packages.findIndex((one) => one.device === row.device) === at)
  return newest.flatMap((row) => takenCounts(row).faults).filter((fault) => fault.uid !== '').map(({ uid, field, code }) => ({ uid, code, level: 'error' as const, ...(field === null ? {} : { field }) }))
}

/** Orders of the county that the town still works on. */
function ordersOf(desk: Desk, org: string): readonly string[] {
  return desk.store.lookup().all('county_order').filter((order) => order.org === org && textOf(order.fields, 'closed_on') === '').map((order) => order.id).slice(0, 20_000)
}

/** The receipt for a town; `devices` in the order of their admission, which gives each its letter. */
export function receiptOf(desk: Desk, org: string, devices: readonly TownDevice[], packages: readonly PackageRow[], totals: Readonly<Record<string, number>>): Receipt {
  const last = packages[0]
  const taken = last ? takenCounts(last) : null
  const asked = openIssues(desk, org)
  const issues: readonly Issue[] = [...asked.map(({ uid, field, code, level }) => ({ uid, code, level, ...(field === undefined ? {} : { field }) })), ...faultsOf(packages)]
  const missing = missingNow(desk, org, packages)
  const { new: fresh, changed, same, deleted, conflict, held, error } = taken ?? noCounts
  return {
    for: packages.slice(0, 1000).map((row) => row.id).reverse(),
    result: taken === null ? 'none' : missing.length === 0 ? 'complete' : 'incomplete',
    counts: { new: fresh, changed, same, deleted, conflict, held, error },
    issues: issues.slice(0, 20_000), missing, certs: certificatesFor(desk, devices), closed: devices.filter((one) => one.state === 'closed').map((one) => one.id),
    notice: noticeOf(asked), ...(last ? { restorable: last.madeAt } : {}), lateAfter: overdueDays(desk), orders: ordersOf(desk, org), templates: [...rulesForReceipts(desk), ...fieldsForReceipts(desk)], frozen: totals,
  }
}

/** The receipt that tells closed computers that they are closed, and nothing else. */
export const closingReceipt = (desk: Desk, devices: readonly TownDevice[]): Receipt => ({
  for: [], result: 'none', counts: noCounts, issues: [], missing: [], certs: certificatesFor(desk, devices), closed: devices.map((one) => one.id), notice: '', orders: [], templates: [], frozen: {},
})

/** What the newest package named and what has still not come: an older package that arrived later may have brought it. */
export function missingNow(desk: Desk, org: string, packages: readonly PackageRow[]): readonly string[] {
  const last = packages[0]
  const named = last ? takenCounts(last).missing : []
  if (named.length === 0) return []
  const known = desk.store.exchange.knower(org.length === 6 ? undefined : org)
  return named.filter((id) => !known(id))
}
