/** 县交办: the county writes one record into each town's own records; it goes down with the next receipt, and the answer comes up. */
import { fail, ok, type Result } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { Change } from '../store/change'
import type { Desk } from './desk'
import { townDevices } from './exchange-devices'
import { openInvites } from './exchange-slips'
import { standingCode } from './exchange-town-map'
import { prepareNew } from './prepare'
import { commit } from './save'
import { townsOf } from './stats'

type Bag = Readonly<Record<string, unknown>>

/** Towns that an order can be given to: certified, invited or imported, by the code that they write under; not those that were merged into one that reports itself. */
export function orderTowns(desk: Desk): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { town } of openInvites(desk)) names.set(town.org, town.name)
  for (const { org, name } of townDevices(desk)) names.set(org, name)
  for (const { codes, name } of townsOf(desk)) for (const code of codes) names.set(code, name)
  for (const code of [...names.keys()]) if (standingCode(desk, code) !== code && names.has(standingCode(desk, code))) names.delete(code)
  return names
}

/** One record a town, all in one commit, so that one undo takes the whole order back. */
function order(desk: Desk, codes: readonly string[], fields: Bag): Result<{ readonly ids: readonly string[]; readonly towns: readonly string[] }> {
  if (desk.store.office.role !== 'county') return fail('wrong-role', { detail: { role: 'town' } })
  const known = orderTowns(desk)
  const towns = [...new Set(codes.map((code) => code.trim()))].sort()
  if (towns.length === 0) return fail('required', { field: 'towns', detail: { label: '交办给哪些乡镇' } })
  const stranger = towns.find((code) => !known.has(code))
  if (stranger !== undefined) return fail('not-found', { field: 'towns', detail: { town: stranger } })
  const prepared = prepareNew(desk, 'county_order', { issued_on: desk.today, ...fields })
  if (!prepared.ok) return prepared
  const { data } = prepared.value
  if (typeof data['due_on'] === 'string' && typeof data['issued_on'] === 'string' && data['due_on'] < data['issued_on']) {
    return fail('date-order', { field: 'due_on', detail: { label: '期限', firstLabel: '交办日期', first: data['issued_on'], secondLabel: '期限', second: data['due_on'] } })
  }
  const done = commit(desk, towns.map((org): Change => ({ op: 'put', type: 'county_order', data, org })))
  return done.ok ? ok({ ids: done.value.recs.map((rec) => rec.id), towns }) : done
}

export const orderHandlers = {
  'exchange.order': ({ towns, fields }, desk) => order(desk, towns, fields),
  'exchange.order-towns': (_input, desk) => (desk.store.office.role === 'county'
    ? ok({ towns: [...orderTowns(desk)].map(([code, name]) => ({ code, name })).sort((a, b) => a.code.localeCompare(b.code)) })
    : fail('wrong-role', { detail: { role: 'town' } })),
} satisfies Partial<Handlers<Desk>>
