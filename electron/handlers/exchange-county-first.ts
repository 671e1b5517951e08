/** When a further computer of a town begins to wait for what the county has, and when it does not wait any more (store/county-first.ts). */
import type { Invite } from '../../shared/exchange/invite'
import { fail, ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import { waitForCounty, waitNoMore, waitsForCounty } from '../store/county-first'
import type { Desk } from './desk'
import { pairedCounty } from './exchange-setup'

/** An invitation was opened, before it is kept. Whoever was paired before is no new computer: it only asks the county again. */
export function askWhetherToWait(desk: Desk, invite: Invite): void {
  if (desk.store.office.role === 'town' && invite.another === true && pairedCounty(desk) === null) waitForCounty(desk.store.settings)
}

/** A receipt is in and brought all that could be taken of what the county has; until the county has admitted the computer, it was not for it. */
export function haveWhatTheCountyHas(desk: Desk): void {
  if (pairedCounty(desk)?.accepted === true) waitNoMore(desk.store.settings)
}

export const countyFirstHandlers = {
  'exchange.start-alone': (_input, desk) => {
    const { events, office, settings } = desk.store
    if (!waitsForCounty(settings)) return fail('not-now', { detail: { why: '这台电脑没有在等县里的记录' } })
    waitNoMore(settings)
    events.note({ kind: 'device', by: desk.by, about: office.code, detail: { what: 'started alone' } })
    return ok({ started: true as const })
  },
} satisfies Partial<Handlers<Desk>>
