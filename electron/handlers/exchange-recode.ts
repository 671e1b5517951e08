/** A wrong town code is put right in one step, as long as no county has taken a package under it. */
import { isRegionCode } from '../../shared/parse/region'
import { fail, ok, type Result } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import { waitNoMore } from '../store/county-first'
import type { Desk } from './desk'
import { renameFirstRecords } from './exchange-first-records'
import { pairedCounty } from './exchange-setup'
import { tidyOutbox } from './exchange-tidy'

/** Whether the county has, or may have, versions under the present code. */
function isKnownOutside(desk: Desk): boolean {
  const { exchange, device } = desk.store
  const county = pairedCounty(desk)
  return county?.accepted === true || county?.closed === true || exchange.peers().length > 0 || exchange.packages({ direction: 'out', device: device.id, state: 'CONFIRMED', limit: 1 }).length > 0
}

async function correct(desk: Desk, given: string, called: string | undefined): Promise<Result<{ readonly code: string; readonly name: string }>> {
  const { store } = desk
  const code = given.trim()
  const name = called?.trim() ? called.trim() : store.office.name
  if (store.office.role !== 'town') return fail('wrong-role', { detail: { role: 'county' } })
  if (!/^\d{9}$/.test(code) || !isRegionCode(code)) return fail('out-of-range', { field: 'code', detail: { want: '九位数字的区划代码，如 511321101', label: '区划代码' } })
  if (isKnownOutside(desk)) return fail('not-now', { field: 'code', detail: { why: '县里已经接收过本镇的包，代码由县里对应' } })
  if (code === store.office.code && name === store.office.name) return ok({ code, name })
  const before = store.office
  const backup = store.backups.make('import')
  if (!backup.ok) return backup
  const records = Object.values(store.counts(before.code)).reduce((sum, one) => sum + one, 0)
  desk.aside.ofMany(records, () => store.exchange.atomically(() => {
    renameFirstRecords(desk, store.recode(code, name).ids)
    const own = store.exchange.device(store.device.id)
    if (own) store.exchange.putDevice({ ...own, org: code })
    // The invitation was for the old code; packages under it would be those of another town.
    if (code !== before.code) {
      store.settings.remove('county')
      waitNoMore(store.settings)
    }
    for (const row of store.exchange.packages({ direction: 'out', limit: 1_000_000 })) store.exchange.dropPackage(row.id)
    store.events.note({ kind: 'code', by: desk.by, about: code, detail: { from: before.code, was: before.name, name } })
  }))
  await tidyOutbox(desk)
  return ok({ code, name })
}

export const recodeHandlers = {
  'exchange.correct-code': ({ code, name }, desk) => correct(desk, code, name),
} satisfies Partial<Handlers<Desk>>
