/** An office that changes hands or computers: handing over to a new chair in one step, and moving to another computer. */
import { fail, ok, type Result } from '../../shared/result'
import type { BackupDone, HandedOver } from '../../shared/contract/safety'
import type { InputOf } from '../../shared/contract'
import { printRecovery } from '../exchange/keys'
import type { Handlers } from '../ipc/route'
import { backupToStick, stickFile } from './backups'
import { unlockKeyfile } from '../store/keyfile'
import type { Desk } from './desk'
import { renewSheet } from './exchange-setup'
import { asJob } from './job'
import { officeInfo } from './office-info'
import { prepareChange } from './prepare'
import { commit } from './save'

/** The chair's name in the office's own file, from which papers are signed. */
function nameChair(desk: Desk, name: string): Result<unknown> {
  const rec = desk.store.get(officeInfo(desk).office_id)
  if (!rec) return ok(true)
  const prepared = prepareChange(desk, rec, { chair: name })
  return prepared.ok ? commit(desk, [{ op: 'put', type: rec.type, uid: rec.id, data: prepared.value.data }]) : prepared
}

/** Whatever can be refused comes first, so that a refusal has changed nothing; then the secrets are made anew. */
async function handOver(desk: Desk, { password, fresh, by, chair }: InputOf<'office.hand-over'>): Promise<Result<HandedOver>> {
  if (by.trim() === '') return fail('required', { field: 'by' })
  const key = unlockKeyfile(desk.dir, password)
  if (!key.ok) return { ...key, field: 'password' }
  if (chair === true) {
    const named = nameChair(desk, by.trim())
    if (!named.ok) return named
  }
  const renewed = await renewSheet(desk)
  const changed = desk.store.backups.changePassword(password, fresh)
  if (!changed.ok) return changed
  const code = desk.store.backups.makeRecoveryCode(fresh)
  if (!code.ok) return code
  const from = desk.by
  desk.handTo(by)
  desk.store.events.note({ kind: 'password', by: from, detail: { what: 'handed over', to: desk.by } })
  // Older backups keep the password of the outgoing chair: the new one has one of their own at once.
  desk.store.backups.make('asked')
  const identity = renewed ? desk.store.settings.get<string | null>('recovery_sheet', null) : null
  return ok({ office: officeInfo(desk), code: code.value, sheet: identity === null ? null : printRecovery(identity) })
}

/** The stick is written and checked while nothing else may be saved; only then is this computer closed. */
async function move(desk: Desk, drive: string): Promise<Result<BackupDone>> {
  if (desk.jobs.size > 0) return fail('in-use', { detail: { what: 'job' } })
  desk.isMoved = true
  const made = await asJob(desk, undefined, (job) => backupToStick(desk, drive, stickFile(desk, drive, '搬家'), job))
  if (!made.ok) {
    desk.isMoved = false
    return made
  }
  desk.store.settings.set('moved', { on: desk.today, file: made.value.file })
  desk.store.events.note({ kind: 'export', by: desk.by, about: made.value.file, detail: { what: 'moved' } })
  return made
}

export const handoverHandlers = {
  'office.hand-over': (input, desk) => handOver(desk, input),
  'office.move': ({ drive }, desk) => move(desk, drive),
  'office.stay': (_input, desk) => {
    desk.store.settings.remove('moved')
    desk.isMoved = false
    desk.store.events.note({ kind: 'export', by: desk.by, detail: { what: 'stays' } })
    return ok({ office: officeInfo(desk) })
  },
} satisfies Partial<Handlers<Desk>>
