/** What a note of the exchange was about, as people say it: ids of packages and codes of offices say nothing to a reader of 操作记录. */
import type { PackageRow } from '../store/exchange-store'
import type { Desk } from './desk'
import { townDevices } from './exchange-devices'
import { invitedName } from './exchange-slips'
import { pairedCounty } from './exchange-setup'
import { mappedName } from './exchange-town-codes'
import { townsOf } from './stats'

/** The name of an office that this one exchanges with; its code where nobody said one. */
function officeName(desk: Desk, org: string): string {
  const { office } = desk.store
  const superior = pairedCounty(desk)
  if (org === office.code) return office.name
  if (superior?.code === org) return superior.name
  return mappedName(desk, org) ?? townDevices(desk, org)[0]?.name ?? townsOf(desk).find(({ codes }) => codes.includes(org))?.name ?? invitedName(desk, org) ?? org
}

function packageWords(desk: Desk, row: PackageRow): string {
  // What comes from the office above, and what goes to one below, is a receipt.
  const above = pairedCounty(desk)?.code === row.org
  const kind = above === (row.direction === 'in') ? '回执' : '上报包'
  const name = officeName(desk, row.org)
  return row.direction === 'in' ? `${name}的${kind}，第 ${String(row.pseq)} 包` : `给${name}的${kind}`
}

/** The words for `about`; null where it is of something else. */
export function aboutExchange(desk: Desk, about: string): string | null {
  if (about === 'plain') return '不加密的表格'
  if (/^(\d{6}|\d{9})$/.test(about)) return `${officeName(desk, about)}（${about}）`
  const row = desk.store.exchange.package(about)
  if (row) return packageWords(desk, row)
  const device = desk.store.exchange.device(about)
  return device ? `${officeName(desk, device.org)}的电脑` : null
}
