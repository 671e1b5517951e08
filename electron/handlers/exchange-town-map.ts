/**
 * Towns that were merged or got another code: the county maps the old code to the one that stands for it. Records keep the code that they were
 * written under and stay readable; board and figures show them with the town that stands.
 */
import type { MappedTown } from '../../shared/contract/exchange'
import { fail, ok, type Result } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { townDevices } from './exchange-devices'
import { openInvites } from './exchange-slips'
import { standingCode, townMap } from './exchange-town-codes'

function map(desk: Desk, given: { readonly from: string; readonly to: string; readonly name?: string | undefined }): Result<{ readonly towns: readonly MappedTown[] }> {
  const { store } = desk
  const [from, to] = [given.from.trim(), given.to.trim()]
  if (store.office.role !== 'county') return fail('wrong-role', { detail: { role: 'town' } })
  const known = new Set([...store.townCodes(), ...townDevices(desk).map((device) => device.org), ...openInvites(desk).map((invite) => invite.town.org)])
  if (!known.has(from)) return fail('not-found', { field: 'from', detail: { town: from } })
  if (!/^\d{9}$/.test(to) || !to.startsWith(store.office.code)) return fail('out-of-range', { field: 'to', detail: { want: `以本县代码 ${store.office.code} 开头的九位数字`, label: '新代码' } })
  const others = townMap(desk).filter((one) => one.from !== from)
  // The same code again takes a mapping back.
  const towns = from === to ? others : [...others, { from, to, name: given.name?.trim() ?? '', on: desk.today }]
  if (from !== to && standingCode(desk, to) === from) return fail('bad-input', { field: 'to', detail: { label: '新代码', why: 'cycle' } })
  store.settings.set('town_map', towns)
  store.events.note({ kind: 'town', by: desk.by, about: from, detail: { to, name: given.name ?? '' } })
  return ok({ towns })
}

export const townMapHandlers = {
  'exchange.map-town': (input, desk) => map(desk, input),
} satisfies Partial<Handlers<Desk>>
