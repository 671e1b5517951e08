/** The recovery sheet: a key on paper that opens what a lost computer had kept to itself. Shown until a person says that it was printed. */
import { existsSync } from 'node:fs'
import { fail, ok, type Result } from '../../shared/result'
import { readRecovery, printRecovery } from '../exchange/keys'
import { withPackage } from '../exchange/package-file'
import { privateParts, readPrivate } from '../exchange/read-records'
import { checkPackage } from '../exchange/check-package'
import type { Handlers } from '../ipc/route'
import { knownDevice } from './exchange-devices'
import { archived } from './exchange-files'
import { ownKeys } from './exchange-setup'
import { trustOf } from './exchange-trust'
import type { Desk } from './desk'
import type { PackageRow } from '../store/exchange-store'

/** Reads every private part of one kept receipt that the key opens; gives the number of records that look different now. */
async function recoverFrom(desk: Desk, row: PackageRow, identity: string): Promise<Result<{ readonly opened: boolean; readonly records: number }>> {
  const { staging } = desk.store.exchange
  return withPackage(await archived(desk, row.id), async (layout) => {
    const checked = await checkPackage(layout, trustOf(desk, true))
    if (!checked.ok) return checked
    const parts = await privateParts(checked.value, (id) => (id === desk.store.device.id ? { ...desk.store.office, org: desk.store.office.code, sign: ownKeys(desk).sign, state: 'open' } : knownDevice(desk, id)))
    if (!parts.ok) return parts
    let opened = false
    let records = 0
    for (const part of parts.value) {
      const stage = `${row.id}/${part.entry}`
      staging.begin(stage)
      const read = await readPrivate(checked.value, part, { identities: [identity] }, (batch) => {
        staging.add(stage, batch.flatMap((one) => (one.ok ? [{ line: one.line, version: one.version, text: one.text }] : [])))
      })
      if (!read.ok) {
        staging.drop(stage)
        if (read.code === 'bad-key') continue
        return read
      }
      staging.keepScope(stage, 'town')
      records += staging.commit(stage).ids.length
      opened = true
    }
    return ok({ opened, records })
  })
}

/** The private records of the town's lost computers, from the receipts that this one has taken. `bad-key` = the sheet opens none of them. */
async function recover(desk: Desk, typed: string): Promise<Result<{ readonly records: number }>> {
  const key = await readRecovery(typed)
  if (!key.ok) return key
  let opened = false
  let records = 0
  for (const row of desk.store.exchange.packages({ direction: 'in' })) {
    if (!existsSync(await archived(desk, row.id))) continue
    const done = await recoverFrom(desk, row, key.value.identity)
    if (!done.ok) return done
    opened ||= done.value.opened
    records += done.value.records
  }
  if (!opened) return fail('bad-key', { detail: { at: 'sheet' } })
  desk.store.events.note({ kind: 'recover', by: desk.by, detail: { records } })
  return ok({ records })
}

export const recoveryHandlers = {
  'exchange.sheet': ({ printed }, desk) => {
    const identity = desk.store.settings.get<string | null>('recovery_sheet', null)
    if (printed === true && identity !== null) {
      desk.store.settings.remove('recovery_sheet')
      desk.store.events.note({ kind: 'print', by: desk.by, detail: { what: 'recovery sheet' } })
    }
    return ok({ key: identity === null || printed === true ? null : printRecovery(identity) })
  },
  'exchange.recover': ({ key }, desk) => (desk.store.office.role === 'town' ? recover(desk, key) : fail('wrong-role', { detail: { role: 'county' } })),
} satisfies Partial<Handlers<Desk>>
