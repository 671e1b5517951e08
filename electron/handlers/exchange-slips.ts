/**
 * Invitations (a file and the code on its paper slip) as the county keeps them. A town may have several that are not used: two computers can be
 * paired before the package of either has come. Each lets one computer in, after a person approved it, until it expires or is withdrawn.
 */
import type { Slip } from '../../shared/contract/exchange'
import type { Invite } from '../../shared/exchange/invite'
import { shanghaiToday } from '../../shared/rules/calendar'
import { fail, ok, type Result } from '../../shared/result'
import type { KeptInvite } from '../exchange/pairing'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { codesOf } from './exchange-town-codes'

const slipKey = (id: string): string => `invite.${id}`

/** The invitation of this id as the county keeps it, used or not. */
export const keptInvite = (desk: Desk, id: string): KeptInvite | null => desk.store.settings.get<KeptInvite | null>(slipKey(id), null)

export const keepInvite = (desk: Desk, kept: KeptInvite): void => { desk.store.settings.set(slipKey(kept.invite.id), kept) }

/** Remembers which computer used an invitation: it opens the door once. */
export const useInvite = (desk: Desk, kept: KeptInvite, device: string): void => { keepInvite(desk, { ...kept, usedBy: device }) }

const allKept = (desk: Desk): readonly KeptInvite[] => Object.values(desk.store.settings.all('invite.')).map((kept) => kept as KeptInvite)
  .sort((a, b) => a.invite.created.localeCompare(b.invite.created) || (a.invite.id < b.invite.id ? -1 : 1))

/** Invitations that could still let a computer in, oldest first; expired ones among them until somebody withdraws them. */
export const openInvites = (desk: Desk): readonly Invite[] => allKept(desk).filter((kept) => kept.usedBy === null && kept.withdrawn === undefined).map((kept) => kept.invite)

/** The first, second … slip of its town, as it is printed on it. */
export const slipNo = (desk: Desk, { id, town }: Invite): number => allKept(desk).filter(({ invite }) => invite.town.org === town.org).findIndex(({ invite }) => invite.id === id) + 1

/** What the county called a town when it invited it. */
export const invitedName = (desk: Desk, org: string): string | null =>
  allKept(desk).findLast(({ invite }) => invite.town.org === org)?.invite.town.name ?? null

const slips = (desk: Desk, codes: readonly string[] | null): readonly Slip[] => openInvites(desk).filter((invite) => codes === null || codes.includes(invite.town.org)).map((invite) => ({
  id: invite.id, town: invite.town.org, name: invite.town.name, no: slipNo(desk, invite), made_on: shanghaiToday(new Date(invite.created)), expires_on: shanghaiToday(new Date(invite.expires)),
  expired: desk.now().getTime() > Date.parse(invite.expires),
}))

/** A slip that was lost or copied wrongly opens nothing any more; computers that were admitted stay. */
function withdraw(desk: Desk, id: string): Result<{ readonly withdrawn: string }> {
  const kept = keptInvite(desk, id)
  if (!kept || kept.usedBy !== null) return fail('not-found', { field: 'id', detail: { id } })
  if (kept.withdrawn === undefined) {
    keepInvite(desk, { ...kept, withdrawn: desk.now().toISOString() })
    desk.store.events.note({ kind: 'device', by: desk.by, about: kept.invite.town.org, detail: { what: 'slip withdrawn' } })
  }
  return ok({ withdrawn: id })
}

export const slipHandlers = {
  'exchange.slips': ({ town }, desk) => (desk.store.office.role === 'county' ? ok({ slips: slips(desk, town === undefined ? null : codesOf(desk, town)) }) : fail('wrong-role', { detail: { role: 'town' } })),
  'exchange.withdraw-slip': ({ id }, desk) => (desk.store.office.role === 'county' ? withdraw(desk, id) : fail('wrong-role', { detail: { role: 'town' } })),
} satisfies Partial<Handlers<Desk>>
