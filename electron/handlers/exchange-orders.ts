/** 县交办: the county writes one record into each town's own records; it goes down with the next receipt, and the answer comes up. */
import { textOf } from '../../shared/facts'
import { fail, ok, type Result } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { Change } from '../store/change'
import type { Desk } from './desk'
import { townDevices } from './exchange-devices'
import { openInvites } from './exchange-slips'
import { standingCode } from './exchange-town-codes'
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

/** What the next order of the year may be called: the newest number one further, in the way that the office writes it; else 2026-1. */
function nextNo(desk: Desk): string {
  const year = desk.today.slice(0, 4)
  const orders = desk.store.lookup().all('county_order').filter((rec) => textOf(rec.fields, 'issued_on').startsWith(year)).map((rec) => ({ on: textOf(rec.fields, 'issued_on'), no: textOf(rec.fields, 'order_no') }))
  const split = (no: string): { readonly before: string; readonly n: number; readonly after: string } | null => {
    const found = /^(.*?)(\d{1,6})(\D*)$/su.exec(no)
    return found ? { before: found[1] ?? '', n: Number(found[2]), after: found[3] ?? '' } : null
  }
  const newest = split(orders.toSorted((a, b) => b.on.localeCompare(a.on))[0]?.no ?? '')
  if (newest === null) return `${year}-1`
  const numbers = orders.map(({ no }) => split(no)).filter((one) => one !== null && one.before === newest.before && one.after === newest.after).map((one) => one?.n ?? 0)
  return `${newest.before}${String(Math.max(...numbers) + 1)}${newest.after}`
}

export const orderHandlers = {
  'exchange.order': ({ towns, fields }, desk) => order(desk, towns, fields),
  'exchange.order-towns': (_input, desk) => (desk.store.office.role === 'county'
    ? ok({ next_no: nextNo(desk), towns: [...orderTowns(desk)].map(([code, name]) => ({ code, name })).sort((a, b) => a.code.localeCompare(b.code)) })
    : fail('wrong-role', { detail: { role: 'town' } })),
} satisfies Partial<Handlers<Desk>>
