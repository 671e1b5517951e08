/**
 * A copied store that a second computer of the office goes on from: the same records, and a computer of its own. It gets an identity that
 * the first one never had, and the county invites it with a slip of its own (docs/exchange.md).
 */
import { randomBytes } from 'node:crypto'
import type Database from 'better-sqlite3'
import { idFrom } from '../../shared/exchange/ids'
import { startFromCopy } from './county-first'
import { Db } from './db'
import { settingsOf } from './settings'
import type { DeviceIdentity, OfficeIdentity } from './store'

/** What belongs to the first computer alone: its pairing, the folder of its second backups, the sheet that only it prints. */
const ofTheFirst = ['county', 'second_place', 'recovery_sheet', 'moved', 'setup_versions', 'realm_keys']

/** Numbers that are given before the county's certificate comes carry this letter: B for the second computer, C for the third. */
const letterFor = (computers: number): string => String.fromCharCode(65 + Math.min(25, Math.max(1, computers)))

/** Makes the copy another computer's. The private keys of the first one leave it, and so does what was typed there and not saved. */
export function becomeAnotherComputer(raw: Database.Database): void {
  const db = new Db(raw)
  db.transaction(() => {
    const settings = settingsOf(db)
    const { code } = settings.get<OfficeIdentity>('office', { role: 'town', code: '', name: '' })
    const computers = db.value<number>('SELECT count(*) FROM device WHERE org = ?', code) ?? 0
    const first = settings.get<DeviceIdentity>('device', { id: '', letter: '' })
    db.sql('DELETE FROM device WHERE id = ?').run(first.id)
    db.sql('DELETE FROM draft').run()
    for (const key of ofTheFirst) settings.remove(key)
    startFromCopy(settings)
    settings.set('device', { id: idFrom(randomBytes(16)), letter: letterFor(computers) } satisfies DeviceIdentity)
  })
}
