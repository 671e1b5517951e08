/** The county's board, a row per town; the town's own state of reporting. */
import type { BoardTown, ExchangeState } from '../../shared/contract/exchange'
import { haveCount } from '../../shared/exchange/have'
import { daysBetween, shanghaiToday } from '../../shared/rules/calendar'
import { declarationOf } from '../../shared/records'
import { fail, ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { PackageRow } from '../store/exchange-store'
import { blobsLacking, pendingBlobs } from './exchange-blobs'
import { townDevices } from './exchange-devices'
import type { TakenCounts } from './exchange-down'
import { openIssues, shownIssues } from './exchange-issues'
import { openInvites } from './exchange-pairing'
import { pairedCounty } from './exchange-setup'
import type { Desk } from './desk'
import { townsOf } from './stats'

/** Days without a package after which a town is late (setting overdue_days). */
const overdueDays = (desk: Desk): number => {
  const days = desk.store.settings.get<Record<string, unknown>>('ui', {})['overdue_days']
  return typeof days === 'number' && days > 0 ? days : 60
}

const dayOf = (iso: string): string => shanghaiToday(new Date(iso))

function boardTown(desk: Desk, code: string, name: string, invited: boolean, late: number): BoardTown {
  const packages = desk.store.exchange.packages({ direction: 'in', org: code }).filter((row) => row.state === 'COMMITTED' || row.state === 'RECEIPTED')
  const last: PackageRow | undefined = packages[0]
  const complete = last ? (last.counts as unknown as TakenCounts).complete : null
  const days = last ? daysBetween(dayOf(last.madeAt), desk.today) : null
  const issues = openIssues(desk, code).length
  const files = pendingBlobs(desk, code)
  const conflicts = desk.store.conflicts(code).length
  const state: BoardTown['state'] = !last
    ? invited ? 'invited' : 'waiting'
    : days !== null && days > late ? 'late' : complete === false ? 'missing' : issues + conflicts > 0 ? 'issues' : files > 0 ? 'attachments' : 'complete'
  return {
    code, name, last_pseq: last?.pseq ?? null, last_package: last?.madeAt ?? null, complete, days_since: days, open_issues: issues, pending_attachments: files, conflicts, state,
  }
}

/** Every town that was invited, certified or imported. */
function board(desk: Desk): readonly BoardTown[] {
  const names = new Map<string, string>()
  const invited = new Set(openInvites(desk).map((invite) => invite.town.org))
  for (const invite of openInvites(desk)) names.set(invite.town.org, invite.town.name)
  for (const device of townDevices(desk)) names.set(device.org, device.name)
  for (const town of townsOf(desk)) names.set(town.code, town.name)
  const late = overdueDays(desk)
  return [...names].sort(([a], [b]) => a.localeCompare(b)).map(([code, name]) => boardTown(desk, code, name, invited.has(code), late))
}

const groupOf: Readonly<Record<string, string>> = {
  activities: '活动', suggestions: '建议', meetings: '会议', supervision: '监督', sites: '接待', people: '代表', matters: '民生', funds: '经费', documents: '文件',
}

function unsent(desk: Desk, have: Uint8Array, org: string): Pick<ExchangeState['unsent'], 'records' | 'since' | 'groups'> {
  const groups = new Map<string, number>()
  let records = 0
  let oldest = Number.POSITIVE_INFINITY
  for (const { meta } of desk.store.exchange.headsLacking(have, { org, scope: 'county' })) {
    records += 1
    oldest = Math.min(oldest, Date.parse(meta.at))
    const label = groupOf[declarationOf(meta.type)?.menu ?? ''] ?? '其他'
    groups.set(label, (groups.get(label) ?? 0) + 1)
  }
  return { records, since: records === 0 ? null : dayOf(new Date(oldest).toISOString()), groups: [...groups].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count) }
}

function state(desk: Desk): ExchangeState {
  const { exchange, office, device } = desk.store
  const county = pairedCounty(desk)
  const peer = county ? exchange.peer(county.device) : null
  const have = peer?.have ?? new Uint8Array()
  const blobs = blobsLacking(desk, peer?.haveBlobs ?? [])
  const packages = exchange.packages({ direction: 'out', device: device.id }).filter((row) => row.state !== 'MADE')
  const confirmed = packages.find((row) => row.state === 'CONFIRMED')
  const accepted = (row: PackageRow): number => {
    const counts = row.counts['accepted'] as { readonly new?: number; readonly changed?: number } | undefined
    return (counts?.new ?? 0) + (counts?.changed ?? 0)
  }
  const issues = shownIssues(desk)
  return {
    paired: county ? { county: county.name, code: county.code, fingerprint: county.fingerprint, accepted: county.accepted } : null,
    confirmed: { records: haveCount(have), pseq: confirmed?.pseq ?? null, received_on: confirmed?.doneAt ? dayOf(confirmed.doneAt) : null, files: peer?.haveBlobs.length ?? 0 },
    unsent: { ...unsent(desk, have, office.code), files: blobs.length, bytes: blobs.reduce((sum, blob) => sum + blob.size, 0) },
    next_pseq: exchange.nextPseq(device.id),
    packages: packages.slice(0, 50).map((row, index) => ({ id: row.id, pseq: row.pseq, made_at: row.madeAt, state: row.state, accepted: accepted(row), issues: index === 0 ? issues.length : 0, file: row.file })),
    issues,
  }
}

export const boardHandlers = {
  'exchange.board': (_input, desk) => (desk.store.office.role === 'county' ? ok({ towns: board(desk), overdue_days: overdueDays(desk) }) : fail('wrong-role', { detail: { role: 'town' } })),
  'exchange.state': (_input, desk) => ok(state(desk)),
} satisfies Partial<Handlers<Desk>>
