/** The county's board: a row per town that was invited, certified or imported. */
import type { BoardTown, ReceivedPackage } from '../../shared/contract/exchange'
import { daysBetween, shanghaiToday } from '../../shared/rules/calendar'
import { fail, ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { PackageRow } from '../store/exchange-store'
import { pendingBlobs } from './exchange-blobs'
import { takenCounts } from './exchange-counts'
import { townDevices } from './exchange-devices'
import { openIssues } from './exchange-issues'
import { overdueDays } from './exchange-late'
import { openInvites } from './exchange-slips'
import { missingNow } from './exchange-receipt-text'
import { codesOf, mappedName, standingCode } from './exchange-town-codes'
import type { Desk } from './desk'
import { townsOf } from './stats'

const dayOf = (iso: string): string => shanghaiToday(new Date(iso))

interface Look {
  readonly invited: ReadonlySet<string>
  readonly pending: ReadonlyMap<string, number>
  readonly late: number
  /** Of each town the newest package that was taken in. */
  readonly newest: ReadonlyMap<string, PackageRow>
}

/** One word for a town, the most pressing first. */
function stateOf(town: Omit<BoardTown, 'state'>, look: Look): BoardTown['state'] {
  if (town.last_package === null) return look.invited.has(town.code) ? 'invited' : 'waiting'
  if (town.days_since !== null && town.days_since > look.late) return 'late'
  if (town.complete === false) return 'missing'
  if (town.open_issues + town.conflicts > 0) return 'issues'
  return town.pending_attachments > 0 ? 'attachments' : 'complete'
}

function boardTown(desk: Desk, code: string, name: string, look: Look): BoardTown {
  const codes = codesOf(desk, code)
  const sum = (count: (one: string) => number): number => codes.reduce((all, one) => all + count(one), 0)
  const taken = codes.flatMap((one) => look.newest.get(one) ?? [])
  const last = [...taken].sort((a, b) => b.madeAt.localeCompare(a.madeAt))[0]
  const town = {
    code, name, last_pseq: last?.pseq ?? null, last_package: last?.madeAt ?? null, complete: last ? taken.every((row) => missingNow(desk, row.org, [row]).length === 0) : null,
    days_since: last ? daysBetween(dayOf(last.madeAt), desk.today) : null, open_issues: sum((one) => openIssues(desk, one).length), pending_attachments: sum((one) => look.pending.get(one) ?? 0),
    conflicts: sum((one) => desk.store.conflicts(one).length), ...(codes.length > 1 ? { formerly: codes.slice(1) } : {}),
  }
  return { ...town, state: stateOf(town, look) }
}

async function board(desk: Desk): Promise<{ readonly towns: readonly BoardTown[]; readonly overdue_days: number }> {
  const names = new Map<string, string>()
  const invites = openInvites(desk)
  for (const invite of invites) names.set(invite.town.org, invite.town.name)
  // The certificates of a county's own computers come from the level above.
  for (const device of townDevices(desk).filter((one) => one.org !== desk.store.office.code)) names.set(device.org, device.name)
  for (const town of townsOf(desk)) names.set(town.code, town.name)
  for (const [code, name] of [...names]) {
    const standing = standingCode(desk, code)
    if (standing === code) continue
    names.delete(code)
    names.set(standing, mappedName(desk, standing) ?? names.get(standing) ?? name)
  }
  const look: Look = { invited: new Set(invites.map((invite) => invite.town.org)), pending: await pendingBlobs(desk), late: overdueDays(desk), newest: desk.store.exchange.newestTaken() }
  return { towns: [...names].sort(([a], [b]) => a.localeCompare(b)).map(([code, name]) => boardTown(desk, code, name, look)), overdue_days: look.late }
}

/** What was taken in, of one town as it stands or of all. */
function received(desk: Desk, town: string | undefined, limit: number): readonly ReceivedPackage[] {
  const names = new Map(townDevices(desk).map((device) => [device.org, device.name]))
  const rows = town === undefined ? desk.store.exchange.packages({ direction: 'in' }) : codesOf(desk, town).flatMap((code) => desk.store.exchange.packages({ direction: 'in', org: code }))
  return rows.filter((row) => row.state === 'COMMITTED' || row.state === 'RECEIPTED').sort((a, b) => (b.doneAt ?? '').localeCompare(a.doneAt ?? '')).slice(0, limit).map((row) => {
    const { new: fresh, changed, same, deleted, conflict, held, error, missing } = takenCounts(row)
    return {
      id: row.id, org: row.org, name: mappedName(desk, row.org) ?? names.get(row.org) ?? row.org, pseq: row.pseq, made_at: row.madeAt, received_at: row.doneAt ?? '',
      counts: { new: fresh, changed, same, deleted, conflict, held, error }, missing: missing.length, answered: row.state === 'RECEIPTED',
    }
  })
}

export const boardHandlers = {
  'exchange.received': ({ town, limit }, desk) => (desk.store.office.role === 'county' ? ok({ packages: received(desk, town, limit ?? 20) }) : fail('wrong-role', { detail: { role: 'town' } })),
  'exchange.board': async (_input, desk) => (desk.store.office.role === 'county' ? ok(await board(desk)) : fail('wrong-role', { detail: { role: 'town' } })),
} satisfies Partial<Handlers<Desk>>
