/** An office that changes hands or computers: handing over to a new chair in one step, and moving to another computer. */
import { rmSync } from 'node:fs'
import { fail, ok, type Failure, type Result } from '../../shared/result'
import { handOverPhases, movePhases, type BackupDone, type HandedOver } from '../../shared/contract/safety'
import type { InputOf } from '../../shared/contract'
import { printRecovery, type RecoveryKey } from '../exchange/keys'
import type { Handlers } from '../ipc/route'
import { Refused, storeFailure } from '../store/failure'
import { spaceFor } from '../store/free-space'
import { freshSecrets, unlockKeyfile, type FreshSecrets } from '../store/keyfile'
import { backupToStick, megabytes, stickFile } from './backups'
import type { Desk } from './desk'
import { freshSheet } from './exchange-setup'
import { noteHandOver, strikeHandOver, writeHandOver, type Begun } from './handover-begun'
import { asJob, calledOff, inPaces, type Job } from './job'
import { officeInfo } from './office-info'

type Order = InputOf<'office.hand-over'>

/** Everything that only the outgoing chair had, made anew and in force nowhere yet. */
interface Fresh {
  readonly secrets: FreshSecrets
  readonly sheet: RecoveryKey | null
}

/** Room that the change itself needs, so that a full disk is said before anything is changed. */
const roomForChange = 1_000_000

/** Whatever can be refused or called off comes first, so that neither has changed anything; then the secrets are changed at once. */
async function handOver(desk: Desk, order: Order, job: Job): Promise<Result<HandedOver>> {
  if (order.by.trim() === '') return fail('required', { field: 'by' })
  const fresh = await makeFresh(desk, order, job)
  if (!fresh.ok) return fresh
  const changed = change(desk, order, fresh.value)
  if (!changed.ok) {
    notBegun(desk)
    return changed
  }
  desk.handTo(order.by)
  const { secrets, sheet } = fresh.value
  const unsaved = await backUp(desk, job)
  strikeHandOver(desk)
  return ok({ office: officeInfo(desk), code: secrets.code, sheet: sheet === null ? null : printRecovery(sheet.identity), ...(unsaved === null ? {} : { unsaved }) })
}

async function makeFresh(desk: Desk, { password, fresh }: Order, job: Job): Promise<Result<Fresh>> {
  job.progress(handOverPhases.check, 0, 4)
  if (await calledOff(job)) return fail('cancelled')
  const key = unlockKeyfile(desk.dir, password)
  if (!key.ok) return { ...key, field: 'password' }
  const full = spaceFor(desk.dir, roomForChange)
  if (full) return full
  const secrets = freshSecrets(key.value, fresh)
  for (let done = 1; ; done++) {
    job.progress(handOverPhases.check, done, 4)
    if (await calledOff(job)) return fail('cancelled')
    const step = secrets.next()
    if (step.done !== true) continue
    const sheet = await freshSheet(desk)
    job.progress(handOverPhases.change, 4, 4)
    return (await calledOff(job)) ? fail('cancelled') : ok({ secrets: step.value, sheet })
  }
}

/** On a disk that takes nothing more the next start finds that the new password is not in force, and says so. */
function notBegun(desk: Desk): void {
  try {
    strikeHandOver(desk)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}

/** Chair, sheet and secrets in one transaction: what the disk refuses leaves all of them as they were. */
function change(desk: Desk, { by, chair }: Order, { secrets, sheet }: Fresh): Result<true> {
  let putBack: (() => void) | null = null
  try {
    const begun: Begun = { from: desk.by, by: by.trim(), chair: chair === true, salt: secrets.slots[0]?.salt ?? '' }
    noteHandOver(desk, begun)
    desk.store.together(() => {
      writeHandOver(desk, begun, sheet)
      putBack = take(desk.store.backups.replaceSecrets(secrets))
    })
    return ok(true)
  } catch (error) {
    ;(putBack as (() => void) | null)?.()
    return storeFailure(error)
  }
}

/** The value, or out of the transaction. */
function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result)
  return result.value
}

/** Older backups keep the password of the outgoing chair: the new one has one of their own at once, unless the disk or they themselves say no. */
async function backUp(desk: Desk, job: Job): Promise<Failure | null> {
  const made = await inPaces(desk.store.backups.makeInSteps('asked'), job, ({ done, total }) => {
    job.progress(handOverPhases.backup, megabytes(done), megabytes(total))
    return Promise.resolve(null)
  })
  return made.ok ? null : made
}

/** The stick is written and checked while nothing else may be saved; only then is this computer closed. Called off, it goes on as before. */
async function move(desk: Desk, { drive, job: name }: InputOf<'office.move'>): Promise<Result<BackupDone>> {
  if (desk.jobs.size > 0) return fail('in-use', { detail: { what: 'job' } })
  desk.isMoved = true
  const made = await asJob(desk, name, async (job) => {
    const written = await backupToStick(desk, drive, stickFile(desk, drive, '搬家'), job)
    if (written.ok) job.progress(movePhases.close, 0, 0)
    return written.ok ? close(desk, written.value) : written
  })
  if (!made.ok) desk.isMoved = false
  return made
}

/** A computer that cannot remember that it is closed would go on beside the new one: then nothing to go on with stays on the stick. */
function close(desk: Desk, written: BackupDone): Result<BackupDone> {
  try {
    desk.store.settings.set('moved', { on: desk.today, file: written.file })
    desk.store.events.note({ kind: 'export', by: desk.by, about: written.file, detail: { what: 'moved' } })
    return ok(written)
  } catch (error) {
    rmSync(written.file, { force: true })
    return storeFailure(error)
  }
}

export const handoverHandlers = {
  'office.hand-over': (input, desk) => asJob(desk, input.job, (job) => handOver(desk, input, job)),
  'office.move': (input, desk) => move(desk, input),
  'office.stay': (_input, desk) => {
    desk.store.settings.remove('moved')
    desk.isMoved = false
    desk.store.events.note({ kind: 'export', by: desk.by, detail: { what: 'stays' } })
    return ok({ office: officeInfo(desk) })
  },
} satisfies Partial<Handlers<Desk>>
