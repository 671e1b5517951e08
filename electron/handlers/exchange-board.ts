/** The county's board: a row per town that was invited, certified or imported. */
import type { BoardTown } from '../../shared/contract/exchange'
import { daysBetween, shanghaiToday } from '../../shared/rules/calendar'
import { fail, ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import { pendingBlobs } from './exchange-blobs'
import { townDevices } from './exchange-devices'
import { takenOf } from './exchange-down'
import { openIssues } from './exchange-issues'
import { openInvites } from './exchange-pairing'
import { missingNow } from './exchange-receipt-text'
import type { Desk } from './desk'
import { townsOf } from './stats'

/** Days without a package after which a town is late (setting overdue_days). */
const overdueDays = (desk: Desk): number => {
  const days = desk.store.settings.get<Record<string, unknown>>('ui', {})['overdue_days']
  return typeof days === 'number' && days > 0 ? days : 60
}

const dayOf = (iso: string): string => shanghaiToday(new Date(iso))

interface Look {
  readonly invited: ReadonlySet<string>
  readonly pending: ReadonlyMap<string, number>
  readonly late: number
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
  const packages = takenOf(desk, code)
  const last = packages[0]
  const town = {
    code, name, last_pseq: last?.pseq ?? null, last_package: last?.madeAt ?? null, complete: last ? missingNow(desk, code, packages).length === 0 : null,
    days_since: last ? daysBetween(dayOf(last.madeAt), desk.today) : null, open_issues: openIssues(desk, code).length, pending_attachments: look.pending.get(code) ?? 0,
    conflicts: desk.store.conflicts(code).length,
  }
  return { ...town, state: stateOf(town, look) }
}

async function board(desk: Desk): Promise<{ readonly towns: readonly BoardTown[]; readonly overdue_days: number }> {
  const names = new Map<string, string>()
  const invites = openInvites(desk)
  for (const invite of invites) names.set(invite.town.org, invite.town.name)
  for (const device of townDevices(desk)) names.set(device.org, device.name)
  for (const town of townsOf(desk)) names.set(town.code, town.name)
  const look: Look = { invited: new Set(invites.map((invite) => invite.town.org)), pending: await pendingBlobs(desk), late: overdueDays(desk) }
  return { towns: [...names].sort(([a], [b]) => a.localeCompare(b)).map(([code, name]) => boardTown(desk, code, name, look)), overdue_days: look.late }
}

export const boardHandlers = {
  'exchange.board': async (_input, desk) => (desk.store.office.role === 'county' ? ok(await board(desk)) : fail('wrong-role', { detail: { role: 'town' } })),
} satisfies Partial<Handlers<Desk>>
